import { holdingsOfAll } from './holdings-of-all.ts';
import type { TestLedger } from './test-ledger.ts';

/**
 * What may depend on the order of arrival: positions, the first document's stream, of equal texts
 * the bytes.
 */
const ARRIVAL = [
  'id',
  'position',
  'filing_id',
  'stream',
  'amends_id',
  'superseded_by',
  'repeats',
  'amendment_candidates',
  'source_hash',
  'is_late',
  // Which parser read it says nothing of what it says.
  'parser',
];

/**
 * All that a ledger says, named by what does not depend on the order in which documents came: rows
 * of people, issuers and what headers say of them, filings, owners and lines, amendments, duplicate
 * reports, relationships, entries, and holdings at some viewpoints.
 */
export async function pictureOf(
  { database }: Pick<TestLedger, 'database'>,
  viewpoints: readonly (readonly [asOf: string, knownAt: string])[],
) {
  const rows = async (sql: string) => (await database.pool.query(sql)).rows;
  const without = (row: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(row).filter(([column]) => !ARRIVAL.includes(column)));
  const order = 'ORDER BY filed.order_key';
  const filed = async (table: string, more: string) =>
    (
      await rows(
        `SELECT filed.order_key AS filed, t.* FROM ${table} t
         JOIN filing filed ON filed.id = t.filing_id ${order}, ${more}`,
      )
    ).map(without);
  return {
    people: await rows(
      'SELECT * FROM person p JOIN person_name n ON n.person_id = p.id ORDER BY p.id, n.name',
    ),
    issuers: await rows(
      'SELECT * FROM issuer i JOIN issuer_name n ON n.issuer_id = i.id ORDER BY i.id, n.name',
    ),
    tickers: await rows('SELECT * FROM issuer_ticker ORDER BY issuer_id, as_filed'),
    formerNames: await rows('SELECT * FROM issuer_former_name ORDER BY issuer_id, until, name'),
    headerFacts: await filed('issuer_facts', 't.issuer_id, t.known_from'),
    filings: (await rows(`SELECT * FROM filing filed ${order}`)).map(without),
    owners: await filed('filing_owner', 't.ordinal'),
    lines: (await filed('reported_line', 't.security_table, t.line')).filter(
      (line) => line.is_taken_back !== true,
    ),
    amendments: await rows(
      `SELECT f.order_key, o.order_key AS original, f.amendment_outcome FROM filing f
       LEFT JOIN filing o ON o.id = f.amends_id ORDER BY f.order_key`,
    ),
    superseded: await rows(
      `SELECT f.order_key, l.security_table, l.line, b.security_table AS by_table, b.line AS by_line
       FROM reported_line l JOIN filing f ON f.id = l.filing_id
       JOIN reported_line b ON b.position = l.superseded_by WHERE NOT l.is_taken_back
       ORDER BY 1, 2, 3`,
    ),
    repeats: await rows(
      `SELECT f.order_key, l.security_table, l.line, o.order_key AS of, b.line AS of_line
       FROM reported_line l JOIN filing f ON f.id = l.filing_id
       JOIN reported_line b ON b.position = l.repeats JOIN filing o ON o.id = b.filing_id
       ORDER BY 1, 2, 3`,
    ),
    candidates: await rows(
      `SELECT f.order_key, o.order_key AS candidate FROM filing f
       JOIN filing o ON o.id = ANY(f.amendment_candidates) ORDER BY 1, 2`,
    ),
    relationships: await rows(
      `SELECT r.*, f.order_key AS source FROM relationship r JOIN filing f ON f.id = r.filing_id
       ORDER BY r.person_id, r.issuer_id, r.from_on, r.known_at`,
    ).then((found) => found.map(without)),
    entries: await rows(
      `SELECT e.account_id, e.accounting_order, e.from_on, e.known_at, e.known_to, e.place,
         e.superseded_at, e.is_restated, e.change, e.amount, e.unit, e.is_derived, e.reconciliation,
         e.difference, e.evidence FROM entry e ORDER BY 1, 2, 3, 4, 8`,
    ),
    holdings: await Promise.all(
      viewpoints.map(([asOf, knownAt]) => holdingsOfAll(database, asOf, knownAt)),
    ),
  };
}
