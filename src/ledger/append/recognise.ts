import type { Queryable } from '../../database/index.ts';
import {
  type KnownFiling,
  knownFilings,
  learnMore,
  type ReceivedFiling,
} from '../decisions/index.ts';
import { type Append, type Head, readFilingEvents } from '../log/index.ts';
import { type HeldFiling, isMetAgain, readHeldFilings } from './held-filings.ts';

/** What becomes of a document: a new filing, one held of which it may tell more, or other content. */
export type Recognised =
  | { readonly is: 'new' | 'held'; readonly filingId: bigint; readonly append: Append | null }
  | { readonly is: 'conflict' };

/** A filing held: what is known of it, and where its stream goes on. */
type Known = Pick<KnownFiling, 'stream' | 'tellings' | 'told'> & {
  readonly lines: readonly Pick<KnownFiling['lines'][number], 'line'>[];
  readonly sequence: number;
};

/**
 * Tells the new filings among documents from those held, one document after the other: several may be
 * of one filing. New filings get the positions after the head, in their order (docs/domain.md §2).
 */
export async function recognise(
  db: Queryable,
  head: Head,
  documents: readonly ReceivedFiling[],
): Promise<Recognised[]> {
  const held = await readHeldFilings(db, documents);
  const known = new Map<bigint, Known>();
  const unsure = documents.flatMap((document) => {
    const same = held.find(document);
    return same === null || same === 'conflict' || isMetAgain(same, document) ? [] : [same.id];
  });
  await readKnown(db, known, unsure);
  const recognised: Recognised[] = [];
  let next = head.position + 1n;
  for (const document of documents) {
    const same = held.find(document);
    if (same === 'conflict') recognised.push({ is: 'conflict' });
    else if (same === null) {
      const { stream, telling, bodies } = document;
      held.add(document, next);
      const { filing } = telling;
      const lines = filing.lines.map((line) => ({ line }));
      known.set(next, {
        stream,
        tellings: [telling],
        told: telling,
        lines,
        sequence: bodies.length,
      });
      const append = { stream, filingId: null, sequence: 0, knownAt: telling.knownAt, bodies };
      recognised.push({ is: 'new', filingId: next, append });
      next += BigInt(bodies.length);
    } else if (isMetAgain(same, document)) {
      recognised.push({ is: 'held', filingId: same.id, append: null });
    } else {
      if (!known.has(same.id)) await readKnown(db, known, [same.id]);
      recognised.push(meetAgain(same, document));
    }
  }
  return recognised;

  function meetAgain({ id }: HeldFiling, { telling }: ReceivedFiling): Recognised {
    const before = known.get(id);
    const learned = before === undefined ? null : learnMore(before, telling);
    if (learned === 'conflict') return { is: 'conflict' };
    if (learned === null || before === undefined) return { is: 'held', filingId: id, append: null };
    const { bodies, tellings, told } = learned;
    const { stream, sequence } = before;
    const lines = told.filing.lines.map((line) => ({ line }));
    known.set(id, { stream, tellings, told, lines, sequence: sequence + bodies.length });
    held.add({ stream, telling: told }, id);
    const append = { stream, filingId: id, sequence, knownAt: told.knownAt, bodies };
    return { is: 'held', filingId: id, append };
  }
}

async function readKnown(
  db: Queryable,
  known: Map<bigint, Known>,
  filingIds: readonly bigint[],
): Promise<void> {
  if (filingIds.length === 0) return;
  const events = await readFilingEvents(db, filingIds);
  const last = new Map(events.map(({ filingId, sequence }) => [filingId, sequence]));
  for (const filing of knownFilings(events)) {
    known.set(filing.id, { ...filing, sequence: (last.get(filing.id) ?? 0) + 1 });
  }
}
