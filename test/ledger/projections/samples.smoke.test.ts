import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/database/index.ts';
import { type HoldingStatus, holdings } from '../../../src/reads/index.ts';
import { type CalendarDate, type Instant, parseInstant } from '../../../src/values/index.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const NOW = '2099-01-01T00:00:00.000Z' as Instant;
const ALL: HoldingStatus[] = ['CURRENT', 'CARRIED', 'EXPIRED'];
let database: Database;

beforeAll(async () => {
  const ledger = await createTestLedger(afterAll);
  ({ database } = ledger);
  await ledger.append(sampleDocuments());
});

/** A person's holdings as "CLASS nature amount STATUS", derived ones with a "~". */
async function held(cik: number, asOf: string, knownAt: Instant): Promise<string[]> {
  const viewpoint = { asOf: asOf as CalendarDate, knownAt };
  const rows = await holdings(database.pool, { people: [BigInt(cik)] }, viewpoint, {
    statuses: ALL,
  });
  return rows.map(({ securityClass, nature, amount, status, derived }) =>
    [securityClass, nature, `${derived ? '~' : ''}${amount}`, status === 'CURRENT' ? '' : status]
      .filter((part) => part !== '')
      .join(' '),
  );
}

// docs/start/samples.md: person, as of, known at ("now" or a date in UTC), what is held.
const EXPECTED: readonly (readonly [number, string, string, readonly string[]])[] = [
  [9000201, '2023-03-06', 'now', ['COMMON STOCK 153000']],
  [
    9000201,
    '2023-03-07',
    '2023-03-10',
    ['COMMON STOCK 155000', 'COMMON STOCK TRUST 40000', 'COMMON STOCK TRUST 25000'],
  ],
  [
    9000201,
    '2023-03-07',
    'now',
    ['COMMON STOCK 155500', 'COMMON STOCK TRUST 40000', 'COMMON STOCK TRUST 25000'],
  ],
  [
    9000201,
    '2023-08-16',
    'now',
    [
      'COMMON STOCK 150500',
      'COMMON STOCK TRUST 40000',
      'COMMON STOCK TRUST 30000',
      'STOCK OPTION RIGHT TO BUY 30000',
    ],
  ],
  [
    9000203,
    '2023-05-10',
    '2023-12-31',
    ['COMMON STOCK 12400', 'COMMON STOCK SPOUSE 1500', 'STOCK OPTION RIGHT TO BUY 20000'],
  ],
  [
    9000203,
    '2023-05-10',
    'now',
    ['COMMON STOCK ~12550', 'COMMON STOCK SPOUSE 1500 CARRIED', 'STOCK OPTION RIGHT TO BUY 20000'],
  ],
  [
    9000203,
    '2023-12-01',
    'now',
    [
      'COMMON STOCK 13848',
      'COMMON STOCK SPOUSE 1500 CARRIED',
      'RESTRICTED STOCK UNIT 4000',
      'STOCK OPTION RIGHT TO BUY 15000',
      'STOCK OPTION RIGHT TO BUY 20000 CARRIED',
    ],
  ],
  [9000202, '2023-05-17', 'now', []],
  [9000202, '2024-01-16', '2024-01-20', ['COMMON STOCK 9431.5307', 'COMMON STOCK SPOUSE 600']],
  [
    9000202,
    '2024-01-16',
    'now',
    ['COMMON STOCK 9431.5307', 'COMMON STOCK SPOUSE 600', 'CLASS A COMMON STOCK 1800'],
  ],
  [
    9000207,
    '2023-10-02',
    'now',
    ['CLASS A COMMON STOCK 8212.5918', 'CLASS A COMMON STOCK 401 K PLAN 1044.3271'],
  ],
  [
    9000207,
    '2024-04-30',
    'now',
    ['CLASS A COMMON STOCK 7250', 'CLASS A COMMON STOCK 401 K PLAN 1044.3271'],
  ],
];

describe('§5 the samples, as docs/start/samples.md tells them', () => {
  it.each(EXPECTED)('%i held on %s, known at %s', async (cik, asOf, knownAt, expected) => {
    const instant = knownAt === 'now' ? NOW : parseInstant(`${knownAt}T00:00:00Z`);
    const found = await held(cik, asOf, instant ?? NOW);
    expect([...found].sort()).toEqual([...expected].sort());
  });

  it.each([9000204, 9000205, 9000206])(
    'a joint filing gives owner %i the whole block',
    async (cik) => {
      const before = await held(cik, '2024-06-30', NOW);
      const after = await held(cik, '2024-07-01', NOW);
      expect(before).toHaveLength(2);
      expect(before[0]).toMatch(/ 2465000$/);
      expect(before[1]).toMatch(/ 300000$/);
      expect(after[1]).toMatch(/ 300000 EXPIRED$/);
    },
  );

  it('reconcile, but for one deliberate BREAK of 37.4082', async () => {
    const { rows } = await database.pool.query(
      `SELECT p.cik, e.difference FROM entry e JOIN person p ON p.id = e.person_id
       WHERE e.reconciliation = 'BREAK' AND p.cik IS NOT NULL`,
    );
    expect(rows).toEqual([{ cik: '0009000207', difference: '37.4082' }]);
  });
});
