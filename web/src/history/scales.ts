/** The least and the most of an axis. */
export type Extent = readonly [number, number];

/**
 * The amounts that an axis spans. From zero, but where all are so near to each other that no step
 * would be seen. Numbers place points; they are never shown.
 */
export function amountExtent(amounts: readonly string[]): Extent {
  const numbers = amounts.map(Number);
  const most = Math.max(0, ...numbers);
  const least = Math.min(...numbers, most);
  if (most === 0 && least === 0) return [0, 1];
  if (least < most / 2 || least === most) return [Math.min(0, least), most * 1.15];
  const margin = (most - least) * 0.35;
  return [Math.max(0, least - margin), most + margin];
}

const DAY_MS = 86_400_000;

/** The days that an axis spans, with a margin at both ends. */
export function dayExtent(days: readonly string[]): readonly [Date, Date] {
  const times = days.map((day) => Date.parse(day));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const margin = Math.max(15 * DAY_MS, (last - first) * 0.04);
  return [new Date(first - margin), new Date(last + margin)];
}

/**
 * What a tick of an axis of days says: its year, or its month where ticks are closer than years.
 */
export function dayTick(tick: Date, ticks: readonly Date[]): string {
  const areYears = ticks.every((each) => each.getUTCMonth() === 0 && each.getUTCDate() === 1);
  const areMonths = ticks.every((each) => each.getUTCDate() === 1);
  return tick.toISOString().slice(0, areYears ? 4 : areMonths ? 7 : 10);
}

const SHORT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });

/** What a tick of an axis of amounts says: "12.5K". */
export function amountTick(amount: number): string {
  return SHORT.format(amount);
}
