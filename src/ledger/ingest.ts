import { createHash } from 'node:crypto';
import { type ProblemCode, parseDocument } from '../parser/index.ts';
import { Anomaly, type Instant, instantOf, type SourceDocument } from '../values/index.ts';
import { decideAmendments } from './amend.ts';
import { type Database, inTransaction, type Queryable } from './database/index.ts';
import { type ReceivedFiling, receiveFiling } from './decisions/index.ts';
import type { LedgerEvent } from './events/index.ts';
import { readHeldFilings } from './held-filings.ts';
import { learnNumbers, type Renumbered } from './learn-number.ts';
import { isBehind, projectDerived, projectRows } from './projections/index.ts';
import { resolveIssuers, resolvePeople } from './resolve-identities.ts';
import {
  type Head,
  lockLedger,
  type SourceBytes,
  seal,
  writeEvents,
  writeSources,
} from './store/index.ts';

/** Why a document is not in the ledger, and where in it; codes of the parser, and three of the ledger. */
export interface Rejection {
  readonly code: ProblemCode | 'NO_KNOWN_AT' | 'CONFLICT' | 'REFUSED_VALUE';
  readonly path: string;
  readonly message: string;
}

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

interface Candidate {
  readonly name: string;
  readonly received: ReceivedFiling;
  readonly source: SourceBytes;
}

/**
 * Parses documents and appends the filings that the ledger lacks, in one transaction: events, source
 * bytes and projections together or not at all. A document that cannot be read is rejected with its
 * problems and holds nothing else up. The answers are in the order of the documents.
 */
export async function ingest(
  database: Database,
  documents: readonly SourceDocument[],
): Promise<Ingested[]> {
  const read = documents.map(readDocument);
  const candidates = read.filter((item): item is Candidate => 'received' in item);
  if (candidates.length === 0) return read.filter((item) => 'outcome' in item);
  const appended = await appendAll(database, candidates);
  return read.map((item) => ('received' in item ? (appended.get(item) ?? missing(item)) : item));
}

/** All in one transaction; where the database refuses a value of one of them, in halves. */
async function appendAll(
  database: Database,
  candidates: readonly Candidate[],
): Promise<Map<Candidate, Ingested>> {
  try {
    return await inTransaction(database, (db) => append(db, candidates));
  } catch (error) {
    if (!isRefusedValue(error)) throw error;
    const [first, ...rest] = candidates;
    if (first !== undefined && rest.length === 0) return new Map([[first, refused(first, error)]]);
    const middle = Math.ceil(candidates.length / 2);
    const halves = [candidates.slice(0, middle), candidates.slice(middle)];
    const outcomes = new Map<Candidate, Ingested>();
    for (const half of halves) {
      for (const [candidate, outcome] of await appendAll(database, half)) {
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
  const hash = createHash('sha256').update(bytes).digest('hex');
  const received = receiveFiling(result.filing, { sourceHash: hash, rendition: result.rendition });
  if (received !== null) return { name, received, source: { hash, bytes } };
  const message = 'No acceptance time, filing date or signature date says when this became known.';
  return { outcome: 'rejected', name, problems: [{ code: 'NO_KNOWN_AT', path: '', message }] };
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
  const held = await readHeldFilings(
    db,
    candidates.map(({ received }) => received),
  );
  const outcomes = new Map<Candidate, Ingested>();
  const fresh: Fresh[] = [];
  const renumbered: Renumbered[] = [];
  let next = head.position + 1n;
  for (const candidate of candidates) {
    const { name, received } = candidate;
    const known = held.find(received);
    if (known === 'conflict') outcomes.set(candidate, conflict(name, received));
    else if (known !== null) {
      const learns = !known.isNumbered && received.filing.accessionNumber !== null;
      if (learns) {
        held.add({ ...known, filing: received.filing }, known.id);
        renumbered.push({ held: known, received });
      }
      const events = learns ? 1 : 0;
      outcomes.set(candidate, { outcome: 'alreadyHeld', name, filingId: known.id, events });
    } else {
      const events = received.bodies.length;
      held.add(received, next);
      fresh.push({ ...candidate, filingId: next });
      outcomes.set(candidate, { outcome: 'appended', name, filingId: next, events });
      next += BigInt(events);
    }
  }
  const amendments = await appendFilings(db, { head, fresh, renumbered, recordedAt });
  for (const [candidate, outcome] of outcomes) {
    if (outcome.outcome !== 'appended') continue;
    const caused = amendments.filter((causedBy) => causedBy === outcome.filingId).length;
    outcomes.set(candidate, { ...outcome, events: outcome.events + caused });
  }
  return outcomes;
}

type Fresh = Candidate & { readonly filingId: bigint };

/**
 * Writes new filings, then the identities and numbers they bring and what they do to amendments, and
 * brings the projections up to all of it. Gives, for every event more, the new filing that brought it
 * about.
 */
async function appendFilings(
  db: Queryable,
  work: {
    readonly head: Head;
    readonly fresh: readonly Fresh[];
    readonly renumbered: readonly Renumbered[];
    readonly recordedAt: Instant;
  },
): Promise<bigint[]> {
  const { head, fresh, renumbered, recordedAt } = work;
  if (fresh.length === 0 && renumbered.length === 0) return [];
  const appends = fresh.map(({ received }) => ({ ...received, filingId: null, sequence: 0 }));
  const filings = seal(head, appends, recordedAt);
  await writeSources(
    db,
    fresh.map(({ source }) => source),
    recordedAt,
  );
  let last = head;
  const write = async (events: readonly LedgerEvent[]) => {
    await writeEvents(db, events);
    last = events.at(-1) ?? last;
    return projectRows(db, events);
  };
  const ids = new Set(fresh.map(({ filingId }) => filingId));
  const brought: bigint[] = [];
  const touched = await write(filings);
  // Each step decides on what the one before it has changed: issuers, then people, then amendments.
  for (const decide of [resolveIssuers, resolvePeople]) {
    const resolved = seal(last, await decide(db, touched), recordedAt);
    touched.push(...(await write(resolved)));
    brought.push(...resolved.map(({ filingId }) => filingId));
  }
  touched.push(...(await write(seal(last, await learnNumbers(db, renumbered), recordedAt))));
  const decided = await decideAmendments(db, touched);
  touched.push(...(await write(seal(last, decided, recordedAt))));
  brought.push(
    ...decided.map(({ amendment, original }) => (ids.has(amendment) ? amendment : original)),
  );
  await projectDerived(db, touched);
  return brought.map((id) => (ids.has(id) ? id : (fresh[0]?.filingId ?? id)));
}

function conflict(name: string, { stream }: ReceivedFiling): Ingested {
  const message = `The ledger holds other content under ${stream.replace('filing-', '')}; nothing was changed.`;
  return { outcome: 'rejected', name, problems: [{ code: 'CONFLICT', path: '', message }] };
}
