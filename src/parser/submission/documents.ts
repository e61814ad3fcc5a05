/** One document of a submission: its SGML type, and its text with where that starts. */
export interface SubmittedDocument {
  /** "4", "EX-24", "GRAPHIC" and the like. */
  readonly type: string;
  readonly text: string;
  /** Lines of the submission before the text. */
  readonly lineOffset: number;
}

const DOCUMENTS_AT_MOST = 1_000;

/** The documents of a submission, in order; a last one that is cut off included. */
export function listDocuments(submission: string): SubmittedDocument[] {
  const documents: SubmittedDocument[] = [];
  const opening = /<DOCUMENT>/gi;
  for (let open = opening.exec(submission); open !== null; open = opening.exec(submission)) {
    const close = submission.indexOf('</DOCUMENT>', open.index);
    const end = close < 0 ? submission.length : close;
    const start = submission.slice(open.index, Math.min(end, open.index + 5_000));
    const type = /<TYPE>\s*([^<\r\n]*)/i.exec(start)?.[1]?.trim() ?? '';
    const text = /<TEXT>/i.exec(start);
    const from = open.index + (text === null ? 0 : text.index + text[0].length);
    documents.push({
      type,
      text: submission.slice(from, end),
      lineOffset: lines(submission, from),
    });
    if (documents.length >= DOCUMENTS_AT_MOST) break;
    opening.lastIndex = end;
  }
  return documents;
}

/** The XML inside a document's text: within <XML> tags, or bare; null where there is none. */
export function xmlOf(document: SubmittedDocument): { xml: string; lineOffset: number } | null {
  const { text } = document;
  const tag = /<XML>\s*/i.exec(text);
  const from = tag === null ? text.search(/<\?xml|<ownershipDocument/) : tag.index + tag[0].length;
  if (from < 0) return null;
  const close = text.lastIndexOf('</XML>');
  const xml = text.slice(from, close < from ? undefined : close).trimEnd();
  return { xml, lineOffset: document.lineOffset + lines(text, from) };
}

function lines(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1))
    count += 1;
  return count;
}
