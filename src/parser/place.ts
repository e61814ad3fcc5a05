/** The place of a character in a text as "line:column", both counted from 1. */
export function placeAt(text: string, at: number): string {
  return placesAt(text, [at])[0] ?? '1:1';
}

/** The places of several characters, given in the order in which they stand, in one pass. */
export function placesAt(text: string, ats: readonly number[]): string[] {
  let line = 1;
  let lineStart = 0;
  let end = text.indexOf('\n');
  return ats.map((at) => {
    for (; end >= 0 && end < at; end = text.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = end + 1;
    }
    return `${line}:${at - lineStart + 1}`;
  });
}
