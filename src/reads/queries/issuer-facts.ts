import { type Queryable, queryPrepared } from '../../database/index.ts';
import type { Instant } from '../../values/index.ts';
import type { Add } from './event-filter.ts';

/** What EDGAR's register has of an issuer, as headers say (docs/domain.md §2). */
export interface IssuerFactsRow {
  readonly sic: string | null;
  readonly sicDescription: string | null;
  readonly fiscalYearEnd: string | null;
  readonly stateOfIncorporation: string | null;
}

/** Of each issuer what headers known by an instant say; null where none says anything. */
export async function issuerFacts(
  db: Queryable,
  issuers: readonly bigint[],
  knownAt: Instant,
): Promise<(IssuerFactsRow | null)[]> {
  const rows = await queryPrepared<IssuerFactsRow & { readonly issuer: bigint }>(
    db,
    `SELECT issuer_id AS issuer, sic, sic_description AS "sicDescription",
       fiscal_year_end AS "fiscalYearEnd", state_of_incorporation AS "stateOfIncorporation"
     FROM issuer_facts i WHERE issuer_id = ANY($1) AND ${holdsAt('i', '$2')}`,
    [issuers, knownAt],
  );
  const found = new Map(rows.map((row) => [row.issuer, row]));
  return issuers.map((issuer) => found.get(issuer) ?? null);
}

/** Which issuers, by what headers say. */
export interface FactsFilter {
  readonly sics?: readonly string[];
  readonly statesOfIncorporation?: readonly string[];
}

/** SQL that a column is an issuer of which headers known by an instant say so. */
export function factsConditions(
  column: string,
  { sics, statesOfIncorporation: states }: FactsFilter,
  { knownAt, add }: { readonly knownAt: Instant; readonly add: Add },
): string[] {
  if (sics === undefined && states === undefined) return [];
  const where = [
    holdsAt('i', add(knownAt)),
    ...(sics === undefined ? [] : [`i.sic = ANY(${add(sics)}::text[])`]),
    ...(states === undefined ? [] : [`i.state_of_incorporation = ANY(${add(states)}::text[])`]),
  ];
  // Found first, once: few issuers are of one industry or state, and each has an index of lines.
  return [
    `${column} = ANY(ARRAY(SELECT i.issuer_id FROM issuer_facts i WHERE ${where.join(' AND ')}))`,
  ];
}

function holdsAt(row: string, then: string): string {
  return `${row}.known_from <= ${then} AND (${row}.known_to IS NULL OR ${row}.known_to > ${then})`;
}
