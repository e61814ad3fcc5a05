import type { FiledLine } from '../../../parser/index.ts';
import { type AccessionNumber, invariant } from '../../../values/index.ts';
import type {
  Envelope,
  FilingReceived,
  HoldingReported,
  LedgerEvent,
  Telling,
  TransactionReported,
} from '../../events/index.ts';
import { mergeTellings, type Tellings } from './merge-tellings.ts';
import { placeLines } from './place-lines.ts';

type LineEvent = Envelope & (TransactionReported | HoldingReported);

/** One filing by all that its events tell. */
export interface KnownFiling {
  /** Position of its FilingReceived. */
  readonly id: bigint;
  readonly stream: string;
  readonly tellings: Tellings;
  /** All tellings put together. */
  readonly told: Telling;
  /** Every line, at the position of its event. */
  readonly lines: readonly { readonly position: bigint; readonly line: FiledLine }[];
}

/** Whether an event tells more of a filing: a further document's telling, or a line. */
export function tellsMore(event: LedgerEvent): boolean {
  return isLine(event) || isTelling(event);
}

/** The filings received among these events, by all that these events tell of them. */
export function knownFilings(events: readonly LedgerEvent[]): KnownFiling[] {
  const filings = new Map<bigint, { received: Envelope & FilingReceived; more: LedgerEvent[] }>();
  for (const event of events) {
    if (event.type === 'FILING_RECEIVED') {
      filings.set(event.position, { received: event, more: [] });
    } else if (tellsMore(event)) filings.get(event.filingId)?.more.push(event);
  }
  return [...filings.values()].map(({ received, more }) => knownFiling(received, more));
}

function knownFiling(
  received: Envelope & FilingReceived,
  more: readonly LedgerEvent[],
): KnownFiling {
  const lines = more.filter(isLine);
  const tellings = tellingsOf(received, more);
  const told = mergeTellings(tellings);
  const held = lines.map(({ position, payload }) => ({
    position,
    kind: payload.kind,
    table: payload.table,
  }));
  return {
    id: received.position,
    stream: received.stream,
    tellings,
    told,
    lines: placeLines(held, told.filing.lines).placed.map(({ held: { position }, line }) => ({
      position,
      line,
    })),
  };
}

function tellingsOf(
  { payload, knownAt }: Envelope & FilingReceived,
  more: readonly LedgerEvent[],
): Tellings {
  // A line after a further telling is one that this telling adds.
  const end = more.findIndex(isTelling);
  const lines = (end === -1 ? more : more.slice(0, end))
    .filter(isLine)
    .map((event) => event.payload);
  const first: Telling = { ...payload, knownAt, filing: { ...payload.filing, lines } };
  return [first, ...more.filter(isTelling).map((event) => furtherTelling(event, first))];
}

/** The first events of this kind tell of the accession number alone. */
function furtherTelling(event: LedgerEvent, first: Telling): Telling {
  invariant(event.type === 'IDENTITY_RESOLVED', 'a further telling resolves an identity');
  const { told, to } = event.payload;
  return told ?? { ...first, filing: { ...first.filing, accessionNumber: to as AccessionNumber } };
}

function isTelling(event: LedgerEvent): boolean {
  return event.type === 'IDENTITY_RESOLVED' && event.payload.subject === 'filing';
}

function isLine(event: LedgerEvent): event is LineEvent {
  return event.type === 'TRANSACTION_REPORTED' || event.type === 'HOLDING_REPORTED';
}
