import type { Account, Balance, Point } from './account.ts';

/** A line of an account, where it stands in the chart. */
export interface Mark {
  readonly key: string;
  readonly point: Point;
  /** The balance that it is from its day on; null where another line of the day is that. */
  readonly balance: Balance | null;
  /** The amount at which it is drawn: on the steps where it makes one. */
  readonly amount: string;
}

/** The lines of an account by date, those of one day in accounting order. */
export function marksOf({ points, balances }: Account): Mark[] {
  return points
    .map((point) => {
      const balance =
        balances.find(
          ({ source, from }) => source.id === point.source.id && from === point.effectiveOn,
        ) ?? null;
      return { key: point.source.id, point, balance, amount: balance?.amount ?? point.amount };
    })
    .sort((one, other) => compare(one.point.effectiveOn, other.point.effectiveOn));
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** A place in a drawing. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Moves what would lie on one another: up, and where there is no room above, to the side. */
export function spread(spots: readonly Spot[], size: number, width: number): Spot[] {
  const placed: Spot[] = [];
  for (const spot of spots) {
    let { x, y } = spot;
    const aside = x > width / 2 ? -size : size;
    while (placed.some((other) => Math.hypot(other.x - x, other.y - y) < size - 0.5)) {
      y -= size;
      if (y < size / 2) {
        y = spot.y;
        x += aside;
      }
    }
    placed.push({ x, y });
  }
  return placed;
}
