/** One document of a submission: its SGML type, and where in the submission its text stands. */
export interface SubmittedDocument {
  /** "4", "EX-24", "GRAPHIC" and the like; "" where it is not said. */
  readonly type: string;
  readonly fileName: string | null;
  readonly description: string | null;
  readonly from: number;
  readonly to: number;
}

/** More documents than any submission of a Section 16 form has. */
export const DOCUMENTS_AT_MOST = 1_000;

const TYPE = /<TYPE>([^<\r\n]*)/i;
const FILE_NAME = /<FILENAME>([^<\r\n]*)/i;
const DESCRIPTION = /<DESCRIPTION>([^\r\n]*)/i;

/**
 * The documents of a submission, in order; a last one that is cut off included. Tags are taken in
 * upper and lower case. Null where there are more than DOCUMENTS_AT_MOST.
 */
export function listDocuments(submission: string): SubmittedDocument[] | null {
  const documents: SubmittedDocument[] = [];
  const opening = /<DOCUMENT>/gi;
  for (let open = opening.exec(submission); open !== null; open = opening.exec(submission)) {
    if (documents.length === DOCUMENTS_AT_MOST) return null;
    const to = closeOf(submission, open.index);
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
  const upper = text.lastIndexOf('</XML>');
  const close = upper < 0 ? text.lastIndexOf('</xml>') : upper;
  const to = from + text.slice(from, close < from ? undefined : close).trimEnd().length;
  return { from: document.from + from, to: document.from + to };
}

/** The end of the document that opens at a place: its closing tag, or the end of all. */
function closeOf(submission: string, open: number): number {
  // In upper case nearly always, and searching for that alone is many times as fast.
  if (submission.startsWith(TAG, open + 1)) {
    let next = submission.indexOf(TAG, open + 2);
    while (next >= 0 && !submission.startsWith('<', next - 1)) {
      if (submission.startsWith('</', next - 2)) return next - 2;
      next = submission.indexOf(TAG, next + 1);
    }
  }
  const closing = /<\/DOCUMENT>/gi;
  closing.lastIndex = open;
  return closing.exec(submission)?.index ?? submission.length;
}

const TAG = 'DOCUMENT>';
