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

/**
 * The holder that a nature of indirect ownership names, folded for comparison: "By Orrery Fund II, LP"
 * gives "ORRERY II". Empty where it names none, as "By Spouse", "By Trust" and "See footnote" do.
 */
export function namedHolder(nature: string | null): string {
  return foldedWords(nature ?? '')
    .filter((word) => word.length > 1 && !GENERIC.has(word))
    .join(' ');
}

/** The words of a text, folded as names are. */
export function foldedWords(text: string): string[] {
  return foldName(text)
    .split(' ')
    .filter((word) => word !== '');
}
