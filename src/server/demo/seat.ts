import type { Casting } from './cast.ts';
import { afterSplit, type Course, splitNote } from './course.ts';
import { type Day, monthOfYear, weekdayIn, weekdaysLater } from './days.ts';
import type { Draft, DraftLine, Held, Role } from './draft.ts';
import { corrected, type Mistake, mistaken } from './mistakes.ts';
import { type Occasion, occasionIn } from './occasions.ts';
import { openingHoldings } from './opening.ts';
import type { Random } from './random.ts';
import { type Holder, holdingLine, trade } from './trades.ts';

const CHIEF = 'President and CEO';
const TITLES = [
  CHIEF,
  'Chief Financial Officer',
  'General Counsel',
  'Chief Operating Officer',
  'SVP, Sales',
] as const;
const MISTAKES: readonly Mistake[] = ['price', 'amount', 'left out'];
/** When EDGAR takes the first filing of a day here, and the last: minutes of the day. */
const OPENS = 8 * 60;
const CLOSES = 21 * 60;

interface Owed {
  /** In which it is reported. */
  readonly month: number;
  readonly occasion: Occasion;
  readonly on: Day;
}

/** One insider of one issuer, or a fund with its general partner: what they hold and file. */
export class Seat {
  readonly #random: Random;
  readonly #casting: Casting;
  readonly #course: Course;
  readonly #held: Held[];
  readonly #planSince: Day | null;
  /** Null of who is no officer. */
  #title: string | null;
  /** What is reported later than it is due. */
  #owed: Owed[] = [];
  /** The note of a split that no filing has stated yet. */
  #note: string | null = null;

  constructor(random: Random, casting: Casting, course: Course) {
    this.#random = random;
    this.#casting = casting;
    this.#course = course;
    this.#title = casting.kind === 'officer' ? random.pick(TITLES) : null;
    this.#held = openingHoldings(random, casting.kind, weekdayIn(casting.from, 5));
    this.#planSince = random.chance(200) ? weekdayIn(casting.from, 20) : null;
  }

  /** What it files because of a month: in it, or a little later. */
  file(month: number): Draft[] {
    const { from, to } = this.#casting;
    if (month < from || month > to) return [];
    if (month === from) {
      const lines = this.#held.map(holdingLine);
      return [this.#draft({ form: 'FORM_3', period: weekdayIn(month, 5), within: 3, lines })];
    }
    this.#split();
    if (this.#title !== null && this.#random.chance(4)) this.#title = CHIEF;
    return [...this.#late(month), ...this.#inTime(month)];
  }

  #split(): void {
    const { split } = this.#course;
    if (split === null) return;
    for (const held of this.#held) held.shares = afterSplit(held.shares, split);
    for (const [at, held] of this.#held.entries()) {
      if (held.terms === null || held.terms.price === 0) continue;
      const price = Math.round((held.terms.price * split.oldShares) / split.newShares);
      this.#held[at] = { ...held, terms: { ...held.terms, price: Math.max(1, price) } };
    }
    this.#note = this.#random.chance(600) ? splitNote(split) : null;
  }

  /** A trade, filed by the second weekday after it, or forgotten for a while. */
  #inTime(month: number): Draft[] {
    const { kind, to } = this.#casting;
    const on = weekdayIn(month, this.#random.between(6, 22));
    const isExit = month === to && this.#random.chance(600) && this.#casting.issuer !== 0;
    const { isLow } = this.#course;
    const occasion = occasionIn(this.#random, { month, kind, isLow });
    const until = occasion === null || isExit ? null : this.#waitsUntil(occasion, month);
    if (occasion !== null && until !== null && until <= to) {
      this.#owed.push({ month: until, occasion, on });
      return [];
    }
    const reported = occasion === null ? null : trade(occasion, this.#holder(), on);
    if (reported === null && !isExit) return [];
    const { lines, isUnderPlan } = reported ?? { lines: [], isUnderPlan: false };
    const all = [...lines, ...this.#beside(lines)];
    const asked = {
      form: 'FORM_4',
      period: on,
      within: 2,
      lines: all,
      isUnderPlan,
      isExit,
    } as const;
    return this.#perhapsMistaken(this.#draft(asked));
  }

  /** The month in which a trade is reported late; null where it is reported in time. */
  #waitsUntil(occasion: Occasion, month: number): number | null {
    if (occasion === 'gift' && this.#random.chance(500)) return month + 14 - monthOfYear(month);
    return this.#random.chance(20) ? month + this.#random.between(1, 8) : null;
  }

  /** Gifts of last year by a Form 5 of February, and what was forgotten. */
  #late(month: number): Draft[] {
    const due = this.#owed.filter((owed) => owed.month === month);
    this.#owed = this.#owed.filter((owed) => owed.month !== month);
    return due.slice(0, 1).flatMap(({ occasion, on }) => {
      const reported = trade(occasion, this.#holder(), on);
      if (reported === null) return [];
      const isYearly = occasion === 'gift' && monthOfYear(month) === 2;
      const form = isYearly ? 'FORM_5' : 'FORM_4';
      const lines = isYearly ? reported.lines : reported.lines.map(markedLate);
      const period = isYearly ? weekdayIn(month - 2, 28) : on;
      return [{ ...this.#draft({ form, period, within: 0, lines }), day: weekdayIn(month, 3) }];
    });
  }

  #holder(): Holder {
    const { price } = this.#course;
    const { kind } = this.#casting;
    return { random: this.#random, kind, held: this.#held, price, planSince: this.#planSince };
  }

  /** What else is held of the class; one filing in ten leaves it out. */
  #beside(lines: readonly DraftLine[]): DraftLine[] {
    const isTraded = ({ nature }: Held) =>
      lines.some(({ terms, nature: own }) => terms === null && own === nature);
    const others = this.#held.filter(
      (held) => held.terms === null && held.shares > 0 && !isTraded(held),
    );
    const isClassNamed = lines.length === 0 || lines.some(({ terms }) => terms === null);
    return isClassNamed && !this.#random.chance(100) ? others.map(holdingLine) : [];
  }

  /** One filing in thirty is wrong, and amended. */
  #perhapsMistaken(right: Draft): Draft[] {
    const wrong = this.#random.chance(33) ? mistaken(right, this.#random.pick(MISTAKES)) : null;
    if (wrong === null) return [right];
    return [
      wrong,
      corrected({ wrong, right }, weekdaysLater(right.day, this.#random.between(2, 30))),
    ];
  }

  #draft({
    within,
    ...asked
  }: Pick<Draft, 'form' | 'period' | 'lines'> & {
    /** Weekdays. */
    readonly within: number;
    readonly isExit?: boolean;
    readonly isUnderPlan?: boolean;
  }): Draft {
    const note = this.#note;
    const hasTableOne = asked.lines.some(({ terms }) => terms === null);
    if (hasTableOne) this.#note = null;
    const { issuer, owners } = this.#casting;
    return {
      isExit: false,
      isUnderPlan: false,
      ...asked,
      day: weekdaysLater(asked.period, within),
      minute: this.#random.between(OPENS, CLOSES),
      issuer,
      owners,
      role: this.#role(),
      originalOn: null,
      lines: note === null ? asked.lines : asked.lines.map((line) => noted(line, note)),
    };
  }

  #role(): Role {
    const { kind } = this.#casting;
    return {
      isDirector: kind === 'director' || this.#title === CHIEF,
      isTenPercentOwner: kind === 'fund',
      title: this.#title,
    };
  }
}

function markedLate(line: DraftLine): DraftLine {
  return line.trade === null ? line : { ...line, trade: { ...line.trade, isLate: true } };
}

function noted(line: DraftLine, note: string): DraftLine {
  if (line.terms !== null) return line;
  return { ...line, notes: [...line.notes, ['amountAfter', note]] };
}
