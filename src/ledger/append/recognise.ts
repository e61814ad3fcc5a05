import { type Queryable, readSources } from '../../database/index.ts';
import {
  conflicts,
  type HeldFilingState,
  learnMore,
  parserOf,
  type ReceivedFiling,
  settleConflict,
} from '../decisions/index.ts';
import type { EventBody } from '../events/index.ts';
import type { Append, Head } from '../log/index.ts';
import { type FoundFiling, isMetAgain, readHeldFilings } from './held-filings.ts';
import { readKnown } from './known-filings.ts';
import { READER } from './prepare.ts';
import { readAgain } from './read-again.ts';

/**
 * What becomes of a document: a new filing, one held of which it may tell more, or other content.
 */
export type Recognised =
  | { readonly is: 'new' | 'held'; readonly filingId: bigint; readonly append: Append | null }
  | { readonly is: 'conflict' };

/**
 * Tells the new filings among documents from those held, one document after the other: several may
 * be of one filing. New filings get the positions after the head, in their order
 * (docs/domain.md §2).
 */
export async function recognise(
  db: Queryable,
  head: Head,
  documents: readonly ReceivedFiling[],
): Promise<Recognised[]> {
  const held = await readHeldFilings(db, documents);
  const known = new Map<bigint, HeldFilingState>();
  const isKnownWhole = (found: FoundFiling, document: ReceivedFiling) =>
    !found.isConflict && isMetAgain(found.held, document);
  const unsure = documents.flatMap((document) => {
    const found = held.find(document);
    return found === null || isKnownWhole(found, document) ? [] : [found.held.id];
  });
  await readKnown(db, known, unsure);
  const recognised: Recognised[] = [];
  let next = head.position + 1n;
  for (const document of documents) {
    const found = held.find(document);
    if (found === null) {
      const { stream, reading, bodies } = document;
      held.add(document, next);
      const lines = reading.filing.lines.map((line, index) => ({ sequence: index + 1, line }));
      const readings = [reading] as const;
      known.set(next, { stream, readings, merged: reading, lines, sequence: bodies.length });
      const append = { stream, filingId: null, sequence: 0, knownAt: reading.knownAt, bodies };
      recognised.push({ is: 'new', filingId: next, append });
      next += BigInt(bodies.length);
    } else if (isKnownWhole(found, document)) {
      recognised.push({ is: 'held', filingId: found.held.id, append: null });
    } else {
      if (!known.has(found.held.id)) await readKnown(db, known, [found.held.id]);
      recognised.push(await meetAgain(found.held.id, document));
    }
  }
  return recognised;

  async function meetAgain(id: bigint, { reading }: ReceivedFiling): Promise<Recognised> {
    const before = known.get(id);
    const met = before === undefined ? null : await meet(db, before, reading);
    if (met === 'conflict') return { is: 'conflict' };
    if (met === null || before === undefined) return { is: 'held', filingId: id, append: null };
    const { stream, sequence } = before;
    const { bodies, state } = met;
    known.set(id, state);
    held.add({ stream, reading: state.merged }, id);
    const append = { stream, filingId: id, sequence, knownAt: state.merged.knownAt, bodies };
    return { is: 'held', filingId: id, append };
  }
}

/**
 * The events that a document of a held filing adds, and what is known after them; null where it
 * adds none.
 */
async function meet(
  db: Queryable,
  before: HeldFilingState,
  reading: ReceivedFiling['reading'],
): Promise<{ bodies: readonly EventBody[]; state: HeldFilingState } | 'conflict' | null> {
  const { sourceHash } = reading;
  const isReadBefore = before.readings.some((each) => each.sourceHash === sourceHash);
  const isOther = conflicts(before.merged, reading);
  const older = before.readings.filter((each) => parserOf(each) < READER.version);
  const isOlder = isReadBefore ? older.some((each) => each.sourceHash === sourceHash) : isOther;
  let state = before;
  let bodies: readonly EventBody[] = [];
  // What was read by an older parser is read again first (docs/domain.md §2).
  if (isOlder && older.length > 0) {
    const sources = await readSources(
      db,
      older.map((each) => each.sourceHash),
    );
    ({ state, bodies } = readAgain(before, sources, READER));
  }
  const again = conflicts(state.merged, reading);
  // A reading of the same bytes that still differs is one by another parser, and none to be taken.
  if (again && isReadBefore) return bodies.length === 0 ? null : { bodies, state };
  const learned = again ? settleConflict(state, reading) : learnMore(state, reading);
  if (learned === 'conflict' || (learned === null && again)) return 'conflict';
  if (learned === null) return bodies.length === 0 ? null : { bodies, state };
  const sequence = state.sequence + learned.bodies.length;
  return {
    bodies: [...bodies, ...learned.bodies],
    state: { ...learned, stream: state.stream, sequence },
  };
}
