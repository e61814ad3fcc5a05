import { escapeUTF8 } from 'entities';
import type { FiledLine, FiledOwner, Filing, FootnoteField } from '../../parser/index.ts';

/**
 * Prints a filing as ownership XML; acceptance, filing date and exhibits are a submission's to say.
 */
export function printOwnershipXml(filing: Filing): string {
  const { issuer } = filing;
  return element('ownershipDocument', [
    text('schemaVersion', filing.schemaVersion),
    text('documentType', filing.form.slice(5).replace('_', '/')),
    text('periodOfReport', filing.periodOfReport),
    text('dateOfOriginalSubmission', filing.dateOfOriginalSubmission),
    box('noSecuritiesOwned', filing.noSecuritiesOwned),
    box('notSubjectToSection16', filing.notSubjectToSection16),
    box('form3HoldingsReported', filing.form3HoldingsReported),
    box('form4TransactionsReported', filing.form4TransactionsReported),
    element('issuer', [
      text('issuerCik', issuer.cik),
      text('issuerName', issuer.name),
      text('issuerTradingSymbol', issuer.tradingSymbol),
      text('issuerForeignTradingSymbol', issuer.foreignTradingSymbol),
    ]),
    ...filing.reportingOwners.map(printOwner),
    filing.aff10b5One === null ? '' : box('aff10b5One', filing.aff10b5One),
    element('nonDerivativeTable', printLines(filing.lines, 'NON_DERIVATIVE')),
    element('derivativeTable', printLines(filing.lines, 'DERIVATIVE')),
    element(
      'footnotes',
      filing.footnotes.map(
        (note) => `<footnote id="${note.id}">${escapeUTF8(note.text)}</footnote>\n`,
      ),
    ),
    text('remarks', filing.remarks),
    ...filing.signatures.map(({ name, date }) =>
      element('ownerSignature', [text('signatureName', name), text('signatureDate', date)]),
    ),
  ]);
}

function printOwner(owner: FiledOwner): string {
  const { address } = owner;
  return element('reportingOwner', [
    element('reportingOwnerId', [text('rptOwnerCik', owner.cik), text('rptOwnerName', owner.name)]),
    address === null
      ? ''
      : element('reportingOwnerAddress', [
          address.isNonUs === null ? '' : box('rptOwnerNonUSAddressFlag', address.isNonUs),
          text('rptOwnerStreet1', address.street1),
          text('rptOwnerStreet2', address.street2),
          text('rptOwnerCity', address.city),
          text('rptOwnerNonUSStateTerritory', address.nonUsStateTerritory),
          text('rptOwnerState', address.state),
          text('rptOwnerCountry', address.country),
          text('rptOwnerZipCode', address.zip),
          text('rptOwnerStateDescription', address.stateDescription),
        ]),
    element('reportingOwnerRelationship', [
      box('isDirector', owner.isDirector),
      box('isOfficer', owner.isOfficer),
      box('isTenPercentOwner', owner.isTenPercentOwner),
      box('isOther', owner.isOther),
      text('officerTitle', owner.officerTitle),
      text('otherText', owner.otherText),
    ]),
  ]);
}

function printLines(lines: readonly FiledLine[], table: FiledLine['table']): string[] {
  const prefix = table === 'DERIVATIVE' ? 'derivative' : 'nonDerivative';
  return lines
    .filter((line) => line.table === table)
    .map((line) =>
      element(`${prefix}${line.kind === 'transaction' ? 'Transaction' : 'Holding'}`, [
        cell(line, 'securityTitle', 'title', line.securityTitle),
        cell(
          line,
          'conversionOrExercisePrice',
          'conversionOrExercisePrice',
          line.conversionOrExercisePrice,
        ),
        ...printTransaction(line),
        cell(line, 'exerciseDate', 'exercisableOn', line.exercisableOn),
        cell(line, 'expirationDate', 'expiresOn', line.expiresOn),
        element('underlyingSecurity', [
          cell(line, 'underlyingSecurityTitle', 'underlyingTitle', line.underlyingTitle),
          cell(line, 'underlyingSecurityShares', 'underlyingShares', line.underlyingShares),
          cell(line, 'underlyingSecurityValue', 'underlyingValue', line.underlyingValue),
        ]),
        element('postTransactionAmounts', [
          line.sharesAfter === null && line.valueAfter !== null
            ? ''
            : cell(line, 'sharesOwnedFollowingTransaction', 'amountAfter', line.sharesAfter),
          line.valueAfter === null
            ? ''
            : cell(
                line,
                'valueOwnedFollowingTransaction',
                line.sharesAfter === null ? 'amountAfter' : null,
                line.valueAfter,
              ),
        ]),
        element('ownershipNature', [
          cell(line, 'directOrIndirectOwnership', 'ownership', line.ownership.slice(0, 1)),
          cell(line, 'natureOfOwnership', 'nature', line.nature),
        ]),
      ]),
    );
}

/** The cells of a transaction; of a holding's only what its marks need. */
function printTransaction(line: FiledLine): string[] {
  const trade = line.kind === 'transaction' ? line : null;
  const timeliness = trade === null || trade.timeliness === 'ON_TIME' ? null : trade.timeliness;
  return [
    cell(line, 'transactionDate', 'transactionDate', trade?.transactionDate ?? null),
    cell(line, 'deemedExecutionDate', 'deemedExecutionDate', trade?.deemedExecutionDate ?? null),
    element('transactionCoding', [
      text('transactionFormType', line.formType),
      text('transactionCode', trade?.code ?? null),
      trade === null ? '' : box('equitySwapInvolved', trade.equitySwapInvolved),
      marks(line, 'code'),
    ]),
    cell(line, 'transactionTimeliness', 'timeliness', timeliness?.slice(0, 1) ?? null),
    element('transactionAmounts', [
      cell(line, 'transactionShares', 'shares', trade?.shares ?? null),
      cell(line, 'transactionTotalValue', 'totalValue', trade?.totalValue ?? null),
      cell(line, 'transactionPricePerShare', 'pricePerShare', trade?.pricePerShare ?? null),
      cell(
        line,
        'transactionAcquiredDisposedCode',
        'acquiredDisposed',
        trade?.acquiredDisposed?.slice(0, 1) ?? null,
      ),
    ]),
  ];
}

/** A cell with its value and the marks of a field; nothing where it has neither. */
function cell(
  line: FiledLine,
  name: string,
  field: FootnoteField | null,
  value: string | null,
): string {
  return element(name, [text('value', value), field === null ? '' : marks(line, field)]);
}

function marks(line: FiledLine, field: FootnoteField): string {
  return line.footnotes
    .filter((mark) => mark.field === field)
    .map(({ id }) => `<footnoteId id="${id}"/>`)
    .join('');
}

function box(name: string, isTicked: boolean): string {
  return text(name, isTicked ? '1' : '0');
}

function text(name: string, value: string | null): string {
  return value === null || value === '' ? '' : `<${name}>${escapeUTF8(value)}</${name}>\n`;
}

function element(name: string, parts: readonly string[]): string {
  const inner = parts.join('');
  return inner === '' ? '' : `<${name}>\n${inner}</${name}>\n`;
}
