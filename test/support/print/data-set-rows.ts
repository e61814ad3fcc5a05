import { type PrintedTables, printExcerpt, printTables } from './print-data-set.ts';

/** One invented filing's rows: a sale on a Form 4. */
export function rows(): PrintedTables {
  const key = { ACCESSION_NUMBER: '0009000100-24-000001' };
  return {
    ...printTables([]),
    SUBMISSION: [
      {
        ...key,
        FILING_DATE: '31-JUL-2024',
        PERIOD_OF_REPORT: '29-jul-2024',
        DOCUMENT_TYPE: '4',
        ISSUERCIK: '9000100',
        ISSUERNAME: 'Ostrelle Instruments Inc',
        ISSUERTRADINGSYMBOL: 'OSTR',
      },
    ],
    REPORTINGOWNER: [
      {
        ...key,
        RPTOWNERCIK: '0009000101',
        RPTOWNERNAME: 'Quennevil Idony',
        RPTOWNER_RELATIONSHIP: 'Director',
      },
    ],
    NONDERIV_TRANS: [
      {
        ...key,
        NONDERIV_TRANS_SK: '7',
        SECURITY_TITLE: 'Common Stock',
        TRANS_DATE: '29-JUL-2024',
        TRANS_CODE: 'S',
        TRANS_SHARES: '25528.0',
        TRANS_PRICEPERSHARE: '27.55',
        TRANS_ACQUIRED_DISP_CD: 'D',
        SHRS_OWND_FOLWNG_TRANS: '1000.5',
        DIRECT_INDIRECT_OWNERSHIP: 'D',
      },
    ],
  };
}

/** The excerpt of that filing with cells of a table changed: a row for each of the changes. */
export function changed<T extends keyof PrintedTables>(
  table: T,
  ...cells: readonly Readonly<Record<string, string>>[]
): string {
  const tables = rows();
  const [first = {}] = tables[table];
  tables[table] = cells.map((some) => ({ ...first, ...some }));
  return printExcerpt(tables);
}
