import type { AccessionNumber } from '../../values/index.ts';

/** How EDGAR begins the text of a submission, in its three envelopes. */
const BEGINNING =
  /^\s*(?:<(?:SEC-DOCUMENT|SUBMISSION|SEC-HEADER|IMS-DOCUMENT|IMS-HEADER)>|-----BEGIN PRIVACY-ENHANCED MESSAGE-----)/;
/** How it ends one. A text without it was cut, or is something else. */
const END =
  /(?:<\/(?:SEC-DOCUMENT|SUBMISSION|IMS-DOCUMENT)>|-----END PRIVACY-ENHANCED MESSAGE-----)\s*$/;
const NUMBER = /(?:^|\n)\s*(?:ACCESSION NUMBER:|<ACCESSION-NUMBER>)\s*(\d{10}-\d{2}-\d{6})/;
const S3_CODE = /<Error>\s*<Code>\s*(\w{1,60})\s*<\/Code>/;

const BEGINNING_BYTES = 4_000;
const END_BYTES = 400;

/**
 * What is wrong with bytes that were given as the text of a submission, so that they are asked for
 * again: a page or an error in its place, a text without its closing tag, the text of another
 * filing. Null for a whole submission, whatever is in it.
 */
export function submissionFault(
  bytes: Uint8Array,
  accessionNumber: AccessionNumber | null,
): string | null {
  if (bytes.byteLength === 0) return 'an empty answer';
  const beginning = latin1(bytes.subarray(0, BEGINNING_BYTES));
  if (!BEGINNING.test(beginning.replace(/^\u00ef\u00bb\u00bf/, ''))) return inItsPlace(beginning);
  if (!END.test(latin1(bytes.subarray(-END_BYTES)))) {
    return 'a submission without its closing tag: it was cut';
  }
  const stated = NUMBER.exec(beginning)?.[1];
  if (accessionNumber === null || stated === undefined || stated === accessionNumber) return null;
  return `the submission ${stated} in place of ${accessionNumber}`;
}

function inItsPlace(beginning: string): string {
  const code = S3_CODE.exec(beginning)?.[1];
  if (code !== undefined) return `an error, ${code}, in place of the submission`;
  return /<html[\s>]/i.test(beginning)
    ? 'a page in place of the submission'
    : 'something that is no submission in its place';
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
