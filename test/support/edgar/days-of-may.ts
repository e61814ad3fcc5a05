import { type EdgarServer, startEdgarServer } from '../edgar-server.ts';
import { createTestLedger, type TestLedger } from '../test-ledger.ts';
import { following } from './following.ts';
import { inventedListing, type ListedFiling } from './listed-filing.ts';

/** A day in milliseconds. */
export const DAY_MS = 86_400_000;
/** The business days from Thursday, the 2nd of May, to Monday, the 13th. */
const DAYS = ['02', '03', '06', '07', '08', '09', '10', '13'].map((date) => `2024-05-${date}`);
/** Two filings of each of these days. */
export const FILINGS = DAYS.flatMap((day, at) =>
  [1, 2].map((one) => inventedListing(at * 2 + one, { day })),
);
/** The accession numbers of filings. */
export const numbersOf = (filings: readonly ListedFiling[]) =>
  filings.map(({ accessionNumber }) => accessionNumber);
/** Those filed before a day. */
export const filedBefore = (day: string) => FILINGS.filter(({ filedOn }) => filedOn < day);

/** The evening of a day in New York. */
export const evening = (day: string) => Date.parse(`${day}T23:30:00Z`);

/**
 * Follows once, on a day's evening, what EDGAR lists of days before it; the feed has nothing more.
 */
export async function once(
  { database }: Pick<TestLedger, 'database'>,
  server: EdgarServer,
  day: string,
  options: Partial<Parameters<typeof following>[2]> = {},
) {
  const run = following(server, database, { once: true, now: () => evening(day), ...options });
  return { summary: await run.ended, said: run.said };
}

/**
 * A ledger that was followed through the 2nd of May, and an EDGAR whose feeds go back to nothing.
 */
export async function followedToThursday(set: Parameters<typeof startEdgarServer>[0] = {}) {
  const ledger = await createTestLedger();
  const server = await startEdgarServer({
    filings: filedBefore('2024-05-03'),
    feedEntries: 0,
    ...set,
  });
  await once(ledger, server, '2024-05-02');
  server.list(...FILINGS.filter(({ filedOn }) => filedOn <= '2024-05-06'));
  return { ledger, server };
}
