import type { FiledLine, Filing } from '../../../parser/index.ts';
import type { AccessionNumber } from '../../../values/index.ts';
import type {
  Envelope,
  FilingReading,
  FilingReceived,
  FilingReread,
  HoldingReported,
  IdentityResolved,
  LedgerEvent,
  TransactionReported,
} from '../../events/index.ts';
import { type FilingReadings, mergeReadings } from './merge-readings.ts';
import { placeLines } from './place-lines.ts';
import { withoutConflicting, withReading } from './readings.ts';

type LineEvent = Envelope & (TransactionReported | HoldingReported);
type ReadingEvent = Envelope & (IdentityResolved | FilingReread);

/** A line of a filing, and the event that holds it. */
export interface HeldLine {
  readonly position: bigint;
  /** The event's place in the filing's stream. */
  readonly sequence: number;
  readonly line: FiledLine;
}

/** A line that a later reading replaced or took back, as it was known until then. */
export interface WithdrawnLine extends HeldLine {
  /** Position of the line that replaces it, or of the event that took it back. */
  readonly by: bigint;
  readonly merged: FilingReading;
}

/** One filing by all that its events tell. */
export interface KnownFiling {
  /** Position of its FilingReceived. */
  readonly id: bigint;
  readonly stream: string;
  /** What counts: readings that a later one replaced are not among them. */
  readonly readings: FilingReadings;
  /** All readings put together. */
  readonly merged: FilingReading;
  /** Every line, in the order listed. */
  readonly lines: readonly HeldLine[];
  /** Lines that later readings replaced or took back. */
  readonly withdrawn: readonly WithdrawnLine[];
  /** What was known of it before each further document and reading. */
  readonly former: readonly Filing[];
}

/** Whether an event tells more of a filing: a further document, a new reading, or a line. */
export function addsMore(event: LedgerEvent): boolean {
  return isLine(event) || isReading(event);
}

/** The filings received among these events, by all that these events say. */
export function knownFilings(events: readonly LedgerEvent[]): KnownFiling[] {
  const filings = new Map<bigint, { received: Envelope & FilingReceived; more: LedgerEvent[] }>();
  for (const event of events) {
    if (event.type === 'FILING_RECEIVED') {
      filings.set(event.position, { received: event, more: [] });
    } else if (addsMore(event)) filings.get(event.filingId)?.more.push(event);
  }
  return [...filings.values()].map(({ received, more }) => knownFiling(received, more));
}

function knownFiling(
  received: Envelope & FilingReceived,
  more: readonly LedgerEvent[],
): KnownFiling {
  const starts = more.flatMap((event, index) => (isReading(event) ? [index] : []));
  const own = more.slice(0, starts[0]).filter(isLine);
  const { payload, knownAt, position, stream } = received;
  const filed = own.map((event) => event.payload);
  const merged: FilingReading = {
    ...payload,
    knownAt,
    filing: { ...payload.filing, lines: filed },
  };
  const first: KnownFiling = {
    id: position,
    stream,
    readings: [merged],
    merged,
    lines: own.map(heldLine),
    withdrawn: [],
    former: [],
  };
  return starts.reduce((known, start, index) => {
    const lines = more.slice(start + 1, starts[index + 1]).filter(isLine);
    return afterReading(known, more[start] as ReadingEvent, lines.map(heldLine));
  }, first);
}

function heldLine({ position, sequence, payload }: LineEvent): HeldLine {
  return { position, sequence, line: payload };
}

/** What is known after one more reading, with the lines that came with it. */
function afterReading(
  known: KnownFiling,
  event: ReadingEvent,
  fresh: readonly HeldLine[],
): KnownFiling {
  const reading = readingOf(event, known.readings[0]);
  const readings = readingsAfter(known.readings, event, reading);
  const merged = mergeReadings(readings);
  const { lines: named } = event.payload;
  const all = [...known.lines, ...fresh];
  const bySequence = new Map(all.map((held) => [held.sequence, held]));
  const held =
    named === undefined ? all : named.flatMap((sequence) => bySequence.get(sequence) ?? []);
  const kept = new Set(held.map(({ sequence }) => sequence));
  const replaced = new Map(
    event.type === 'FILING_REREAD'
      ? event.payload.replaced.map(({ line, by }) => [line, bySequence.get(by)?.position])
      : [],
  );
  const withdrawn = known.lines
    .filter(({ sequence }) => !kept.has(sequence))
    .map((line) => ({
      ...line,
      by: replaced.get(line.sequence) ?? event.position,
      merged: known.merged,
    }));
  return {
    ...known,
    readings,
    merged,
    lines: placed(held, merged.filing.lines),
    withdrawn: [...known.withdrawn, ...withdrawn],
    former: [...known.former, known.merged.filing],
  };
}

function readingsAfter(
  readings: FilingReadings,
  event: ReadingEvent,
  reading: FilingReading,
): FilingReadings {
  if (event.type === 'FILING_REREAD') return withReading(readings, reading);
  if (event.payload.lines !== undefined) return withoutConflicting(readings, reading);
  return [...readings, reading];
}

/** The first events of this kind have the accession number alone. */
function readingOf({ type, payload }: ReadingEvent, first: FilingReading): FilingReading {
  if (type === 'FILING_REREAD' || payload.told !== undefined) return payload.told as FilingReading;
  const { filing } = first;
  return { ...first, filing: { ...filing, accessionNumber: payload.to as AccessionNumber } };
}

/** Lines as they are read now, each at the event that holds it. */
function placed(held: readonly HeldLine[], lines: readonly FiledLine[]): HeldLine[] {
  const kinds = held.map(({ position, sequence, line: { kind, table } }) => ({
    position,
    sequence,
    kind,
    table,
  }));
  return placeLines(kinds, lines).placed.map(({ held: { position, sequence }, line }) => ({
    position,
    sequence,
    line,
  }));
}

function isReading(event: LedgerEvent): event is ReadingEvent {
  if (event.type === 'FILING_REREAD') return true;
  return event.type === 'IDENTITY_RESOLVED' && event.payload.subject === 'filing';
}

function isLine(event: LedgerEvent): event is LineEvent {
  return event.type === 'TRANSACTION_REPORTED' || event.type === 'HOLDING_REPORTED';
}
