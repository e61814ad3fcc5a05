import { describe, expect, it } from 'vitest';
import {
  catchUp,
  ingest,
  rebuildProjections,
  rereadLedger,
  verifyLedger,
  verifyReadings,
} from '../../../src/ledger/index.ts';
import { readiness } from '../../../src/server/operators/readiness.ts';
import type { SourceDocument } from '../../../src/values/index.ts';
import { createClient } from '../../schema/client.ts';
import {
  openEarlierLedger,
  readHandedOut,
} from '../../support/earlier-ledger/open-earlier-ledger.ts';
import { readAllSources } from '../../support/kept-sources.ts';
import { pictureOf } from '../../support/picture.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const VIEWPOINTS = [
  ['2023-03-07', '2023-03-10T00:00:00.000Z'],
  ['2023-05-10', '2023-12-31T00:00:00.000Z'],
  ['2024-12-31', '2099-01-01T00:00:00.000Z'],
] as const;

/** All that a ledger says; with which warnings documents were read was not kept then. */
async function saidBy(ledger: Parameters<typeof pictureOf>[0]) {
  const { filings, ...picture } = await pictureOf(ledger, VIEWPOINTS);
  return { ...picture, filings: filings.map((filing) => ({ ...filing, warnings: null })) };
}

interface Listed {
  readonly edges: readonly { readonly cursor: string; readonly node: Record<string, string> }[];
}

describe('§4 a ledger older than the versions of its readings', () => {
  it('opens, is read again as if it had been read well, and still appends', async () => {
    const { database, added } = await openEarlierLedger();
    expect(added.length).toBeGreaterThan(0);
    expect(await readiness(database)).toEqual({
      ready: false,
      reason: 'The projections are being built.',
    });
    expect(await catchUp(database)).toBe(true);
    expect(await readiness(database)).toMatchObject({ ready: true });
    expect((await verifyLedger(database.pool)).faults).toEqual([]);
    const misread = (await verifyReadings(database.pool)).faults;
    // Three of them for what their headers say alone.
    expect(misread).toHaveLength(7);
    const reread: string[] = [];
    for await (const { found } of rereadLedger(database)) {
      reread.push(...found.map(({ filingId }) => String(filingId)));
    }
    expect(reread).toEqual(misread.map(({ position }) => String(position)));
    expect((await verifyReadings(database.pool)).faults).toEqual([]);
    expect((await verifyLedger(database.pool)).faults).toEqual([]);
    expect((await rebuildProjections(database)).filter(({ same }) => !same)).toEqual([]);
    const documents = await readAllSources(database);
    const well = await createTestLedger();
    await ingest(well.database, documents);
    expect(await saidBy({ database })).toEqual(await saidBy(well));
    const again = await ingest(database, documents);
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['alreadyHeld']));
    const [first] = documents;
    const fresh: SourceDocument = {
      name: 'fresh.xml',
      bytes: first?.bytes ?? new Uint8Array(),
      accessionNumber: '0009000109-25-000001' as SourceDocument['accessionNumber'],
      filedOn: '2025-02-03' as SourceDocument['filedOn'],
    };
    expect(await ingest(database, [fresh])).toMatchObject([{ outcome: 'appended' }]);
    expect((await verifyLedger(database.pool)).faults).toEqual([]);
  });

  it('still knows the ids and cursors that it gave, before and after it is read again', async () => {
    const { database } = await openEarlierLedger();
    await catchUp(database);
    const { before, people, issuers, filings, events } = await readHandedOut();
    const client = createClient(database);
    const holds = async () => {
      const provisional = [...before.people.nodes, ...before.issuers.nodes];
      const later = [people, issuers, filings].flatMap(({ edges }: Listed) =>
        edges.map(({ node }) => node),
      );
      const ids = [...provisional, ...later].map(({ id }: { id: string }) => id);
      for (let start = 0; start < ids.length; start += 20) {
        const { data, errors } = await client.send(
          'query($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }',
          { ids: ids.slice(start, start + 20) },
        );
        expect(errors).toBeUndefined();
        expect(((data?.nodes ?? [null]) as unknown[]).filter((node) => node === null)).toEqual([]);
      }
      for (const [list, { edges }] of Object.entries({ filings, events } as Record<
        string,
        Listed
      >)) {
        const [, , third, fourth] = edges;
        const key = list === 'filings' ? 'id' : 'position';
        const { data, errors } = await client.send(
          `query($after: String) { ${list}(first: 1, after: $after) { nodes { ${key} } }
             all: ${list}(first: 100) { nodes { ${key} } } }`,
          { after: third?.cursor },
        );
        expect(errors).toBeUndefined();
        const { nodes } = (data?.all ?? { nodes: [] }) as { nodes: Record<string, string>[] };
        const at = nodes.findIndex((node) => node[key] === third?.node[key]);
        expect(at).toBeGreaterThanOrEqual(0);
        // Filings of one known-at had another order then.
        const next = list === 'filings' ? nodes[at + 1] : fourth?.node;
        expect(data?.[list]).toEqual({ nodes: [{ [key]: next?.[key] }] });
      }
    };
    await holds();
    for await (const _ of rereadLedger(database));
    await holds();
  });
});
