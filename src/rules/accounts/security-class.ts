/**
 * "$.01 par value", "par value $0.001 per share", "no par value", wherever it stands in a title.
 */
const PAR_VALUE =
  /(?:\bNO|\bWITHOUT|\bNOMINAL|(?:US)?\$ ?[\d.,]+|\b0?\.\d+)? ?\bPAR VALUE\b(?: OF)?(?: ?(?:US)?\$? ?[\d.]*\d(?: CENTS?)?)?/g;
const PAR_TAIL = /(?:\bNO|(?:US)?\$ ?[\d.,]+) PAR\b/g;
const PER_SHARE = /(?:(?:US)?\$ ?[\d.,]+ )?\b(?:PER|A|EACH) (?:COMMON |ORDINARY )?SHARE\b/g;

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
export function foldSecurityTitle(title: string): string {
  const known = folded.get(title);
  if (known !== undefined) return known;
  const fold = foldTitle(title);
  if (title.length > LONGEST_KEPT) return fold;
  if (folded.size >= TITLES_AT_MOST) folded.clear();
  folded.set(title, fold);
  return fold;
}

/** The same few titles come again and again. */
const folded = new Map<string, string>();
const TITLES_AT_MOST = 5_000;
const LONGEST_KEPT = 200;

function foldTitle(title: string): string {
  const upper = title.normalize('NFKC').toUpperCase().replace(/\s+/g, ' ');
  const bare = upper
    .replace(DEFINED_TERM, ' ')
    .replace(PAR_VALUE, ' ')
    .replace(PAR_TAIL, ' ')
    .replace(PER_SHARE, ' ');
  return classFirst(singular(words(bare))) || words(upper) || upper.trim();
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
