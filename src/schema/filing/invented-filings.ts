import { INVENTED_FILER } from '../../values/index.ts';

/** Whether EDGAR has no filing of that number, because it is invented. */
export function isInvented(accessionNumber: string): boolean {
  return SAMPLES.has(accessionNumber) || accessionNumber.startsWith(INVENTED_FILER);
}

/** The accession numbers of the filings of samples/. */
export const SAMPLES: ReadonlySet<string> = new Set([
  '0009000101-23-000002',
  '0009000101-23-000004',
  '0009000101-23-000005',
  '0009000101-23-000007',
  '0009000101-23-000009',
  '0009000101-23-000012',
  '0009000101-23-000016',
  '0009000101-24-000003',
  '0009000102-23-000003',
  '0009000102-23-000006',
  '0009000102-24-000002',
  '0009000102-24-000005',
]);
