const ASCII = /^[\0-\x7f]*$/;

/**
 * Whether a text is all ASCII, as nearly all filed text is. There letters and digits can be found
 * without looking them up in Unicode's tables, at a fraction of the time.
 */
export function isAscii(text: string): boolean {
  return ASCII.test(text);
}
