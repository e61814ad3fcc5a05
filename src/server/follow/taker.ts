import { LRUCache } from 'lru-cache';
import { settledNumbers } from '../../ledger/index.ts';
import {
  type EdgarClient,
  fetchSubmission,
  type ListedSubmission,
  type Unreadable,
} from '../../sources/index.ts';
import { type AccessionNumber, Anomaly, type SourceDocument } from '../../values/index.ts';
import { type IngestSummary, ingestDocuments } from '../ingest-documents.ts';
import type { RevivableDatabase } from '../patience.ts';
import { asTheyCome } from './as-they-come.ts';
import type { FollowListener } from './listener.ts';

/** Requests for submissions on their way at once; the pace is the database's. */
const AT_ONCE = 5;
/** When so many documents fail one after the other, it is not the documents. */
const MOST_IN_A_ROW = 2;
/** Numbers of filings of which the outcome is known: months of them. */
const REMEMBERED = 200_000;

/** What taking filings came to. */
export interface Taken {
  /** Filings of which nothing was known before. */
  readonly fresh: number;
  /** Filings that EDGAR lists and does not have, or not yet. */
  readonly absent: readonly ListedSubmission[];
}

/**
 * Takes filings that EDGAR lists into the ledger: asks for those that the ledger lacks, each once, and
 * appends them as they come.
 */
export class Taker {
  readonly #client: EdgarClient;
  readonly #database: RevivableDatabase;
  readonly #listener: FollowListener;
  readonly #signal: AbortSignal;
  /** In the ledger, or rejected by it. */
  readonly #settled = new LRUCache<AccessionNumber, true>({ max: REMEMBERED });
  /** Being taken by whoever came first. */
  readonly #taking = new Map<AccessionNumber, Promise<Taken>>();
  /** Fetched, and then the database failed: they are not asked for again. */
  readonly #fetched = new Map<AccessionNumber, SourceDocument | Unreadable>();
  #failedInARow = 0;
  readonly #totals: IngestSummary = { filings: 0, events: 0, alreadyHeld: 0, rejected: 0 };

  constructor({
    client,
    database,
    listener,
    signal,
  }: {
    readonly client: EdgarClient;
    readonly database: RevivableDatabase;
    readonly listener: FollowListener;
    readonly signal: AbortSignal;
  }) {
    this.#client = client;
    this.#database = database;
    this.#listener = listener;
    this.#signal = signal;
  }

  /** What all it took came to. */
  get totals(): Readonly<IngestSummary> {
    return this.#totals;
  }

  /**
   * Takes filings, and waits for those that somebody else is taking. It fails as the client and the
   * database do; what was appended before stays, and the rest is found missing the next time.
   */
  async take(filings: readonly ListedSubmission[]): Promise<Taken> {
    const unknown = filings.filter(({ accessionNumber }) => !this.#settled.has(accessionNumber));
    const own = unknown.filter(({ accessionNumber }) => !this.#taking.has(accessionNumber));
    const others = unknown.flatMap(({ accessionNumber }) => {
      const taking = this.#taking.get(accessionNumber);
      return taking === undefined ? [] : [taking];
    });
    const taking = this.#takeOwn(own).finally(() => {
      for (const { accessionNumber } of own) this.#taking.delete(accessionNumber);
    });
    for (const { accessionNumber } of own) this.#taking.set(accessionNumber, taking);
    const [taken] = await Promise.all([taking, ...others]);
    return taken;
  }

  async #takeOwn(filings: readonly ListedSubmission[]): Promise<Taken> {
    const held = await settledNumbers(
      this.#database.pool,
      filings.map(({ accessionNumber }) => accessionNumber),
    );
    for (const number of held) this.#settled.set(number, true);
    const lacking = filings.filter(({ accessionNumber }) => !held.has(accessionNumber));
    const absent: ListedSubmission[] = [];
    const fetch = async (filing: ListedSubmission) => {
      const known = this.#fetched.get(filing.accessionNumber);
      const document = known ?? (await this.#fetch(filing));
      if (document === null) absent.push(filing);
      else this.#fetched.set(filing.accessionNumber, document);
      return { number: filing.accessionNumber, document };
    };
    for await (const fetched of asTheyCome(lacking, fetch, AT_ONCE)) {
      const there = fetched.flatMap(({ document }) => document ?? []);
      await this.#append(there);
      for (const { number, document } of fetched) {
        if (document === null) continue;
        this.#fetched.delete(number);
        this.#settled.set(number, true);
      }
    }
    return { fresh: lacking.length, absent };
  }

  /** A document that alone cannot be had is rejected or waited for; where EDGAR fails at large this does. */
  async #fetch(filing: ListedSubmission): Promise<SourceDocument | Unreadable | null> {
    try {
      const document = await fetchSubmission(this.#client, filing);
      this.#failedInARow = 0;
      return document;
    } catch (error) {
      if (!(error instanceof Anomaly)) throw error;
      if (error.category === 'Incorrect') return { name: filing.path, reason: error.message };
      this.#failedInARow += 1;
      if (error.category !== 'Unavailable' || this.#failedInARow > MOST_IN_A_ROW) throw error;
      this.#listener.say(error.message);
      return null;
    }
  }

  /** The transaction that runs when the signal aborts is finished; one that waits for the database is not. */
  async #append(documents: readonly (SourceDocument | Unreadable)[]): Promise<void> {
    if (documents.length === 0) return;
    const summary = await untilAborted(this.#signal, (waiting) =>
      ingestDocuments(this.#database, each(documents), {
        rejected: (file) => this.#listener.rejected(file),
        progress: () => undefined,
        waits: (line) => {
          waiting();
          this.#listener.say(line);
        },
      }),
    );
    this.#totals.filings += summary.filings;
    this.#totals.events += summary.events;
    this.#totals.alreadyHeld += summary.alreadyHeld;
    this.#totals.rejected += summary.rejected;
    this.#listener.taken(summary);
  }
}

/** What work gives; the signal's reason where that aborts after the work has said that it waits. */
async function untilAborted<T>(
  signal: AbortSignal,
  work: (waiting: () => void) => Promise<T>,
): Promise<T> {
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
  });
  const waiting = () => {
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  };
  try {
    return await Promise.race([work(waiting), aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function* each<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list;
}
