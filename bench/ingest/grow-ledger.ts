import type pg from 'pg';
import { asAdmin } from '../serve/ledger.ts';

/** How far the identities of two copies of a submission are apart, as in changed-identities.ts. */
const STEP = 10_000_000;

/**
 * Values in place of a column's own, as SQL over the copied row t; null: the table has no such key.
 */
type Changes = Readonly<Record<string, string>>;

/**
 * Makes a ledger larger by copies of all that it holds, each of other filings, people and issuers,
 * until it has so many events. The copies are rows of SQL; their hashes are those of what they were
 * copied from, but for the last one's, which the next append looks at.
 */
export async function growLedger(adminUrl: string, events: number): Promise<number> {
  return asAdmin(adminUrl, async (client) => {
    const { rows } = await client.query<{ events: string; id: string }>(
      `SELECT (SELECT max(position) FROM ledger_event) AS events,
         greatest((SELECT max(id) FROM person), (SELECT max(id) FROM issuer)) AS id`,
    );
    const own = Number(rows[0]?.events);
    const span = (Math.floor(Number(rows[0]?.id) / STEP) + 1) * STEP;
    // No trigger would let in what is not chained.
    await client.query('SET synchronous_commit = off; SET session_replication_role = replica');
    const copies = Math.ceil(events / own) - 1;
    for (let copy = 1; copy <= copies; copy += 1) {
      for (const [table, [first, changes]] of Object.entries(copyOf(copy, own, span))) {
        await copyRows(client, table, first, changes);
      }
    }
    await client.query(SEAL_LAST);
    await client.query(
      'UPDATE projection_checkpoint SET position = (SELECT max(position) FROM ledger_event)',
    );
    await client.query('VACUUM (ANALYZE)');
    return (copies + 1) * own;
  });
}

const SEAL_LAST = `
  UPDATE ledger_event e SET previous_hash = b.hash, hash = event_hash(b.hash, e.position, e.stream, e.sequence,
    e.filing_id, e.type, instant_text(e.known_at), instant_text(e.recorded_at), e.payload)
  FROM ledger_event b
  WHERE e.position = (SELECT max(position) FROM ledger_event) AND b.position = e.position - 1`;

async function copyRows(
  client: pg.Client,
  table: string,
  first: string,
  changes: Changes,
): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => changes[name] ?? `t.${name}`);
  await client.query(
    `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')} FROM ${table} t WHERE ${first}`,
  );
}

/**
 * For every table: which rows are the first copy's, and what another copy has in their place. All
 * identities of the first are below the span; those of others are of nobody whom files name.
 */
function copyOf(
  copy: number,
  own: number,
  span: number,
): Record<string, readonly [string, Changes]> {
  const apart = copy * span + STEP / 2;
  const first = (column: string) => `t.${column} <= ${own}`;
  const firstCik = (column: string) => `t.${column} < ${span}`;
  const moved = (...columns: string[]) =>
    columns.map((column) => [column, `t.${column} + ${copy * own}`]);
  const other = (...columns: string[]) =>
    columns.map((column) => [column, `t.${column} + ${apart}`]);
  const less = (...columns: string[]) => columns.map((column) => [column, `t.${column} - ${copy}`]);
  const named = (...columns: string[]) =>
    columns.map((column) => [column, `t.${column} || '-${copy}'`]);
  const hashed = (...columns: string[]) =>
    columns.map((column) => [column, `sha256(t.${column} || '${copy}'::bytea)`]);
  const cik = [['cik', `(t.id + ${apart})::text`]];
  const all = (...changes: string[][][]): Changes => Object.fromEntries(changes.flat());
  const ofFiling = `t.hash IN (SELECT source_hash FROM filing WHERE id <= ${own})`;
  return {
    ledger_event: [
      first('position'),
      all(moved('position', 'filing_id'), named('stream'), [
        ['previous_hash', 'coalesce(t.previous_hash, t.hash)'],
      ]),
    ],
    source_document: [ofFiling, all(hashed('hash'))],
    filing: [
      first('id'),
      all(
        moved('id', 'amends_id'),
        named('stream', 'order_key', 'accession_number'),
        hashed('fingerprint', 'source_hash'),
        other('issuer_id', 'own_issuer_id'),
      ),
    ],
    filing_owner: [
      first('filing_id'),
      all(moved('filing_id'), other('person_id', 'own_person_id', 'issuer_id')),
    ],
    reported_line: [
      first('position'),
      all(moved('position', 'filing_id', 'repeats', 'superseded_by'), other('issuer_id')),
    ],
    account: [firstCik('person_id'), all(less('id', 'group_id'), other('person_id', 'issuer_id'))],
    entry: [
      firstCik('person_id'),
      all(less('account_id', 'group_id'), moved('position'), other('person_id', 'issuer_id')),
    ],
    relationship: [firstCik('person_id'), all(other('person_id', 'issuer_id'), moved('filing_id'))],
    person: [firstCik('id'), all(other('id'), cik)],
    person_name: [firstCik('person_id'), all(other('person_id'))],
    issuer: [firstCik('id'), all(other('id'), cik)],
    issuer_name: [firstCik('issuer_id'), all(other('issuer_id'))],
    issuer_ticker: [firstCik('issuer_id'), all(other('issuer_id'))],
  };
}
