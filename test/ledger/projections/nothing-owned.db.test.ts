import { describe, expect, it } from 'vitest';
import { holdings, ownership } from '../../../src/reads/index.ts';
import type { CalendarDate, Instant } from '../../../src/values/index.ts';
import { ownershipDocument } from '../../support/ownership-document.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const ISSUERS = [9_000_101n];
const HOLDING = `<nonDerivativeHolding><securityTitle><value>Common Stock</value></securityTitle>
  <postTransactionAmounts><sharesOwnedFollowingTransaction><value>910</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
  <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></nonDerivativeHolding>`;
const amends = (more: string, lines = '') =>
  ownershipDocument({
    type: '3/A',
    lines,
    more: `<dateOfOriginalSubmission>2024-03-04</dateOfOriginalSubmission>${more}`,
  }).replace('<signatureDate>2024-03-04', '<signatureDate>2024-03-12');
const ORIGINAL = ['0009000101-24-000001.xml', ownershipDocument({ type: '3', lines: HOLDING })];
const NOTHING = ['0009000101-24-000002.xml', amends('<noSecuritiesOwned>1</noSecuritiesOwned>')];
const REMARK = ['0009000101-24-000002.xml', amends('<remarks>A new address.</remarks>')];

/** The outcome of the amendment, and what is held before it is known and after. */
async function amended(...documents: readonly (readonly string[])[]) {
  const { database, append } = await createTestLedger();
  for (const [name = '', text = ''] of documents) await append({ [name]: text });
  const viewpoint = (knownAt: string) => ({
    asOf: '2024-12-31' as CalendarDate,
    knownAt: knownAt as Instant,
  });
  const held = async (knownAt: string) => {
    const statuses = { statuses: ['CURRENT' as const, 'CARRIED' as const] };
    const found = await holdings(database.pool, { issuers: ISSUERS }, viewpoint(knownAt), statuses);
    return found.map(({ amount }) => amount);
  };
  const { rows } = await database.pool.query<{ outcome: string }>(
    `SELECT amendment_outcome AS outcome FROM filing WHERE form = 'FORM_3_A'`,
  );
  const [totals] = await ownership(database.pool, ISSUERS, viewpoint('2025-01-01T00:00:00.000Z'));
  return {
    outcome: rows[0]?.outcome,
    before: await held('2024-03-12T12:00:00.000Z'),
    after: await held('2024-03-14T12:00:00.000Z'),
    owned: totals?.map(({ total }) => total),
  };
}

describe('§6 a 3/A without a line', () => {
  it.each([
    ['after its original', [ORIGINAL, NOTHING]],
    ['before it', [NOTHING, ORIGINAL]],
  ])(
    'that says that nothing is owned takes every line out of force, from its known-at on: %s',
    async (_, documents) => {
      expect(await amended(...documents)).toEqual({
        outcome: 'RESTATES_ALL',
        before: ['910'],
        after: [],
        owned: [],
      });
    },
  );

  it('that says so no more than its original did leaves every line in force', async () => {
    expect(await amended(ORIGINAL, REMARK)).toEqual({
      outcome: 'NOTE_ONLY',
      before: ['910'],
      after: ['910'],
      owned: ['910'],
    });
  });
});
