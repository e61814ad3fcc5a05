/** A place in the drawing, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Columns {
  /** The middle of each layer. */
  readonly columns: readonly number[];
  /** Half of a node's width. */
  readonly half: number;
}

/**
 * The way of a tie as the path of an SVG: it turns between the layers alone, where no node is, and
 * passes through each layer levelly.
 *
 * @param points Where it passes the layers between its ends, among other points.
 */
export function routeOf(
  start: Point,
  points: readonly Point[],
  end: Point,
  { columns, half }: Columns,
): string {
  const passed = points.filter(
    ({ x }) =>
      x > start.x + half && x < end.x - half && columns.some((column) => Math.abs(column - x) < 1),
  );
  const level = passed.flatMap(({ x, y }) => [
    { x: x - half, y },
    { x: x + half, y },
  ]);
  const first = { x: start.x + half, y: start.y };
  const stops = [first, ...level, { x: end.x - half, y: end.y }];
  const parts = stops.slice(1).map((to, at) => {
    const from = stops[at] ?? first;
    if (at % 2 === 1) return `L${to.x},${to.y}`;
    const middle = (from.x + to.x) / 2;
    return `C${middle},${from.y} ${middle},${to.y} ${to.x},${to.y}`;
  });
  return `M${first.x},${first.y}${parts.join('')}`;
}
