/** A text in a pattern of LIKE, where its signs stand for themselves. */
export function literalLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
