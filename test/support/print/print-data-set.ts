import Big from 'big.js';
import { ZipFile } from 'yazl';
import type { FiledLine, FiledOwner, Filing, FootnoteField } from '../../../src/parser/index.ts';
import { DATA_SET_EXCERPT, DATA_SET_TABLES, type DataSetTable } from '../../../src/values/index.ts';
import { COLUMNS } from './data-set-columns.ts';

/** A row by column; columns left out are blank. */
export type PrintedRow = Readonly<Record<string, string>>;

/** The rows of every table. */
export type PrintedTables = Record<DataSetTable, PrintedRow[]>;

/** Filings, each with its accession number, as rows of the eight tables. */
export function printTables(filings: readonly Filing[]): PrintedTables {
  const tables: PrintedTables = {
    SUBMISSION: [],
    REPORTINGOWNER: [],
    NONDERIV_TRANS: [],
    NONDERIV_HOLDING: [],
    DERIV_TRANS: [],
    DERIV_HOLDING: [],
    FOOTNOTES: [],
    OWNER_SIGNATURE: [],
  };
  for (const filing of filings) {
    const key = { ACCESSION_NUMBER: filing.accessionNumber ?? '' };
    tables.SUBMISSION.push({ ...key, ...submission(filing) });
    for (const owner of filing.reportingOwners) {
      tables.REPORTINGOWNER.push({ ...key, ...reportingOwner(owner) });
    }
    for (const line of filing.lines) {
      const table = tableOf(line);
      // Keys start anew in each table, and 9 comes before 10.
      const sk = { [`${table}_SK`]: String(tables[table].length + 7) };
      tables[table].push({ ...key, ...sk, ...printLine(line), ...marks(line) });
    }
    for (const { id, text } of filing.footnotes) {
      tables.FOOTNOTES.push({ ...key, FOOTNOTE_ID: id, FOOTNOTE_TXT: text });
    }
    for (const signature of filing.signatures) {
      const date = printDate(signature.date);
      tables.OWNER_SIGNATURE.push({
        ...key,
        OWNERSIGNATURENAME: signature.name,
        OWNERSIGNATUREDATE: date,
      });
    }
  }
  return tables;
}

/** A table's text, header first; columns may be given to print fewer, more or in another order. */
function printTable(
  table: DataSetTable,
  rows: readonly PrintedRow[],
  columns: readonly string[] = COLUMNS[table],
): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return lines.map((cells) => `${cells.map(printCell).join('\t')}\n`).join('');
}

/** One filing's rows as the source gives them. */
export function printExcerpt(tables: PrintedTables): string {
  const parts = DATA_SET_TABLES.filter((table) => tables[table].length > 0).map(
    (table) => `#${table}\n${printTable(table, tables[table])}`,
  );
  return `${DATA_SET_EXCERPT}\n${parts.join('')}`;
}

/** The files of a data set, by name. */
export function printFiles(tables: PrintedTables): Record<string, string> {
  return Object.fromEntries(
    DATA_SET_TABLES.map((table) => [`${table}.tsv`, printTable(table, tables[table])]),
  );
}

/** A zip of files. */
export async function zip(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, content] of Object.entries(files)) {
    archive.addBuffer(Buffer.from(content), name);
  }
  archive.end();
  const chunks: Buffer[] = [];
  for await (const chunk of archive.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function submission(filing: Filing): PrintedRow {
  return {
    FILING_DATE: printDate(filing.filedOn),
    PERIOD_OF_REPORT: printDate(filing.periodOfReport),
    DATE_OF_ORIG_SUB: printDate(filing.dateOfOriginalSubmission),
    NO_SECURITIES_OWNED: filing.noSecuritiesOwned ? '1' : '',
    NOT_SUBJECT_SEC16: filing.notSubjectToSection16 ? 'true' : 'false',
    FORM3_HOLDINGS_REPORTED: filing.form3HoldingsReported ? '1' : '0',
    FORM4_TRANS_REPORTED: filing.form4TransactionsReported ? '1' : '0',
    DOCUMENT_TYPE: filing.form.replace('FORM_', '').replace('_', '/'),
    ISSUERCIK: filing.issuer.cik ?? '',
    ISSUERNAME: filing.issuer.name,
    ISSUERTRADINGSYMBOL: filing.issuer.tradingSymbol ?? '',
    REMARKS: filing.remarks ?? '',
    AFF10B5ONE: filing.aff10b5One === null ? '' : filing.aff10b5One ? '1' : '0',
  };
}

function reportingOwner(owner: FiledOwner): PrintedRow {
  const { address } = owner;
  const relationships = [
    owner.isDirector ? 'Director' : '',
    owner.isOfficer ? 'Officer' : '',
    owner.isTenPercentOwner ? 'TenPercentOwner' : '',
    owner.isOther ? 'Other' : '',
  ];
  return {
    RPTOWNERCIK: owner.cik ?? '',
    RPTOWNERNAME: owner.name,
    RPTOWNER_RELATIONSHIP: relationships.filter((word) => word !== '').join(','),
    RPTOWNER_TITLE: owner.officerTitle ?? '',
    RPTOWNER_TXT: owner.otherText ?? '',
    RPTOWNER_STREET1: address?.street1 ?? '',
    RPTOWNER_STREET2: address?.street2 ?? '',
    RPTOWNER_CITY: address?.city ?? '',
    RPTOWNER_STATE: address?.state ?? '',
    RPTOWNER_ZIPCODE: address?.zip ?? '',
    RPTOWNER_STATE_DESC: address?.stateDescription ?? '',
    FILE_NUMBER: '001-00001',
  };
}

function tableOf({ table, kind }: FiledLine): Exclude<DataSetTable, 'SUBMISSION'> {
  const side = table === 'DERIVATIVE' ? 'DERIV' : 'NONDERIV';
  return `${side}_${kind === 'transaction' ? 'TRANS' : 'HOLDING'}`;
}

function printLine(line: FiledLine): PrintedRow {
  const cells = {
    SECURITY_TITLE: line.securityTitle,
    TRANS_FORM_TYPE: line.formType ?? '',
    CONV_EXERCISE_PRICE: printAmount(line.conversionOrExercisePrice),
    EXERCISE_DATE: printDate(line.exercisableOn),
    EXCERCISE_DATE: printDate(line.exercisableOn),
    EXPIRATION_DATE: printDate(line.expiresOn),
    UNDLYNG_SEC_TITLE: line.underlyingTitle ?? '',
    UNDLYNG_SEC_SHARES: printAmount(line.underlyingShares),
    UNDLYNG_SEC_VALUE: printAmount(line.underlyingValue),
    SHRS_OWND_FOLWNG_TRANS: printAmount(line.sharesAfter),
    VALU_OWND_FOLWNG_TRANS: printAmount(line.valueAfter),
    DIRECT_INDIRECT_OWNERSHIP: line.ownership === 'DIRECT' ? 'D' : 'I',
    NATURE_OF_OWNERSHIP: line.nature ?? '',
  };
  if (line.kind === 'holding') return cells;
  return {
    ...cells,
    TRANS_DATE: printDate(line.transactionDate),
    DEEMED_EXECUTION_DATE: printDate(line.deemedExecutionDate),
    TRANS_CODE: line.code,
    EQUITY_SWAP_INVOLVED: line.equitySwapInvolved ? 'true' : '0',
    TRANS_TIMELINESS: { ON_TIME: '', EARLY: 'E', LATE: 'L' }[line.timeliness],
    TRANS_SHARES: printAmount(line.shares),
    TRANS_TOTAL_VALUE: printAmount(line.totalValue),
    TRANS_PRICEPERSHARE: printAmount(line.pricePerShare),
    TRANS_ACQUIRED_DISP_CD: { ACQUIRED: 'A', DISPOSED: 'D', '': '' }[line.acquiredDisposed ?? ''],
  };
}

const MARK_COLUMNS: Readonly<Record<FootnoteField, readonly string[]>> = {
  title: ['SECURITY_TITLE_FN'],
  conversionOrExercisePrice: ['CONV_EXERCISE_PRICE_FN'],
  transactionDate: ['TRANS_DATE_FN'],
  deemedExecutionDate: ['DEEMED_EXECUTION_DATE_FN'],
  code: ['EQUITY_SWAP_TRANS_CD_FN', 'TRANS_FORM_TYPE_FN'],
  timeliness: ['TRANS_TIMELINESS_FN'],
  shares: ['TRANS_SHARES_FN'],
  totalValue: ['TRANS_TOTAL_VALUE_FN'],
  pricePerShare: ['TRANS_PRICEPERSHARE_FN'],
  acquiredDisposed: ['TRANS_ACQUIRED_DISP_CD_FN'],
  exercisableOn: ['EXERCISE_DATE_FN', 'EXCERCISE_DATE_FN'],
  expiresOn: ['EXPIRATION_DATE_FN'],
  underlyingTitle: ['UNDLYNG_SEC_TITLE_FN'],
  underlyingShares: ['UNDLYNG_SEC_SHARES_FN'],
  underlyingValue: ['UNDLYNG_SEC_VALUE_FN'],
  amountAfter: ['SHRS_OWND_FOLWNG_TRANS_FN'],
  ownership: ['DIRECT_INDIRECT_OWNERSHIP_FN'],
  nature: ['NATURE_OF_OWNERSHIP_FN'],
};

/** The fields whose marks a table of lines has a column for. */
export function markedFields(line: FiledLine): FootnoteField[] {
  const columns = COLUMNS[tableOf(line)];
  return (Object.keys(MARK_COLUMNS) as FootnoteField[]).filter((field) =>
    MARK_COLUMNS[field].some((column) => columns.includes(column)),
  );
}

function marks({ footnotes }: FiledLine): PrintedRow {
  const cells: Record<string, string> = {};
  for (const { field, id } of footnotes) {
    for (const column of MARK_COLUMNS[field]) {
      cells[column] = cells[column] === undefined ? id : `${cells[column]}, ${id}`;
    }
  }
  return cells;
}

/** 25528.0, 0.59: rounded to two places, and at least one of them written. */
function printAmount(amount: string | null): string {
  return amount === null ? '' : new Big(amount).toFixed(2).replace(/0$/, '');
}

function printDate(date: string | null): string {
  if (date === null) return '';
  const [year, month, day] = date.split('-');
  const months = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
  return `${day}-${months[Number(month) - 1]}-${year}`;
}

function printCell(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
