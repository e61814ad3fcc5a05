import { type TextRow, wholeRow } from './page-rows.ts';

const HEADING = /Signature\s+of\s+Reporting\s+Person\s.*?(?<!\S)(Date)\s*$/i;
const WHOLE = /^\d{1,2}\/\d{1,2}\/\d{4}$/;
const DATED = /\d{1,2}\/\d{1,2}\/\d{4}$/;
const BEGUN = /^\d{1,2}\/(?:\d{1,2}\/?)?$/;
const GOES_ON = /^\/?[\d/]{1,8}$/;

/**
 * The column in which the dates of signatures stand, by its heading on their line; null where they
 * stand in cells or anywhere.
 */
export function dateColumn(signed: TextRow | undefined): number | null {
  const match = signed === undefined ? null : HEADING.exec(signed.text);
  if (match === null || signed?.text.includes('\t')) return null;
  return match.index + match[0].lastIndexOf(match[1] ?? '');
}

/** Rows in which a date that is wrapped in that column stands on one line. */
export function withWholeDates(rows: readonly TextRow[], column: number | null): TextRow[] {
  const whole = [...rows];
  if (column === null) return whole;
  for (const [index, row] of rows.entries()) {
    let { date } = partsOf(whole[index] ?? row, column);
    if (!BEGUN.test(date)) continue;
    for (let below = index + 1; below < rows.length && !WHOLE.test(date); below += 1) {
      const next = whole[below];
      const more = next === undefined ? '' : partsOf(next, column).date;
      if (next === undefined || !GOES_ON.test(more)) break;
      date += more;
      whole[below] = wholeRow(next.at, next.text.slice(0, column).trimEnd());
    }
    whole[index] = wholeRow(row.at, `${row.text.slice(0, column)}${date}`);
  }
  return whole;
}

/**
 * Signatures in columns, names over several lines beside their dates, as one row each. A date
 * stands beside the first line of its name, or beside the middle one. The rows as they are where
 * both are in doubt.
 */
export function signatureRows(rows: readonly TextRow[], column: number | null): readonly TextRow[] {
  if (column === null) return rows;
  const lines = rows
    .filter(({ text }) => text.trim() !== '')
    .map((row) => ({ row, ...partsOf(row, column) }));
  const dated = lines.flatMap(({ date }, index) => (WHOLE.test(date) ? [index] : []));
  // A date elsewhere is one that its name leads to.
  const isOther = lines.some(
    ({ words, date }) => words === '' || DATED.test(words) || (date !== '' && !WHOLE.test(date)),
  );
  if (dated.length === 0 || isOther) return rows;
  const width = Math.max(...lines.map(({ words }) => words.length));
  const goesOn = (line: number) => {
    const [first = ''] = lines[line]?.words.split(' ', 1) ?? [];
    return (lines[line - 1]?.words.length ?? 0) + 1 + first.length > width;
  };
  const cells = beginsAt(dated, lines.length, goesOn) ?? middlesAt(dated, lines.length, goesOn);
  if (cells === null) return rows;
  return cells.map(({ from, to, date }) => {
    const name = lines.slice(from, to).map(({ words }) => words);
    return wholeRow(lines[from]?.row.at ?? 0, `${name.join(' ')} ${lines[date]?.date}`);
  });
}

/** The lines of a signature, from one up to another, and the one that its date is on. */
interface SignatureLines {
  readonly from: number;
  readonly to: number;
  readonly date: number;
}

type GoesOn = (line: number) => boolean;

function isWrapped({ from, to }: SignatureLines, goesOn: GoesOn): boolean {
  for (let line = from + 1; line < to; line += 1) if (!goesOn(line)) return false;
  return true;
}

/** Each from its date up to the next; null where a line is not what the one above goes on with. */
function beginsAt(dates: readonly number[], count: number, goesOn: GoesOn) {
  if (dates[0] !== 0) return null;
  const cells = dates.map((date, index) => ({ from: date, to: dates[index + 1] ?? count, date }));
  return cells.every((cell) => isWrapped(cell, goesOn)) ? cells : null;
}

/** Each with its date in the middle: of an even number of lines on the upper of the two. */
function middlesAt(
  dates: readonly number[],
  count: number,
  goesOn: GoesOn,
  from = 0,
): SignatureLines[] | null {
  const [date, ...later] = dates;
  if (date === undefined) return from === count ? [] : null;
  for (const to of [2 * date - from + 1, 2 * date - from + 2]) {
    const cell = { from, to, date };
    if (date < from || to > (later[0] ?? count - 1) + (later.length === 0 ? 1 : 0)) continue;
    if (!isWrapped(cell, goesOn)) continue;
    const rest = middlesAt(later, count, goesOn, to);
    if (rest !== null) return [cell, ...rest];
  }
  return null;
}

/** What stands on a line before the column of dates, and in it. */
function partsOf({ text }: TextRow, column: number) {
  const isApart = !/\S/.test(text.slice(Math.max(0, column - 1), column));
  if (!isApart) return { words: text.trim(), date: '' };
  return { words: text.slice(0, column).trim(), date: text.slice(column).trim() };
}
