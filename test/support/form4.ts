import type { SourceDocument } from '../../src/values/index.ts';
import { sourceDocument } from './source-document.ts';

/** A line of an invented Form 4: a transaction, or a holding where it has no code. */
export interface LineSketch {
  readonly code?: string;
  readonly date?: string;
  readonly shares?: string;
  readonly price?: string;
  readonly after: string;
  /** "" is direct. */
  readonly nature?: string;
  readonly note?: string;
  readonly title?: string;
  readonly acquired?: boolean;
  /** Exercise price, expiration date and underlying title: the line is a derivative. */
  readonly terms?: readonly [price: string, expires: string, underlying: string];
}

/** An invented owner; the last digits of the CIK, then the name. */
export interface OwnerSketch {
  readonly cik: number;
  readonly name: string;
  readonly isTenPercentOwner?: boolean;
}

/** A Form 4 of Plimsoll Ferries Inc, which does not exist, nor does anybody who files about it. */
export interface Form4Sketch {
  /** Makes the accession number; orders filings signed on one day. */
  readonly number: number;
  readonly signedOn?: string;
  readonly owners: readonly OwnerSketch[];
  readonly lines: readonly LineSketch[];
  readonly amends?: string;
  readonly issuer?: number;
}

/** Its ownership XML. */
export function form4Document(form: Form4Sketch): SourceDocument {
  const { number, signedOn = '2024-03-05', owners, lines, amends, issuer = 9_000_301 } = form;
  const notes = lines.map(({ note }, index) =>
    note === undefined ? '' : `<footnote id="F${index + 1}">${note}</footnote>`,
  );
  const people = owners.map(
    ({ cik, name, isTenPercentOwner = false }) => `<reportingOwner>
      <reportingOwnerId><rptOwnerCik>${9_000_000 + cik}</rptOwnerCik><rptOwnerName>${name}</rptOwnerName></reportingOwnerId>
      <reportingOwnerRelationship><isDirector>${isTenPercentOwner ? 0 : 1}</isDirector>
        <isTenPercentOwner>${isTenPercentOwner ? 1 : 0}</isTenPercentOwner></reportingOwnerRelationship>
    </reportingOwner>`,
  );
  const table = (name: string, isIt: (line: LineSketch) => boolean) =>
    `<${name}>${lines.map((line, index) => (isIt(line) ? rowOf(line, `F${index + 1}`) : '')).join('')}</${name}>`;
  return sourceDocument(
    `0009000301-24-${String(number).padStart(6, '0')}.xml`,
    `<ownershipDocument><documentType>${amends === undefined ? '4' : '4/A'}</documentType>
      <periodOfReport>2024-03-01</periodOfReport>
      ${amends === undefined ? '' : `<dateOfOriginalSubmission>${amends}</dateOfOriginalSubmission>`}
      <issuer><issuerCik>${issuer}</issuerCik><issuerName>Plimsoll Ferries ${issuer}</issuerName></issuer>
      ${people.join('')}
      ${table('nonDerivativeTable', ({ terms }) => terms === undefined)}
      ${table('derivativeTable', ({ terms }) => terms !== undefined)}
      <footnotes>${notes.join('')}</footnotes>
      <ownerSignature><signatureName>Nobody</signatureName><signatureDate>${signedOn}</signatureDate></ownerSignature>
    </ownershipDocument>`,
  );
}

const cell = (name: string, value: string | undefined, more = '') =>
  value === undefined ? '' : `<${name}><value>${value}</value>${more}</${name}>`;

function rowOf(line: LineSketch, noteId: string): string {
  const { code, shares, price, after, nature = '', note, terms, acquired = true } = line;
  const [exercise, expires, underlying] = terms ?? [];
  const kind = `${terms === undefined ? 'nonDerivative' : 'derivative'}${code === undefined ? 'Holding' : 'Transaction'}`;
  const transaction =
    code === undefined
      ? ''
      : `${cell('transactionDate', line.date ?? '2024-03-01')}
        <transactionCoding><transactionCode>${code}</transactionCode></transactionCoding>
        <transactionAmounts>${cell('transactionShares', shares)}${cell('transactionPricePerShare', price)}
        ${cell('transactionAcquiredDisposedCode', acquired ? 'A' : 'D')}</transactionAmounts>`;
  return `<${kind}>
    ${cell('securityTitle', line.title ?? 'Common Stock')}${cell('conversionOrExercisePrice', exercise)}
    ${transaction}${cell('expirationDate', expires)}
    ${underlying === undefined ? '' : `<underlyingSecurity>${cell('underlyingSecurityTitle', underlying)}</underlyingSecurity>`}
    <postTransactionAmounts>${cell('sharesOwnedFollowingTransaction', after)}</postTransactionAmounts>
    <ownershipNature>${cell('directOrIndirectOwnership', nature === '' ? 'D' : 'I', note === undefined ? '' : `<footnoteId id="${noteId}"/>`)}
      ${nature === '' ? '' : cell('natureOfOwnership', nature)}</ownershipNature>
  </${kind}>`;
}
