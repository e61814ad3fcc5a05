/** One document of a submission: its SGML type, and where in the submission its text stands. */
export interface SubmittedDocument {
  /** "4", "EX-24", "GRAPHIC" and the like. */
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

const DOCUMENTS_AT_MOST = 1_000;

/** The documents of a submission, in order; a last one that is cut off included. */
export function listDocuments(submission: string): SubmittedDocument[] {
  const documents: SubmittedDocument[] = [];
  const opening = /<DOCUMENT>/gi;
  for (let open = opening.exec(submission); open !== null; open = opening.exec(submission)) {
    const close = submission.indexOf('</DOCUMENT>', open.index);
    const to = close < 0 ? submission.length : close;
    const start = submission.slice(open.index, Math.min(to, open.index + 5_000));
    const type = /<TYPE>\s*([^<\r\n]*)/i.exec(start)?.[1]?.trim() ?? '';
    const text = /<TEXT>/i.exec(start);
    const from = open.index + (text === null ? 0 : text.index + text[0].length);
    documents.push({ type, from, to });
    if (documents.length >= DOCUMENTS_AT_MOST) break;
    opening.lastIndex = to;
  }
  return documents;
}

/** Where the XML inside a document stands: within <XML> tags, or bare; null where there is none. */
export function xmlOf(
  submission: string,
  document: SubmittedDocument,
): { readonly from: number; readonly to: number } | null {
  const text = submission.slice(document.from, document.to);
  const tag = /<XML>\s*/i.exec(text);
  const from = tag === null ? text.search(/<\?xml|<ownershipDocument/) : tag.index + tag[0].length;
  if (from < 0) return null;
  const close = text.lastIndexOf('</XML>');
  const to = from + text.slice(from, close < from ? undefined : close).trimEnd().length;
  return { from: document.from + from, to: document.from + to };
}
