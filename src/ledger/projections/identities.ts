import type { Queryable } from '../../database/index.ts';
import type { IdentityResolved, LedgerEvent } from '../events/index.ts';
import { refreshIssuers, refreshPeople } from './refresh-identities.ts';
import { mergeTouched, readBefore, type Touched, touchedSince, UNTOUCHED } from './touched.ts';

/**
 * Makes provisional people and issuers who they turned out to be, or themselves again: the rows of
 * filings whose own words give the provisional id move over, and those of filings that know the CIK
 * themselves stay (docs/domain.md §2). Gives what has to be worked out anew.
 */
export async function projectResolutions(
  db: Queryable,
  events: readonly LedgerEvent[],
): Promise<Touched> {
  let touched = UNTOUCHED;
  for (const { type, payload, position } of events) {
    if (type !== 'IDENTITY_RESOLVED' || payload.subject === 'filing') continue;
    if (payload.from === payload.to) {
      await db.query('DELETE FROM resolved_identity WHERE from_id = $1', [payload.from]);
    } else {
      await db.query(
        `INSERT INTO resolved_identity (from_id, to_id, position) VALUES ($1, $2, $3)
         ON CONFLICT (from_id) DO UPDATE SET to_id = excluded.to_id, position = excluded.position`,
        [payload.from, payload.to, position],
      );
    }
    touched = mergeTouched(touched, await move(db, payload));
  }
  return touched;
}

async function move(
  db: Queryable,
  { subject, from, to }: IdentityResolved['payload'],
): Promise<Touched> {
  const { rows } = await db.query<{ filing: bigint }>(FILINGS[subject === 'issuer' ? 0 : 1], [
    from,
  ]);
  const filings = rows.map(({ filing }) => filing);
  const before = await readBefore(db, filings);
  if (subject === 'person') {
    await db.query(
      'UPDATE filing_owner SET person_id = $2 WHERE own_person_id = $1 AND own_person_id < 0',
      [from, to],
    );
    await refreshPeople(db, [...before.people, BigInt(to)]);
  } else {
    await db.query('UPDATE filing SET issuer_id = $2 WHERE id = ANY($1)', [filings, to]);
    for (const table of ['filing_owner', 'reported_line']) {
      await db.query(`UPDATE ${table} SET issuer_id = $2 WHERE filing_id = ANY($1)`, [filings, to]);
    }
    await refreshIssuers(db, [...before.issuers, BigInt(to)]);
  }
  return touchedSince(db, before);
}

const FILINGS = [
  'SELECT id AS filing FROM filing WHERE own_issuer_id = $1 ORDER BY 1',
  `SELECT DISTINCT filing_id AS filing FROM filing_owner
   WHERE own_person_id = $1 AND own_person_id < 0 ORDER BY 1`,
] as const;
