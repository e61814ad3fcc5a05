/** A moment on the axis: a filing that became known. */
export interface Mark {
  readonly key: string;
  /** The day on which it became known, YYYY-MM-DD. */
  readonly day: string;
  /** The day on which what it says was true, where that is known; such a mark has two ends. */
  readonly effectiveOn?: string | null | undefined;
  readonly label: string;
}

/** The days of some marks at which something changes as one moves along a time, in order. */
export function daysOf(marks: readonly Mark[], kind: 'as-of' | 'known-at'): string[] {
  const days = marks.map(({ day, effectiveOn }) => (kind === 'as-of' ? (effectiveOn ?? day) : day));
  return [...new Set(days)].sort();
}

/** The next or previous of some days in order, seen from one; null where there is none. */
export function neighbourOf(
  days: readonly string[],
  from: string,
  where: 'before' | 'after',
): string | null {
  const found =
    where === 'after' ? days.find((day) => day > from) : days.findLast((day) => day < from);
  return found ?? null;
}

/** The first of the years on an axis and every so many after it, eight at most. */
export function yearsBetween(from: string, to: string): number[] {
  const first = Number(from.slice(0, 4)) + 1;
  const last = Number(to.slice(0, 4));
  const step = [1, 2, 5, 10, 20].find((every) => (last - first + 1) / every <= 8) ?? 50;
  const start = Math.ceil(first / step) * step;
  return Array.from(
    { length: Math.max(0, Math.floor((last - start) / step) + 1) },
    (_, at) => start + at * step,
  );
}
