/**
 * What the boxes of a form ask for, as patterns of words; copies differ in what stands around them.
 */
export const BOX_WORDS = {
  owner: String.raw`Name\s+and\s+Address\s+of\s+Reporting\s+Person`,
  period: String.raw`(?:Date of Earliest Transaction|Statement for Issuer['’]s Fiscal Year Ended|Date of Event Requiring Statement|Statement for Month\/Day\/Year)`,
  original: String.raw`If Amendment,?\s*Date of Original Filed`,
  relationship: String.raw`Relationship of Reporting Person\s?\(s\) to Issuer`,
} as const;

/** The words below which signatures stand, at the start of their line. */
export const SIGNATURE = /^\*{0,2}\s*Signature of Reporting Person/i;

/** The line that Form 3 prints where there is nothing to report. */
export const NO_SECURITIES = /^No securities are beneficially owned\.?$/i;
