const DAY_MS = 86_400_000;

const NEW_YORK = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** Today in New York, as the ledger counts days. */
export function today(): string {
  return NEW_YORK.format(new Date()).slice(0, 10);
}

/**
 * The last instant of a day in New York: what EDGAR took on that day was known by then, and what is
 * known from a filing date alone is known from 22:00 New York.
 */
export function endOfDay(day: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`) + DAY_MS;
  // New York is four or five hours behind; the clocks never change at its midnight.
  const hours = NEW_YORK.formatToParts(midnight + 4 * 3_600_000).find(
    ({ type }) => type === 'hour',
  );
  const behind = hours?.value === '00' ? 4 : 5;
  return new Date(midnight + behind * 3_600_000 - 1).toISOString();
}

/** Days since a day. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The day so many days after another. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
