import type { FiledFootnote, FiledSignature } from '../filing.ts';
import { numberOf, type PageRow, plain } from './cells.ts';
import { printedDate } from './read-row.ts';

const ITEM =
  /^\s*(?:[-*•·]\s+|(\d{1,3})[.)]\s+|[([](\d{1,3})[)\]]\s*|[⁽(]([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})[⁾)]\s*)/;

/** Whether a line starts an item of a list. */
export function startsItem(text: string): boolean {
  return ITEM.test(text);
}

/**
 * The footnotes of a list or of paragraphs. A bullet list's order gives the number; a numbered one says
 * it (docs/domain.md §1). In a list, what has no bullet or number goes on with the item above.
 */
export function readFootnotes(rows: readonly PageRow[]): FiledFootnote[] {
  const notes: { number: number; parts: string[] }[] = [];
  const isList = rows.some(({ text }) => ITEM.test(text));
  let isOpen = false;
  for (const { text } of rows) {
    const item = ITEM.exec(text);
    const words = plain(text.slice(item?.[0].length ?? 0).replace(/^\s*\|(.*)\|\s*$/, '$1'));
    if (words === '') isOpen = isList && notes.length > 0;
    else if (item !== null || !isOpen) {
      const number = readNumber(item) ?? notes.length + 1;
      notes.push({ number, parts: [words] });
      isOpen = true;
    } else notes.at(-1)?.parts.push(words);
  }
  return notes.map(({ number, parts }) => ({ id: `F${number}`, text: parts.join(' ') }));
}

function readNumber(item: RegExpExecArray | null): number | null {
  const digits = item?.[1] ?? item?.[2] ?? item?.[3];
  return digits === undefined ? null : numberOf(digits);
}

/** The remarks; null where there are none. */
export function readRemarks(rows: readonly PageRow[]): string | null {
  return plain(rows.map(({ text }) => text).join(' ')) || null;
}

/** The signatures above the signature line: each a name, over one line or several, and its date. */
export function readSignatures(rows: readonly PageRow[]): FiledSignature[] {
  const words = plain(
    rows
      .map(({ text }) => text)
      .join(' ')
      .replaceAll('|', ' '),
  );
  const signatures: FiledSignature[] = [];
  let start = 0;
  for (const match of words.matchAll(/\d{1,2}\/\d{1,2}\/\d{4}/g)) {
    const name = words.slice(start, match.index).trim();
    start = match.index + match[0].length;
    signatures.push({ name, date: printedDate(match[0]) });
  }
  const rest = words.slice(start).trim();
  if (signatures.length === 0 && rest !== '') signatures.push({ name: rest, date: null });
  return signatures;
}
