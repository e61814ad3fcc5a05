import { remembered } from '../../values/index.ts';

/**
 * "$.01 par value", "par value $0.001 per share", "no par value", wherever it stands in a title.
 */
const PAR_VALUE =
  /(?:\bNO|\bWITHOUT|\bNOMINAL|(?:US\$|\$|\b(?:EUR|GBP|USD|CHF|RMB) |[€£])? ?[\d.,]+|\b0?\.\d+)? ?\b(?:PAR|NOMINAL) VALUE\b(?: OF)?(?: ONE CENT| ?(?:US\$|\$|(?:EUR|GBP|USD|CHF|RMB) |[€£])? ?[\d.]*\d(?: CENTS?)?)?/g;
const PAR_TAIL = /(?:\bNO|(?:US)?\$ ?[\d.,]+) PAR\b/g;
const PER_SHARE =
  /(?:(?:US)?\$ ?[\d.,]+ )?(?<!\b(?:CLASS|SERIES) )\b(?:PER|A|EACH) (?:COMMON |ORDINARY )?SHARE\b/g;
/** The mark of a footnote: Common Stock(1). */
const MARK = / ?\(\d{1,2}\)$/;

/** What the letters of words stand for, beside these: Restricted Stock Units (RSUs). */
const INITIALS = /\(["'“‘]?([A-Z]{2,5})["'”’]?\)/g;

/** What every common unit is. */
const INTERESTS = / REPRESENTING LIMITED PARTNER(?:SHIP)? INTERESTS?\b/g;

/** A term that the title defines for itself: Class A Common Stock ("Common Stock"). */
const DEFINED_TERM = /\((?:THE |COLLECTIVELY,? (?:THE )?)?["“”][^()]*["“”]\)/g;

/**
 * Folds a title of security to its class: case, spaces and punctuation folded, par-value and "per
 * share" tails and plurals dropped, "Class A" kept and put first (docs/domain.md §5). "Common
 * Stock, $.01 par value" gives "COMMON STOCK", and "Common Shares, Class A" gives "CLASS A COMMON
 * SHARE".
 *
 * @example foldSecurityTitle('Common Stock, $.01 par value') // 'COMMON STOCK'
 */
export const foldSecurityTitle = remembered(foldTitle, 200);

function foldTitle(title: string): string {
  const upper = title.normalize('NFKC').toUpperCase().replace(/\s+/g, ' ');
  const bare = upper
    .replace(MARK, '')
    .replace(INITIALS, (term, letters: string, at: number) =>
      isOfInitials(letters, upper.slice(0, at)) ? ' ' : term,
    )
    .replace(DEFINED_TERM, ' ')
    .replace(INTERESTS, ' ')
    .replace(PAR_VALUE, ' ')
    .replace(PAR_TAIL, ' ')
    .replace(PER_SHARE, ' ');
  return classFirst(singular(words(bare))) || words(upper) || upper.trim();
}

/** Whether letters, but for the S of a plural, are those that the last words before begin with. */
function isOfInitials(letters: string, before: string): boolean {
  const initials = (before.match(/[A-Z]+/g) ?? []).map((word) => word.charAt(0)).join('');
  return initials.endsWith(letters) || initials.endsWith(letters.replace(/S$/, ''));
}

/**
 * The plural says no other class: "Common Shares" and "Common Share", "Restricted Stock Units" and
 * "Unit".
 */
function singular(title: string): string {
  return title.replace(/\b(NOTE|OPTION|RIGHT|SHARE|STOCK|UNIT|WARRANT)S\b/g, '$1');
}

/** "Common Stock, Class A" says what "Class A Common Stock" says. */
function classFirst(title: string): string {
  return title.replace(/^(?!(?:CLASS|SERIES) )(.+?) ((?:CLASS|SERIES) [A-Z0-9]{1,3})$/, '$2 $1');
}

function words(text: string): string {
  return text
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
