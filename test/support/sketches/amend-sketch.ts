import type { CalendarDate } from '../../../src/values/index.ts';
import { date, dayAfter, type FilingSketch, isGrant, type LineSketch } from './sketch.ts';

/** How an amendment is made of an earlier filing. */
export interface RawAmendment {
  readonly which: number;
  readonly way: 'price' | 'shares' | 'date' | 'code' | 'add' | 'drop' | 'all' | 'note' | 'repeat';
  readonly pointing: 'date' | 'period' | 'both' | 'nothing';
  readonly place: number;
  readonly change: number;
  readonly isBySome: boolean;
}

/** What an amendment of one of the filings so far says. */
export function amend(
  raw: RawAmendment,
  sketches: readonly FilingSketch[],
  balances: Map<string, number>,
): Pick<FilingSketch, 'form' | 'issuer' | 'owners' | 'period' | 'originalOn' | 'lines'> {
  const target = sketches[raw.which % sketches.length] as FilingSketch;
  const { pointing, isBySome } = raw;
  const owners = isBySome ? target.owners.slice(-1) : target.owners;
  // Grants go by what they hold, and what is reported again is the matter of its first report.
  const own = target.lines.filter(({ account, again }) => !isGrant(account) && again === null);
  const lines = amendedLines(raw, { ...target, owners, lines: own }, sketches.length, balances);
  return {
    form: target.form,
    issuer: target.issuer,
    owners,
    period: pointing === 'date' || pointing === 'nothing' ? date(1) : target.period,
    originalOn: pointing === 'period' ? null : pointing === 'nothing' ? date(2) : target.day,
    // Final totals are reported by originals alone: what replaces a line is read by itself.
    lines: hasTotals(lines) ? [] : lines,
  };
}

function amendedLines(
  { way, place, change }: RawAmendment,
  target: FilingSketch,
  index: number,
  balances: Map<string, number>,
): LineSketch[] {
  const { lines } = target;
  const one = lines[place % Math.max(1, lines.length)];
  if (one === undefined || way === 'note') return [];
  // An amount corrected among others of its account would break what they tell.
  const isAlone = lines.filter(({ account }) => account === one.account).length === 1;
  const repeated = lines.map((line) => ({ ...line }));
  switch (way) {
    case 'price':
      return [repriced(one)];
    case 'shares':
      return [withMore(one, change)];
    case 'date':
      return [
        one.on === null
          ? { ...one }
          : { ...one, on: dayAfter(one.on, (change % 9) - 4) as CalendarDate },
      ];
    case 'code':
      return [one.on === null ? { ...one } : { ...one, code: 'K' }];
    case 'add': {
      const key = (owner: number) => `${target.issuer} ${owner} ${one.account}`;
      const after = (balances.get(key(target.owners[0] ?? 0)) ?? one.after) + change;
      for (const owner of target.owners) balances.set(key(owner), after);
      if (target.form === '3') return [{ ...one, after }];
      return [
        {
          account: one.account,
          title: one.title,
          isTransaction: true,
          on: one.on ?? target.period,
          code: 'LWIUOXCE'.charAt(index),
          change,
          after,
          price: 30,
          again: null,
        },
      ];
    }
    case 'drop':
      return repeated.filter(({ account }, at) => account !== one.account || lines[at] === one);
    case 'all':
      return repeated.map((line, at) =>
        lines[at] !== one ? line : isAlone ? withMore(one, change) : repriced(one),
      );
    case 'repeat':
      return repeated;
  }
}

/** Whether transactions of one account show one amount. */
function hasTotals(lines: readonly LineSketch[]): boolean {
  const shown = lines.filter((line) => line.isTransaction).map((l) => `${l.account} ${l.after}`);
  return new Set(shown).size < shown.length;
}

function repriced(line: LineSketch): LineSketch {
  return { ...line, price: line.price === null ? null : line.price + 1 };
}

/** A line with so much more bought, sold or held, and the amount after it to match. */
function withMore(line: LineSketch, more: number): LineSketch {
  if (line.change === null) return { ...line, after: line.after + more };
  const moved = line.change < 0 ? -more : more;
  return { ...line, change: line.change + moved, after: Math.max(0, line.after + moved) };
}
