import { remembered } from '../../values/index.ts';

/**
 * Folds the nature of indirect ownership for comparison: case, punctuation and a leading "By",
 * "Held in", "Through" or "The" dropped, and what changes from filing to filing: the numbers of
 * footnotes, and the date of a statement (docs/domain.md §5). "By ESOP Trust" gives "ESOP TRUST";
 * "See footnote (3)" gives "SEE FOOTNOTE"; "401(k) plan 2/28/2023" gives "401 K PLAN".
 */
export function foldNature(nature: string | null): string {
  return nature === null ? '' : fold(nature);
}

const fold = remembered(foldText, 200);

function foldText(nature: string): string {
  return withoutDate(nature.normalize('NFKC').toUpperCase())
    .replace(/['’]/g, '')
    .replace(/\bFOOTNOTES?[\s\d(),&#.FAND]*$/, 'FOOTNOTE')
    .replace(/(?:\(\d{1,2}\)\s?){1,20}$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\b401 ?K\b/g, '401 K')
    .replace(
      /^(?:(?:(?:SHARES )?(?:INDIRECTLY )?(?:HELD|OWNED) )?(?:BY|IN|THROUGH) )?(?:THE )?/,
      '',
    );
}

const MONTH =
  '(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\\.?';
const DATE = [
  '\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})',
  '\\d{4}-\\d{2}-\\d{2}',
  '\\d{1,2}/\\d{4}',
  `(?:\\d{1,2} )?${MONTH},? (?:\\d{1,2}(?:ST|ND|RD|TH)?,? )?\\d{4}`,
].join('|');
const DATED_STATEMENT = new RegExp(
  `[ ,(-]{0,3}\\b(?:(?:AS OF|AS AT|AT|ON|THROUGH) )?(?:${DATE})\\)?`,
  'g',
);
const SAID_AS_OF = new RegExp(`[ ,(-]{0,3}\\bAS (?:OF|AT) (?:${DATE})\\)?`, 'g');

/** An agreement goes by the date that it bears: "Trust dated 3/1/1999" is not the one of 2001. */
const AGREEMENT = /\b(?:AGREEMENT|DATED|DTD|GRAT|TRUSTS?|U\/?A\/?D?|U\/?T\/?[AD]|WILL)\b/;

/** Without the date as of which it is said. */
function withoutDate(nature: string): string {
  if (!/\d/.test(nature)) return nature;
  return nature.replace(AGREEMENT.test(nature) ? SAID_AS_OF : DATED_STATEMENT, '');
}
