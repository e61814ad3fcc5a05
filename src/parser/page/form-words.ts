/**
 * What the boxes of a form ask for, as patterns of words; copies differ in what stands around them.
 */
export const BOX_WORDS = {
  owner: String.raw`Name\s+and\s+Address\s+of\s+Reporting\s+Person`,
  period: String.raw`(?:Date\s+of\s+Earliest\s+Transaction|Statement\s+for\s+Issuer['’]s\s+Fiscal\s+Year\s+Ended|Date\s+of\s+Event\s+Requiring\s+Statement|Statement\s+for\s+Month\/Day\/Year)`,
  original: String.raw`If\s+Amendment,?\s*Date\s+of\s+Original\s+Filed`,
  relationship: String.raw`Relationship\s+of\s+Reporting\s+Person\s*\(s\)\s+to\s+Issuer`,
} as const;

/** The words below which signatures stand, at the start of their line. */
export const SIGNATURE = /^\*{0,2}\s*Signature of Reporting Person/i;

/** The line that Form 3 prints where there is nothing to report. */
export const NO_SECURITIES = /^No securities are beneficially owned\.?$/i;
