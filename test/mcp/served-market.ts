import { type Database, openDatabase } from '../../src/database/index.ts';
import type { MarketSize } from '../../src/server/demo/index.ts';
import { createHttpServer } from '../../src/server/http-server.ts';
import { ingestDocuments } from '../../src/server/ingest-documents.ts';
import { DEFAULT_SETTINGS } from '../../src/server/settings/index.ts';
import type { CalendarDate, SourceDocument } from '../../src/values/index.ts';
import type { FiledMarket } from './filed-market.ts';

/** The market that questions and claims are of, unless another is asked for. */
export const MARKET: MarketSize = {
  issuers: 40,
  people: 400,
  years: 8,
  seed: 24,
  until: '2026-06-30' as CalendarDate,
};

/** A small one, for the tests of every day. */
export const SMALL_MARKET: MarketSize = { ...MARKET, issuers: 10, people: 60, years: 4 };

/** Appends a market to an empty ledger. */
export async function fillMarket(database: Database, { documents }: FiledMarket): Promise<void> {
  await ingestDocuments(database, inOrder(documents), {
    rejected: ({ file, problems }) => {
      throw new Error(`${file}: ${JSON.stringify(problems)}`);
    },
    progress: () => undefined,
  });
}

async function* inOrder(documents: readonly SourceDocument[]) {
  yield* documents;
}

/** Serves a ledger on a free port, and counts nobody. */
export async function serveLedger(
  connectionString: string,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const database = openDatabase({ connectionString, poolSize: 6 });
  const settings = { ...DEFAULT_SETTINGS, requestsPerMinute: 0 };
  const http = createHttpServer({ database, settings });
  await new Promise<void>((listening) => http.server.listen(0, '127.0.0.1', listening));
  const address = http.server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    close: async () => {
      await http.close();
      await database.close();
    },
  };
}
