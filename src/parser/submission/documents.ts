/** One document of a submission: its SGML type, and where in the submission its text stands. */
export interface SubmittedDocument {
  /** "4", "EX-24", "GRAPHIC" and the like. */
  readonly type: string;
  readonly fileName: string | null;
  readonly description: string | null;
  readonly from: number;
  readonly to: number;
}

const DOCUMENTS_AT_MOST = 1_000;

const TYPE = /<TYPE>([^<\r\n]*)/i;
const FILE_NAME = /<FILENAME>([^<\r\n]*)/i;
const DESCRIPTION = /<DESCRIPTION>([^\r\n]*)/i;

/** The documents of a submission, in order; a last one that is cut off included. */
export function listDocuments(submission: string): SubmittedDocument[] {
  const documents: SubmittedDocument[] = [];
  const opening = /<DOCUMENT>/gi;
  for (let open = opening.exec(submission); open !== null; open = opening.exec(submission)) {
    const close = submission.indexOf('</DOCUMENT>', open.index);
    const to = close < 0 ? submission.length : close;
    const start = submission.slice(open.index, Math.min(to, open.index + 5_000));
    const text = /<TEXT>/i.exec(start);
    const head = start.slice(0, text?.index);
    const from = open.index + (text === null ? 0 : text.index + text[0].length);
    documents.push({
      type: TYPE.exec(head)?.[1]?.trim() ?? '',
      fileName: FILE_NAME.exec(head)?.[1]?.trim() || null,
      description: DESCRIPTION.exec(head)?.[1]?.trim() || null,
      from,
      to,
    });
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
