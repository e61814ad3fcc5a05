/**
 * The range that two years of calendar months up to a day make: the month of the day is the 24th.
 */
export function twoYearsUpTo(day: string): { readonly from: string; readonly to: string } {
  const month = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  month.setUTCMonth(month.getUTCMonth() - 23);
  return { from: month.toISOString().slice(0, 10), to: day };
}

/**
 * The day up to which months are shown where the address says none: the day asked for, or the last
 * of the month of the last trade where the two years before that day have none.
 *
 * @example endOfMonths('2026-11-30', '2023-02-28') // '2023-02-28'
 */
export function endOfMonths(asOf: string, lastTrade: string | undefined): string {
  if (lastTrade === undefined || lastTrade >= twoYearsUpTo(asOf).from) return asOf;
  const month = new Date(`${lastTrade.slice(0, 7)}-01T00:00:00Z`);
  month.setUTCMonth(month.getUTCMonth() + 1, 0);
  return month.toISOString().slice(0, 10);
}

/** Every how many months there is room to name one: all, quarters, halves, or years. */
export function monthsBetweenNames(months: number, width: number): number {
  const room = Math.max(1, Math.floor(width / 64));
  const every = [1, 3, 6, 12, 24, 60, 120].find((step) => months / step <= room);
  return every ?? Math.ceil(months / room);
}
