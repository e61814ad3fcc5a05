import { Graph, layout as layered } from '@dagrejs/dagre';
import { type Ends, layersOf } from './layers.ts';
import { type Point, routeOf } from './route.ts';

/** A node as large as what it says needs. */
export interface Box {
  readonly id: string;
  readonly height: number;
}

/** Where everything is drawn. */
export interface Layout {
  /** Where the middle of each node is. */
  readonly places: ReadonlyMap<string, Point>;
  /** The way of each tie, in their order, as the path of an SVG. */
  readonly routes: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** What a screen has room for. */
export interface Room {
  /** How wide each node is. */
  readonly node: number;
  /** Between two layers, in which ties turn. */
  readonly between: number;
  readonly isNarrow: boolean;
}

/** The least room between two nodes of a layer, and between a node and a tie that passes it. */
const GAP = 12;

/**
 * Places nodes in layers by how many ties they are away from the first, each tie on a way of its
 * own that passes no other node. The same graph is always placed alike.
 */
export function layout(boxes: readonly Box[], ties: readonly Ends[], room: Room): Layout {
  const ids = boxes.map(({ id }) => id);
  const layers = layersOf(ids, ties, room.isNarrow);
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: GAP, edgesep: GAP, ranksep: room.between });
  for (const { id, height } of boxes) graph.setNode(id, { width: room.node, height });
  const ends = ties.map(({ person, issuer }) => {
    const isForward = (layers.get(person) ?? 0) < (layers.get(issuer) ?? 0);
    return isForward ? ([person, issuer] as const) : ([issuer, person] as const);
  });
  for (const [from, to] of ends) graph.setEdge(from, to, {});
  layered(graph);
  const { width = 0 } = graph.graph();
  const isUpsideDown = isReversed(ids.map((id) => graph.node(id)));
  const { top, bottom } = extentOf(graph);
  const turned = ({ x, y }: Point) => ({ x, y: isUpsideDown ? bottom - y : y - top });
  const places = new Map(ids.map((id) => [id, turned(graph.node(id))]));
  if (room.isNarrow) raise(boxes[0], places);
  const columns = [...new Set([...places.values()].map(({ x }) => Math.round(x)))];
  const routes = ends.map(([from, to]) => {
    const { points } = graph.edge(from, to) as { readonly points: readonly Point[] };
    const [start, end] = [places.get(from), places.get(to)];
    if (start === undefined || end === undefined) return '';
    return routeOf(start, points.map(turned), end, { columns, half: room.node / 2 });
  });
  return { places, routes, width, height: bottom - top };
}

/** Puts the first to the top, where it is met first, if nothing else is in its layer. */
function raise(first: Box | undefined, places: Map<string, Point>): void {
  const { x } = places.get(first?.id ?? '') ?? {};
  if (first === undefined || x === undefined) return;
  const isAlone = [...places.values()].filter((place) => place.x === x).length === 1;
  if (isAlone) places.set(first.id, { x, y: first.height / 2 });
}

/** From the highest to the lowest of nodes and ties. */
function extentOf(graph: Graph): { readonly top: number; readonly bottom: number } {
  const nodes = graph.nodes().map((id) => graph.node(id) as Point & { readonly height: number });
  const passed = graph
    .edges()
    .flatMap((edge) => (graph.edge(edge) as { readonly points: readonly Point[] }).points);
  return {
    top: Math.min(...nodes.map(({ y, height }) => y - height / 2), ...passed.map(({ y }) => y)),
    bottom: Math.max(...nodes.map(({ y, height }) => y + height / 2), ...passed.map(({ y }) => y)),
  };
}

/** Whether the nodes of most layers come in the other order than they were given. */
function isReversed(nodes: readonly Point[]): boolean {
  let order = 0;
  const last = new Map<number, number>();
  for (const { x, y } of nodes) {
    const before = last.get(x);
    if (before !== undefined) order += Math.sign(y - before);
    last.set(x, y);
  }
  return order < 0;
}
