import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import { type Ends, radial } from './radial.ts';

/** How large a node is drawn, in pixels. */
export const NODE = { width: 200, height: 60 } as const;

/** The least room between two nodes. */
const GAP = 16;
/** Screens are wide, and so are nodes: forces work in a plane that is narrower by this. */
const STRETCH = 2.2;
const TICKS = 200;
/** How long a tie is drawn where nothing else pulls. */
const TIE = 140;

interface Placed extends SimulationNodeDatum {
  readonly id: string;
}

/** Where the middle of a node is. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Places nodes so that what is tied together is near and no two overlap. The same graph is always
 * placed alike: d3-force begins at the same places, draws its chances from one row, and ends after
 * a fixed number of ticks.
 */
export function layout(ids: readonly string[], ties: readonly Ends[]): ReadonlyMap<string, Place> {
  const begin = radial(ids, ties, TIE);
  const nodes = ids.map((id): Placed => ({ id, ...begin.get(id) }));
  const links = ties.map(({ person, issuer }) => ({ source: person, target: issuer }));
  const simulation = forceSimulation(nodes)
    .force(
      'ties',
      forceLink<Placed, (typeof links)[number]>(links)
        .id(({ id }) => id)
        .distance(TIE),
    )
    .force('apart', forceManyBody().strength(-700))
    .force('across', forceX(0).strength(0.04))
    .force('down', forceY(0).strength(0.08))
    .stop()
    .tick(TICKS);
  // Only then do boxes need their room: before, they would bar one another's way.
  const radius = Math.hypot(NODE.width / STRETCH, NODE.height) / 2 + GAP / 2;
  simulation
    .force('boxes', forceCollide(radius).iterations(3))
    .alpha(0.3)
    .tick(TICKS / 2);
  return spread(nodes.map(({ id, x = 0, y = 0 }) => ({ id, x: x * STRETCH, y })));
}

/** What forces left upon one another is moved apart, everything by one measure. */
function spread(nodes: readonly (Place & { readonly id: string })[]): ReadonlyMap<string, Place> {
  let measure = 1;
  nodes.forEach((one, at) => {
    for (const other of nodes.slice(at + 1)) measure = Math.max(measure, neededBetween(one, other));
  });
  return new Map(
    nodes.map(({ id, x, y }) => [id, { x: Math.round(x * measure), y: Math.round(y * measure) }]),
  );
}

/** By how much the distance of two nodes has to grow until their boxes and the gap have room. */
function neededBetween(one: Place, other: Place): number {
  // One pixel more than needed, as places are rounded.
  const across = (NODE.width + GAP + 1) / Math.abs(one.x - other.x);
  const down = (NODE.height + GAP + 1) / Math.abs(one.y - other.y);
  return Math.min(across, down);
}
