import { escapeText } from 'entities';
import type { SourceDocument } from '../../src/values/index.ts';
import { sourceDocument } from './source-document.ts';

/** A row of an invented form; a transaction where it has a code. */
export interface FiledRow {
  readonly title?: string;
  readonly code?: string;
  readonly date?: string;
  readonly shares?: string | undefined;
  readonly price?: string;
  readonly isDisposed?: boolean;
  readonly after?: string;
  /** "" is direct. */
  readonly nature?: string;
  /** Footnotes by the cell that cites them. */
  readonly notes?: Readonly<Partial<Record<NotedCell, string>>>;
  /** What makes it a row of Table II. */
  readonly terms?: {
    readonly price?: string;
    readonly exercisable?: string;
    readonly expires?: string;
    readonly underlying?: string;
    readonly underlyingShares?: string;
  };
}

/** Cells that a row of these tests has footnotes at. */
export type NotedCell = 'title' | 'shares' | 'price' | 'after' | 'nature' | 'exercisable';

/** An invented owner; the last digits of the CIK, then the name. */
export interface NamedOwner {
  readonly cik: number;
  readonly name: string;
  /** The elements that say what the owner is to the issuer; a director without any. */
  readonly is?: string;
}

/** A Form 3, 4 or 5 about Cordwainer Bell Inc, which does not exist. */
export interface FiledForm {
  /** Makes the accession number. */
  readonly number: number;
  readonly form?: string;
  readonly signedOn: string;
  readonly period?: string;
  readonly amends?: string;
  readonly owners: readonly NamedOwner[];
  readonly rows?: readonly FiledRow[];
  readonly remarks?: string;
  readonly isNothingOwned?: boolean;
  /** "" is a document without the box. */
  readonly planBox?: '0' | '1' | '';
  readonly ticker?: string;
  readonly issuer?: { readonly cik: number; readonly name: string };
}

/** A purchase at ten dollars: how many, and what is held after it. */
export function bought(shares: string, after: string, more: FiledRow = {}): FiledRow {
  return { code: 'P', shares, price: '10', after, ...more };
}

/** A sale likewise. */
export function sold(shares: string, after: string, more: FiledRow = {}): FiledRow {
  return bought(shares, after, { code: 'S', isDisposed: true, ...more });
}

/** Its accession number. */
export function filedNumber(number: number): string {
  return `0009000501-24-${String(number).padStart(6, '0')}`;
}

/** Its ownership XML. */
export function filedForm(form: FiledForm): SourceDocument {
  const {
    number,
    owners,
    rows = [],
    issuer = { cik: 9_000_501, name: 'Cordwainer Bell Inc' },
  } = form;
  const notes: string[] = [];
  const cite = (text: string | undefined) => {
    if (text === undefined) return '';
    if (!notes.includes(text)) notes.push(text);
    return `<footnoteId id="F${notes.indexOf(text) + 1}"/>`;
  };
  const table = (name: string, isIt: (row: FiledRow) => boolean) =>
    `<${name}>${rows
      .filter(isIt)
      .map((row) => printRow(row, cite))
      .join('\n')}</${name}>`;
  const tables = `${table('nonDerivativeTable', ({ terms }) => terms === undefined)}
${table('derivativeTable', ({ terms }) => terms !== undefined)}`;
  const flag = (name: string, value: string | undefined) =>
    value === undefined || value === '' ? '' : `<${name}>${escapeText(value)}</${name}>\n`;
  return sourceDocument(
    `${filedNumber(number)}.xml`,
    `<ownershipDocument>
${flag('documentType', form.form ?? '4')}${flag('periodOfReport', form.period ?? form.signedOn)}
${flag('dateOfOriginalSubmission', form.amends)}${flag('noSecuritiesOwned', form.isNothingOwned === true ? '1' : undefined)}
<issuer><issuerCik>${issuer.cik}</issuerCik><issuerName>${escapeText(issuer.name)}</issuerName>${flag('issuerTradingSymbol', form.ticker)}</issuer>
${owners.map(printOwner).join('\n')}
${flag('aff10b5One', form.planBox)}${tables}
<footnotes>${notes.map((text, at) => `<footnote id="F${at + 1}">${escapeText(text)}</footnote>`).join('\n')}</footnotes>
${flag('remarks', form.remarks)}
<ownerSignature><signatureName>/s/ A. Clerk</signatureName><signatureDate>${form.signedOn}</signatureDate></ownerSignature>
</ownershipDocument>`,
  );
}

function printOwner({ cik, name, is = '<isDirector>1</isDirector>' }: NamedOwner): string {
  return `<reportingOwner><reportingOwnerId><rptOwnerCik>${9_000_500 + cik}</rptOwnerCik>
<rptOwnerName>${escapeText(name)}</rptOwnerName></reportingOwnerId>
<reportingOwnerRelationship>${is}</reportingOwnerRelationship></reportingOwner>`;
}

function printRow(row: FiledRow, cite: (text: string | undefined) => string): string {
  const { code, terms, nature = '', notes = {} } = row;
  const cell = (name: string, value: string | undefined, note?: string) =>
    value === undefined && note === undefined
      ? ''
      : `<${name}>${value === undefined ? '' : `<value>${escapeText(value)}</value>`}${cite(note)}</${name}>`;
  const name = `${terms === undefined ? 'nonDerivative' : 'derivative'}${code === undefined ? 'Holding' : 'Transaction'}`;
  const traded =
    code === undefined
      ? ''
      : `${cell('transactionDate', row.date ?? '2024-03-01')}
<transactionCoding><transactionFormType>4</transactionFormType><transactionCode>${code}</transactionCode></transactionCoding>
<transactionAmounts>${cell('transactionShares', row.shares, notes.shares)}${cell('transactionPricePerShare', row.price, notes.price)}
${cell('transactionAcquiredDisposedCode', row.isDisposed === true ? 'D' : 'A')}</transactionAmounts>`;
  const underlying =
    terms === undefined
      ? ''
      : `${cell('exerciseDate', terms.exercisable, notes.exercisable)}${cell('expirationDate', terms.expires)}
<underlyingSecurity>${cell('underlyingSecurityTitle', terms.underlying ?? 'Common Stock')}${cell('underlyingSecurityShares', terms.underlyingShares ?? row.shares)}</underlyingSecurity>`;
  return `<${name}>${cell('securityTitle', row.title ?? 'Common Stock', notes.title)}${cell('conversionOrExercisePrice', terms?.price)}
${traded}${underlying}
<postTransactionAmounts>${cell('sharesOwnedFollowingTransaction', row.after, notes.after)}</postTransactionAmounts>
<ownershipNature>${cell('directOrIndirectOwnership', nature === '' ? 'D' : 'I')}${nature === '' ? '' : cell('natureOfOwnership', nature, notes.nature)}</ownershipNature></${name}>`;
}
