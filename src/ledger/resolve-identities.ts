import type { Instant } from '../values/index.ts';
import { groupBy } from './accounts/index.ts';
import type { Queryable } from './database/index.ts';
import type { IdentityResolved } from './events/index.ts';
import type { Append } from './store/index.ts';

interface ResolutionRow {
  readonly from: bigint;
  readonly to: bigint;
  readonly name: string;
  readonly filingId: bigint;
  readonly stream: string;
  readonly knownAt: Instant;
  readonly next: number;
}

/**
 * The provisional issuers that turn out to be one known by CIK: the same normalised name, and a ticker
 * in common where both have one. Where two such issuers fit, none is chosen (docs/domain.md §2).
 */
export async function resolveIssuers(
  db: Queryable,
  filingIds: readonly bigint[],
): Promise<Append[]> {
  return appends(db, 'issuer', ISSUERS, filingIds);
}

/**
 * The provisional people that turn out to be somebody known by CIK: the same normalised name among the
 * owners of the same issuer, whose own identity is resolved before (docs/domain.md §2).
 */
export async function resolvePeople(
  db: Queryable,
  filingIds: readonly bigint[],
): Promise<Append[]> {
  return appends(db, 'person', PEOPLE, filingIds);
}

async function appends(
  db: Queryable,
  subject: 'issuer' | 'person',
  pairs: string,
  filingIds: readonly bigint[],
): Promise<Append[]> {
  const { rows } = await db.query<ResolutionRow>(`${pairs} ${WITH_EVIDENCE[subject]}`, [filingIds]);
  return [...groupBy(rows, ({ stream }) => stream).values()].flatMap((resolved) => {
    const [first] = resolved;
    if (first === undefined) return [];
    const { stream, filingId, knownAt, next: sequence } = first;
    const bodies = resolved.map(
      ({ from, to, name }): IdentityResolved => ({
        type: 'IDENTITY_RESOLVED',
        payload: {
          subject,
          from: String(from),
          to: String(to),
          evidence:
            subject === 'issuer'
              ? `the same issuer name, ${name}`
              : `the same name among the owners of one issuer, ${name}`,
        },
      }),
    );
    return [{ stream, filingId, knownAt, sequence, bodies }];
  });
}

const ISSUERS = `
  WITH touched AS (SELECT DISTINCT issuer_id AS id FROM filing WHERE id = ANY($1)),
  pair AS (
    SELECT DISTINCT p.issuer_id AS "from", r.issuer_id AS "to", r.name
    FROM issuer_name p JOIN issuer_name r USING (folded)
      JOIN issuer pi ON pi.id = p.issuer_id JOIN issuer ri ON ri.id = r.issuer_id
    WHERE p.issuer_id < 0 AND r.issuer_id > 0
      AND (p.issuer_id IN (SELECT id FROM touched) OR r.issuer_id IN (SELECT id FROM touched))
      AND (pi.tickers && ri.tickers OR pi.tickers = '{}' OR ri.tickers = '{}')
  ), sole AS (
    SELECT "from", min("to") AS "to", min(name) AS name FROM pair
    GROUP BY "from" HAVING count(DISTINCT "to") = 1
  )`;

const PEOPLE = `
  WITH touched AS (SELECT DISTINCT issuer_id AS id FROM filing WHERE id = ANY($1)),
  owner AS (
    SELECT DISTINCT o.issuer_id, o.person_id, n.folded, n.name
    FROM filing_owner o JOIN person_name n USING (person_id)
    WHERE o.issuer_id IN (SELECT id FROM touched)
  ), pair AS (
    SELECT p.person_id AS "from", r.person_id AS "to", r.name
    FROM owner p JOIN owner r USING (issuer_id, folded)
    WHERE p.person_id < 0 AND r.person_id > 0
  ), sole AS (
    SELECT "from", min("to") AS "to", min(name) AS name FROM pair
    GROUP BY "from" HAVING count(DISTINCT "to") = 1
  )`;

// The event belongs to the earliest filing received that names the one known by CIK.
const WITH_EVIDENCE = {
  issuer: evidence('filing f WHERE f.issuer_id = s."to"'),
  person: evidence('filing f JOIN filing_owner o ON o.filing_id = f.id WHERE o.person_id = s."to"'),
};

function evidence(naming: string): string {
  return `
  SELECT s."from", s."to", s.name, f.id AS "filingId", f.stream, f.known_at AS "knownAt",
    (SELECT max(sequence) + 1 FROM ledger_event e WHERE e.stream = f.stream) AS next
  FROM sole s CROSS JOIN LATERAL (SELECT f.* FROM ${naming} ORDER BY f.id LIMIT 1) f
  ORDER BY f.id, s."from"`;
}
