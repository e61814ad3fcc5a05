import {
  completeThrough,
  type Database,
  latestFiledOn,
  noteCompleteThrough,
} from '../../ledger/index.ts';
import {
  type EdgarClient,
  type Form,
  listDailyIndexes,
  readDailyIndex,
} from '../../sources/index.ts';
import { Anomaly, type CalendarDate, instantOf, newYorkDate } from '../../values/index.ts';
import type { Absentees } from './absentees.ts';
import { daysBefore, quartersFrom } from './days.ts';
import type { FollowListener } from './listener.ts';
import type { Taker } from './taker.ts';

/** How far back a ledger that was never followed is completed; before that is the matter of a backfill. */
const FIRST_DAYS = 31;
/** Filings taken at once, so that the next poll of the feed soon has its turn. */
const AT_ONCE = 100;
/** For so many days a day with filings that EDGAR lists and does not have is looked at again. */
const PATIENT_DAYS = 3;

/** Completes the ledger from EDGAR's daily indexes, a day at a time, and notes how far it is. */
export class Recovery {
  readonly #client: EdgarClient;
  readonly #database: Database;
  readonly #taker: Taker;
  readonly #absentees: Absentees;
  readonly #listener: FollowListener;
  readonly #forms: readonly Form[];
  readonly #through = new Map<Form, CalendarDate>();

  constructor(
    forms: readonly Form[],
    with_: {
      readonly client: EdgarClient;
      readonly database: Database;
      readonly taker: Taker;
      readonly absentees: Absentees;
      readonly listener: FollowListener;
    },
  ) {
    this.#forms = forms;
    this.#client = with_.client;
    this.#database = with_.database;
    this.#taker = with_.taker;
    this.#absentees = with_.absentees;
    this.#listener = with_.listener;
  }

  /** The day through which all filings of a form are known; null before the first `run`. */
  through(form: Form): CalendarDate | null {
    return this.#through.get(form) ?? null;
  }

  /**
   * Takes what the daily indexes of the days since list and the ledger lacks. The current day's, if it is
   * there already, is read again when the day is over.
   */
  async run(now: number): Promise<void> {
    const today = newYorkDate(instantOf(new Date(now)));
    await this.#readBeginnings(today);
    const first = [...this.#through.values()].sort()[0] ?? today;
    let hasGap = false;
    for (const quarter of quartersFrom(first, today)) {
      for (const { day, path } of await listDailyIndexes(this.#client, quarter)) {
        const forms = this.#forms.filter((form) => (this.through(form) ?? day) < day);
        if (forms.length === 0 || day > today) continue;
        const isComplete = await this.#complete({ day, path }, forms, now);
        const isLate = day < daysBefore(today, PATIENT_DAYS);
        hasGap ||= !isComplete && !isLate;
        if (day < today && !hasGap) await this.#note(forms, day);
      }
    }
  }

  /** Takes the filings of a day; says whether all of them have come, or were given up. */
  async #complete(
    { day, path }: { readonly day: CalendarDate; readonly path: string },
    forms: readonly Form[],
    now: number,
  ): Promise<boolean> {
    const index = await readDailyIndex(this.#client, path).catch((error) => {
      if (error instanceof Anomaly && error.category === 'Incorrect') return error.message;
      throw error;
    });
    if (index === null || typeof index === 'string') {
      this.#listener.say(`${path}: ${index ?? 'Listed and not there yet.'} It is asked for again.`);
      return false;
    }
    if (index.badLines > 0) {
      this.#listener.say(`${path}: lines that cannot be read: ${index.badLines}.`);
    }
    const listed = index.filings.filter(({ form }) => forms.some((one) => form.startsWith(one)));
    const wanted = listed.filter((filing) => !this.#absentees.has(filing));
    let recovered = 0;
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      const { fresh, absent } = await this.#taker.take(wanted.slice(at, at + AT_ONCE));
      recovered += fresh - absent.length;
      for (const { form, path: missing } of absent) {
        this.#listener.say(`Form ${form}, ${missing}: in the index of ${day} and not there.`);
      }
      this.#absentees.add(absent, now);
    }
    if (recovered > 0) {
      this.#listener.say(`${day}: ${recovered} of ${listed.length} filings taken by its index.`);
    }
    return !listed.some((filing) => this.#absentees.isWaiting(filing));
  }

  async #readBeginnings(today: CalendarDate): Promise<void> {
    const { pool } = this.#database;
    const noted = await completeThrough(pool);
    for (const form of this.#forms) {
      const known = noted.get(form);
      if (known !== undefined) this.#through.set(form, known);
      else await this.#begin(form, today);
    }
  }

  /** Where a form was never followed: from the last day on of which the ledger has any. */
  async #begin(form: Form, today: CalendarDate): Promise<void> {
    const latest = await latestFiledOn(this.#database.pool, form);
    const isRecent = latest !== null && latest >= daysBefore(today, FIRST_DAYS);
    if (!isRecent) {
      this.#listener.say(
        `Form ${form} was not followed before: it is from ${today} on. For what is earlier, see insider-ledger backfill.`,
      );
    }
    const day = isRecent && latest < today ? latest : today;
    await this.#note([form], daysBefore(day, 1));
  }

  async #note(forms: readonly Form[], day: CalendarDate): Promise<void> {
    await noteCompleteThrough(this.#database.pool, forms, day);
    for (const form of forms) this.#through.set(form, day);
  }
}
