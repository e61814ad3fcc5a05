import { type ParseResult, refusal } from './problem.ts';

/** Far more than comes before these words on EDGAR's pages. */
const BEGINNING = 50_000;
const UNDECLARED = /\bundeclared automated tools?\b/i;
const TOO_OFTEN =
  /\brequest rate (?:threshold exceeded|has exceeded)\b|\bexceeded [^.]{0,40}\bmaximum allowable requests\b/i;
/** What the network in front of EDGAR says of an address that it has blocked. */
const DENIED =
  /\baccess denied\b.{0,200}\bdo.{1,6}t have permission to access\b.{0,60}\bsec(?:\.|&#46;)gov\b/i;

/**
 * The refusal of a page that EDGAR gives in place of a document, to those who do not say who they
 * are or who ask too often; null for any other text.
 */
export function refuseEdgarPage(text: string): ParseResult | null {
  const beginning = text.slice(0, BEGINNING).replace(/\s+/g, ' ');
  if (UNDECLARED.test(beginning)) {
    return refusal(
      'EDGAR_REFUSED',
      '1:1',
      'This is EDGAR\'s page "Undeclared Automated Tool", not the document. Set EDGAR_USER_AGENT to a name and an e-mail address, as in "Your Company yourname@example.org" (other tools have to send that as their User-Agent), and fetch the document again.',
    );
  }
  if (TOO_OFTEN.test(beginning)) {
    return refusal(
      'EDGAR_REFUSED',
      '1:1',
      'This is EDGAR\'s page "Request Rate Threshold Exceeded", not the document. Ask at most ten times a second, and fetch the document again after ten minutes.',
    );
  }
  if (DENIED.test(beginning)) {
    return refusal(
      'EDGAR_REFUSED',
      '1:1',
      'This is EDGAR\'s page "Access Denied", not the document. Set EDGAR_USER_AGENT to a name and an e-mail address, ask at most ten times a second, and fetch the document again later.',
    );
  }
  return null;
}
