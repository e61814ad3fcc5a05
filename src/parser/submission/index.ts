import type { DecodedText } from '../decode.ts';
import type { Filing } from '../filing.ts';
import { formType } from '../form-type.ts';
import { type ParseResult, type Problem, refusal } from '../problem.ts';
import { parseOwnershipXml } from '../xml/index.ts';
import { DOCUMENTS_AT_MOST, listDocuments, type SubmittedDocument, xmlOf } from './documents.ts';
import { SgmlHeader } from './sgml-header.ts';
import { withCiks } from './with-ciks.ts';

/**
 * Parses a full submission: the ownership document in it, with the accession number, filing date
 * and acceptance time of its header, what that says of the issuer, and its CIKs where the document
 * lacks them.
 */
export function parseSubmission(decoded: DecodedText): ParseResult {
  const { text } = decoded;
  const header = new SgmlHeader(text);
  const documents = listDocuments(text);
  if (documents === null) {
    return refusal('TOO_MANY', '1:1', `More than ${DOCUMENTS_AT_MOST} documents.`);
  }
  const found = ownershipDocument(text, documents);
  if (found === null) {
    return refuse(
      header,
      documents.map(({ type }) => type),
    );
  }
  const result = parseOwnershipXml(decoded, 'submission-text', found.xml);
  if (!result.ok) return result;
  const others = documents.filter((document) => document !== found.document);
  const warnings = [...result.warnings, ...formsApart(result.filing, header, found.document.type)];
  return { ...result, filing: complete(result.filing, header, others), warnings };
}

/**
 * A header, or a document's own type in it, of another form than the XML, such as 4/A of 4: the
 * XML's is read.
 */
function formsApart({ form }: Filing, header: SgmlHeader, type: string): Problem[] {
  const named = [
    { where: 'header', said: formType(header.formType ?? '') },
    { where: "document's type", said: formType(type) },
  ];
  const apart = named.find(({ said }) => said !== null && said !== form);
  if (apart?.said == null) return [];
  const other = apart.said.replace('FORM_', '').replace('_', '/');
  const message = `The ${apart.where} says Form ${other}: the document's own form is read.`;
  return [{ code: 'CONTRADICTION', path: 'ownershipDocument/documentType', message }];
}

function ownershipDocument(text: string, documents: readonly SubmittedDocument[]) {
  for (const document of documents) {
    const isForm = document.type === '' || formType(document.type) !== null;
    const xml = isForm ? xmlOf(text, document) : null;
    if (xml !== null) return { document, xml };
  }
  return null;
}

function refuse(header: SgmlHeader, types: readonly string[]): ParseResult {
  const named = header.formType ?? types[0] ?? '';
  if (formType(named) === null) {
    return refusal(
      'NOT_OWNERSHIP_FORM',
      '1:1',
      `A submission of form type "${named.slice(0, 40)}" is no Form 3, 4 or 5.`,
    );
  }
  const there =
    types.length === 0
      ? 'it is a header alone'
      : `its documents are of type ${types.slice(0, 10).join(', ').slice(0, 200)}, none of them ownership XML`;
  return refusal(
    'NO_OWNERSHIP_DOCUMENT',
    '1:1',
    `Form ${named} without a readable ownership document: ${there}.`,
  );
}

function complete(
  filing: Filing,
  header: SgmlHeader,
  others: readonly SubmittedDocument[],
): Filing {
  const named = header.issuer();
  const cik = filing.issuer.cik ?? named?.cik ?? null;
  // Facts of another issuer than the document's would be said of the wrong one.
  const facts = cik !== null && named?.cik === cik ? named.facts : null;
  return {
    ...filing,
    accessionNumber: header.accessionNumber,
    filedOn: header.filedOn,
    acceptedAt: header.acceptedAt,
    issuer: { ...filing.issuer, cik, ...(facts === null ? {} : { headerFacts: facts }) },
    reportingOwners: filing.reportingOwners.every(({ cik }) => cik !== null)
      ? filing.reportingOwners
      : withCiks(filing.reportingOwners, header.owners),
    exhibits: others.map(({ type, fileName, description }) => ({ type, fileName, description })),
  };
}
