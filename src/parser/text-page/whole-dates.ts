import type { TextRow } from './page-rows.ts';

const BEGUN = /^(.*\s{2,})(\d{1,2}\/\d{1,2}\/)\s*$/;
const ENDED = /^(.*?)(\d{4})\s*$/;

/** Rows in which a date that is wrapped in a narrow column, its year below, stands on one line. */
export function withWholeDates(rows: readonly TextRow[]): readonly TextRow[] {
  const whole = [...rows];
  for (const [index, row] of rows.entries()) {
    const below = rows[index + 1];
    const [, name = '', begun] = BEGUN.exec(row.text) ?? [];
    const [, goesOn = '', year] = ENDED.exec(below?.text ?? '') ?? [];
    if (below === undefined || begun === undefined || year === undefined) continue;
    if (goesOn.length !== name.length || !/(?:^|\s)$/.test(goesOn)) continue;
    whole[index] = withText(row, `${name}${begun}${year}`);
    whole[index + 1] = withText(below, goesOn.trimEnd());
  }
  return whole;
}

function withText({ at }: TextRow, text: string): TextRow {
  return { at, text, cells: [{ raw: text, at }] };
}
