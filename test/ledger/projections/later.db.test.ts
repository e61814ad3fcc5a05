import { describe, expect, it } from 'vitest';
import {
  type BuildProgress,
  catchUp,
  ingest,
  rebuildProjections,
} from '../../../src/ledger/index.ts';
import { ledgerPositions } from '../../../src/reads/index.ts';
import type { SourceDocument } from '../../../src/values/index.ts';
import { form4Document } from '../../support/form4.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

const ANN = { cik: 51, name: 'Early Ann' };
const BEN = { cik: 52, name: 'Later Ben' };

function bought(number: number, owners: { cik: number; name: string }[], after: string) {
  const date = `2024-03-${String(number).padStart(2, '0')}`;
  return form4Document({
    number,
    signedOn: date,
    owners,
    lines: [{ code: 'P', date, shares: '100', price: '20', after }],
  });
}

/** What sketches of filings add to a CIK. */
const FIRST = 9_000_000;

/** Whose accounts are worked out, and whether the projections hold all. */
async function stateOf({ database: { pool } }: TestLedger) {
  const { rows } = await pool.query<{ people: bigint[] }>(
    `SELECT array_agg(DISTINCT person_id ORDER BY person_id) AS people FROM entry
     WHERE person_id NOT IN (SELECT person_id FROM unprojected_person)`,
  );
  const { head, projectedTo } = await ledgerPositions(pool);
  return {
    people: (rows[0]?.people ?? []).map((id) => Number(id) - FIRST),
    behind: head > projectedTo,
  };
}

async function same({ database }: TestLedger) {
  return (await rebuildProjections(database)).filter((table) => !table.same);
}

/** Ingests as a large ingest that began at a position does. */
function large(
  { database }: TestLedger,
  documents: SourceDocument[],
  { newSince = 0n, filings = 1 } = {},
) {
  return ingest(database, documents, { leaving: { newSince, filings } });
}

describe('§4 a large ingest (docs/decisions/0030)', () => {
  it('leaves new people of many filings for its end, and says how far it is', async () => {
    const ledger = await createTestLedger();
    await ingest(ledger.database, [bought(1, [ANN], '100')]);
    const { head: newSince } = await ledgerPositions(ledger.database.pool);
    const how = { newSince, filings: 2 };
    await large(ledger, [bought(2, [ANN], '200'), bought(3, [BEN], '100')], how);
    await large(ledger, [bought(4, [ANN], '300'), bought(5, [BEN], '200')], how);
    expect(await stateOf(ledger)).toEqual({ people: [ANN.cik, BEN.cik], behind: false });
    await large(ledger, [bought(6, [ANN], '400'), bought(7, [BEN], '300')], how);
    expect(await stateOf(ledger)).toEqual({ people: [ANN.cik], behind: true });
    expect(await catchUp(ledger.database)).toBe(true);
    expect(await stateOf(ledger)).toEqual({ people: [ANN.cik, BEN.cik], behind: false });
    expect(await same(ledger)).toEqual([]);
  });

  it('takes filings that come meanwhile, of those left and of others, in their turn', async () => {
    const ledger = await createTestLedger();
    await large(ledger, [bought(1, [BEN], '100')]);
    await large(ledger, [bought(2, [BEN], '200')]);
    const [answer] = await ingest(ledger.database, [bought(3, [ANN, BEN], '300')]);
    expect(answer?.outcome).toBe('appended');
    expect(await stateOf(ledger)).toEqual({ people: [ANN.cik], behind: true });
    await catchUp(ledger.database);
    expect(await stateOf(ledger)).toEqual({ people: [ANN.cik, BEN.cik], behind: false });
    expect(await same(ledger)).toEqual([]);
  });

  it('keeps what people had by where the projections are, until they are worked out', async () => {
    const ledger = await createTestLedger();
    const amounts = async () => {
      const { rows } = await ledger.database.pool.query('SELECT amount FROM entry ORDER BY 1');
      return rows.map(({ amount }) => amount);
    };
    await large(ledger, [bought(1, [BEN], '100')]);
    const before = await ledgerPositions(ledger.database.pool);
    await large(ledger, [bought(2, [BEN], '200')]);
    const { projectedTo } = await ledgerPositions(ledger.database.pool);
    expect(projectedTo).toBe(before.head);
    expect(await amounts()).toEqual(['100']);
    await catchUp(ledger.database);
    expect(await amounts()).toEqual(['100', '200']);
    expect(await same(ledger)).toEqual([]);
  });

  it('says nothing any more of a line of theirs that counts no longer', async () => {
    const ledger = await createTestLedger();
    const { pool } = ledger.database;
    await large(ledger, [bought(1, [BEN], '100')]);
    await large(ledger, [bought(2, [BEN], '200')]);
    const first = '(SELECT min(position) FROM reported_line)';
    await pool.query(`UPDATE reported_line SET is_left_out = true WHERE position = ${first}`);
    await catchUp(ledger.database);
    const { rows } = await pool.query('SELECT reconciliation FROM reported_line ORDER BY position');
    expect(rows).toEqual([{ reconciliation: null }, { reconciliation: 'OPENING' }]);
  });

  it('leaves people whose line a filing that comes meanwhile shows to be a duplicate', async () => {
    const ledger = await createTestLedger();
    const report = (number: number, owners: { cik: number; name: string }[]) =>
      form4Document({
        number,
        signedOn: `2024-03-${String(number).padStart(2, '0')}`,
        owners,
        lines: [{ code: 'P', date: '2024-03-01', shares: '100', price: '20', after: '100' }],
      });
    await large(ledger, [report(5, [BEN, ANN])]);
    await large(ledger, [bought(6, [BEN, ANN], '200')]);
    await ingest(ledger.database, [report(4, [BEN])]);
    expect((await stateOf(ledger)).people).toEqual([]);
    await catchUp(ledger.database);
    const { rows } = await ledger.database.pool.query(
      'SELECT count(*) AS count FROM reported_line WHERE repeats IS NOT NULL',
    );
    expect(rows).toEqual([{ count: 1n }]);
    expect(await stateOf(ledger)).toEqual({ people: [ANN.cik, BEN.cik], behind: false });
    expect(await same(ledger)).toEqual([]);
  });

  it('goes on at its end where it was stopped, and is built anew where the rules have changed', async () => {
    const ledger = await createTestLedger();
    const people = Array.from({ length: 850 }, (_, index) => {
      return { cik: 1_000 + index, name: `Person Number ${index}` };
    });
    const documents = (first: number, date: string, after: string) =>
      people.map((person, index) =>
        form4Document({
          number: first + index,
          signedOn: date,
          owners: [person],
          lines: [{ code: 'P', date, shares: '10', price: '1', after }],
        }),
      );
    await large(ledger, documents(1, '2024-03-01', '10'));
    await large(ledger, documents(1_001, '2024-03-02', '20'));
    const stopped = catchUp(ledger.database, () => {
      throw new Error('stopped');
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect((await stateOf(ledger)).people).toHaveLength(800);
    await ledger.database.pool.query("UPDATE projection_build SET rules = 'others'");
    const stages: BuildProgress['stage'][] = [];
    await catchUp(ledger.database, ({ stage }) => stages.push(stage));
    expect(stages[0]).toBe('FILINGS');
    expect(await stateOf(ledger)).toMatchObject({ behind: false });
    expect((await stateOf(ledger)).people).toHaveLength(850);
  });
});
