import type { FilingRow } from './filing-rows.ts';
import type { LineRow } from './line-rows.ts';

/** The cells of a line whose footnotes say who holds, as citations name them. */
export const HOLDER_FIELDS: ReadonlySet<string> = new Set(['nature', 'ownership']);

/** The cells whose footnotes say the terms of a derivative: of which grant it is, when it vests. */
export const TERM_FIELDS: ReadonlySet<string> = new Set([
  'conversionOrExercisePrice',
  'exercisableOn',
  'expiresOn',
]);

const NONE: readonly string[] = [];

/** The texts of the footnotes that some cells of a line cite, in the order of the filing. */
export function citedNotes(
  line: Pick<LineRow, 'footnotes'>,
  filing: Pick<FilingRow, 'footnotes'>,
  isCell: (field: string) => boolean,
): readonly string[] {
  if (line.footnotes.length === 0) return NONE;
  const cited = new Set(line.footnotes.filter(({ field }) => isCell(field)).map(({ id }) => id));
  if (cited.size === 0) return NONE;
  return filing.footnotes.filter(({ id }) => cited.has(id)).map(({ text }) => text);
}
