import type { FiledFootnote, FiledSignature } from '../filing.ts';
import { FOOTNOTES_AT_MOST } from '../limits.ts';
import { parsePrintedDate } from '../page/index.ts';
import { joined } from './joined.ts';
import { numberOf } from './marks.ts';
import type { TextRow } from './page-rows.ts';
import { plain } from './plain.ts';

const ITEM =
  /^\s*(?:[-*•·](?:\s+|$)|(\d{1,3})\\?[.)](?:\s+|$)|[([](\d{1,3})[)\]]\s*|<sup>\s?\(?(\d{1,3})\)?\s?<\/sup>\s*|[⁽(]([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})[⁾)]\s*)/;

/** Whether a line starts an item of a list. */
export function startsItem(text: string): boolean {
  return ITEM.test(text);
}

/**
 * The footnotes of a list or of paragraphs. A bullet list's order gives the number; a numbered one
 * says it (docs/domain.md §1). In a list, what has no bullet or number goes on with the item above;
 * so does what is numbered in another way than the first, backwards, or with a leap although the
 * next number comes later: a list within a footnote, or a number at the start of a wrapped line.
 */
export function readFootnotes(rows: readonly TextRow[]): FiledFootnote[] {
  const notes: { number: number; parts: string[] }[] = [];
  const lines = rows.map(({ cells }) => cells.map(({ raw }) => raw).join(' '));
  const items = lines.map(itemOf);
  const isList = items.some((item) => item !== null);
  const style = items.find((item) => item?.number != null)?.style ?? BULLET;
  const isOfStyle = (item: Item | null) => (item?.style ?? BULLET) === style;
  const lastAt = new Map<number, number>();
  let numbered = 0;
  for (const [index, item] of items.entries()) {
    if (item?.number == null || !isOfStyle(item)) continue;
    lastAt.set(item.number, index);
    numbered += 1;
  }
  const isNumbered = numbered > 1;
  for (const [index, text] of lines.entries()) {
    // The page is refused for these.
    if (notes.length > FOOTNOTES_AT_MOST) break;
    const found = items[index] ?? null;
    const number = found?.number ?? null;
    const next = (notes.at(-1)?.number ?? 0) + 1;
    const isLeap =
      number !== null &&
      number > next &&
      ((lastAt.get(next) ?? 0) > index || found?.isAlone === true);
    const isStyled = number !== null && isOfStyle(found);
    const isOther = !isStyled && (number !== null || isNumbered);
    const isWithin = isOther || (number !== null && (number < next || isLeap));
    const item = isWithin ? null : found;
    const words = plain(text.slice(item?.length ?? 0));
    const last = notes.at(-1);
    if (item !== null || (words !== '' && (!isList || last === undefined))) {
      notes.push({ number: item?.number ?? notes.length + 1, parts: [words] });
    } else if (words !== '') last?.parts.push(words);
  }
  return notes.map(({ number, parts }) => ({ id: `F${number}`, text: joined(parts) }));
}

/** How an item of a list begins. */
interface Item {
  /** In which of the ways it is numbered; BULLET where it is not. */
  readonly style: number;
  /** Null for a bullet. */
  readonly number: number | null;
  readonly length: number;
  /** Whether nothing stands behind it. */
  readonly isAlone: boolean;
}

const BULLET = -1;

function itemOf(text: string): Item | null {
  const match = ITEM.exec(text);
  if (match === null) return null;
  const [{ length }, ...groups] = match;
  const style = groups.findIndex((group) => group !== undefined);
  const digits = groups[style];
  return {
    style,
    number: digits === undefined ? null : numberOf(digits),
    length,
    isAlone: text.trim().length === match[0].trim().length,
  };
}

/** The remarks; null where there are none. */
export function readRemarks(rows: readonly TextRow[]): string | null {
  const words = rows.flatMap(({ cells }) => cells.map(({ raw }) => plain(raw)));
  return joined(words.filter((part) => part !== '')) || null;
}

/** A cell that is slanted or underlined as a whole. */
const EMPHASIS = /^[*_]{1,3}([^*_].*?)[*_]{1,3}$/;

const DATE_AT_END = /^(.*?)\s*\b(\d{1,2}\/\d{1,2}\/\d{4})$/;

/**
 * The signatures above the signature line: each a name, over one line or several, and its date. A
 * blank line ends one that has no date. In a narrow column a name goes on below its date.
 */
export function readSignatures(rows: readonly TextRow[]): FiledSignature[] {
  const signatures: FiledSignature[] = [];
  let name: string[] = [];
  let indent = 0;
  let hasColumns = false;
  const sign = (date: FiledSignature['date']) => {
    if (name.length > 0 || date !== null) signatures.push({ name: name.join(' '), date });
    name = [];
  };
  for (const { cells, text } of rows) {
    const words = plain(cells.map(({ raw }) => raw.trim().replace(EMPHASIS, '$1')).join(' '));
    const [, before = '', printed = ''] = DATE_AT_END.exec(words) ?? [];
    const date = parsePrintedDate(printed);
    const last = name.length === 0 ? signatures.at(-1) : undefined;
    const isSame = indent > 0 && indentOf(text) === indent;
    const goesOn = isSame && (hasColumns || !words.includes('/s/'));
    if (date === null && words !== '' && last !== undefined && goesOn) {
      signatures[signatures.length - 1] = { ...last, name: `${last.name} ${words}` };
      continue;
    }
    indent = date === null ? 0 : indentOf(text);
    hasColumns = / {3,}\d[\d/]+\s*$/.test(text);
    if (date === null && words !== '') name.push(words);
    else {
      if (before !== '') name.push(before);
      sign(date);
    }
  }
  sign(null);
  return signatures;
}

function indentOf(text: string): number {
  return /^ */.exec(text)?.[0].length ?? 0;
}
