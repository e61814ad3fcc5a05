import type { Filing } from '../../parser/index.ts';
import type {
  Envelope,
  FilingReceived,
  HoldingReported,
  LedgerEvent,
  TransactionReported,
} from '../events/index.ts';

/** An event of a line. */
export type LineEvent = Envelope & (TransactionReported | HoldingReported);

/** One filing's events as received, and the filing put together again from them. */
export interface FilingEvents {
  readonly received: Envelope & FilingReceived;
  readonly lines: readonly LineEvent[];
  readonly filing: Filing;
}

/**
 * Puts events in ledger order together by filing. The lines of a filing are appended with it, so they
 * follow its FilingReceived at once; the caller gives whole filings.
 */
export function inFilings(events: readonly LedgerEvent[]): FilingEvents[] {
  const filings: { received: Envelope & FilingReceived; lines: LineEvent[] }[] = [];
  for (const event of events) {
    if (event.type === 'FILING_RECEIVED') filings.push({ received: event, lines: [] });
    else if (isLineEvent(event)) filings.at(-1)?.lines.push(event);
  }
  return filings.map(({ received, lines }) => ({
    received,
    lines,
    filing: { ...received.payload.filing, lines: lines.map(({ payload }) => payload) },
  }));
}

function isLineEvent(event: LedgerEvent): event is LineEvent {
  return event.type === 'TRANSACTION_REPORTED' || event.type === 'HOLDING_REPORTED';
}
