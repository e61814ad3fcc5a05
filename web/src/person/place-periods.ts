interface Days {
  readonly from: string;
  /** Null while it lasts. */
  readonly to: string | null;
}

/** Where a period stands on an axis, in parts of it. */
export interface Placed {
  readonly x: string;
  readonly width: string;
}

/** From the first day of some periods to the end. */
export function wholeAxis(periods: readonly Days[], end: string) {
  const from = periods.map((period) => period.from).reduce((a, b) => (a < b ? a : b), end);
  return { from, to: end };
}

/** Where a period stands on an axis; one that lasts reaches to its end. */
export function placeOn(
  axis: { readonly from: string; readonly to: string },
  { from, to }: Days,
): Placed {
  const start = Date.parse(axis.from);
  const length = Math.max(1, Date.parse(axis.to) - start);
  const part = (day: string) => Math.min(1, Math.max(0, (Date.parse(day) - start) / length));
  const begins = part(from);
  const ends = part(to ?? axis.to);
  return { x: `${100 * begins}%`, width: `${Math.max(1, 100 * (ends - begins))}%` };
}
