import { type LookUp, lookUp, type Queryable, type Step } from '../../database/index.ts';
import type { FamilyEnd } from '../../rules/index.ts';
import { groupBy } from '../../values/index.ts';
import { decodeFamilyEnd, encodeFamilyEnd } from './family-end-text.ts';
import { type FamilyKey, familyText, type GroupLines } from './group.ts';

/**
 * A family of fewer lines than this keeps no end, nor one that only one transaction has written: to
 * read them all is as cheap (docs/decisions/0022).
 */
const FEWEST_LINES = 4;

/** What is to be stored of where a family ends; null where nothing is. */
export interface ChangedEnd {
  readonly key: FamilyKey;
  readonly end: FamilyEnd | null;
}

/** What changes in what is stored of where a family ends: nothing of one just begun. */
export function changedEnd(
  family: {
    readonly key: FamilyKey;
    readonly before: { readonly groups: readonly GroupLines[] };
    readonly after: { readonly groups: readonly GroupLines[] };
    readonly hasEnd: boolean;
    readonly goesOnFrom: FamilyEnd | null;
  },
  end: () => FamilyEnd | null,
): ChangedEnd[] {
  const { key, hasEnd } = family;
  if (family.goesOnFrom !== null) return [{ key, end: end() }];
  const lines = family.after.groups.reduce((sum, group) => sum + group.lines.length, 0);
  if (family.before.groups.length > 0 && lines >= FEWEST_LINES) return [{ key, end: end() }];
  return hasEnd ? [{ key, end: null }] : [];
}

/** Looks up where the families of lines ended, of those that have an end stored. */
export function familyEnds(lines: readonly FamilyKey[]): LookUp {
  const keys = [...groupBy(lines, familyText).values()].flatMap(([first]) => first ?? []);
  return {
    text: READ,
    values: keyLists(keys),
    columns: 'personId bigint, issuerId bigint, table text, ending text',
  };
}

/** Reads it. */
export async function readFamilyEnds(
  db: Queryable,
  lines: readonly FamilyKey[],
): Promise<Map<string, FamilyEnd>> {
  if (lines.length === 0) return new Map();
  const rows = await lookUp<FamilyKey & { ending: string }>(db, familyEnds(lines));
  return new Map(rows.map(({ ending, ...key }) => [familyText(key), decodeFamilyEnd(ending)]));
}

/** The statements that store where families end now. */
export function endSteps(ends: readonly ChangedEnd[]): Step[] {
  const gone = ends.filter(({ end }) => end === null).map(({ key }) => key);
  const kept = ends.flatMap(({ key, end }) => (end === null ? [] : { key, end }));
  const write = [
    ...keyLists(kept.map(({ key }) => key)),
    // As one text, since the driver escapes those of a list character by character.
    kept.map(({ end }) => encodeFamilyEnd(end)).join(LINE_END),
  ];
  return [
    ...(gone.length === 0 ? [] : [{ text: DELETE, values: keyLists(gone) }]),
    ...(kept.length === 0 ? [] : [{ text: WRITE, values: write }]),
  ];
}

function keyLists(keys: readonly FamilyKey[]): unknown[][] {
  return [
    keys.map(({ personId }) => personId),
    keys.map(({ issuerId }) => issuerId),
    keys.map(({ table }) => table),
  ];
}

/** JSON that is not indented has none. */
const LINE_END = '\n';

const KEYS = 'unnest($1::bigint[], $2::bigint[], $3::security_table[])';
const READ = `
  SELECT person_id AS "personId", issuer_id AS "issuerId", security_table AS "table",
    ending::text AS ending
  FROM ${KEYS} AS k (person_id, issuer_id, security_table)
    JOIN family_end USING (person_id, issuer_id, security_table)`;
const DELETE = `
  DELETE FROM family_end e USING ${KEYS} AS k (person_id, issuer_id, security_table)
  WHERE (e.person_id, e.issuer_id, e.security_table)
    = (k.person_id, k.issuer_id, k.security_table)`;
const WRITE = `
  INSERT INTO family_end (person_id, issuer_id, security_table, ending)
  SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::security_table[],
    string_to_array($4, E'\\n')::json[])
  ON CONFLICT (person_id, issuer_id, security_table) DO UPDATE SET ending = excluded.ending`;
