import type { Queryable } from '../../database/index.ts';
import { nameIssuers, namePeople } from './names-in-use.ts';

/**
 * Makes the rows of some issuers again from their filings: names, tickers and the times of their
 * use. An issuer without a filing is none.
 */
export async function refreshIssuers(db: Queryable, ids: readonly bigint[]): Promise<void> {
  const of = 'WHERE issuer_id = ANY($1)';
  await db.query(
    'DELETE FROM issuer i WHERE id = ANY($1) AND NOT EXISTS (SELECT FROM filing WHERE issuer_id = i.id)',
    [ids],
  );
  await db.query(
    `INSERT INTO issuer (id, cik, name, tickers)
     SELECT DISTINCT issuer_id, ${cikOf('issuer_id')}, '', '{}'::text[] FROM filing ${of}
     ON CONFLICT (id) DO NOTHING`,
    [ids],
  );
  await db.query(`DELETE FROM issuer_name ${of}`, [ids]);
  await db.query(
    `INSERT INTO issuer_name (issuer_id, name, folded, first_known_at, last_known_at)
     SELECT issuer_id, issuer_name, min(issuer_folded), min(known_at), max(known_at)
     FROM filing ${of} GROUP BY issuer_id, issuer_name`,
    [ids],
  );
  await db.query(`DELETE FROM issuer_ticker ${of}`, [ids]);
  await db.query(
    `INSERT INTO issuer_ticker (issuer_id, as_filed, symbols, first_known_at, last_known_at)
     SELECT issuer_id, issuer_ticker, min(issuer_symbols), min(known_at), max(known_at)
     FROM filing ${of} AND issuer_ticker IS NOT NULL GROUP BY issuer_id, issuer_ticker`,
    [ids],
  );
  await nameIssuers(db, ids);
}

/** Makes the rows of some people again from their filings: names, their use, kind; likewise. */
export async function refreshPeople(db: Queryable, ids: readonly bigint[]): Promise<void> {
  const of = 'WHERE person_id = ANY($1)';
  await db.query(
    `DELETE FROM person p WHERE id = ANY($1)
       AND NOT EXISTS (SELECT FROM filing_owner WHERE person_id = p.id)`,
    [ids],
  );
  await db.query(
    `INSERT INTO person (id, cik, name, kind)
     SELECT person_id, ${cikOf('person_id')}, '', (CASE WHEN bool_or(kind = 'ENTITY') THEN 'ENTITY'
       WHEN bool_or(kind = 'INDIVIDUAL') THEN 'INDIVIDUAL' ELSE 'UNKNOWN' END)::person_kind
     FROM filing_owner ${of} GROUP BY person_id
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind`,
    [ids],
  );
  await db.query(`DELETE FROM person_name ${of}`, [ids]);
  await db.query(
    `INSERT INTO person_name (person_id, name, folded, first_known_at, last_known_at)
     SELECT person_id, name_as_filed, min(folded_name), min(known_at), max(known_at)
     FROM filing_owner ${of} GROUP BY person_id, name_as_filed`,
    [ids],
  );
  await namePeople(db, ids);
}

/** The CIK of somebody known by one: the id in ten digits. */
function cikOf(id: string): string {
  return `CASE WHEN ${id} > 0 THEN lpad(${id}::text, 10, '0') END`;
}
