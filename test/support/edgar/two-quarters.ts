import {
  type BackfillOptions,
  backfill,
  planBackfill,
  type QuarterEnd,
} from '../../../src/server/backfill/index.ts';
import type { RejectedFile } from '../../../src/server/ingest-documents.ts';
import type { CalendarDate } from '../../../src/values/index.ts';
import { type EdgarServer, startEdgarServer } from '../edgar-server.ts';
import type { TestLedger } from '../test-ledger.ts';
import { clientOf } from './client-of.ts';
import { dataSetPath, dataSetZip } from './data-set-zip.ts';
import { inventedListing, type ListedFiling } from './listed-filing.ts';

const TODAY = '2024-11-20' as CalendarDate;
/** Filings of the first quarter of 2024, of the second, and of both. */
export const Q1 = [1, 2, 3].map((number) => inventedListing(number, { day: '2024-02-06' }));
export const Q2 = [4, 5, 6, 7].map((number) => inventedListing(number, { day: '2024-05-06' }));
export const ALL = [...Q1, ...Q2];
/** Paths of EDGAR: indexes, submissions, data sets. */
export const INDEX = /full-index/;
export const SUBMISSION = /edgar\/data/;
export const ZIP = /form345/;

/** An EDGAR with the invented filings and their data sets. */
export async function edgar(filings: readonly ListedFiling[] = ALL): Promise<EdgarServer> {
  const server = await startEdgarServer({ filings });
  server.put(dataSetPath('2024q1'), await dataSetZip(Q1));
  server.put(dataSetPath('2024q2'), await dataSetZip(Q2));
  return server;
}

/** Runs a backfill of both quarters, or of what the options say. */
export async function run(
  { database }: Pick<TestLedger, 'database'>,
  server: EdgarServer,
  options: BackfillOptions = {},
) {
  const { client, retries } = clientOf(server.url);
  const plan = planBackfill({ from: '2024q1', to: '2024q2', ...options }, TODAY);
  const reports = {
    rejected: [] as RejectedFile[],
    missing: [] as string[],
    ends: [] as QuarterEnd[],
  };
  const { summary, finishedBefore } = await backfill({
    database,
    client,
    plan,
    listener: {
      rejected: (file) => reports.rejected.push(file),
      missing: (what, fault) => reports.missing.push(fault === null ? what : `${what}: ${fault}`),
      quarterEnded: (end) => reports.ends.push(end),
      progress: () => undefined,
    },
  });
  return { summary, finishedBefore, retries, ...reports };
}

/** The filings of a ledger: numbers and renditions. */
export const numbers = async ({ database }: TestLedger) => {
  const { rows } = await database.pool.query<{ number: string; rendition: string }>(
    'SELECT accession_number AS number, rendition FROM filing ORDER BY 1',
  );
  return rows;
};
/** The same of listed filings, of one rendition. */
export const expected = (filings: readonly ListedFiling[], rendition: string) =>
  filings.map(({ accessionNumber: number }) => ({ number, rendition }));
