/** Whether a text opens like a submission: its SGML header, a PEM wrapper before it or not. */
export function looksLikeSubmission(text: string): boolean {
  const start = text.slice(0, 10_000);
  return /<SEC-DOCUMENT>|<SEC-HEADER>|<IMS-HEADER>|<SUBMISSION>|<ACCESSION-NUMBER>|^ACCESSION NUMBER:/im.test(
    start,
  );
}
