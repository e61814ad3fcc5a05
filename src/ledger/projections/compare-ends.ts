import type { Queryable } from '../../database/index.ts';
import { accountRows } from './account-rows.ts';
import { readWholeFamilies } from './families.ts';
import { encodeFamilyEnd } from './family-end-text.ts';
import { type FamilyKey, familyText, readLinesOf } from './group.ts';
import { readStatementsOf } from './relationships.ts';

/** A family's end as it is stored, with the row as PostgreSQL writes it. */
type StoredEnd = FamilyKey & { readonly ending: string; readonly row: string };

const ENDS_AT_ONCE = 200;

/**
 * Holds every stored end of a family to the one that all its lines give. Ends may be missing, so no
 * rebuild has them (docs/decisions/0022). Gives how many there are, and one that is another.
 */
export async function compareEnds(
  db: Queryable,
): Promise<{ readonly rows: number; readonly strange: string | null }> {
  let rows = 0;
  let after: readonly unknown[] = [-(2n ** 63n), 0n, 'NON_DERIVATIVE'];
  for (;;) {
    const { rows: ends } = await db.query<StoredEnd>(ENDS, [...after, ENDS_AT_ONCE]);
    const last = ends.at(-1);
    if (last === undefined) return { rows, strange: null };
    const strange = await strangeOf(db, ends);
    if (strange !== null) return { rows, strange };
    rows += ends.length;
    after = [last.personId, last.issuerId, last.table];
  }
}

async function strangeOf(db: Queryable, ends: readonly StoredEnd[]): Promise<string | null> {
  const people = new Set(ends.map(({ personId }) => personId));
  const lines = await readLinesOf(db, [...people]);
  const families = await readWholeFamilies(db, lines, await readStatementsOf(db, [...people]));
  const given = new Map(families.map((family) => [familyText(family.key), family.after]));
  const strange = ends.find((stored) => {
    const family = given.get(familyText(stored));
    const end = family === undefined ? null : accountRows(family).end();
    return end === null || encodeFamilyEnd(end) !== stored.ending;
  });
  return strange?.row ?? null;
}

const ENDS = `
  SELECT person_id AS "personId", issuer_id AS "issuerId", security_table AS "table",
    ending::text AS ending, e::text AS row
  FROM public.family_end e
  WHERE (person_id, issuer_id, security_table) > ($1::bigint, $2::bigint, $3::security_table)
  ORDER BY person_id, issuer_id, security_table LIMIT $4`;
