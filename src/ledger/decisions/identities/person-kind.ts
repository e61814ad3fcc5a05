import type { FiledOwner } from '../../../parser/index.ts';

/** An individual or an entity, as far as the filings tell. */
export type PersonKind = 'INDIVIDUAL' | 'ENTITY' | 'UNKNOWN';

const ENTITY =
  /\b(?:L\.?L\.?C|L\.?P|L\.?L\.?P|INC|INCORPORATED|CORP|CORPORATION|CO|COMPANY|LTD|LIMITED|PLC|GMBH|A\.?G|S\.?A|N\.?V|B\.?V|S\.?[AÀ]\.?R\.?L|TRUST|FUNDS?|PARTNERS(?:HIP)?|HOLDINGS?|CAPITAL|ADVIS[OE]RS?|MANAGEMENT|GROUP|FOUNDATION|ASSOCIATES|INVESTMENTS?|INVESTORS|BANK|BANCORP|VENTURES?|ENTERPRISES|ESTATE|FAMILY|GP|MASTER|EQUITY|INSURANCE|UNIVERSITY|ESOP)\b/i;

/**
 * What one filing shows of an owner's kind: the name of an entity, or the office of an individual.
 */
export function personKind(owner: FiledOwner): PersonKind {
  if (isEntityName(owner.name)) return 'ENTITY';
  return owner.isDirector || owner.isOfficer ? 'INDIVIDUAL' : 'UNKNOWN';
}

/** Whether a name as filed is that of an entity, by its words alone. */
export function isEntityName(name: string): boolean {
  return ENTITY.test(name);
}
