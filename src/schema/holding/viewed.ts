import { breakCauses, type HoldingRow, type Part, type Viewed } from '../../reads/index.ts';
import { type Instant, invariant } from '../../values/index.ts';
import { type Context, reads } from '../request/index.ts';

/** Rows with the instant at which they are known, where a field asks for what is judged by it. */
export function viewedAt<Row extends Viewed>(
  rows: readonly Row[],
  parts: readonly Part[],
  knownAt: Instant,
): readonly Row[] {
  return parts.includes('viewed') ? rows.map((row) => ({ ...row, viewedAt: knownAt })) : rows;
}

type Judged = Pick<HoldingRow, 'accountId' | 'position' | 'reconciliation'> & Viewed;

/**
 * What a field reads that says why an entry breaks: it, those around it, its line and its filing.
 */
export const causeExtensions = reads('viewed');

/** Why the entry that an amount comes from breaks, by what is known at the row's instant. */
export function causeOf(row: Judged, { loaders }: Context) {
  if (row.reconciliation !== 'BREAK') return null;
  const { accountId, position } = row;
  const asked = { key: { accountId, position, viewedAt: knownIn(row) }, given: null };
  return loaders.load('break causes', asked, breakCauses);
}

/** The instant at which a row is known. */
export function knownIn({ viewedAt: at }: Viewed): Instant {
  invariant(at !== undefined, 'the field that is judged at an instant declares that it reads it');
  return at;
}
