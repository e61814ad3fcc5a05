import {
  type EdgarClient,
  FEED_PAGE,
  type Form,
  type ListedSubmission,
  readCurrentFilings,
  type Validators,
} from '../../sources/index.ts';
import type { CalendarDate } from '../../values/index.ts';
import type { Absentees } from './absentees.ts';
import type { FollowListener } from './listener.ts';
import type { Taker } from './taker.ts';

/** The feed is asked for its next page this many entries early: others may have gone meanwhile. */
const OVERLAP = 10;
/** The feed goes back some thousand entries; what is older is in the daily indexes. */
const MOST_PAGES = 40;

/** The current-filings feed of one form, polled. */
export class FeedPoll {
  readonly #form: Form;
  readonly #client: EdgarClient;
  readonly #taker: Taker;
  readonly #absentees: Absentees;
  readonly #listener: FollowListener;
  #validators: Validators | undefined;
  #isDeep = true;

  constructor(
    form: Form,
    with_: {
      readonly client: EdgarClient;
      readonly taker: Taker;
      readonly absentees: Absentees;
      readonly listener: FollowListener;
    },
  ) {
    this.#form = form;
    this.#client = with_.client;
    this.#taker = with_.taker;
    this.#absentees = with_.absentees;
    this.#listener = with_.listener;
  }

  /**
   * Reads the feed from its newest entry on, page by page, and takes what is not known, to a page of
   * which all is. The first time, and after a failure, such a page may have unknown ones behind it: then
   * to days through which all is known, or the feed's end. A gap where nothing known was met: filings may
   * have passed unseen.
   */
  async poll({ now, through }: PollTimes): Promise<'complete' | 'gap'> {
    const isDeep = this.#isDeep;
    this.#isDeep = true;
    let validators: Validators | undefined;
    let hasMet = false;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const read = await readCurrentFilings(this.#client, {
        form: this.#form,
        start: page * (FEED_PAGE - OVERLAP),
        ...(page === 0 && this.#validators !== undefined ? { ifNewer: this.#validators } : {}),
      });
      if (read !== null && page === 0) ({ validators } = read);
      if (read !== null) this.#sayBad(read.badEntries);
      const filings = read?.filings ?? [];
      const fresh = await this.#take(filings, now());
      hasMet ||= fresh < filings.length;
      const isBehind = filings.every(({ filedOn }) => isThrough(filedOn, through()));
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

  /** Takes what is not known; says how many that were. */
  async #take(filings: readonly ListedSubmission[], now: number): Promise<number> {
    const wanted = filings.filter((filing) => !this.#absentees.has(filing));
    const { fresh, absent } = await this.#taker.take(wanted);
    for (const { form, path } of absent) {
      this.#listener.say(`Form ${form}, ${path}: listed and not there yet; asked for again.`);
    }
    this.#absentees.add(absent, now);
    return fresh;
  }

  #sayBad(count: number): void {
    if (count === 0) return;
    this.#listener.say(
      `Entries of the feed of Form ${this.#form} that cannot be read: ${count}. The daily index has them.`,
    );
  }
}

/** Times that a poll looks at as it goes on. */
export interface PollTimes {
  readonly now: () => number;
  /** The day through which all filings of the form are known; null while nothing is. */
  readonly through: () => CalendarDate | null;
}

function isThrough(filedOn: CalendarDate | null, through: CalendarDate | null): boolean {
  return filedOn !== null && through !== null && filedOn <= through;
}
