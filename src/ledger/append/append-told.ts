import { byIndex, type Queryable, writeSources } from '../../database/index.ts';
import type { Instant } from '../../values/index.ts';
import { issuerId, type KnownFiling } from '../decisions/index.ts';
import { type Append, type Head, type SealedEvent, seal, writeEvents } from '../log/index.ts';
import {
  findPlain,
  holdUpTo,
  identify,
  projectDerived,
  projectPlain,
  projectRows,
  type Retold,
  readBrought,
  together,
} from '../projections/index.ts';
import { decideAmendments } from './amend.ts';
import type { PreparedDocument } from './prepare.ts';
import { resolveIssuers, resolvePeople } from './resolve-identities.ts';

/** A document that tells of a new filing, or more of one held. */
export interface Told {
  readonly is: 'new' | 'held';
  readonly document: Pick<PreparedDocument, 'received' | 'source'>;
  readonly filingId: bigint;
  readonly append: Append;
}

/**
 * Writes what documents tell, then the identities that this brings and what it does to amendments, and
 * brings the projections up to all of it. Filings that bring no such decision, nearly all, are projected
 * as a whole while their events are written. Gives, for every event more, the filing that it belongs to
 * or that brought it about.
 */
export async function appendTold(
  db: Queryable,
  work: { readonly head: Head; readonly told: readonly Told[]; readonly recordedAt: Instant },
): Promise<bigint[]> {
  const { head, told, recordedAt } = work;
  const [plain, brought] = await byIndex(db, async () => {
    const found = await findPlain(db, await identify(db, newFilings(told)), retoldOf(told));
    return [found, await readBrought(db, [...found])] as const;
  });
  const appends = told.map(({ append }) => append);
  const events = seal(head, appends, recordedAt);
  const written = write(db, events, told, recordedAt);
  // Whoever waits for it hears of what went wrong, not the process before.
  written.catch(() => undefined);
  if (plain.size > 0) await projectPlain(db, brought, written);
  await written;
  const ids = new Set([...plain].map(({ id }) => id));
  const others = events.filter(({ filingId }) => !ids.has(filingId));
  return projectOthers(db, { events: others, head: events.at(-1) ?? head, told, recordedAt });
}

async function write(
  db: Queryable,
  events: readonly SealedEvent[],
  told: readonly Told[],
  recordedAt: Instant,
): Promise<void> {
  await writeEvents(db, events);
  const sources = told.map(({ document }) => document.source);
  await writeSources(db, sources, recordedAt);
}

/** Projects the filings that may bring decisions, and appends and projects the decisions. */
async function projectOthers(
  db: Queryable,
  work: {
    readonly events: readonly SealedEvent[];
    readonly head: Head;
    readonly told: readonly Told[];
    readonly recordedAt: Instant;
  },
): Promise<bigint[]> {
  const { told, recordedAt } = work;
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
  const ids = new Set(told.map(({ filingId }) => filingId));
  const brought: bigint[] = [];
  let touched = await projectRows(db, work.events);
  // Each step decides on what the one before it has changed: issuers, then people, then amendments.
  for (const decide of [resolveIssuers, resolvePeople]) {
    const resolved = await decide(db, touched);
    touched = together(touched, await more(resolved));
    brought.push(...resolved.flatMap(({ filingId, bodies }) => bodies.map(() => filingId ?? 0n)));
  }
  const decided = await decideAmendments(db, touched);
  touched = together(touched, await more(decided));
  brought.push(
    ...decided.map(({ amendment, original }) => (ids.has(amendment) ? amendment : original)),
  );
  await projectDerived(db, touched.filings);
  await holdUpTo(db, last.position);
  return brought;
}

/** The new filings by what their documents tell, as `knownFilings` would give them. */
function newFilings(told: readonly Told[]): KnownFiling[] {
  return told
    .filter(({ is }) => is === 'new')
    .map(({ filingId, document: { received } }) => {
      const { stream, telling } = received;
      const lines = telling.filing.lines.map((line, index) => ({
        position: filingId + 1n + BigInt(index),
        sequence: index + 1,
        line,
      }));
      const own = { id: filingId, stream, tellings: [telling] as const, told: telling, lines };
      return { ...own, withdrawn: [], former: [] };
    });
}

function retoldOf(told: readonly Told[]): Retold[] {
  return told
    .filter(({ is }) => is === 'held')
    .map(({ filingId, document: { received } }) => ({
      filingId,
      issuer: issuerId(received.telling.filing.issuer),
    }));
}
