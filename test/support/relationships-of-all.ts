import type { Database } from '../../src/database/index.ts';

/**
 * Every relationship of a ledger on both times, with the stream of the filing that says so first.
 */
export async function relationshipsOfAll({ pool }: Database): Promise<object[]> {
  const { rows } = await pool.query<object>(
    `SELECT f.stream, r.person_id, r.issuer_id, r.from_on, r.to_on, r.known_at, r.known_to,
       r.roles::text, r.officer_title, r.other_text
     FROM relationship r JOIN filing f ON f.id = r.filing_id
     ORDER BY person_id, issuer_id, from_on, known_at`,
  );
  return rows;
}
