/**
 * The range that two years of calendar months up to a day make: the month of the day is the 24th.
 */
export function twoYearsUpTo(day: string): { readonly from: string; readonly to: string } {
  const month = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  month.setUTCMonth(month.getUTCMonth() - 23);
  return { from: month.toISOString().slice(0, 10), to: day };
}

/** Every how many months there is room to name one: all, quarters, halves, or years. */
export function monthsBetweenNames(months: number, width: number): number {
  const room = Math.max(1, Math.floor(width / 64));
  const every = [1, 3, 6, 12, 24, 60, 120].find((step) => months / step <= room);
  return every ?? Math.ceil(months / room);
}
