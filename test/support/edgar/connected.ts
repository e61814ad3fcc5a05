import { readAtom } from '../../../src/sources/edgar/index.ts';
import { startEdgarServer } from '../edgar-server.ts';
import { clientOf } from './client-of.ts';
import { inventedListing } from './listed-filing.ts';

/** A text as a page of EDGAR's comes. */
export const bytesOf = (text: string) => Buffer.from(text, 'latin1');
/** The entries of a feed; fails the test where it cannot be read. */
export const entriesOf = (text: string) => {
  const entries = readAtom(bytesOf(text));
  if (typeof entries === 'string') throw new Error(entries);
  return entries;
};

/** An EDGAR that lists invented filings, and a client of it. */
export async function connected(listings: Parameters<typeof inventedListing>[1][], options = {}) {
  const filings = listings.map((listing, index) => inventedListing(index + 1, listing));
  const server = await startEdgarServer({ filings, ...options });
  return { server, filings, ...clientOf(server.url) };
}
