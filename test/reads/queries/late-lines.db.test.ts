import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingestPrepared, prepareDocument, rereadLedger } from '../../../src/ledger/index.ts';
import {
  type EventFilter,
  eventPages,
  filingPages,
  type Subject,
} from '../../../src/reads/index.ts';
import type { Instant } from '../../../src/values/index.ts';
import { lesserReader } from '../../support/lesser-reader.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { sourceDocument } from '../../support/source-document.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

const DOCUMENTS = Object.entries(sampleDocuments()).map(([name, text]) =>
  sourceDocument(name, text),
);
/** Filings of one known-at, of which the number alone makes the order. */
const SAME_DAY = DOCUMENTS.map((document) => ({
  ...document,
  acceptedAt: '2024-09-03T21:00:00.000Z' as Instant,
}));

async function rereadOf(
  documents: typeof DOCUMENTS,
  onFinished?: Parameters<typeof createTestLedger>[0],
): Promise<TestLedger> {
  const ledger = await createTestLedger(onFinished);
  const poorly = lesserReader(3);
  const prepared = documents.map((document) => prepareDocument(document, poorly));
  await ingestPrepared(ledger.database, prepared);
  for await (const _ of rereadLedger(ledger.database));
  return ledger;
}

describe('§4 lines that a later reading brings', () => {
  let ledger: TestLedger;
  beforeAll(async () => {
    ledger = await rereadOf(DOCUMENTS, afterAll);
  });

  const query = async (text: string) =>
    (await ledger.database.pool.query<Record<string, bigint>>(text)).rows;

  async function walked(subject: Subject, filter: EventFilter, backwards: boolean) {
    const found: bigint[] = [];
    for (;;) {
      const last = found.at(-1);
      const ends = backwards ? { before: last } : { after: last };
      const [page = []] = await eventPages(ledger.database.pool, subject, filter, {
        limit: 2,
        backwards,
        ...ends,
      });
      if (page.length === 0) return backwards ? found.reverse() : found;
      found.push(...page);
    }
  }

  it('stand far behind their filings here', async () => {
    const [row] = await query('SELECT count(*) AS late FROM reported_line WHERE is_late');
    expect(Number(row?.late)).toBeGreaterThan(3);
  });

  it.each([
    ['a person', 'SELECT DISTINCT person_id AS id FROM filing_owner', 'person'],
    ['an issuer', 'SELECT DISTINCT issuer_id AS id FROM filing', 'issuer'],
  ] as const)(
    'are in ledger order on the pages of %s, and none is passed over',
    async (_, ids, of) => {
      for (const { id = 0n } of await query(ids)) {
        const owned =
          of === 'issuer'
            ? `issuer_id = ${id}`
            : `id IN (SELECT filing_id FROM filing_owner WHERE person_id = ${id})`;
        const all = await query(
          `SELECT position FROM ledger_event WHERE filing_id IN (SELECT id FROM filing WHERE ${owned}) ORDER BY 1`,
        );
        for (const backwards of [false, true]) {
          const found = await walked({ of, ids: [id] }, {}, backwards);
          expect(found).toEqual(all.map(({ position }) => position));
        }
      }
    },
  );

  it('are found in the ledger by when their filings became known', async () => {
    const knownTo = '2023-06-30T00:00:00.000Z' as Instant;
    const all = await query(
      `SELECT e.position FROM ledger_event e JOIN filing f ON f.id = e.filing_id
       WHERE f.known_at <= '${knownTo}' AND e.type IN ('TRANSACTION_REPORTED', 'HOLDING_REPORTED') ORDER BY 1`,
    );
    const types = ['TRANSACTION_REPORTED', 'HOLDING_REPORTED'] as const;
    const subject: Subject = { of: 'ledger' };
    const found = await walked(subject, { knownTo, types }, false);
    expect(found).toEqual(all.map(({ position }) => position));
  });
});

describe('§5 filings of one known-at', () => {
  it('are in the order of their numbers, whatever came first', async () => {
    const orders = await Promise.all(
      [SAME_DAY, SAME_DAY.toReversed()].map(async (documents) => {
        const { database } = await rereadOf(documents);
        const subject: Subject = { of: 'ledger' };
        const { rows } = await database.pool.query<{ id: bigint; key: string }>(
          'SELECT id, order_key AS key FROM filing',
        );
        const keys = new Map(rows.map(({ id, key }) => [id, key]));
        const found: string[] = [];
        let after: Awaited<ReturnType<typeof filingPages>>[number][number] | undefined;
        for (;;) {
          const [page = []] = await filingPages(database.pool, subject, {}, { limit: 3, after });
          after = page.at(-1);
          if (after === undefined) return found;
          found.push(...page.map(({ id }) => keys.get(id) ?? ''));
        }
      }),
    );
    expect(orders[0]).toHaveLength(DOCUMENTS.length);
    expect(orders[1]).toEqual(orders[0]);
  });
});
