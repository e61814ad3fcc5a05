import { knownAt, naiveAmendments } from './naive-amendments.ts';
import type { NaiveClosing } from './naive-closing.ts';
import { isInForce, type NaiveEntry, standingAfter } from './naive-entry.ts';
import { nextMoved } from './naive-moves.ts';
import { nextOfNothing } from './naive-nothing.ts';
import { effectiveOn, type Running, runningOrder } from './naive-order.ts';
import { nextContinued } from './naive-titles.ts';
import { ACCOUNTS, type FilingSketch, type LineSketch, SHARES, TITLES } from './sketch.ts';

/**
 * §5: every entry of every account, in accounting order; what closes accounts one after the
 * other.
 */
export function naiveEntries(filings: readonly FilingSketch[]): NaiveEntry[] {
  const amendments = naiveAmendments(filings);
  const closings: NaiveClosing[] = [];
  for (;;) {
    const entries = entriesBeside(amendments, closings);
    const more = nextClosings(amendments, entries, closings);
    if (more.length === 0) return entries;
    closings.push(...more);
  }
}

/**
 * What the first filing says to be closed that is not yet: under other titles, then moved; or all.
 */
function nextClosings(
  { ordered, leftOut }: ReturnType<typeof naiveAmendments>,
  entries: readonly NaiveEntry[],
  done: readonly NaiveClosing[],
): NaiveClosing[] {
  for (const [place, sketch] of ordered.entries()) {
    const filed = { ordered, leftOut, place, sketch };
    const continued = nextContinued(filed, entries, done);
    const moved = continued.length > 0 ? continued : nextMoved(filed, entries, done);
    const more = moved.length > 0 ? moved : nextOfNothing(filed, entries, done);
    if (more.length > 0) return more;
  }
  return [];
}

/** What may be distinguished of one owner in one issuer. */
const KINDS = ACCOUNTS.flatMap((account) =>
  TITLES.filter((title) => title === TITLES[0] || SHARES.some((shares) => shares === account)).map(
    (title) => ({ account, title }),
  ),
);

/** A line where it stands in accounting order. */
interface Placed {
  readonly running: Running;
  readonly sketch: FilingSketch;
  readonly key: string;
  readonly owner: number;
  /** The turn of the filing that reports the account by it. */
  readonly turn: string;
  /** The line that it repeats. */
  readonly first: Placed | null;
}

/** The entries, with closings among them that were found before. */
function entriesBeside(
  { ordered, replaces, goneAt, leftOut }: ReturnType<typeof naiveAmendments>,
  closings: readonly NaiveClosing[],
): NaiveEntry[] {
  const accounts = new Map<string, Placed[]>();
  for (const [place, sketch] of ordered.entries()) {
    for (const owner of sketch.owners) {
      for (const { account, title } of KINDS) {
        const name = `${sketch.issuer} ${owner} ${account} ${title}`;
        const placed = accounts.get(name) ?? [];
        accounts.set(name, placed);
        const reported = sketch.lines.filter(
          (line) => line.account === account && line.title === title && !leftOut.has(line),
        );
        const turn = String(place).padStart(3, '0');
        for (const line of reported) {
          const first = placed.find((one) => one.running.line === line.again);
          const gone = line.again === null ? undefined : goneAt.get(line.again);
          // What an amendment has replaced by then is reported again in vain.
          if (first === undefined || (gone !== undefined && gone <= knownAt(sketch))) continue;
          const running = { ...first.running, line };
          placed.push({ running, sketch, key: `${first.key}~${turn}`, owner, turn, first });
        }
        const listed = reported.filter(({ again }) => again === null);
        for (const [index, running] of runningOrder(listed, sketch).entries()) {
          const own = `${turn} ${String(index).padStart(3, '0')}`;
          // An owner whom the replaced line did not name has no place of it to take.
          const root = placed.find((one) => one.running.line === replaces.get(running.line));
          const key = root === undefined ? own : `${root.key}+`;
          placed.push({ running, sketch, key, owner, turn: key.slice(0, 3), first: null });
        }
      }
    }
  }
  return [...accounts].flatMap(([name, placed]) => {
    const entries: NaiveEntry[] = [];
    placed.sort((a, b) => (a.key < b.key ? -1 : 1));
    const closed = closings.filter(
      (e) => `${e.issuer} ${e.owner} ${e.account} ${e.title}` === name,
    );
    closed.sort((a, b) => (a.key < b.key ? -1 : 1));
    for (const { running, sketch, key, owner, turn, first } of placed) {
      while ((closed[0]?.key ?? '999') < key) entries.push(...closed.splice(0, 1));
      const { amount, derived } = running;
      // What is reported again moves nothing, and goes as what it repeats.
      const line = first === null ? running.line : { ...running.line, change: null };
      const reportedBefore = first?.running.line ?? replaces.get(line);
      const isAside = isBeside({ line, amount, sketch, key }, entries, reportedBefore);
      const unit =
        sketch.form === '3' && line.account === 'option' ? 'UNDERLYING_SHARES' : 'SHARES';
      const known = knownAt(sketch);
      const previous = entries.findLast((e) => e.unit === unit && isInForce(e, known));
      const before = entries.filter((e) => e.unit === unit && isInForce(e, known));
      const starts = before.length === 0 ? [] : [standingAfter(before)];
      // After late lines that broke the next decides: by what these say, or by what stood without
      // them.
      const firm = before.findLast((e) => !e.isAside);
      if (previous?.isAside) starts.push(previous.amount, ...(firm ? [firm.amount] : []));
      // An account that was closed may come back with what it held.
      const lines = before.slice(
        0,
        before.findLastIndex((e) => e.isClosing),
      );
      const held = lines.filter((e) => !e.isClosing);
      if (previous?.isClosing && held.length > 0)
        starts.push(
          standingAfter(lines.slice(0, lines.lastIndexOf(held.at(-1) as NaiveEntry) + 1)),
        );
      // What goes on under another title, or together, begins where that ended.
      const continues = closings.some(
        ({ by, isContinued }) => isContinued && by?.line === running.line && by.owner === owner,
      );
      const expected = (starts[0] ?? 0) + (line.change ?? 0);
      const isBreak =
        !continues &&
        previous !== undefined &&
        !starts.some((start) => start + (line.change ?? 0) === amount);
      entries.push({
        owner,
        issuer: sketch.issuer,
        account: line.account,
        title: line.title,
        filing: sketch.index,
        line: running.line,
        place: turn,
        listed: sketch.lines.indexOf(running.line),
        on: effectiveOn(line, sketch),
        knownAt: known,
        goneAt: goneAt.get(first?.running.line ?? line) ?? null,
        change: line.change,
        amount,
        derived,
        isAside,
        isClosing: false,
        key,
        unit,
        reconciliation:
          previous === undefined && !continues ? 'OPENING' : isBreak ? 'BREAK' : 'CONSISTENT',
        difference: isBreak ? amount - expected : null,
      });
    }
    return [...entries, ...closed];
  });
}

/**
 * §5: whether a line is late and breaks; of one filing those that follow such a line, and
 * replacements.
 */
function isBeside(
  {
    line,
    amount,
    sketch,
    key,
  }: Pick<NaiveEntry, 'line' | 'amount' | 'key'> & { readonly sketch: FilingSketch },
  entries: readonly NaiveEntry[],
  replaced: LineSketch | undefined,
): boolean {
  const root = entries.find((e) => e.line === replaced);
  if (root !== undefined) return root.isAside;
  const inForce = entries.filter((e) => isInForce(e, knownAt(sketch)));
  const earlier = inForce.filter((e) => e.key.slice(0, 3) < key.slice(0, 3));
  const isLate = earlier.some((e) => e.on > effectiveOn(line, sketch));
  const own = entries.filter(
    (e) => e.filing === sketch.index && e.key.slice(0, 3) === key.slice(0, 3),
  );
  const previous = own.at(-1);
  if (previous !== undefined) return isLate && previous.isAside;
  const last = earlier.findLast((e) => !e.isAside) ?? earlier.at(-1);
  const unit =
    sketch.form === '3' && earlier[0]?.account === 'option' ? 'UNDERLYING_SHARES' : 'SHARES';
  const begins = amount - (line.change ?? 0);
  return isLate && last?.unit === unit && standingAfter(earlier) !== begins;
}
