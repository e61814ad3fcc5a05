import type { FiledFootnote } from '../filing.ts';
import { LINES_AT_MOST } from '../limits.ts';
import type { MarkedText } from '../page/index.ts';
import type { TextRow } from './page-rows.ts';
import { plain } from './plain.ts';

/**
 * How a page prints the marks of footnotes: `⁽¹⁾`, `<sup>(1)</sup>`, `^(1)^` or `^(1)`; `[1]`; or
 * `(1)`.
 */
export type MarkStyle = 'raised' | 'square' | 'round';

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const CARETED = String.raw`\^(?:\s?\\?\(\d{1,3}\\?\)){1,20}`;
const CARETS = new RegExp(String.raw`${CARETED}(?:${CARETED}){0,20}\^?|\^\d{1,3}\^`, 'g');
const RAISED =
  /<sup>([^<>]{0,60})<\/sup>|[⁽(]\s?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[,⁾)⁽(\s]{1,3}[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}){0,20}\s?[⁾)]/g;
const LIST = String.raw`\s?\d{1,3}(?:\s?,\s?\d{1,2}){0,20}\s?`;
const BRACKETED = new RegExp(String.raw`\(${LIST}\)|\[${LIST}\]`, 'g');
const SMALL = /[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}/g;
const AT_END: Record<Exclude<MarkStyle, 'raised'>, RegExp> = {
  square: new RegExp(String.raw`(?:\s*\[${LIST}\]){1,20}(?=[*_\s]*$)`),
  round: new RegExp(String.raw`(?:\s*\(${LIST}\)){1,20}(?=[*_\s]*$)`),
};

/** The style of a page, seen from the cells of its tables. */
export function markStyle(rows: readonly TextRow[]): MarkStyle {
  // What has more rows is refused.
  const filled = rows.filter(({ text }) => /[^\s|]/.test(text)).slice(0, LINES_AT_MOST);
  if (filled.some(({ text }) => text.search(RAISED) >= 0 || text.search(CARETS) >= 0)) {
    return 'raised';
  }
  const isSquare = ({ cells }: TextRow) => cells.some(({ raw }) => AT_END.square.test(raw));
  return filled.some(isSquare) ? 'square' : 'round';
}

/**
 * Gives the reader of a page's cells. In a cell of figures every mark, however printed, is one. In
 * a cell of words only the page's own style is, and in brackets only at the end and where such a
 * footnote is there: "Trust (1)" may well be a name.
 */
export function markReader(
  style: MarkStyle,
  footnotes: readonly FiledFootnote[],
): (raw: string, isWords: boolean) => MarkedText {
  const known = new Set(footnotes.map(({ id }) => Number(id.slice(1))));
  return (raw, isWords) => {
    if (raw.trim() === '') return { text: '', marks: [] };
    const marks: number[] = [];
    const take = (found: string) => {
      for (const digits of found.match(/[\d⁰¹²³⁴⁵⁶⁷⁸⁹]+/g) ?? []) marks.push(numberOf(digits));
      return ' ';
    };
    const isKnown = (found: string) =>
      (found.match(/\d+/g) ?? []).every((digits) => known.has(Number(digits)));
    const takeKnown = (found: string) => (isKnown(found) ? take(found) : found);
    const lowered = raw.replace(RAISED, take).replace(CARETS, take);
    const text = isWords
      ? plain(style === 'raised' ? lowered : lowered.replace(AT_END[style], takeKnown))
      : takeFromFigures(plain(lowered), take, isKnown);
    return { text, marks: [...new Set(marks)] };
  };
}

/** "(500)" alone is an amount written as accountants do, unless there is a footnote 500. */
function takeFromFigures(
  text: string,
  take: (found: string) => string,
  isKnown: (found: string) => boolean,
): string {
  const isAlone = /^\(\d{1,3}\)$/.test(text) && !isKnown(text);
  if (isAlone) return text;
  return text.replace(BRACKETED, take).replace(SMALL, take).replace(/\s+/g, ' ').trim();
}

/** The number that plain or superscript digits write. */
export function numberOf(digits: string): number {
  return Number(digits.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(SUPERSCRIPT.indexOf(digit))));
}
