import { newYorkTime } from '../../../src/values/index.ts';
import { ACCOUNTS, date, EXPIRES, type Told, type ToldLine } from './told.ts';

/** A holding, or one entry of a history, as the page says it is: plain numbers, and its line by words. */
export interface NaiveEntry {
  readonly owner: number;
  readonly issuer: number;
  readonly account: string;
  readonly filing: number;
  readonly line: ToldLine;
  /** The turn of the filing whose place it has. */
  readonly place: string;
  readonly on: string;
  readonly knownAt: string;
  readonly goneAt: string | null;
  readonly change: number | null;
  readonly amount: number;
  readonly derived: boolean;
  readonly unit: string;
  readonly reconciliation: string;
  readonly difference: number | null;
}
export type NaiveHolding = NaiveEntry & { readonly status: string };
/** What an amendment comes to, filings by their places in the history. */
export interface NaiveOutcome {
  readonly told: number;
  readonly original: number | null;
  readonly outcome: string;
}

export const knownAt = ({ day }: Told): string => newYorkTime(day);

/** §3: the transaction date where it can be, else the period; a holding line by its form. */
function effectiveOn(line: ToldLine, told: Told): string {
  const possible = ({ on }: ToldLine) => on !== null && on >= '1934' && on <= told.day;
  if (line.on !== null) return possible(line) ? line.on : told.period;
  const dates = told.lines.filter(possible).map(({ on }) => on ?? '');
  return told.form === '4' ? (dates.sort().at(-1) ?? told.period) : told.period;
}

/** §5: filings by known-at, then by accession number. */
function inOrder(filings: readonly Told[]): Told[] {
  const key = (told: Told) => `${knownAt(told)} ${told.number}`;
  return [...filings].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** §6: lines are matched by what tells them apart, of which every filing has one each. */
const identity = (l: ToldLine) => [l.account, l.on, l.code, Math.sign(l.change ?? 0)].join(' ');
const cells = (l: ToldLine) => [l.change, l.after, l.price].join(' ');

export function naiveAmendments(filings: readonly Told[]) {
  const ordered = inOrder(filings);
  const standing = new Map<Told, ToldLine[]>();
  const replaces = new Map<ToldLine, ToldLine>();
  const goneAt = new Map<ToldLine, string>();
  const outcomes: NaiveOutcome[] = [];
  for (const [index, told] of ordered.entries()) {
    standing.set(told, [...told.lines]);
    if (!told.isAmendment) continue;
    const fitting = ordered
      .slice(0, index)
      .filter((one) => !one.isAmendment && one.form === told.form && one.issuer === told.issuer)
      .filter(({ owners }) => owners.some((owner) => told.owners.includes(owner)));
    const onDate = fitting.filter(({ day }) => day === told.originalOn);
    const inPeriod = fitting.filter(({ period }) => period === told.period);
    const original = onDate.length > 0 ? onDate[0] : inPeriod.at(-1);
    if (original === undefined || onDate.length > 1) {
      outcomes.push({ told: told.index, original: null, outcome: 'UNRESOLVED' });
      continue;
    }
    const before = standing.get(original) ?? [];
    const matches = told.lines.map((by) => ({
      by,
      line: before.find((line) => identity(line) === identity(by)),
    }));
    for (const { by, line } of matches) {
      if (line === undefined) continue;
      replaces.set(by, line);
      goneAt.set(line, knownAt(told));
    }
    standing.set(original, [...before.filter((line) => !goneAt.has(line)), ...told.lines]);
    const added = matches.filter(({ line }) => line === undefined).length;
    const superseded = matches.length - added;
    const changed = matches.filter(({ by, line }) => line && cells(line) !== cells(by)).length;
    // Of one line alone that is replaced nobody says that all is restated.
    const isAll = before.length > 1 && superseded === before.length;
    const partly = changed > 0 ? 'REPLACES' : 'ADDS';
    const outcome = changed + added === 0 ? 'NOTE_ONLY' : isAll ? 'RESTATES_ALL' : partly;
    outcomes.push({ told: told.index, original: original.index, outcome });
  }
  outcomes.sort((a, b) => a.told - b.told);
  return { ordered, replaces, goneAt, outcomes };
}

interface Running {
  readonly line: ToldLine;
  readonly amount: number;
  readonly derived: boolean;
}

/** §5, the running order: as listed, by date, reversed; final totals; else as listed. */
function runningOrder(listed: readonly ToldLine[], told: Told): Running[] {
  const moved = listed.filter(({ isTransaction }) => isTransaction);
  const held = listed.filter(({ isTransaction }) => !isTransaction);
  const byDate = [...moved].sort((a, b) =>
    effectiveOn(a, told) < effectiveOn(b, told)
      ? -1
      : effectiveOn(a, told) > effectiveOn(b, told)
        ? 1
        : 0,
  );
  const runs = (lines: readonly ToldLine[]) =>
    lines.every((l, i) => i === 0 || (lines[i - 1]?.after ?? 0) + (l.change ?? 0) === l.after);
  const asFiled = (line: ToldLine) => ({ line, amount: line.after, derived: false });
  const found = [moved, byDate, [...moved].reverse()].find(runs);
  if (found !== undefined) return [...found, ...held].map(asFiled);
  const total = moved[0]?.after ?? 0;
  if (moved.some(({ after }) => after !== total)) return [...moved, ...held].map(asFiled);
  const backwards = byDate.map((line, index) => {
    const later = byDate.slice(index + 1).reduce((sum, { change }) => sum + (change ?? 0), 0);
    return { line, amount: total - later, derived: later !== 0 };
  });
  return [...backwards, ...held.map(asFiled)];
}

/** §5: every entry of every account, in accounting order. */
export function naiveEntries(filings: readonly Told[]): NaiveEntry[] {
  const { ordered, replaces, goneAt } = naiveAmendments(filings);
  const accounts = new Map<
    string,
    { running: Running; told: Told; key: string; owner: number }[]
  >();
  for (const [place, told] of ordered.entries()) {
    for (const owner of told.owners) {
      for (const account of ACCOUNTS) {
        const name = `${told.issuer} ${owner} ${account}`;
        const placed = accounts.get(name) ?? [];
        accounts.set(name, placed);
        const listed = told.lines.filter((line) => line.account === account);
        for (const [index, running] of runningOrder(listed, told).entries()) {
          const own = [place, index].map((n) => String(n).padStart(3, '0')).join(' ');
          // An owner whom the replaced line did not name has no place of it to take.
          const root = placed.find((one) => one.running.line === replaces.get(running.line));
          placed.push({ running, told, key: root === undefined ? own : `${root.key}+`, owner });
        }
      }
    }
  }
  return [...accounts.values()].flatMap((placed) => {
    const entries: NaiveEntry[] = [];
    placed.sort((a, b) => (a.key < b.key ? -1 : 1));
    for (const { running, told, key, owner } of placed) {
      const { line, amount, derived } = running;
      const unit = told.form === '3' && line.account === 'option' ? 'UNDERLYING_SHARES' : 'SHARES';
      const known = knownAt(told);
      const previous = entries.findLast((e) => e.unit === unit && isInForce(e, known));
      const expected = (previous?.amount ?? 0) + (line.change ?? 0);
      const isBreak = previous !== undefined && amount !== expected;
      entries.push({
        owner,
        issuer: told.issuer,
        account: line.account,
        filing: told.index,
        line,
        place: key.slice(0, 3),
        on: effectiveOn(line, told),
        knownAt: known,
        goneAt: goneAt.get(line) ?? null,
        change: line.change,
        amount,
        derived,
        unit,
        reconciliation: previous === undefined ? 'OPENING' : isBreak ? 'BREAK' : 'CONSISTENT',
        difference: isBreak ? amount - expected : null,
      });
    }
    return entries;
  });
}

export function isInForce(entry: NaiveEntry, at: string): boolean {
  return entry.knownAt <= at && (entry.goneAt === null || entry.goneAt > at);
}

/** §5, "Holdings of P as of D known at K", for every P. */
export function naiveHoldings(
  entries: readonly NaiveEntry[],
  asOf: string,
  knownBy: string,
): NaiveHolding[] {
  const accountOf = (e: NaiveEntry) => `${e.issuer} ${e.owner} ${e.account}`;
  const groupOf = (e: NaiveEntry) => `${e.issuer} ${e.owner} ${e.account === 'option'}`;
  const inForce = entries.filter((entry) => isInForce(entry, knownBy));
  const s = inForce.filter(({ on }) => on <= asOf);
  return s
    .filter((r, index) => s.findLastIndex((e) => accountOf(e) === accountOf(r)) === index)
    .map((r) => {
      const ahead = inForce
        .slice(0, inForce.indexOf(r))
        .filter((e) => accountOf(e) === accountOf(r) && e.unit === r.unit)
        .filter(({ on, change }) => on > asOf && change !== null);
      const amount = ahead.reduce((sum, { change }) => sum - (change ?? 0), r.amount);
      const isOld = s.some((e) => groupOf(e) === groupOf(r) && e.place > r.place);
      const isExpired = r.account === 'option' && date(EXPIRES) < asOf;
      const status =
        amount === 0 ? 'CLOSED' : isExpired ? 'EXPIRED' : isOld ? 'CARRIED' : 'CURRENT';
      return { ...r, amount, derived: r.derived || ahead.length > 0, status };
    });
}
