import type { Queryable } from '../../database/index.ts';
import { groupBy } from '../../values/index.ts';
import {
  type KnownIssuer,
  type KnownPerson,
  type Resolution,
  resolveIssuer,
  resolvePerson,
} from '../decisions/index.ts';
import type { IdentityResolved } from '../events/index.ts';
import type { Append } from '../log/index.ts';
import type { Touched } from '../projections/index.ts';

/**
 * The provisional issuers that stand for another than they did: somebody known by CIK has come, or
 * a second one that fits, which takes the first choice back (docs/domain.md §2).
 */
export async function resolveIssuers(db: Queryable, touched: Touched): Promise<Append[]> {
  const { rows } = await db.query<Known<KnownIssuer>>(ISSUERS, [
    touched.filings,
    touched.issuerNames,
  ]);
  // PostgreSQL's driver leaves bigints inside arrays as text.
  const known = rows.map((row) => ({ ...row, idsOfWords: row.idsOfWords.map(BigInt) }));
  return appends(db, 'issuer', changed(known, resolveIssuer));
}

/** The provisional people likewise, issuer by issuer, whose own identity is resolved before. */
export async function resolvePeople(db: Queryable, touched: Touched): Promise<Append[]> {
  const { rows } = await db.query<Known<KnownPerson>>(PEOPLE, [touched.filings, touched.issuers]);
  return appends(db, 'person', changed(rows, resolvePerson));
}

/** Somebody that filings' own words name; what may be one and the same has one family. */
type Known<T> = T & {
  readonly family: string;
  /** Whom the id stands for now, for a provisional one. */
  readonly current: bigint;
};

interface Change extends Resolution {
  readonly from: bigint;
  /** Whose naming brought it about, one or another: the event goes to a filing that names them. */
  readonly because: readonly bigint[];
}

function changed<T extends { readonly id: bigint }>(
  rows: readonly Known<T>[],
  resolve: (provisional: T, sameName: readonly T[]) => Resolution,
): Change[] {
  return [...groupBy(rows, ({ family }) => family).values()].flatMap((family) =>
    family
      .filter(({ id }) => id < 0n)
      .flatMap((provisional) => {
        const others = family.filter(({ id }) => id !== provisional.id);
        const resolution = resolve(provisional, others);
        if (resolution.to === provisional.current) return [];
        const from = provisional.id;
        const several = resolution.fits.length > 1 ? resolution.fits : [resolution.to];
        return [{ ...resolution, from, because: several }];
      }),
  );
}

async function appends(
  db: Queryable,
  subject: 'issuer' | 'person',
  changes: readonly Change[],
): Promise<Append[]> {
  if (changes.length === 0) return [];
  const { rows } = await db.query<Naming>(NAMING[subject], [
    changes.flatMap(({ because }) => because),
  ]);
  const pending = changes.flatMap((change) => {
    // The filing that came last brought it about: the sole one that fits, or the second.
    const naming = rows.filter(({ who }) => change.because.includes(who)).at(-1);
    return naming === undefined ? [] : [{ ...naming, body: body(subject, change) }];
  });
  return [...groupBy(pending, ({ stream }) => stream).values()].flatMap((together) => {
    const [first] = together;
    if (first === undefined) return [];
    const { stream, filingId, knownAt, sequence } = first;
    return [{ stream, filingId, knownAt, sequence, bodies: together.map((each) => each.body) }];
  });
}

type Naming = Omit<Append, 'bodies'> & { readonly who: bigint };

function body(subject: 'issuer' | 'person', { from, to, evidence }: Change): IdentityResolved {
  return {
    type: 'IDENTITY_RESOLVED',
    payload: { subject, from: String(from), to: String(to), evidence },
  };
}

// All issuers, by their filings' own words, under every name that a touched one has or had, where a
// filing without a CIK has it too.
const ISSUERS = `
  WITH name AS (
    SELECT folded FROM (
      SELECT issuer_folded AS folded FROM filing
      WHERE own_issuer_id IN (SELECT own_issuer_id FROM filing WHERE id = ANY($1))
      UNION SELECT unnest($2::text[])) n
    WHERE EXISTS (SELECT FROM filing p WHERE p.issuer_folded = n.folded AND p.own_issuer_id < 0)
  )
  SELECT n.folded AS family, k.id, k.name, k.ids AS "idsOfWords",
    ARRAY(SELECT DISTINCT symbol FROM filing f, unnest(f.issuer_symbols) AS symbol
      WHERE f.own_issuer_id = k.id ORDER BY 1) AS tickers,
    coalesce(r.to_id, k.id) AS current
  FROM name n CROSS JOIN LATERAL (
      SELECT own_issuer_id AS id, min(issuer_name) AS name, array_agg(DISTINCT id_of_words) AS ids
      FROM filing WHERE issuer_folded = n.folded GROUP BY own_issuer_id
    ) k LEFT JOIN resolved_identity r ON r.from_id = k.id
  ORDER BY n.folded, k.id`;

const PEOPLE = `
  WITH within AS (
    SELECT issuer_id FROM filing WHERE id = ANY($1) UNION SELECT unnest($2::bigint[])
  ), name AS (
    SELECT DISTINCT issuer_id, folded_name FROM filing_owner
    WHERE own_person_id < 0 AND issuer_id IN (SELECT issuer_id FROM within)
  )
  SELECT o.issuer_id || ' ' || o.folded_name AS family, o.own_person_id AS id,
    min(o.name_as_filed) AS name, coalesce(min(r.to_id), o.own_person_id) AS current
  FROM name JOIN filing_owner o USING (issuer_id, folded_name)
    LEFT JOIN resolved_identity r ON r.from_id = o.own_person_id
  GROUP BY o.issuer_id, o.folded_name, o.own_person_id
  ORDER BY o.issuer_id, o.folded_name, o.own_person_id`;

// The first filing received whose own words name each.
const NAMING = {
  issuer: firstNaming('SELECT f.* FROM filing f WHERE f.own_issuer_id = w.who'),
  person: firstNaming(`
    SELECT f.* FROM filing f JOIN filing_owner o ON o.filing_id = f.id
    WHERE o.person_id = w.who AND o.own_person_id = w.who
    UNION ALL SELECT f.* FROM filing f JOIN filing_owner o ON o.filing_id = f.id
    WHERE o.own_person_id = w.who AND o.own_person_id < 0`),
};

function firstNaming(naming: string): string {
  return `
  SELECT w.who, f.id AS "filingId", f.stream, f.known_at AS "knownAt",
    (SELECT max(sequence) + 1 FROM ledger_event e WHERE e.stream = f.stream) AS sequence
  FROM (SELECT DISTINCT unnest($1::bigint[]) AS who) w
    CROSS JOIN LATERAL (SELECT * FROM (${naming}) n ORDER BY id LIMIT 1) f
  ORDER BY f.id, w.who`;
}
