import { readFileSync } from 'node:fs';

const seed = (name: string) =>
  readFileSync(new URL(`../../samples/seeds/${name}.txt`, import.meta.url), 'utf8');

/** The seed documents: a Form 5 with tabs, and a Form 4 of another converter. */
export const FORM_5 = seed('000_6c94b9a035cb2674');
export const FORM_4 = seed('002_244631f95bcfba18');

/** The first row of the Form 4 seed. */
export const ROW = 'Common Stock\t03/07/2023\t\tF\t\t216 <sup>(1)</sup>\tD\t\\$43.16\t103,939\tD\t';

/** The Form 4 seed with its first row written otherwise. */
export function withRow(row: string): string {
  return FORM_4.replace(ROW, () => row);
}
