/** What becomes of longer texts: the beginning, and a mark. */
const CUT = '…';

/**
 * Text that somebody filed, or an assistant sent, as it may be shown to an assistant: one line,
 * nothing in it that no reader sees (controls, direction marks, tags), so many bytes of JSON at
 * most beside the mark that it was cut.
 *
 * @example quoted('By\u202E Trust\n(children)', 12) // 'By Trust (ch…'
 */
export function quoted(text: string, most: number): string {
  // No more of it is read than could be shown: blanks and marks may fill the rest.
  const plain = text
    .slice(0, most * 4)
    .normalize('NFC')
    .replace(/[\p{Z}\p{Cc}]+/gu, ' ')
    .replace(/[\p{C}\p{Variation_Selector}]/gu, '')
    .trim();
  let shown = '';
  let bytes = 0;
  for (const character of plain) {
    bytes += Buffer.byteLength(JSON.stringify(character)) - 2;
    if (bytes > most) return `${shown.trimEnd()}${CUT}`;
    shown += character;
  }
  return text.length > most * 4 ? `${shown}${CUT}` : shown;
}

/** Such a text within a sentence, marked as a quotation, which it cannot end itself. */
export function inQuotes(text: string, most: number = LONGEST.name): string {
  return `«${quoted(text, most).replace(/[«»]/g, '"')}»`;
}

/** Bytes that are shown of filed texts, at most. */
export const LONGEST = { name: 120, title: 100, nature: 100, note: 400, remarks: 600 } as const;
