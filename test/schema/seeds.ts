import { readFileSync } from 'node:fs';

const seed = (name: string) =>
  readFileSync(new URL(`../../samples/seeds/${name}`, import.meta.url), 'utf8');

/** The two seed documents (docs/domain.md §9), by name. */
export const SEEDS = {
  'form-5.txt': seed('000_6c94b9a035cb2674.txt'),
  'form-4.txt': seed('002_244631f95bcfba18.txt'),
};

/** As the seed of 2023 is laid out: one line of Table I, on one day. */
const TABLE_LINES = /Common Stock\t\t?03\/07\/2023[\s\S]*?By ESOP Trust\n/;

/**
 * A Form 4 of the same person that never was: a sale of 1,000 on 2016-05-16, reported two days
 * later (docs/domain.md §9).
 */
export const INVENTED_SALE_OF_2016 = {
  'form-4-of-2016.txt': SEEDS['form-4.txt']
    .replace(TABLE_LINES, 'Common Stock\t05/16/2016\t\tS\t\t1,000\tD\t\\$21.5\t49,713\tD\t\n')
    .replace('03/07/2023', '05/16/2016')
    .replace('03/09/2023', '05/18/2016'),
};
