import { LRUCache } from 'lru-cache';
import {
  claimDue,
  claimListings,
  type Follower,
  lackingSubmissions,
  putOffListings,
  releaseListings,
  settleListings,
} from '../../desk/index.ts';
import type { EdgarClient, ListedSubmission } from '../../sources/index.ts';
import type { AccessionNumber, SourceDocument } from '../../values/index.ts';
import { type IngestSummary, ingestDocuments } from '../ingest-documents.ts';
import type { RevivableDatabase } from '../patience.ts';
import { asTheyCome } from './as-they-come.ts';
import type { EdgarFaults } from './edgar-faults.ts';
import type { FollowListener } from './listener.ts';
import type { Outcome } from './outcome.ts';
import { SubmissionFetcher } from './submission-fetcher.ts';
import { untilAborted } from './until-aborted.ts';

/** Requests for submissions on their way at once; the pace is the database's. */
const MOST_FETCHING = 5;
/** Numbers of filings of which the outcome is known: months of them. */
const REMEMBERED = 200_000;
/** Listings that are due are claimed so many at a time, so that another follower has its share. */
const DUE_AT_ONCE = 50;

/** What a taker works with. */
export interface TakerOptions {
  readonly client: EdgarClient;
  readonly database: RevivableDatabase;
  readonly follower: Follower;
  readonly listener: FollowListener;
  readonly faults: EdgarFaults;
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** A filing is given up so many days after it was first looked at. */
  readonly giveUpDays: number;
}

/** Filings claimed, to be called done when they are taken. */
interface Claimed {
  readonly filings: readonly ListedSubmission[];
  readonly done: () => void;
}

/**
 * Takes filings that EDGAR lists into the ledger: notes each in the database before it is asked
 * for, asks for those that the ledger lacks and no other follower asks for, and appends them as
 * they come. What does not come is put off, and taken when it is due.
 */
export class Taker {
  readonly #options: TakerOptions;
  /** In the ledger, or rejected by it. */
  // By size: with `max` the cache makes its whole lists at once, 180 ms of CPU.
  readonly #settled = new LRUCache<AccessionNumber, true>({
    maxSize: REMEMBERED,
    sizeCalculation: () => 1,
  });
  /** Being taken by whoever came first. */
  readonly #taking = new Map<AccessionNumber, Promise<void>>();
  readonly #fetcher: SubmissionFetcher;
  /** One claims at a time, so that none of this process claims what another has. */
  #claiming: Promise<unknown> = Promise.resolve();
  #givenUp = 0;
  readonly #totals: IngestSummary = {
    filings: 0,
    events: 0,
    alreadyHeld: 0,
    rejected: 0,
    warned: 0,
  };

  constructor(options: TakerOptions) {
    this.#options = options;
    this.#fetcher = new SubmissionFetcher(options);
  }

  /** What all it took came to. */
  get totals(): Readonly<IngestSummary> {
    return this.#totals;
  }

  /** How many filings it gave up. */
  get givenUp(): number {
    return this.#givenUp;
  }

  /**
   * Takes filings, and waits for those that another loop of this process is taking. Gives how many
   * of them were new. It fails as the client and the database do; what was appended before stays,
   * and the rest is taken when it is due.
   */
  async take(filings: readonly ListedSubmission[]): Promise<number> {
    const unknown = filings.filter(({ accessionNumber }) => !this.#settled.has(accessionNumber));
    if (unknown.length === 0) return 0;
    let others: readonly Promise<void>[] = [];
    const claimed = await this.#claim(async () => {
      others = unknown.flatMap(({ accessionNumber }) => this.#taking.get(accessionNumber) ?? []);
      const own = unknown.filter(({ accessionNumber }) => !this.#taking.has(accessionNumber));
      const lacking = await this.#lacking(own);
      const { pool } = this.#options.database;
      const numbers = await claimListings(pool, await this.#claimant(), lacking);
      return lacking.filter(({ accessionNumber }) => numbers.has(accessionNumber));
    });
    await Promise.all([this.#takeClaimed(claimed), ...others]);
    return claimed.filings.length;
  }

  /** Takes what is due, of whatever day, until nothing is. */
  async takeDue(): Promise<void> {
    for (let isMore = true; isMore; ) {
      const claimed = await this.#claim(async () => {
        const { pool } = this.#options.database;
        const due = await claimDue(pool, await this.#claimant(), {
          but: [...this.#taking.keys()],
          limit: DUE_AT_ONCE,
        });
        isMore = due.length === DUE_AT_ONCE;
        return this.#lacking(due);
      });
      await this.#takeClaimed(claimed);
    }
  }

  /** Claims filings and notes that they are being taken; one after the other. */
  #claim(work: () => Promise<readonly ListedSubmission[]>): Promise<Claimed> {
    const claim = this.#claiming.then(work).then((filings) => {
      let done: () => void = () => undefined;
      const taken = new Promise<void>((resolve) => {
        done = resolve;
      });
      for (const { accessionNumber } of filings) this.#taking.set(accessionNumber, taken);
      return { filings, done };
    });
    this.#claiming = claim.catch(() => undefined);
    return claim;
  }

  async #claimant() {
    const follower = await this.#options.follower.number();
    return { follower, now: new Date(this.#options.now()) };
  }

  /** Those that the ledger lacks; the others are settled. */
  async #lacking(filings: readonly ListedSubmission[]): Promise<ListedSubmission[]> {
    const numbers = filings.map(({ accessionNumber }) => accessionNumber);
    const lacking = await lackingSubmissions(this.#options.database.pool, numbers);
    await this.#settle(numbers.filter((number) => !lacking.has(number)));
    return filings.filter(({ accessionNumber }) => lacking.has(accessionNumber));
  }

  async #takeClaimed({ filings, done }: Claimed): Promise<void> {
    const left = new Set(filings.map(({ accessionNumber }) => accessionNumber));
    try {
      const fetch = (filing: ListedSubmission) => this.#fetcher.fetch(filing);
      for await (const outcomes of asTheyCome(filings, fetch, MOST_FETCHING)) {
        await this.#finish(outcomes);
        for (const { filing } of outcomes) left.delete(filing.accessionNumber);
        const failed = outcomes.find(({ stop }) => stop !== null);
        if (failed !== undefined) throw failed.stop;
      }
    } finally {
      for (const { accessionNumber } of filings) this.#taking.delete(accessionNumber);
      done();
      // Where the database is away the claims end with this process, or are its own still.
      if (left.size > 0) {
        await releaseListings(this.#options.database.pool, [...left]).catch(() => undefined);
      }
    }
  }

  /** Appends what came, and puts the rest off. */
  async #finish(outcomes: readonly Outcome[]): Promise<void> {
    const came = outcomes.flatMap(({ document }) => document ?? []);
    await this.#append(came);
    const settled = outcomes.filter(({ document }) => document !== null);
    for (const { filing } of settled) this.#fetcher.forget(filing.accessionNumber);
    await this.#settle(settled.map(({ filing }) => filing.accessionNumber));
    await this.#putOff(outcomes.filter(({ document }) => document === null));
  }

  async #settle(numbers: readonly AccessionNumber[]): Promise<void> {
    await settleListings(this.#options.database.pool, numbers);
    for (const number of numbers) this.#settled.set(number, true);
  }

  async #putOff(outcomes: readonly Outcome[]): Promise<void> {
    const { database, faults, now, giveUpDays } = this.#options;
    const givenUp = await putOffListings(
      database.pool,
      { now: new Date(now()), giveUpDays },
      outcomes.map(({ filing: { accessionNumber }, reason, isForGood }) => ({
        accessionNumber,
        reason,
        isForGood,
      })),
    );
    this.#givenUp += givenUp.size;
    for (const { filing, reason } of outcomes) {
      const { form, path, accessionNumber } = filing;
      const isGivenUp = givenUp.has(accessionNumber);
      const next = isGivenUp ? 'It is given up: see status --gaps.' : 'It is asked for again.';
      const of = isGivenUp ? `${accessionNumber}, given up` : accessionNumber;
      await faults.note({
        kind: 'submission',
        of,
        said: `Form ${form}, ${path}: ${reason} ${next}`,
      });
    }
  }

  /**
   * The transaction that runs when the signal aborts is finished; one that waits for the database
   * is not.
   */
  async #append(documents: readonly SourceDocument[]): Promise<void> {
    if (documents.length === 0) return;
    const { database, listener, signal } = this.#options;
    const summary = await untilAborted(signal, (waiting) =>
      ingestDocuments(database, each(documents), {
        rejected: (file) => listener.rejected(file),
        progress: () => undefined,
        waits: (line) => {
          waiting();
          listener.say(line);
        },
      }),
    );
    this.#totals.filings += summary.filings;
    this.#totals.events += summary.events;
    this.#totals.alreadyHeld += summary.alreadyHeld;
    this.#totals.rejected += summary.rejected;
    this.#totals.warned += summary.warned;
    listener.taken(summary);
  }
}

async function* each<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list;
}
