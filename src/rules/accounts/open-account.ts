import { type CalendarDate, type Instant, isZero, negate, ZERO } from '../../values/index.ts';
import { type AccountEnd, bareSlot, firstOfEnd, NOT_BEGUN } from './account-end.ts';
import { type AccountEvidence, type AccountKey, keyText } from './account-key.ts';
import {
  assigned,
  type Counterpart,
  closingLine,
  counterpartOf,
  type Slot,
} from './assigned-line.ts';
import {
  earlier,
  type FilingOrder,
  type GroupLine,
  isInForce,
  type StatedNothing,
} from './group-line.ts';
import { lateLines } from './late-lines.ts';
import {
  type Balance,
  balanceAfter,
  balanceBefore,
  datesOf,
  isSameBalance,
  notesOf,
  type Run,
} from './run.ts';
import type { RunningLine } from './running-order.ts';
import { balanceAt, beginningAt, lastInForce, latestEffective } from './slots.ts';

/** An account while lines are being assigned, filing by filing. */
export class OpenAccount {
  /** What it is known by: the key that it was opened under. */
  readonly key: AccountKey;
  /** The text of the key that it was opened under. */
  readonly openedAs: string;
  readonly slots: Slot[];
  /** The slots that it ended with before, and its entries before these. */
  readonly before: { readonly slots: number; readonly entries: number };
  readonly #keys: string[];
  #notes: string;
  /** The latest day on which any line is effective; few lines come late. */
  #latest: CalendarDate | '';
  #dates: ReadonlySet<string>;
  #lastFiling: FilingOrder | null;
  /** What it holds at an instant, until it has another line. */
  #balance: { readonly at: Instant; readonly is: Balance | null } | null = null;

  constructor(end: AccountEnd) {
    this.key = end.key;
    this.openedAs = keyText(end.key);
    this.slots = [...end.slots];
    this.before = { slots: end.slots.length, entries: end.entries };
    this.#keys = [...end.keys];
    this.#notes = end.notes;
    this.#latest = end.latest;
    this.#dates = new Set(end.dates);
    this.#lastFiling = end.lastFiling;
  }

  /** One that has no line yet. */
  static empty(key: AccountKey): OpenAccount {
    return new OpenAccount({ ...NOT_BEGUN, key });
  }

  /** Where it ends, given how many entries there are before each of its slots. */
  end(entriesBefore: readonly number[]): AccountEnd {
    const first = firstOfEnd(this.slots);
    return {
      key: this.key,
      keys: this.#keys,
      notes: this.#notes,
      dates: [...this.#dates],
      latest: this.#latest,
      lastFiling: this.#lastFiling,
      entries: entriesBefore[first] ?? 0,
      slots: this.slots.slice(first).map(bareSlot),
    };
  }

  /** Adds the lines of one filing, which went by this text of the key. */
  add(run: Run, keyText: string, evidence: AccountEvidence, counterpart: Counterpart | null): void {
    const aside = lateLines(run, this.slots, this.#latest);
    for (const running of run) {
      const { filing, effectiveOn } = running.line;
      const by = running === run[0] ? counterpart : null;
      this.slots.push({ filing, versions: [assigned(running, evidence, aside.has(running), by)] });
      this.#reach(effectiveOn);
    }
    this.#lastFiling = run[0].line.filing;
    this.#notes = notesOf(run);
    this.#dates = datesOf(run);
    if (this.#keys.at(-1) !== keyText) this.#keys.push(keyText);
  }

  /**
   * Puts a trade that an amendment adds before the line in a replaced one's place which begins
   * where it ends; false where there is none, or it begins where the account ends.
   */
  putBefore(line: GroupLine): boolean {
    const { orderKey, knownAt } = line.filing;
    const running = { line, amount: line.amount, derived: false };
    const index = beginningAt(this.slots, balanceAfter(running), orderKey);
    const slot = this.slots[index];
    if (slot === undefined || isSameBalance(this.balance(knownAt), balanceBefore(running))) {
      return false;
    }
    const put = assigned(running, 'BALANCE', false, null);
    this.slots.splice(index, 0, { filing: slot.filing, versions: [put] });
    this.#reach(line.effectiveOn);
    return true;
  }

  /** Puts a line into the slot of the one that it replaces; false where that is none of its. */
  replace(line: RunningLine): boolean {
    const slot = this.slots.find(({ versions }) =>
      versions.some((version) => version.line.position === line.line.replaces),
    );
    if (slot === undefined) return false;
    const isAside = slot.versions.some((version) => version.isAside);
    const root = slot.versions.findLast(({ evidence }) => evidence !== 'DUPLICATE');
    const counterpart = root === undefined ? null : counterpartOf(root, line);
    slot.versions.push(assigned(line, 'REPLACEMENT', isAside, counterpart));
    this.#reach(line.line.effectiveOn);
    this.#lastFiling = line.line.filing;
    return true;
  }

  /**
   * Puts a duplicate report beside the line that it repeats: it moves nothing, states the same
   * balance and goes out of force with it. Where an amendment has replaced that line by then, it
   * states nothing. False where the trade is none of this account.
   */
  repeat(line: GroupLine): boolean {
    for (const { versions } of this.slots) {
      const first = versions.find((version) => version.line.trade === line.trade);
      if (first === undefined) continue;
      this.#lastFiling = line.filing;
      const { supersededAt } = first.line;
      if (isInForce(first.line, line.filing.knownAt)) {
        const again = {
          line: { ...line, change: null, supersededAt: earlier(supersededAt, line.supersededAt) },
          amount: first.amount,
          derived: first.derived,
        };
        versions.push(assigned(again, 'DUPLICATE', first.isAside, null));
        this.#reach(line.effectiveOn);
      }
      return true;
    }
    return false;
  }

  /**
   * Closes it from a line of another account on, whose amount includes all that this one holds; a
   * line that replaces that one by amendment closes it likewise.
   */
  close(by: GroupLine): void {
    const { knownAt } = by.filing;
    const replaced = this.slots.find(({ versions }) =>
      versions.some((one) => one.isClosing && one.counterpart?.position === by.replaces),
    );
    const [closed] = replaced?.versions ?? [];
    const last = closed ?? lastInForce(this.slots, knownAt);
    const balance = this.balance(knownAt);
    if (last === undefined || balance === null) return;
    const latest = latestEffective(this.slots, knownAt);
    const held = closed === undefined ? balance.amount : negate(closed.line.change ?? ZERO);
    const on = by.effectiveOn < latest ? latest : by.effectiveOn;
    const closing = closingLine(last, by, { on, held: { ...balance, amount: held } });
    if (replaced === undefined) this.slots.push({ filing: by.filing, versions: [closing] });
    else replaced.versions.push(closing);
    this.#reach(closing.line.effectiveOn);
  }

  /** Closes it from the day on for which a filing says that nothing is owned, if all is earlier. */
  closeBy({ position, filing, on }: StatedNothing): void {
    const { knownAt } = filing;
    const last = lastInForce(this.slots, knownAt);
    const held = this.balance(knownAt);
    if (last === undefined || held === null || isZero(held.amount)) return;
    if (latestEffective(this.slots, knownAt) >= on) return;
    const closing = closingLine(last, { position, filing, supersededAt: null }, { on, held });
    const own = this.slots.findLast(({ versions }) => versions.includes(last));
    // The filing lists no class, so that it leaves no other account of one out.
    const place = last.evidence === 'DUPLICATE' ? last.line.filing : own?.filing;
    this.slots.push({ filing: place ?? filing, versions: [closing] });
    this.#reach(on);
  }

  /** Whether the last filing, or any before it, called the account so. */
  goesBy(keyText: string, when: 'last' | 'ever'): boolean {
    return when === 'last' ? this.#keys.at(-1) === keyText : this.#keys.includes(keyText);
  }

  /** The last filing that had a line of it. */
  get lastFiling(): FilingOrder | null {
    return this.#lastFiling;
  }

  /** The position of its last line at an instant. */
  lastPosition(at: Instant): bigint | undefined {
    return lastInForce(this.slots, at)?.line.position;
  }

  /** Whether all that it held has gone to another account. */
  isClosed(at: Instant): boolean {
    return lastInForce(this.slots, at)?.isClosing ?? false;
  }

  /** Whether its balance is what a line reports, and no guess of its own. */
  isSettled(at: Instant): boolean {
    const last = lastInForce(this.slots, at);
    return last !== undefined && !last.isAside && !last.isClosing;
  }

  /** Whether a line is effective before another that is in force. */
  isLate({ effectiveOn }: GroupLine, at: Instant): boolean {
    return effectiveOn < this.#latest && effectiveOn < latestEffective(this.slots, at);
  }

  /** The notes of the last filing. */
  get notes(): string {
    return this.#notes;
  }

  /** The days that the notes of the last filing name. */
  get dates(): ReadonlySet<string> {
    return this.#dates;
  }

  /** What it holds after all that is in force at an instant; null where no line says. */
  balance(at: Instant): Balance | null {
    if (this.#balance?.at !== at) this.#balance = { at, is: balanceAt(this.slots, at) };
    return this.#balance.is;
  }

  /** Notes that a slot has another line, effective on a day. */
  #reach(day: CalendarDate): void {
    this.#balance = null;
    if (day > this.#latest) this.#latest = day;
  }

  /** Whether it holds anything. */
  isHolding(at: Instant): boolean {
    const balance = this.balance(at);
    return balance !== null && !isZero(balance.amount);
  }
}
