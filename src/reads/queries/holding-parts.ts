import type { CalendarDate, Instant } from '../../values/index.ts';
import { ISSUER_BESIDE, PERSON_BESIDE, type WithIssuer, type WithPerson } from './beside.ts';
import type { HoldingRow } from './holding-row.ts';
import { SECURITY_TERMS, type SecurityTerms } from './line-rows.ts';
import type { Part } from './parts.ts';
import type { Straddling } from './restatements.ts';

/** What the line says that a balance comes from. */
export interface HoldingSourceCells extends SecurityTerms {
  readonly securityTitle: string;
  /** The nature as filed. */
  readonly sourceNature: string | null;
  readonly effectiveOn: CalendarDate;
  readonly knownAt: Instant;
}

/** A holding, with as much of its line, issuer and person as was asked for. */
export type HoldingWithParts = HoldingRow &
  Straddling &
  Partial<HoldingSourceCells> &
  Partial<WithIssuer> &
  Partial<WithPerson>;

/** SQL that selects holdings h with some of their parts; a WHERE may follow. */
export function selectHoldings(parts: readonly Part[]): string {
  const columns = ['h.*'];
  const joins = ['h'];
  if (parts.includes('cells')) {
    columns.push(`l.security_title AS "securityTitle", l.nature AS "sourceNature",
      l.effective_on AS "effectiveOn", l.known_at AS "knownAt", ${SECURITY_TERMS}`);
    joins.push('JOIN reported_line l ON l.position = h.position');
  }
  if (parts.includes('issuer')) {
    columns.push(ISSUER_BESIDE);
    joins.push('JOIN issuer i ON i.id = h."issuerId"');
  }
  if (parts.includes('person')) {
    columns.push(PERSON_BESIDE);
    joins.push('JOIN person p ON p.id = h."personId"');
  }
  return `SELECT ${columns.join(', ')} FROM ${joins.join(' ')}`;
}
