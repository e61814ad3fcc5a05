import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../src/database/index.ts';
import {
  holdings,
  holdingsViewed,
  type RelationshipRow,
  relationships,
  relationshipsOf,
} from '../../../src/reads/index.ts';
import { issuer, keyOf, person, statuses, viewpoints } from '../../support/at-scale.ts';
import { openMillionLedger } from '../../support/million-ledger.ts';

let database: Database;

beforeAll(async () => {
  database = await openMillionLedger();
  return () => database.close();
}, 300_000);

it('§5 §7 asked together, each at a viewpoint of its own, they are what each is alone', async () => {
  const parts = ['issuer', 'person'] as const;
  const viewed = fc.array(fc.tuple(person, issuer, viewpoints), { minLength: 1, maxLength: 40 });
  const ids = ({ personId, issuerId, roles }: RelationshipRow) =>
    [personId, issuerId, ...roles].join(' ');
  await fc.assert(
    fc.asyncProperty(viewed, statuses, async (asked, wanted) => {
      const { pool } = database;
      const [held, ofPeople, ofIssuers] = await Promise.all([
        holdingsViewed(
          pool,
          'person',
          asked.map(([id, , viewpoint]) => ({ id, ...viewpoint })),
          { statuses: wanted },
          parts,
        ),
        relationshipsOf(
          pool,
          'person',
          asked.map(([id, , at]) => ({ id, ...at })),
          parts,
        ),
        relationshipsOf(
          pool,
          'issuer',
          asked.map(([, id, at]) => ({ id, ...at })),
          parts,
        ),
      ]);
      for (const [index, [personId, issuerId, viewpoint]] of asked.entries()) {
        const alone = await holdings(pool, { people: [personId] }, viewpoint, { statuses: wanted });
        expect(held[index]?.map(keyOf).sort()).toEqual(alone.map(keyOf).sort());
        const person = await relationships(pool, { people: [personId] }, viewpoint);
        expect(ofPeople[index]?.map(ids).sort()).toEqual(person.map(ids).sort());
        const issuer = await relationships(pool, { issuers: [issuerId] }, viewpoint);
        expect(ofIssuers[index]?.map(ids).sort()).toEqual(issuer.map(ids).sort());
      }
    }),
    { numRuns: 8, seed: 20_261_122 },
  );
}, 120_000);
