import {
  type Database,
  type LookUps,
  lookingUp,
  preparing,
  type Queryable,
} from '../../database/index.ts';
import { type Rejection, type SettledDocument, settleRejections } from '../../desk/index.ts';
import { Anomaly, instantOf, type SourceDocument } from '../../values/index.ts';
import type { ReceivedFiling } from '../decisions/index.ts';
import { holdingLedger } from '../log/index.ts';
import type { Leaving } from '../projections/index.ts';
import { appendPending, type PendingAppend } from './append-pending.ts';
import { heldLookUp } from './held-filings.ts';
import { type PreparedDocument, prepareDocument, type RejectedDocument } from './prepare.ts';
import { recognise } from './recognise.ts';
import { takeLedger } from './take-ledger.ts';

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
   * Whether rejected documents are kept aside, with reason and bytes. Not where anybody may send
   * them: they would fill the disk.
   */
  readonly keepsRejected?: boolean;
  /**
   * Of a large ingest, whose accounts and relationships are left for later: `catchUp` works them
   * out, each once. Of people who have many filings that takes less (docs/decisions/0030).
   */
  readonly leaving?: Leaving | null;
}

/**
 * Parses documents and appends the filings that the ledger lacks, in one transaction: events,
 * source bytes and projections together or not at all. A document that cannot be read is rejected
 * with its problems and holds nothing else up. The answers are in the order of the documents.
 */
export function ingest(
  database: Pick<Database, 'pool'>,
  documents: readonly SourceDocument[],
  options: IngestOptions = {},
): Promise<Ingested[]> {
  return ingestPrepared(
    database,
    documents.map((document) => prepareDocument(document)),
    options,
  );
}

/** The same of documents that are parsed already, in another thread perhaps. */
export async function ingestPrepared(
  database: Pick<Database, 'pool'>,
  documents: readonly (PreparedDocument | RejectedDocument)[],
  { keepsRejected = false, leaving = null }: IngestOptions = {},
): Promise<Ingested[]> {
  const settle: Settle = async (db, settled) => {
    if (keepsRejected) await settleRejections(db, settled);
  };
  const candidates = documents.filter((document) => document.outcome === 'prepared');
  const unfit = documents.filter(isRejected);
  const tried = new Set(candidates.map(keptUnder));
  // What is tried again in this call, with a date this time, is settled by that: one call is one
  // try.
  await settle(
    database.pool,
    unfit.filter((document) => document.source !== null && !tried.has(keptUnder(document))),
  );
  const appended =
    candidates.length === 0
      ? new Map<PreparedDocument, Ingested>()
      : await appendAll(database, candidates, { settle, leaving });
  // Settle unread entries last: accepting a later document of that archive would delete its
  // rejection.
  await settle(
    database.pool,
    unfit.filter(({ source }) => source === null),
  );
  return documents.map((document) => {
    if (!isRejected(document)) return appended.get(document) ?? missing(document);
    const { outcome, name, problems } = document;
    return { outcome, name, problems };
  });
}

/** The bytes and the number that a rejected document is kept under. */
function keptUnder({ source, given }: Pick<SettledDocument, 'source' | 'given'>): string {
  return `${source?.hash} ${given.accessionNumber}`;
}

function isRejected(document: PreparedDocument | RejectedDocument): document is RejectedDocument {
  return document.outcome === 'rejected';
}

/** Keeps what was rejected aside and forgets what was not, or does neither. */
type Settle = (db: Queryable, settled: readonly SettledDocument[]) => Promise<void>;

function settledOf(outcomes: ReadonlyMap<PreparedDocument, Ingested>): SettledDocument[] {
  return [...outcomes].map(([{ given, source }, answer]) => {
    return { given, source, problems: answer.outcome === 'rejected' ? answer.problems : null };
  });
}

/** Of so many documents statements are worth planning for themselves. */
const MANY = 20;

/** All in one transaction; where the database refuses a value of one of them, in halves. */
async function appendAll(
  database: Pick<Database, 'pool'>,
  candidates: readonly PreparedDocument[],
  how: { readonly settle: Settle; readonly leaving: Leaving | null },
): Promise<Map<PreparedDocument, Ingested>> {
  const { settle, leaving } = how;
  try {
    const plansOnce = candidates.length < MANY;
    return await holdingLedger(
      database,
      async (client) => {
        const db = lookingUp(plansOnce ? preparing(client) : client, plansOnce);
        const outcomes = await append(db, candidates, leaving);
        await settle(db, settledOf(outcomes));
        return outcomes;
      },
      { looksUpKeys: true, plansOnce },
    );
  } catch (error) {
    if (!isRefusedValue(error)) throw error;
    const [first, ...rest] = candidates;
    if (first !== undefined && rest.length === 0) {
      const outcomes = new Map([[first, refused(first, error)]]);
      await settle(database.pool, settledOf(outcomes));
      return outcomes;
    }
    const middle = Math.ceil(candidates.length / 2);
    const halves = [candidates.slice(0, middle), candidates.slice(middle)];
    const outcomes = new Map<PreparedDocument, Ingested>();
    for (const half of halves) {
      for (const [candidate, outcome] of await appendAll(database, half, how)) {
        outcomes.set(candidate, outcome);
      }
    }
    return outcomes;
  }
}

/**
 * SQLSTATE classes 22 (data exception) and 54 (program limit exceeded): the values are at fault.
 */
function isRefusedValue(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && /^(?:22|54)/.test(String(error.code));
}

function refused({ name }: PreparedDocument, error: Error): Ingested {
  const message = `The database cannot hold a value of it: ${error.message}.`;
  return { outcome: 'rejected', name, problems: [{ code: 'REFUSED_VALUE', path: '', message }] };
}

function missing({ name }: PreparedDocument): never {
  throw new Anomaly('Fault', `No outcome for ${name}.`);
}

/** What one document that was read just now tells. */
type PendingDocument = PendingAppend & { readonly document: PreparedDocument };

async function append(
  db: LookUps,
  candidates: readonly PreparedDocument[],
  leaving: Leaving | null,
): Promise<Map<PreparedDocument, Ingested>> {
  const recordedAt = instantOf(new Date());
  const received = candidates.map((candidate) => candidate.received);
  const head = await takeLedger(db, () => [heldLookUp(received)]);
  const recognised = await recognise(db, head, received);
  const outcomes = new Map<PreparedDocument, Ingested>();
  const fresh: PendingDocument[] = [];
  const more: PendingDocument[] = [];
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
    if (it.is === 'new') {
      const append = { ...own, texts: candidate.texts };
      fresh.push({ is: 'new', document: candidate, filingId, append });
    } else more.push({ is: 'held', document: candidate, filingId, append: own });
  }
  const pending = [...fresh, ...more];
  const [first] = pending;
  if (first === undefined) return outcomes;
  const further = await appendPending(db, { head, pending, recordedAt, leaving });
  const documentsById = new Map(
    pending.map(({ filingId, document }) => [filingId, document] as const).reverse(),
  );
  for (const id of further) {
    const document = documentsById.get(id) ?? first.document;
    const outcome = outcomes.get(document);
    if (outcome === undefined || outcome.outcome === 'rejected') continue;
    outcomes.set(document, { ...outcome, events: outcome.events + 1 });
  }
  return outcomes;
}

function conflict(name: string, { stream }: ReceivedFiling): Ingested {
  const message = `The ledger holds other content under ${stream.replace('filing-', '')}; nothing was changed.`;
  return { outcome: 'rejected', name, problems: [{ code: 'CONFLICT', path: '', message }] };
}
