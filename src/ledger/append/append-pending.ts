import { type LookUps, writeSources } from '../../database/index.ts';
import type { Instant } from '../../values/index.ts';
import { type Append, type Head, type SealedEvent, seal, writeEvents } from '../log/index.ts';
import {
  ChangedFilings,
  foldEvents,
  type Leaving,
  loadSurroundings,
  planAround,
  surroundingsOf,
  writePlan,
} from '../projections/index.ts';
import { amendedBefore, decideAmendments } from './amend.ts';
import { appendsOf, type Decision } from './decision.ts';
import type { PreparedDocument } from './prepare.ts';
import {
  issuersInDoubt,
  peopleInDoubt,
  resolveIssuers,
  resolvePeople,
} from './resolve-identities.ts';

/** A document of a new filing, or one with more of a filing held. */
export interface PendingAppend {
  readonly is: 'new' | 'held';
  readonly document: Pick<PreparedDocument, 'received' | 'source'>;
  readonly filingId: bigint;
  readonly append: Append;
}

/** Documents to append after the head of the ledger, which the caller has taken. */
interface PendingWork {
  readonly head: Head;
  readonly pending: readonly PendingAppend[];
  readonly recordedAt: Instant;
  /** Whose accounts are left for later (docs/decisions/0030). */
  readonly leaving?: Leaving | null;
}

/**
 * Writes what documents tell, then the identities that this brings and what it does to amendments,
 * and brings the projections up to all of it, in a transaction that looks keys up. All is read and
 * decided before anything is written; what the rows become is worked out while the events are on
 * their way. Gives, for every event more, the filing that it belongs to or that brought it about.
 */
export async function appendPending(db: LookUps, work: PendingWork): Promise<readonly bigint[]> {
  const changed = new ChangedFilings(db);
  const { events, further } = await decideAll(db, changed, work);
  const surroundings = await loadSurroundings(db, changed, work.leaving ?? null);
  const written = write(db, events, work);
  // The caller handles the rejection; this prevents an unhandledRejection.
  written.catch(() => undefined);
  const plan = await planAround(changed, surroundings);
  await written;
  const { position } = events.at(-1) ?? work.head;
  await writePlan(db, changed, { plan, position: surroundings.isLeft ? null : position });
  return further;
}

async function write(
  db: LookUps,
  events: readonly SealedEvent[],
  { pending, recordedAt }: PendingWork,
): Promise<void> {
  // PostgreSQL takes no event whose source is not kept.
  const sources = pending.map(({ document }) => document.source);
  await writeEvents(db, events, await writeSources(db, sources, recordedAt));
}

/** The events of documents, then what follows from them: issuers, then people, then amendments. */
async function decideAll(
  db: LookUps,
  changed: ChangedFilings,
  { head, pending, recordedAt }: PendingWork,
): Promise<{ events: readonly SealedEvent[]; further: readonly bigint[] }> {
  const documents = new Set(pending.map(({ filingId }) => filingId));
  const further: bigint[] = [];
  const events = seal(
    head,
    pending.map(({ append }) => append),
    recordedAt,
  );
  await foldEvents(db, changed, events);
  await db.ahead(() => [
    issuersInDoubt(changed),
    peopleInDoubt(changed),
    amendedBefore(changed),
    ...surroundingsOf(changed),
  ]);
  // Each decides on what the one before it has changed.
  for (const decide of [resolveIssuers, resolvePeople, decideAmendments]) {
    const decisions: readonly Decision[] = await decide(db, changed);
    const appends = await appendsOf(db, decisions, events);
    const more = seal(events.at(-1) ?? head, appends, recordedAt);
    await foldEvents(db, changed, more);
    events.push(...more);
    for (const { because, filing } of decisions) {
      further.push(because.find((id) => documents.has(id)) ?? because.at(-1) ?? filing.id);
    }
  }
  return { events, further };
}
