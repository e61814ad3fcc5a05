import type { Database } from '../../database/index.ts';
import { type FeedState, noteFeed } from '../../desk/index.ts';
import {
  type CurrentPage,
  type EdgarClient,
  FEED_PAGE,
  type Form,
  readCurrentFilings,
  type Validators,
} from '../../sources/index.ts';
import type { CalendarDate } from '../../values/index.ts';
import type { EdgarFaults } from './edgar-faults.ts';
import type { Taker } from './taker.ts';

/** The feed is asked for its next page this many entries early: others may have gone meanwhile. */
const OVERLAP = 10;
/** The feed goes back some thousand entries; what is older is in the daily indexes. */
const MOST_PAGES = 40;
/** A feed that listed filings for so long is not without any. */
const EXPECTED_AFTER_MS = 2 * 86_400_000;

/** What a poll works with. */
export interface PollOptions {
  readonly client: EdgarClient;
  readonly database: Pick<Database, 'pool'>;
  readonly taker: Taker;
  readonly faults: EdgarFaults;
  readonly now: () => number;
  /** The day through which all filings of the form are known; null while nothing is. */
  readonly through: () => CalendarDate | null;
}

/** The current-filings feed of one form, polled. */
export class FeedPoll {
  readonly #form: Form;
  readonly #options: PollOptions;
  #validators: Validators | undefined;
  /** Whether the feed listed nothing when it was last read. */
  #isEmpty = false;
  #isDeep = true;

  constructor(form: Form, options: PollOptions) {
    this.#form = form;
    this.#options = options;
  }

  /**
   * Reads the feed from its newest entry on, page by page, and takes what is not known, to a page
   * of which all is. The first time, and after a failure, such a page may have unknown ones behind
   * it: then to days through which all is known, or the feed's end. A gap where nothing known was
   * met: filings may have passed unseen. Unavailable where the feed is not there or cannot be read.
   */
  async poll(): Promise<'complete' | 'gap'> {
    const isDeep = this.#isDeep;
    this.#isDeep = true;
    let validators: Validators | undefined;
    let hasMet = false;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const read = await this.#read(page);
      if (page === 0) {
        validators = read?.validators;
        await this.#noteRead(read);
      }
      const filings = read?.filings ?? [];
      const fresh = await this.#options.taker.take(filings);
      hasMet ||= fresh < filings.length;
      const isBehind = filings.every(({ filedOn }) => isThrough(filedOn, this.#options.through()));
      const isEnd = read === null || !read.isFull;
      if (isEnd || (filings.length > 0 && (isBehind || (!isDeep && fresh === 0)))) {
        this.#isDeep = false;
        this.#validators = validators ?? this.#validators;
        return hasMet || isBehind ? 'complete' : 'gap';
      }
    }
    this.#isDeep = false;
    return 'gap';
  }

  async #read(page: number): Promise<CurrentPage | null> {
    const read = await readCurrentFilings(this.#options.client, {
      form: this.#form,
      start: page * (FEED_PAGE - OVERLAP),
      ...(page === 0 && this.#validators !== undefined ? { ifNewer: this.#validators } : {}),
    });
    if (read !== null) await this.#noteBad(read.badEntries);
    return read;
  }

  /** A feed that has not changed lists what it did. */
  async #noteRead(read: CurrentPage | null): Promise<void> {
    const { database, faults, now } = this.#options;
    if (read !== null) this.#isEmpty = read.filings.length === 0;
    const at = new Date(now());
    const state = await noteFeed(database.pool, {
      form: this.#form,
      now: at,
      isEmpty: this.#isEmpty,
    });
    const of = `Form ${this.#form}`;
    if (!this.#isEmpty || !listedForDays(state)) return faults.mended('silence', of);
    await faults.note({
      kind: 'silence',
      of,
      said: `The feed of ${of} lists nothing. It listed filings from ${state.since} to ${state.seenAt}.`,
    });
  }

  async #noteBad(count: number): Promise<void> {
    const { faults } = this.#options;
    const of = `Form ${this.#form}`;
    if (count === 0) return faults.mended('entry', of);
    await faults.note({
      kind: 'entry',
      of,
      count,
      said: `Entries of the feed of ${of} that cannot be read: ${count}. The daily index has them.`,
    });
  }
}

function listedForDays({ since, seenAt }: FeedState): boolean {
  if (since === null || seenAt === null) return false;
  return Date.parse(seenAt) - Date.parse(since) >= EXPECTED_AFTER_MS;
}

function isThrough(filedOn: CalendarDate | null, through: CalendarDate | null): boolean {
  return filedOn !== null && through !== null && filedOn <= through;
}
