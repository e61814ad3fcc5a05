import { type TextRow, wholeRow } from './page-rows.ts';

const BEGUN = /(?<=\s{2})\d{1,2}\/\d{1,2}\/$/;
const ENDED = /(?<!\S)\d{4}$/;

/** Rows in which a date that is wrapped in a narrow column, its year below, stands on one line. */
export function withWholeDates(rows: readonly TextRow[]): readonly TextRow[] {
  const whole = [...rows];
  for (const [index, row] of rows.entries()) {
    const below = rows[index + 1];
    const begun = BEGUN.exec(row.text.trimEnd());
    if (begun === null || below === undefined) continue;
    const ended = ENDED.exec(below.text.trimEnd());
    if (ended?.index !== begun.index) continue;
    whole[index] = wholeRow(row.at, `${row.text.trimEnd()}${ended[0]}`);
    whole[index + 1] = wholeRow(below.at, below.text.slice(0, ended.index).trimEnd());
  }
  return whole;
}
