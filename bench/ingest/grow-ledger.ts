import { asAdmin } from '../serve/ledger.ts';

/** How far the identities of two copies are apart; as in changed-identities.ts, and beyond what it makes. */
const STEP = 10_000_000;
const FIRST_COPY = 400;

/**
 * Makes a ledger larger by copies of all that it holds, each of other filings, people and issuers, until
 * it has so many events. The copies are rows of SQL; their hashes are those of what they were copied from.
 */
export async function growLedger(adminUrl: string, events: number): Promise<number> {
  return asAdmin(adminUrl, async (client) => {
    const { rows } = await client.query<{ events: string; accounts: string }>(
      'SELECT max(position) AS events, (SELECT count(*) FROM account) AS accounts FROM ledger_event',
    );
    const own = Number(rows[0]?.events);
    let copies = 0;
    while ((copies + 1) * own < events) {
      copies += 1;
      for (const statement of copyStatements(copies * own, (FIRST_COPY + copies) * STEP, copies)) {
        await client.query(statement);
      }
    }
    await client.query(
      'UPDATE projection_checkpoint SET position = (SELECT max(position) FROM ledger_event)',
    );
    await client.query('VACUUM (ANALYZE)');
    return (copies + 1) * own;
  });
}

/** Statements over the first copy's rows: positions moved by `by`, CIKs by `cik`. */
function copyStatements(by: number, cik: number, copy: number): string[] {
  const moved = (columns: Readonly<Record<string, string>>, table: string, own: string) =>
    `INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object(${Object.entries(
      columns,
    )
      .map(([name, value]) => `'${name}', ${value}`)
      .join(', ')}))).* FROM ${table} t WHERE ${own}`;
  const isFirst = (column: string) => `t.${column} <= ${by / copy}`;
  const isFirstCik = (column: string) => `t.${column} < ${FIRST_COPY * STEP}`;
  const position = (column: string) => `t.${column} + ${by}`;
  const person = (column: string) => `t.${column} + ${cik}`;
  const key = (column: string) => `t.${column} || '-${copy}'`;
  // Hashes of two copies must differ where they are keys.
  const hash = (column: string) => `'\\x' || encode(sha256(t.${column} || '${copy}'), 'hex')`;
  const number = (column: string) => `t.${column} - ${copy}`;
  return [
    moved(
      { position: position('position'), stream: key('stream'), filing_id: position('filing_id') },
      'ledger_event',
      isFirst('position'),
    ).replace(/\$/g, ''),
    moved(
      { hash: hash('hash') },
      'source_document',
      `t.recorded_at <= (SELECT max(recorded_at) FROM ledger_event WHERE position <= ${by / copy}) AND NOT EXISTS (SELECT FROM source_document s WHERE s.hash = sha256(t.hash || '${copy}')) AND t.hash IN (SELECT source_hash FROM filing WHERE id <= ${by / copy})`,
    ),
    moved(
      {
        id: position('id'),
        stream: key('stream'),
        order_key: key('order_key'),
        accession_number: key('accession_number'),
        fingerprint: hash('fingerprint'),
        issuer_id: person('issuer_id'),
        own_issuer_id: person('own_issuer_id'),
      },
      'filing',
      isFirst('id'),
    ),
    moved(
      {
        filing_id: position('filing_id'),
        person_id: person('person_id'),
        own_person_id: person('own_person_id'),
        issuer_id: person('issuer_id'),
      },
      'filing_owner',
      isFirst('filing_id'),
    ),
    moved(
      {
        position: position('position'),
        filing_id: position('filing_id'),
        issuer_id: person('issuer_id'),
      },
      'reported_line',
      isFirst('position'),
    ),
    moved(
      {
        id: number('id'),
        group_id: number('group_id'),
        person_id: person('person_id'),
        issuer_id: person('issuer_id'),
      },
      'account',
      isFirstCik('person_id'),
    ),
    moved(
      {
        account_id: number('account_id'),
        group_id: number('group_id'),
        position: position('position'),
        person_id: person('person_id'),
        issuer_id: person('issuer_id'),
      },
      'entry',
      isFirstCik('person_id'),
    ),
    moved(
      {
        person_id: person('person_id'),
        issuer_id: person('issuer_id'),
        filing_id: position('filing_id'),
      },
      'relationship',
      isFirstCik('person_id'),
    ),
    moved(
      { id: person('id'), cik: `lpad((t.id + ${cik})::text, 10, '0')` },
      'person',
      isFirstCik('id'),
    ),
    moved({ person_id: person('person_id') }, 'person_name', isFirstCik('person_id')),
    moved(
      { id: person('id'), cik: `lpad((t.id + ${cik})::text, 10, '0')` },
      'issuer',
      isFirstCik('id'),
    ),
    moved({ issuer_id: person('issuer_id') }, 'issuer_name', isFirstCik('issuer_id')),
    moved({ issuer_id: person('issuer_id') }, 'issuer_ticker', isFirstCik('issuer_id')),
  ];
}
