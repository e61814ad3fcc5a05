import { createHash } from 'node:crypto';
import { parseDocument } from '../parser/index.ts';
import { Anomaly, type Instant, instantOf, type SourceDocument } from '../values/index.ts';
import { decideAmendments } from './amend.ts';
import { type Database, inTransaction, type Queryable } from './database/index.ts';
import { type ReceivedFiling, receiveFiling } from './decisions/index.ts';
import { isBehind, projectDerived, projectRows, together } from './projections/index.ts';
import { recognise } from './recognise.ts';
import { type Rejection, type SettledDocument, settleRejections } from './rejections/index.ts';
import { resolveIssuers, resolvePeople } from './resolve-identities.ts';
import {
  type Append,
  type Head,
  lockLedger,
  type SourceBytes,
  seal,
  writeEvents,
  writeSources,
} from './store/index.ts';

/** What became of one document. */
export type Ingested =
  | {
      readonly outcome: 'appended' | 'alreadyHeld';
      readonly name: string;
      /** Position of its FilingReceived. */
      readonly filingId: bigint;
      /** Events appended for it. */
      readonly events: number;
    }
  | {
      readonly outcome: 'rejected';
      readonly name: string;
      readonly problems: readonly Rejection[];
    };

/** What is to be done beside appending. */
export interface IngestOptions {
  /**
   * Whether rejected documents are kept aside, with reason and bytes. Not where anybody may send them:
   * they would fill the disk.
   */
  readonly keepsRejected?: boolean;
}

interface Candidate {
  readonly name: string;
  readonly document: SourceDocument;
  readonly received: ReceivedFiling;
  readonly source: SourceBytes;
}

/**
 * Parses documents and appends the filings that the ledger lacks, in one transaction: events, source
 * bytes and projections together or not at all. A document that cannot be read is rejected with its
 * problems and holds nothing else up. The answers are in the order of the documents.
 */
export async function ingest(
  database: Pick<Database, 'pool'>,
  documents: readonly SourceDocument[],
  { keepsRejected = false }: IngestOptions = {},
): Promise<Ingested[]> {
  const settle: Settle = async (db, outcomes) => {
    if (keepsRejected) await settleRejections(db, outcomes);
  };
  const read = documents.map(readDocument);
  const candidates = read.filter((item): item is Candidate => 'received' in item);
  const unfit = documents.flatMap((document, index) => {
    const item = read[index];
    return item !== undefined && 'outcome' in item ? [settled(document, item)] : [];
  });
  await settle(database.pool, unfit);
  if (candidates.length === 0) return read.filter((item) => 'outcome' in item);
  const appended = await appendAll(database, candidates, settle);
  return read.map((item) => ('received' in item ? (appended.get(item) ?? missing(item)) : item));
}

/** Keeps what was rejected aside and forgets what was not, or does neither. */
type Settle = (db: Queryable, settled: readonly SettledDocument[]) => Promise<void>;

function settled(document: SourceDocument, answer: Ingested, hash = sha256(document.bytes)) {
  return { document, hash, problems: answer.outcome === 'rejected' ? answer.problems : null };
}

/** All in one transaction; where the database refuses a value of one of them, in halves. */
async function appendAll(
  database: Pick<Database, 'pool'>,
  candidates: readonly Candidate[],
  settle: Settle,
): Promise<Map<Candidate, Ingested>> {
  const settleAll = (db: Queryable, outcomes: ReadonlyMap<Candidate, Ingested>) =>
    settle(
      db,
      [...outcomes].map(([{ document, source }, answer]) => settled(document, answer, source.hash)),
    );
  try {
    return await inTransaction(database, async (db) => {
      const outcomes = await append(db, candidates);
      await settleAll(db, outcomes);
      return outcomes;
    });
  } catch (error) {
    if (!isRefusedValue(error)) throw error;
    const [first, ...rest] = candidates;
    if (first !== undefined && rest.length === 0) {
      const outcomes = new Map([[first, refused(first, error)]]);
      await settleAll(database.pool, outcomes);
      return outcomes;
    }
    const middle = Math.ceil(candidates.length / 2);
    const halves = [candidates.slice(0, middle), candidates.slice(middle)];
    const outcomes = new Map<Candidate, Ingested>();
    for (const half of halves) {
      for (const [candidate, outcome] of await appendAll(database, half, settle)) {
        outcomes.set(candidate, outcome);
      }
    }
    return outcomes;
  }
}

/** SQLSTATE classes 22 (data exception) and 54 (program limit exceeded): the values are at fault. */
function isRefusedValue(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && /^(?:22|54)/.test(String(error.code));
}

function refused({ name }: Candidate, error: Error): Ingested {
  const message = `The database cannot hold a value of it: ${error.message}.`;
  return { outcome: 'rejected', name, problems: [{ code: 'REFUSED_VALUE', path: '', message }] };
}

function missing({ name }: Candidate): never {
  throw new Anomaly('Fault', `No outcome for ${name}.`);
}

function readDocument(document: SourceDocument): Candidate | Ingested {
  const { name, bytes } = document;
  const result = parseDocument(document);
  if (!result.ok) return { outcome: 'rejected', name, problems: result.problems };
  const hash = sha256(bytes);
  const received = receiveFiling(result.filing, { sourceHash: hash, rendition: result.rendition });
  if (received !== null) return { name, document, received, source: { hash, bytes } };
  const message = 'No acceptance time, filing date or signature date says when this became known.';
  return { outcome: 'rejected', name, problems: [{ code: 'NO_KNOWN_AT', path: '', message }] };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function append(
  db: Queryable,
  candidates: readonly Candidate[],
): Promise<Map<Candidate, Ingested>> {
  const recordedAt = instantOf(new Date());
  const head = await lockLedger(db);
  if (await isBehind(db)) {
    throw new Anomaly('Conflict', 'The projections lack events of the ledger: rebuild them first.');
  }
  const recognised = await recognise(
    db,
    head,
    candidates.map(({ received }) => received),
  );
  const outcomes = new Map<Candidate, Ingested>();
  const fresh: Told[] = [];
  const more: Told[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const { name, received } = candidate;
    const it = recognised[index] ?? missing(candidate);
    if (it.is === 'conflict') {
      outcomes.set(candidate, conflict(name, received));
      continue;
    }
    const { filingId, append: own } = it;
    const outcome = it.is === 'new' ? 'appended' : 'alreadyHeld';
    outcomes.set(candidate, { outcome, name, filingId, events: own?.bodies.length ?? 0 });
    if (own === null) continue;
    (it.is === 'new' ? fresh : more).push({ candidate, filingId, append: own });
  }
  const told = [...fresh, ...more];
  const [first] = told;
  if (first === undefined) return outcomes;
  const brought = await appendTold(db, { head, told, recordedAt });
  for (const id of brought) {
    const { candidate } = told.find(({ filingId }) => filingId === id) ?? first;
    const outcome = outcomes.get(candidate);
    if (outcome === undefined || outcome.outcome === 'rejected') continue;
    outcomes.set(candidate, { ...outcome, events: outcome.events + 1 });
  }
  return outcomes;
}

/** A document that tells of a new filing, or more of one held. */
interface Told {
  readonly candidate: Candidate;
  readonly filingId: bigint;
  readonly append: Append;
}

/**
 * Writes what documents tell, then the identities that this brings and what it does to amendments, and
 * brings the projections up to all of it. Gives, for every event more, the filing that it belongs to or
 * that brought it about.
 */
async function appendTold(
  db: Queryable,
  work: { readonly head: Head; readonly told: readonly Told[]; readonly recordedAt: Instant },
): Promise<bigint[]> {
  const { head, told, recordedAt } = work;
  await writeSources(
    db,
    told.map(({ candidate }) => candidate.source),
    recordedAt,
  );
  let last = head;
  const write = async (appends: readonly Append[]) => {
    const events = seal(last, appends, recordedAt);
    await writeEvents(db, events);
    last = events.at(-1) ?? last;
    return projectRows(db, events);
  };
  const ids = new Set(told.map(({ filingId }) => filingId));
  const brought: bigint[] = [];
  let touched = await write(told.map(({ append: own }) => own));
  // Each step decides on what the one before it has changed: issuers, then people, then amendments.
  for (const decide of [resolveIssuers, resolvePeople]) {
    const resolved = await decide(db, touched);
    touched = together(touched, await write(resolved));
    brought.push(...resolved.flatMap(({ filingId, bodies }) => bodies.map(() => filingId ?? 0n)));
  }
  const decided = await decideAmendments(db, touched);
  touched = together(touched, await write(decided));
  brought.push(
    ...decided.map(({ amendment, original }) => (ids.has(amendment) ? amendment : original)),
  );
  await projectDerived(db, touched.filings);
  return brought;
}

function conflict(name: string, { stream }: ReceivedFiling): Ingested {
  const message = `The ledger holds other content under ${stream.replace('filing-', '')}; nothing was changed.`;
  return { outcome: 'rejected', name, problems: [{ code: 'CONFLICT', path: '', message }] };
}
