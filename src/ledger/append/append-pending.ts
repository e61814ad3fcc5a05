import { type Queryable, withIndexScans, writeSources } from '../../database/index.ts';
import type { Instant } from '../../values/index.ts';
import { issuerId, type KnownFiling } from '../decisions/index.ts';
import { type Append, type Head, type SealedEvent, seal, writeEvents } from '../log/index.ts';
import {
  findPlain,
  holdUpTo,
  identify,
  loadProjectionInput,
  mergeTouched,
  projectDerived,
  projectPlain,
  projectRows,
  type UpdatedFiling,
} from '../projections/index.ts';
import { decideAmendments } from './amend.ts';
import type { PreparedDocument } from './prepare.ts';
import { resolveIssuers, resolvePeople } from './resolve-identities.ts';

/** A document of a new filing, or one with more of a filing held. */
export interface PendingAppend {
  readonly is: 'new' | 'held';
  readonly document: Pick<PreparedDocument, 'received' | 'source'>;
  readonly filingId: bigint;
  readonly append: Append;
}

/**
 * Writes what documents tell, then the identities that this brings and what it does to amendments,
 * and brings the projections up to all of it. Filings that bring no such decision, nearly all, are
 * projected as a whole while their events are written. Gives, for every event more, the filing that
 * it belongs to or that brought it about.
 */
export async function appendPending(
  db: Queryable,
  work: {
    readonly head: Head;
    readonly pending: readonly PendingAppend[];
    readonly recordedAt: Instant;
  },
): Promise<bigint[]> {
  const { head, pending, recordedAt } = work;
  const [plain, input] = await withIndexScans(db, async () => {
    const found = await findPlain(
      db,
      await identify(db, newFilings(pending)),
      updatedFilingsOf(pending),
    );
    return [found, await loadProjectionInput(db, [...found])] as const;
  });
  const appends = pending.map(({ append }) => append);
  const events = seal(head, appends, recordedAt);
  const written = write(db, events, pending, recordedAt);
  // The caller handles the rejection; this prevents an unhandledRejection.
  written.catch(() => undefined);
  if (plain.size > 0) await projectPlain(db, input, written);
  await written;
  const ids = new Set([...plain].map(({ id }) => id));
  const others = events.filter(({ filingId }) => !ids.has(filingId));
  return projectOthers(db, { events: others, head: events.at(-1) ?? head, pending, recordedAt });
}

async function write(
  db: Queryable,
  events: readonly SealedEvent[],
  pending: readonly PendingAppend[],
  recordedAt: Instant,
): Promise<void> {
  // PostgreSQL takes no event whose source is not kept.
  const sources = pending.map(({ document }) => document.source);
  await writeSources(db, sources, recordedAt);
  await writeEvents(db, events);
}

/** Projects the filings that may bring decisions, and appends and projects the decisions. */
async function projectOthers(
  db: Queryable,
  work: {
    readonly events: readonly SealedEvent[];
    readonly head: Head;
    readonly pending: readonly PendingAppend[];
    readonly recordedAt: Instant;
  },
): Promise<bigint[]> {
  const { pending, recordedAt } = work;
  if (work.events.length === 0) {
    await holdUpTo(db, work.head.position);
    return [];
  }
  let last = work.head;
  const more = async (appends: readonly Append[]) => {
    const events = seal(last, appends, recordedAt);
    await writeEvents(db, events);
    last = events.at(-1) ?? last;
    return projectRows(db, events);
  };
  const ids = new Set(pending.map(({ filingId }) => filingId));
  const further: bigint[] = [];
  let touched = await projectRows(db, work.events);
  // Each step decides on what the one before it has changed: issuers, then people, then amendments.
  for (const decide of [resolveIssuers, resolvePeople]) {
    const resolved = await decide(db, touched);
    touched = mergeTouched(touched, await more(resolved));
    further.push(...resolved.flatMap(({ filingId, bodies }) => bodies.map(() => filingId ?? 0n)));
  }
  const decided = await decideAmendments(db, touched);
  touched = mergeTouched(touched, await more(decided));
  further.push(
    ...decided.map(({ amendment, original }) => (ids.has(amendment) ? amendment : original)),
  );
  await projectDerived(db, touched.filings);
  await holdUpTo(db, last.position);
  return further;
}

/** The new filings by what their documents tell, as `knownFilings` would give them. */
function newFilings(pending: readonly PendingAppend[]): KnownFiling[] {
  return pending
    .filter(({ is }) => is === 'new')
    .map(({ filingId, document: { received } }) => {
      const { stream, reading } = received;
      const lines = reading.filing.lines.map((line, index) => ({
        position: filingId + 1n + BigInt(index),
        sequence: index + 1,
        line,
      }));
      const own = { id: filingId, stream, readings: [reading] as const, merged: reading, lines };
      return { ...own, withdrawn: [], former: [] };
    });
}

function updatedFilingsOf(pending: readonly PendingAppend[]): UpdatedFiling[] {
  return pending
    .filter(({ is }) => is === 'held')
    .map(({ filingId, document: { received } }) => ({
      filingId,
      issuer: issuerId(received.reading.filing.issuer),
    }));
}
