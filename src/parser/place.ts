/** The place of a character in a text as "line:column", both counted from 1. */
export function placeAt(text: string, at: number): string {
  let line = 1;
  let lineStart = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', lineStart)) {
    line += 1;
    lineStart = end + 1;
  }
  return `${line}:${at - lineStart + 1}`;
}
