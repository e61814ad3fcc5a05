import type { OwnershipForm, SecurityTable } from '../../parser/index.ts';
import type { Viewpoint } from './viewpoint.ts';

/** CURRENT, CARRIED, EXPIRED or CLOSED (docs/domain.md §5). */
export type HoldingStatus = 'CURRENT' | 'CARRIED' | 'EXPIRED' | 'CLOSED';

/** Which holdings to give; what is left out does not narrow. */
export interface HoldingFilter {
  readonly personId?: bigint;
  readonly issuerId?: bigint;
  readonly ownership?: OwnershipForm;
  readonly table?: SecurityTable;
  /** A security class as folded, or a title that folds to it. */
  readonly securityClass?: string;
  readonly statuses: readonly HoldingStatus[];
}

const STATUSES: readonly HoldingStatus[] = ['CURRENT', 'CARRIED', 'EXPIRED', 'CLOSED'];

/** SQL that a holding h passes a filter, whose values are $3 to $8. */
// Filter by exclusion: PostgreSQL assumes an unknown `= ANY` is very selective.
export const PASSES = `
  WHERE h.status <> ALL($3)
    AND ($4::bigint IS NULL OR h."personId" = $4)
    AND ($5::bigint IS NULL OR h."issuerId" = $5)
    AND ($6::ownership_form IS NULL OR h.ownership = $6)
    AND ($7::security_table IS NULL OR h."table" = $7)
    AND ($8::text IS NULL OR h."securityClass" = $8)`;

/** SQL for the holdings h that pass. */
export const FILTERED = `SELECT h.* FROM h ${PASSES}`;

/** The values of a question at one viewpoint, $1 to $8. */
export function filteredAt(viewpoint: Viewpoint, filter: HoldingFilter): unknown[] {
  return [viewpoint.asOf, viewpoint.knownAt, ...filterValues(filter)];
}

/** The values of PASSES. */
export function filterValues(filter: HoldingFilter): unknown[] {
  return [
    STATUSES.filter((status) => !filter.statuses.includes(status)),
    filter.personId ?? null,
    filter.issuerId ?? null,
    filter.ownership ?? null,
    filter.table ?? null,
    filter.securityClass ?? null,
  ];
}
