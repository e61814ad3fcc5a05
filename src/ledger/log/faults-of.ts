import { chainHash, type LedgerEvent } from '../events/index.ts';

/** What is wrong in the ledger, and where. */
export interface Fault {
  /** The event's position; null for source bytes that no event's place tells. */
  readonly position: bigint | null;
  readonly message: string;
}

/**
 * What is wrong with an event after the one before it, null before the first: a gap, a link to
 * another event, a hash of something else (docs/domain.md §4).
 */
export function faultsOf(
  event: LedgerEvent,
  before: Pick<LedgerEvent, 'position' | 'hash'> | null,
): Fault[] {
  const faults: Fault[] = [];
  const next = (before?.position ?? 0n) + 1n;
  const missing = event.position - next;
  if (missing > 0n) faults.push({ position: next, message: `${missing} event(s) missing` });
  else if (!isSame(event.previousHash, before?.hash ?? null)) {
    faults.push({ position: event.position, message: 'not chained to the event before it' });
  }
  if (!chainHash(event.previousHash, event).equals(event.hash)) {
    faults.push({ position: event.position, message: 'its content is not what its hash sealed' });
  }
  return faults;
}

function isSame(a: Buffer | null, b: Buffer | null): boolean {
  return a === null || b === null ? a === b : a.equals(b);
}
