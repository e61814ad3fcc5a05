import { describe, expect, it } from 'vitest';
import { ingest, rebuildProjections } from '../../../src/ledger/index.ts';
import { holdings, ownership } from '../../../src/reads/index.ts';
import type { CalendarDate, Instant, SourceDocument } from '../../../src/values/index.ts';
import { type Form4Sketch, form4Document, type LineSketch } from '../../support/form4.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const VIEWPOINT = {
  asOf: '2025-12-31' as CalendarDate,
  knownAt: '2026-01-01T00:00:00.000Z' as Instant,
};

/**
 * What sums and holdings say of a ledger of these documents, in every order and after a rebuild.
 */
async function answered(...documents: readonly SourceDocument[]) {
  const asked = async (given: readonly SourceDocument[]) => {
    const ledger = await createTestLedger();
    for (const document of given) await ingest(ledger.database, [document]);
    const { pool } = ledger.database;
    const issuers = [9_000_301n];
    const sum = async (code: string) => {
      const { rows } = await pool.query<{ shares: string; count: number }>(
        `SELECT coalesce(sum(shares), 0) AS shares, count(*)::int AS count FROM reported_line
         WHERE code::text = $1 AND superseded_by IS NULL AND repeats IS NULL`,
        [code],
      );
      return rows[0];
    };
    const sold = await sum('S');
    const [totals] = await ownership(pool, issuers, VIEWPOINT);
    const held = await holdings(pool, { issuers }, VIEWPOINT, { statuses: ['CURRENT', 'CARRIED'] });
    const { rows } = await pool.query<{ reconciliation: string }>(
      'SELECT reconciliation FROM reported_line ORDER BY known_at, filing_id, position',
    );
    expect((await rebuildProjections(ledger.database)).filter(({ same }) => !same)).toEqual([]);
    return {
      bought: (await sum('P'))?.shares,
      sold: sold?.shares,
      sales: sold?.count,
      owned: totals?.map(({ total }) => total),
      held: held.map(({ amount, status }) => `${amount} ${status}`),
      lines: rows.map(({ reconciliation }) => reconciliation),
    };
  };
  const inOrder = await asked(documents);
  const { lines: _, ...backwards } = await asked([...documents].reverse());
  const { lines: __, ...rest } = inOrder;
  expect(backwards).toEqual(rest);
  return inOrder;
}

const ALONE = [{ cik: 410, name: 'Garsdale Otto' }];
const BOUGHT: LineSketch = { code: 'P', shares: '500', price: '10', after: '1500' };
const form = (number: number, more: Partial<Form4Sketch> = {}) =>
  form4Document({ number, owners: ALONE, lines: [BOUGHT], ...more });

describe('§5 a trade that its owner reports twice', () => {
  it('counts once, and its second report is consistent', async () => {
    expect(await answered(form(1), form(2))).toEqual({
      bought: '500',
      sold: '0',
      sales: 0,
      owned: ['1500'],
      held: ['1500 CURRENT'],
      lines: ['OPENING', 'CONSISTENT'],
    });
  });

  it('counts once where it comes a year later, and the balance of today stays', async () => {
    const sold = { code: 'S', shares: '700', price: '11', after: '800', acquired: false };
    const later = form(2, { signedOn: '2024-06-03', lines: [{ ...sold, date: '2024-06-01' }] });
    expect(await answered(form(1), later, form(3, { signedOn: '2025-02-03' }))).toMatchObject({
      bought: '500',
      sold: '700',
      held: ['800 CURRENT'],
      lines: ['OPENING', 'CONSISTENT', 'CONSISTENT'],
    });
  });

  it('counts twice where the amount after is another', async () => {
    const next = form(2, { lines: [{ ...BOUGHT, after: '2000' }] });
    expect(await answered(form(1), next)).toMatchObject({ bought: '1000', owned: ['2000'] });
  });
});

describe('§5 equal trades of two people', () => {
  const founders = ['Doe Ann', 'Roe Bob'].map((name, index) => ({
    cik: 420 + index,
    name,
    isTenPercentOwner: true,
  }));
  const each = (line: LineSketch, notes: readonly (string | undefined)[]) =>
    founders.map((founder, index) =>
      form4Document({
        number: index + 1,
        owners: [founder],
        lines: [notes[index] === undefined ? line : { ...line, note: notes[index] }],
      }),
    );

  it('through trusts that their footnotes tell apart are two sales', async () => {
    const sold = { ...BOUGHT, code: 'S', nature: 'By Trust', after: '378016', acquired: false };
    const notes = [
      'Held by Ann Co Pty as trustee for the Ann Head Trust.',
      'Held by Bob Co Pty as trustee for the Roe Family Trust.',
    ];
    expect(await answered(...each(sold, notes))).toMatchObject({
      sold: '1000',
      sales: 2,
      owned: ['756032'],
    });
  });

  it('under one plan are two grants', async () => {
    const grant = { ...BOUGHT, code: 'A', after: '1027', shares: '1027' };
    const plan = { ...grant, nature: 'By Plimsoll Directors Deferred Stock Unit Plan' };
    expect(await answered(...each(plan, []))).toMatchObject({ owned: ['2054'] });
  });
});
