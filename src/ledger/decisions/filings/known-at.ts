import type { Filing } from '../../../parser/index.ts';
import { type Instant, newYorkTime } from '../../../values/index.ts';
import type { KnownAtBasis } from '../../events/index.ts';

/** When the public could know, and which of three sources says so. */
export interface KnownAt {
  readonly knownAt: Instant;
  readonly basis: KnownAtBasis;
}

/**
 * Known at: EDGAR's acceptance time; else the filing date at 22:00 New York, until when EDGAR takes
 * Section 16 filings; else the latest signature date, likewise. Null where the document has none of
 * the three (docs/domain.md §3).
 */
export function decideKnownAt(filing: Filing): KnownAt | null {
  if (filing.acceptedAt !== null) return { knownAt: filing.acceptedAt, basis: 'ACCEPTANCE' };
  if (filing.filedOn !== null) {
    return { knownAt: newYorkTime(filing.filedOn), basis: 'FILING_DATE' };
  }
  const signed = filing.signatures
    .map(({ date }) => date)
    .filter((date) => date !== null)
    .sort()
    .at(-1);
  return signed === undefined ? null : { knownAt: newYorkTime(signed), basis: 'SIGNATURE_DATE' };
}
