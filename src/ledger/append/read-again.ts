import { packSource } from '../../database/index.ts';
import type { Rejection } from '../../desk/index.ts';
import { type HeldFilingState, mergeReadings, parserOf, rereadFiling } from '../decisions/index.ts';
import type { EventBody } from '../events/index.ts';
import type { PendingAppend } from './append-pending.ts';
import { type Provenance, type Reader, readDocument } from './prepare.ts';

/**
 * A filing whose bytes were read again: the events that this adds, and what is known after them.
 */
export interface ReadAgain {
  readonly bodies: readonly EventBody[];
  readonly state: HeldFilingState;
  /** The documents of which something else was read. */
  readonly documents: readonly PendingAppend['document'][];
  /** Why documents are refused by the reader: what was read in them before stands. */
  readonly refused: readonly (readonly Rejection[])[];
  /** Readings that have warnings. */
  readonly warned: number;
}

/**
 * Reads again the kept bytes of every document of a filing that an older parser read
 * (docs/domain.md §4). What was known of one beside its bytes, number and times, is what its
 * reading on record has. Pure.
 */
export function readAgain(
  held: HeldFilingState,
  sources: ReadonlyMap<string, Uint8Array>,
  reader: Reader,
): ReadAgain {
  const hashes = new Set(
    held.readings
      .filter((reading) => parserOf(reading) < reader.version)
      .map(({ sourceHash }) => sourceHash),
  );
  let state = held;
  let warned = 0;
  const bodies: EventBody[] = [];
  const documents: PendingAppend['document'][] = [];
  const refused: (readonly Rejection[])[] = [];
  for (const hash of hashes) {
    const bytes = sources.get(hash);
    if (bytes === undefined) continue;
    const read = readDocument({ ...givenWith(held, hash), bytes }, reader);
    if (read.outcome === 'rejected') {
      refused.push(read.problems);
      continue;
    }
    const { received, warnings } = read;
    if (warnings.length > 0) warned += 1;
    const learned = rereadFiling(state, received.reading);
    if (learned === null) continue;
    documents.push({ received, source: packSource(received.reading.sourceHash, bytes) });
    bodies.push(...learned.bodies);
    const sequence = state.sequence + learned.bodies.length;
    state = { ...learned, stream: state.stream, sequence };
  }
  return { bodies, state, documents, refused, warned };
}

/** What readings on record know of a document beside its bytes: the best of each that is there. */
export function givenWith(
  { stream, readings }: Pick<HeldFilingState, 'stream' | 'readings'>,
  hash: string,
): Provenance {
  const [first = readings[0], ...others] = readings.filter(({ sourceHash }) => sourceHash === hash);
  const { accessionNumber, filedOn, acceptedAt } = mergeReadings([first, ...others]).filing;
  return { name: stream, accessionNumber, filedOn, acceptedAt };
}
