import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Submission } from '../../../src/ledger/append/index.ts';
import { LARGEST_SUBMISSION, submitFiling, verifyLedger } from '../../../src/ledger/index.ts';
import { ledgerStatus } from '../../../src/reads/index.ts';
import type { AccessionNumber, Instant } from '../../../src/values/index.ts';
import { ownershipDocument, withCell } from '../../support/ownership-document.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const NOW = '2026-11-21T12:00:00.000Z' as Instant;
const NUMBER = '0009000102-24-000321' as AccessionNumber;
const ACCEPTED = '2024-03-05T22:31:07.000Z' as Instant;

async function submitting() {
  const { database } = await createTestLedger();
  const submit = (submission: Partial<Submission> = {}) =>
    submitFiling(
      database,
      { document: ownershipDocument(), accessionNumber: null, filedAt: null, ...submission },
      NOW,
    );
  const known = async () => {
    const { rows } = await database.pool.query(
      `SELECT accession_number AS number, filed_on AS "filedOn", known_at AS "knownAt",
         known_at_basis AS basis FROM filing ORDER BY id`,
    );
    return rows;
  };
  return { database, submit, known };
}

describe('submitFiling', () => {
  it('§3 takes what its sender knows where the document says nothing', async () => {
    const { submit, known } = await submitting();
    expect(await submit({ accessionNumber: NUMBER, filedAt: ACCEPTED })).toEqual({
      outcome: 'appended',
      filingId: 1n,
      positions: [1n, 2n],
      warnings: [],
    });
    expect(await known()).toEqual([
      { number: NUMBER, filedOn: '2024-03-05', knownAt: ACCEPTED, basis: 'ACCEPTANCE' },
    ]);
  });

  it('§2 appends nothing the second time, and gives the same filing and events', async () => {
    const { submit, database } = await submitting();
    const first = await submit({ filedAt: ACCEPTED });
    const again = await submit({ filedAt: ACCEPTED });
    expect(again).toEqual({ ...first, outcome: 'alreadyHeld' });
    expect(await submit()).toEqual(again);
    expect((await ledgerStatus(database.pool)).head).toBe(2n);
  });

  it('§2 learns a number and a time that only a later sender knows', async () => {
    const { submit, known } = await submitting();
    await submit();
    const again = await submit({ accessionNumber: NUMBER, filedAt: ACCEPTED });
    expect(again).toMatchObject({ outcome: 'alreadyHeld', filingId: 1n, positions: [1n, 2n, 3n] });
    expect(await known()).toEqual([
      { number: NUMBER, filedOn: '2024-03-05', knownAt: ACCEPTED, basis: 'ACCEPTANCE' },
    ]);
  });

  it('§3 of two acceptance times the earlier counts, whichever came first', async () => {
    const times = [
      '2024-03-05T22:31:07.000Z',
      '2024-03-05T22:40:00.000Z',
      '2024-03-07T15:00:00.000Z',
    ];
    const orders = fc.shuffledSubarray([...times, null], { minLength: 2 });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const { submit, known } = await submitting();
        for (const filedAt of order) await submit({ filedAt: filedAt as Instant | null });
        const [least] = order.filter((time) => time !== null).sort();
        expect(await known()).toMatchObject([{ knownAt: least, basis: 'ACCEPTANCE' }]);
      }),
      { numRuns: 8 },
    );
  });

  it('§2 appends one filing where the same document is submitted ten times at once', async () => {
    const { submit, database } = await submitting();
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit()));
    expect(answers.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
    for (const answer of answers) {
      expect(answer).toMatchObject({ filingId: 1n, positions: [1n, 2n] });
    }
    expect((await verifyLedger(database.pool)).faults).toEqual([]);
  });

  it('§2 refuses other content under a number that it holds, and changes nothing', async () => {
    const { submit, database } = await submitting();
    await submit({ accessionNumber: NUMBER });
    const other = withCell('100.5000', '200.5');
    await expect(submit({ document: other, accessionNumber: NUMBER })).rejects.toMatchObject({
      category: 'Incorrect',
      message: `input.document: The ledger holds other content under ${NUMBER}; nothing was changed.`,
    });
    expect((await ledgerStatus(database.pool)).head).toBe(2n);
  });

  it.each([
    ['1992-12-31T23:59:59.999Z', 'input.filedAt: EDGAR took no filings before 1993.'],
    ['2026-11-21T12:10:00.001Z', 'input.filedAt: 2026-11-21T12:10:00.001Z is yet to come.'],
  ])('refuses %s as the time of filing', async (filedAt, message) => {
    const { submit } = await submitting();
    await expect(submit({ filedAt: filedAt as Instant })).rejects.toMatchObject({
      category: 'Incorrect',
      message,
    });
  });

  it.each(['1993-01-01T00:00:00.000Z', '2026-11-21T12:10:00.000Z'])(
    'takes %s as the time of filing',
    async (filedAt) => {
      const { submit, known } = await submitting();
      await submit({ filedAt: filedAt as Instant });
      expect(await known()).toMatchObject([{ knownAt: filedAt }]);
    },
  );

  it('rejects what is larger than it takes, by bytes, before it is parsed', async () => {
    const { submit } = await submitting();
    const document = ownershipDocument({ more: `<!--${'é'.repeat(LARGEST_SUBMISSION / 2)}-->` });
    expect(await submit({ document })).toMatchObject({
      outcome: 'rejected',
      problems: [{ code: 'TOO_LARGE' }],
    });
  });
});
