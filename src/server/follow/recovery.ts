import { followedDays, noteCompleteThrough, noteDay, pendingDays } from '../../desk/index.ts';
import {
  type DailyIndex,
  type EdgarClient,
  type Form,
  readDailyIndex,
  type Validators,
} from '../../sources/index.ts';
import { Anomaly, type CalendarDate, instantOf, newYorkDate } from '../../values/index.ts';
import type { RevivableDatabase } from '../patience.ts';
import { readBeginnings } from './beginnings.ts';
import { businessDaysBefore, isBusinessDay } from './business-days.ts';
import { dayAfter, quartersFrom } from './days.ts';
import type { EdgarFaults } from './edgar-faults.ts';
import { type KnownDays, listedIndexes, quarterOf, unavailable } from './listed-indexes.ts';
import type { FollowListener } from './listener.ts';
import type { Taker } from './taker.ts';

/** Filings taken at once, so that the next poll of the feed soon has its turn. */
const FILINGS_A_TURN = 100;
/** The indexes of so many business days are looked at again: EDGAR fills some up later. */
const LOOKED_AT_AGAIN = 5;
/**
 * A weekday of which EDGAR lists no index is passed over so many days after it was first looked at.
 */
const UNLISTED_DAYS = 5;
/** When so many indexes fail one after the other, it is not the indexes. */
const FAULTS_IN_A_ROW = 3;

/** What recovery works with. */
export interface RecoveryOptions {
  readonly client: EdgarClient;
  readonly database: RevivableDatabase;
  readonly taker: Taker;
  readonly faults: EdgarFaults;
  readonly listener: FollowListener;
  readonly giveUpDays: number;
}

/** A day to look at. */
interface Day {
  readonly day: CalendarDate;
  readonly forms: readonly Form[];
  /** Null where EDGAR lists no index of it. */
  readonly path: string | null;
  /** By what all of the forms read it before; undefined where one did not. */
  readonly validators: Validators | undefined;
}

/** Completes the ledger from EDGAR's daily indexes, a day at a time, and notes how far it is. */
export class Recovery {
  readonly #options: RecoveryOptions;
  readonly #forms: readonly Form[];
  readonly #through = new Map<Form, CalendarDate>();

  constructor(forms: readonly Form[], options: RecoveryOptions) {
    this.#forms = forms;
    this.#options = options;
  }

  /** The day through which all filings of a form are known; null before the first `run`. */
  through(form: Form): CalendarDate | null {
    return this.#through.get(form) ?? null;
  }

  /**
   * Looks at the days that are not complete and at the last business days, takes what they list and
   * the ledger lacks, and notes the last day through which each form is complete. A day that fails
   * keeps no other back; where EDGAR fails at large it fails as the client does, after what it did
   * is noted.
   */
  async run(now: number): Promise<void> {
    const today = newYorkDate(instantOf(new Date(now)));
    const { database, listener } = this.#options;
    const beginnings = await readBeginnings(database, { forms: this.#forms, today, listener });
    for (const [form, { through }] of beginnings) this.#through.set(form, through);
    const again = businessDaysBefore(today, LOOKED_AT_AGAIN);
    const from = [again, ...this.#through.values()].sort()[0] ?? today;
    const known: KnownDays = new Map(
      // From the quarter's beginning: whether EDGAR has listed any index of it.
      (await followedDays(database.pool, quartersFrom(from, from)[0] ?? from)).map((one) => [
        `${one.form} ${one.day}`,
        one,
      ]),
    );
    const first = [...known.values()].find(({ isRead }) => !isRead)?.day ?? from;
    const { client, faults } = this.#options;
    const span = { first: first < from ? first : from, today };
    const lists = await listedIndexes({ client, faults }, span, known);
    const isWanted = (form: Form, day: CalendarDate) => {
      const seen = known.get(`${form} ${day}`);
      const begin = beginnings.get(form);
      if (begin === undefined || day < begin.beganOn) return false;
      if (day > begin.through || day >= again) return true;
      if (seen === undefined || seen.isRead) return false;
      // What is given up is asked for by `follow --gaps`; an index that is listed after all is
      // news.
      return !seen.isGivenUp || (!seen.isListed && lists.paths.has(day));
    };
    let failed = lists.failed;
    let inARow = 0;
    for (let day = first < from ? first : from; day <= today; day = dayAfter(day)) {
      const forms = this.#forms.filter((form) => isWanted(form, day));
      const path = lists.paths.get(day) ?? null;
      const isKnown = path !== null || (day < today && lists.quarters.has(quarterOf(day)));
      if (forms.length === 0 || !isKnown) continue;
      const look = { day, forms, path, validators: validators(known, forms, day) };
      const fault = await this.#look(look, now);
      inARow = fault === null ? 0 : inARow + 1;
      failed ??= fault;
      if (inARow >= FAULTS_IN_A_ROW) break;
    }
    await this.#noteThrough(today);
    if (failed !== null) throw failed;
  }

  /** Looks at a day and notes what came of it. Gives the fault where EDGAR failed. */
  async #look(day: Day, now: number): Promise<Anomaly | null> {
    if (day.path === null) {
      if (isBusinessDay(day.day)) await this.#missed(day, now, 'EDGAR lists no index of the day.');
      return null;
    }
    const index = await readDailyIndex(this.#options.client, day.path, day.validators).catch(
      anomaly,
    );
    if (index instanceof Anomaly) {
      await this.#missed(day, now, index.message);
      return index.category === 'Unavailable' ? index : null;
    }
    if (index.outcome === 'absent') {
      await this.#missed(day, now, 'EDGAR lists an index of the day, and it is not there.');
      return null;
    }
    if (index.outcome === 'found') await this.#take(day, index, now);
    this.#options.faults.mended('index', day.day);
    return null;
  }

  /** Takes the filings of an index, and notes that it was read. */
  async #take(
    { day, forms, path }: Day,
    { filings, badLines, validators }: Extract<DailyIndex, { outcome: 'found' }>,
    now: number,
  ): Promise<void> {
    const { database, taker, faults, listener, giveUpDays } = this.#options;
    if (badLines > 0) {
      const said = `${path}: lines that cannot be read: ${badLines}.`;
      await faults.note({ kind: 'line', of: day, count: badLines, said });
    } else faults.mended('line', day);
    const listed = filings
      .filter(({ form }) => forms.some((one) => form.startsWith(one)))
      .map((filing) => ({ ...filing, filedOn: day }));
    let fresh = 0;
    for (let at = 0; at < listed.length; at += FILINGS_A_TURN) {
      fresh += await taker.take(listed.slice(at, at + FILINGS_A_TURN));
    }
    if (fresh > 0) listener.say(`${day}: ${fresh} of ${listed.length} filings taken by its index.`);
    const look = { forms, day, now: new Date(now), isListed: true, giveUpDays };
    // One with damage is to be read again, changed or not.
    const read = badLines > 0 ? { etag: null, lastModified: null } : validators;
    await noteDay(database.pool, { ...look, read, reason: null });
  }

  async #missed({ day, forms, path, validators }: Day, now: number, reason: string): Promise<void> {
    const { database, faults, giveUpDays } = this.#options;
    const givenUp = await noteDay(database.pool, {
      forms,
      day,
      now: new Date(now),
      isListed: path !== null,
      read: null,
      reason,
      giveUpDays: path === null ? Math.min(UNLISTED_DAYS, giveUpDays) : giveUpDays,
    });
    // The index of the last business day comes in the night, or a little later.
    const isLate =
      path !== null || day < businessDaysBefore(newYorkDate(instantOf(new Date(now))), 1);
    if (!isLate || validators !== undefined) return;
    const next =
      givenUp.length > 0 ? 'It is given up: see status --gaps.' : 'It is asked for again.';
    const of = givenUp.length > 0 ? `${day}, given up` : day;
    await faults.note({ kind: 'index', of, said: `${day}: ${reason} ${next}` });
  }

  /**
   * Goes on from day to day, each that was read and of which nothing is awaited, or that is given
   * up.
   */
  async #noteThrough(today: CalendarDate): Promise<void> {
    const { pool } = this.#options.database;
    const from = [...this.#through.values()].sort()[0] ?? today;
    const days = new Map(
      (await followedDays(pool, from)).map((one) => [`${one.form} ${one.day}`, one]),
    );
    const pending = new Set((await pendingDays(pool)).map(({ form, day }) => `${form} ${day}`));
    for (const form of this.#forms) {
      let through = this.#through.get(form);
      if (through === undefined) continue;
      for (let day = dayAfter(through); day < today; day = dayAfter(day)) {
        const seen = days.get(`${form} ${day}`);
        const isPassed = seen === undefined ? !isBusinessDay(day) : seen.isRead || seen.isGivenUp;
        if (!isPassed || pending.has(`${form} ${day}`)) break;
        through = day;
      }
      await noteCompleteThrough(pool, form, through);
      this.#through.set(form, through);
    }
  }
}

function validators(
  known: KnownDays,
  forms: readonly Form[],
  day: CalendarDate,
): Validators | undefined {
  const all = forms.map((form) => known.get(`${form} ${day}`));
  const [first] = all;
  if (first === undefined) return undefined;
  const { etag, lastModified } = first;
  const isSame = all.every((one) => one?.isRead && one.etag === etag);
  return isSame && (etag !== null || lastModified !== null) ? { etag, lastModified } : undefined;
}

/** What may keep one index back and no other; anything else is thrown. */
function anomaly(error: unknown): Anomaly {
  if (error instanceof Anomaly && error.category === 'Incorrect') return error;
  return unavailable(error);
}
