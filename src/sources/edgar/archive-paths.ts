import { type Cik, numberOf, parseQuarter, type Quarter, yearOf } from '../../values/index.ts';

/** The first quarter of which the SEC made a data set. */
export const FIRST_DATA_SET = quarter('2006q1');

/** The first quarter with filings that the parser reads: ownership XML began in May 2003. */
export const FIRST_XML = quarter('2003q2');

/** The first quarter of which EDGAR has an index. */
export const FIRST_INDEX = quarter('1993q1');

/** Where the index of a quarter's filings is. */
export function fullIndexPath(of: Quarter): string {
  return `/Archives/edgar/full-index/${yearOf(of)}/QTR${numberOf(of)}/master.gz`;
}

/** Where a quarter's data set may be: the SEC keeps newer ones in another folder. */
export function dataSetPaths(of: Quarter): string[] {
  return ['structureddata', 'datastandardsinnovation'].map(
    (folder) => `/files/${folder}/data/insider-transactions-data-sets/${of}_form345.zip`,
  );
}

/** Where the JSON of a filer's submissions is: the newest of them, and the names of older pages. */
export function submissionsPath(cik: Cik): string {
  return `/submissions/CIK${cik}.json`;
}

function quarter(text: string): Quarter {
  const parsed = parseQuarter(text);
  if (parsed === null) throw new Error(`${text} is no quarter.`);
  return parsed;
}
