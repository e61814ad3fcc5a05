import type { FiledFootnote, FiledSignature, Filing } from '../filing.ts';
import { clip, Findings, warnOfMissingFootnotes } from '../findings.ts';
import { formNumber, formType } from '../form-type.ts';
import { FOOTNOTES_AT_MOST } from '../limits.ts';
import { warnOfStatements } from '../statements.ts';
import { child, children, textOf, type XmlElement } from './element.ts';
import { readLines } from './read-lines.ts';
import { readIssuer, readOwner } from './read-owner.ts';
import { at, Placed, readBox, readDate, readText } from './reader.ts';
import { warnOfUnread } from './warn-of-unread.ts';

/** A filing read from a tree, or null; and what was found on the way. */
export interface XmlReading {
  readonly filing: Filing | null;
  readonly findings: Findings;
}

/** Reads an ownership document of any schema version, elements in any order. */
export function readFiling(root: XmlElement): XmlReading {
  const findings = new Findings();
  const document = new Placed(root, root.name);
  const type = readText(child(root, 'documentType'));
  const form = type === null ? null : formType(type);
  if (root.name !== 'ownershipDocument' || form === null) {
    const what =
      root.name === 'ownershipDocument'
        ? `document type "${clip(type ?? '')}"`
        : `<${clip(root.name)}>`;
    findings.problem(
      'NOT_OWNERSHIP_FORM',
      `${root.name}/documentType`,
      `${what} is no Form 3, 4 or 5.`,
    );
    return { filing: null, findings };
  }
  warnOfUnread(document, findings);
  const issuer = readIssuer(at(document, 'issuer'), findings);
  const owners = indexed(document, 'reportingOwner').map((owner) => readOwner(owner, findings));
  const reportingOwners = owners.filter((owner) => owner !== null);
  if (owners.length === 0) {
    findings.problem(
      'MISSING',
      `${root.name}/reportingOwner`,
      'The document names no reporting owner.',
    );
  }
  const schemaVersion = readText(child(root, 'schemaVersion'));
  const context = {
    isForm4: formNumber(form) === '4',
    isFirstSchema: schemaVersion === null || schemaVersion === 'X0101',
  };
  const lines = [
    ...readLines(document, 'NON_DERIVATIVE', context, findings),
    ...readLines(document, 'DERIVATIVE', context, findings),
  ];
  const footnotes = readFootnotes(all(document, 'footnotes'), findings);
  warnOfMissingFootnotes(lines, footnotes, 'ownershipDocument/footnotes', findings);
  if (issuer === null || findings.problems.length > 0) return { filing: null, findings };
  const filing: Filing = {
    accessionNumber: null,
    form,
    schemaVersion,
    periodOfReport: readDate(child(root, 'periodOfReport'), document, findings),
    dateOfOriginalSubmission: readDate(child(root, 'dateOfOriginalSubmission'), document, findings),
    filedOn: null,
    acceptedAt: null,
    issuer,
    reportingOwners,
    notSubjectToSection16: readBox(child(root, 'notSubjectToSection16')) ?? false,
    noSecuritiesOwned: readBox(child(root, 'noSecuritiesOwned')) ?? false,
    form3HoldingsReported: readBox(child(root, 'form3HoldingsReported')) ?? false,
    form4TransactionsReported: readBox(child(root, 'form4TransactionsReported')) ?? false,
    aff10b5One: readBox(child(root, 'aff10b5One')),
    lines,
    footnotes,
    remarks: readText(child(root, 'remarks')),
    signatures: readSignatures(document, findings),
    exhibits: [],
  };
  warnOfStatements(filing, root.name, findings);
  return { filing, findings };
}

function readFootnotes(footnotes: Placed, findings: Findings): FiledFootnote[] {
  const elements = children(footnotes.element, 'footnote');
  if (elements.length > FOOTNOTES_AT_MOST) {
    findings.problem('TOO_MANY', footnotes.path, `More than ${FOOTNOTES_AT_MOST} footnotes.`);
    return [];
  }
  return elements.flatMap((element, index) => {
    const id = element.attributes.id?.trim();
    if (id) return [{ id, text: textOf(element) ?? '' }];
    findings.warn(
      'MISSING',
      `${footnotes.path}/footnote[${index + 1}]`,
      'The footnote has no id: it is left out.',
    );
    return [];
  });
}

function readSignatures(document: Placed, findings: Findings): FiledSignature[] {
  return indexed(document, 'ownerSignature').flatMap((signature) => {
    const name = readText(child(signature.element, 'signatureName'));
    const date = readDate(child(signature.element, 'signatureDate'), signature, findings);
    return name === null && date === null ? [] : [{ name: name ?? '', date }];
  });
}

/**
 * All children of a name as one: no schema repeats these, and nothing is lost where a filer does.
 */
function all(parent: Placed, name: string): Placed {
  const [first, ...more] = children(parent.element, name);
  const merged =
    first === undefined || more.length === 0
      ? first
      : { ...first, children: [first, ...more].flatMap((one) => one.children) };
  return new Placed(merged, name, parent);
}

function indexed(parent: Placed, name: string): Placed[] {
  return children(parent.element, name).map(
    (inner, index) => new Placed(inner, name, parent, index + 1),
  );
}
