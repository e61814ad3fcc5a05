import type { FiledOwner, Filing } from '../../../parser/index.ts';
import { boxCell, type Cells, dateCell } from './cells.ts';

/** The cells of a filing's row of SUBMISSION, its number apart. */
export function submissionCells(filing: Filing): Cells {
  const { form, issuer, aff10b5One } = filing;
  const number = form.slice('FORM_'.length)[0];
  // Each box is one of certain forms; on others it is blank, as the SEC has it.
  const box = (ticked: boolean, forms: string) =>
    ticked || forms.includes(number ?? '') ? boxCell(ticked) : null;
  return {
    FILING_DATE: dateCell(filing.filedOn),
    PERIOD_OF_REPORT: dateCell(filing.periodOfReport),
    DATE_OF_ORIG_SUB: dateCell(filing.dateOfOriginalSubmission),
    NO_SECURITIES_OWNED: box(filing.noSecuritiesOwned, '3'),
    NOT_SUBJECT_SEC16: box(filing.notSubjectToSection16, '45'),
    FORM3_HOLDINGS_REPORTED: box(filing.form3HoldingsReported, '5'),
    FORM4_TRANS_REPORTED: box(filing.form4TransactionsReported, '5'),
    DOCUMENT_TYPE: form.slice('FORM_'.length).replace('_', '/'),
    ISSUERCIK: issuer.cik,
    ISSUERNAME: issuer.name,
    ISSUERTRADINGSYMBOL: issuer.tradingSymbol,
    REMARKS: filing.remarks,
    AFF10B5ONE: aff10b5One === null ? null : boxCell(aff10b5One),
  };
}

/** The cells of an owner's row of REPORTINGOWNER; the ledger keeps no file number. */
export function ownerCells(owner: FiledOwner): Cells {
  const { address } = owner;
  const said = [
    ...(owner.isDirector ? ['Director'] : []),
    ...(owner.isOfficer ? ['Officer'] : []),
    ...(owner.isTenPercentOwner ? ['TenPercentOwner'] : []),
    ...(owner.isOther ? ['Other'] : []),
  ];
  return {
    RPTOWNERCIK: owner.cik,
    RPTOWNERNAME: owner.name,
    RPTOWNER_RELATIONSHIP: said.join(','),
    RPTOWNER_TITLE: owner.officerTitle,
    RPTOWNER_TXT: owner.otherText,
    RPTOWNER_STREET1: address?.street1 ?? null,
    RPTOWNER_STREET2: address?.street2 ?? null,
    RPTOWNER_CITY: address?.city ?? null,
    RPTOWNER_STATE: address?.state ?? null,
    RPTOWNER_ZIPCODE: address?.zip ?? null,
    RPTOWNER_STATE_DESC: address?.stateDescription ?? null,
  };
}
