import { foldName } from './identity.ts';

/** Words of natures that say how something is held and not through whom. */
const GENERIC = new Set(
  `401 401K A AN AND APPLICABLE AS BENEFICIARY BENEFIT BY CHILD CHILDREN CHILDRENS CO COMPANY CORP
  CORPORATION CUSTODIAN DAUGHTER DIRECT DIRECTLY EMPLOYEE ESOP FAMILY FBO FOOTNOTE FOOTNOTES FOR
  FOUNDATION FUND GRANTOR HELD HUSBAND IN INC INDIRECT INDIRECTLY INTEREST IRA IRREVOCABLE LIMITED
  LIVING LLC LP MEMBER MINOR NOT NOTE NOTES OF OWNED OWNERSHIP PARTNERSHIP PENSION PERSON PLAN REMARK
  REMARKS REPORTING RETIREMENT REVOCABLE SAVINGS SEE SELF SON SPOUSAL SPOUSE SPOUSES STOCK THE THROUGH
  TRUST TRUSTEE TRUSTS TTEE UGMA UTMA VIA WIFE`.split(/\s+/),
);

/** Words that footnotes begin a sentence with, or write large, and that name nobody. */
const NO_NAME = new Set(
  `ACT ALL ANY CLASS COMMON CONSISTS EACH EXCEPT EXCHANGE EXHIBIT FORM GENERAL GRAT GST HE HIS HER I INCLUDES
  ISSUER ISSUERS MANAGER MANAGING MEMBERS MR MRS MS ORDINARY PARTNER PECUNIARY PERSONS PREFERRED PTY
  PURSUANT REFLECTS REPORT REPRESENTS RULE SECTION SECURITIES SHARE SHARES SHE SOLE SUCH THESE THEY THIS
  THOSE UNDER UNITS`
    .split(/\s+/)
    .concat(...GENERIC),
);

const PLAN = /\b(?:401 ?K?|AWARDS?|ESOP|PLANS?)\b/;
const PLAN_IN_TEXT =
  /\b(?:401 ?K|ESOP|(?:COMPENSATION|DEFERRAL|EQUITY|INCENTIVE|OWNERSHIP|PENSION|PURCHASE|RETIREMENT|SAVINGS|UNIT) PLAN)\b/;

/**
 * The holder that a nature of indirect ownership names, folded for comparison: "By Orrery Fund II,
 * LP" gives "ORRERY II". Empty where it names none, as "By Spouse", "By Trust" and "See footnote"
 * do. A plan or an award is no holder: each of those in it has an account of their own
 * (docs/domain.md §5).
 */
export function namedHolder(nature: string | null): string {
  if (isPlan(nature)) return '';
  return foldedWords(nature ?? '')
    .filter((word) => word.length > 1 && !GENERIC.has(word))
    .join(' ');
}

/**
 * Whether a nature says that a plan or an award holds, in which each participant has an account.
 */
export function isPlan(nature: string | null): boolean {
  return PLAN.test(foldedWords(nature ?? '').join(' '));
}

/** Whether a footnote about the holder says that a plan of the issuer holds. */
export function namesPlan(note: string): boolean {
  return PLAN_IN_TEXT.test(foldedWords(note).join(' '));
}

/** The words by which footnotes name somebody: written large and not of those that name nobody. */
export function namingWords(notes: readonly string[]): Set<string> {
  const large = notes.flatMap((note) => note.match(/\p{Lu}[\p{L}\p{N}'’]*/gu) ?? []);
  return new Set(
    large.flatMap(foldedWords).filter((word) => word.length > 1 && !NO_NAME.has(word)),
  );
}

/** The words of a text, folded as names are. */
export function foldedWords(text: string): string[] {
  return foldName(text)
    .split(' ')
    .filter((word) => word !== '');
}
