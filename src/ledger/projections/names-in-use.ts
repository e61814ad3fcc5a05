import type { Queryable } from '../../database/index.ts';

/** Gives issuers the name and tickers of the latest filing. */
export async function nameIssuers(db: Queryable, ids: readonly bigint[]): Promise<void> {
  await db.query(
    `UPDATE issuer i SET name = n.name, ticker = t.ticker, tickers = coalesce(s.tickers, '{}')
     FROM (SELECT DISTINCT ON (issuer_id) issuer_id, name FROM issuer_name
           WHERE issuer_id = ANY($1) ORDER BY issuer_id, last_known_at DESC, name) n
     LEFT JOIN (SELECT DISTINCT ON (issuer_id) issuer_id,
             CASE WHEN symbols = '{}' THEN NULL ELSE as_filed END AS ticker FROM issuer_ticker
           WHERE issuer_id = ANY($1) ORDER BY issuer_id, last_known_at DESC, as_filed) t USING (issuer_id)
     LEFT JOIN (SELECT issuer_id, array_agg(DISTINCT symbol ORDER BY symbol) AS tickers
           FROM issuer_ticker, unnest(symbols) AS symbol
           WHERE issuer_id = ANY($1) GROUP BY issuer_id) s USING (issuer_id)
     WHERE i.id = n.issuer_id AND (i.name, i.ticker, i.tickers)
       IS DISTINCT FROM (n.name, t.ticker, coalesce(s.tickers, '{}'))`,
    [ids],
  );
}

/** Gives people the name of the latest filing. */
export async function namePeople(db: Queryable, ids: readonly bigint[]): Promise<void> {
  await db.query(
    `UPDATE person p SET name = n.name
     FROM (SELECT DISTINCT ON (person_id) person_id, name FROM person_name
           WHERE person_id = ANY($1) ORDER BY person_id, last_known_at DESC, name) n
     WHERE p.id = n.person_id AND p.name <> n.name`,
    [ids],
  );
}
