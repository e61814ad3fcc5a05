import { badInput } from '../errors.ts';
import { type CursorFormat, decodeCursor, encodeCursor } from './cursors.ts';

/** Nodes of a page where no size is asked for. */
export const DEFAULT_SIZE = 20;

/** Nodes of a page at most. */
export const MAX_SIZE = 100;

/** The four arguments of a list; lists that go forward alone have the first two. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** Which part of a list to read: so many from a key, forwards or backwards. */
export interface Window<Key> {
  readonly limit: number;
  readonly after?: Key;
  readonly before?: Key;
  readonly backwards: boolean;
}

/** The window that arguments ask for; refuses those that make no sense together, saying why. */
export function windowOf<Key>(args: PageArguments, format: CursorFormat<Key>): Window<Key> {
  const { first, after, last, before } = args;
  if (first != null && last != null) throw badInput('Give first or last, not both.');
  if (after != null && before != null) throw badInput('Give after or before, not both.');
  if (first != null && before != null) throw badInput('before goes with last, after with first.');
  if (last != null && after != null) throw badInput('after goes with first, before with last.');
  const backwards = last != null || before != null;
  const limit = backwards ? size('last', last) : size('first', first);
  if (after != null) return { limit, backwards, after: decodeCursor(format, after, 'after') };
  if (before != null) return { limit, backwards, before: decodeCursor(format, before, 'before') };
  return { limit, backwards };
}

/** A node and where it stands; the cursor is worked out when it is asked for. */
export class Edge<Key, Node> {
  readonly node: Node;
  readonly #key: Key;
  readonly #format: CursorFormat<Key>;

  constructor(node: Node, key: Key, format: CursorFormat<Key>) {
    this.node = node;
    this.#key = key;
    this.#format = format;
  }

  get cursor(): string {
    return encodeCursor(this.#format, this.#key);
  }
}

/** One page of a list, and what PageInfo says of it; edges are made when they are asked for. */
export class Page<Key, Node> {
  readonly nodes: readonly Node[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly #keys: readonly Key[];
  readonly #format: CursorFormat<Key>;

  /**
   * The page of a window, from its rows in the window's direction (one more than the limit where
   * the list goes on) and the nodes of those within the limit.
   */
  constructor(
    { limit, after, before, backwards }: Window<Key>,
    rows: readonly Key[],
    nodes: readonly Node[],
    format: CursorFormat<Key>,
  ) {
    const more = rows.length > limit;
    this.nodes = backwards ? nodes.toReversed() : nodes;
    this.hasNextPage = backwards ? before !== undefined : more;
    this.hasPreviousPage = backwards ? more : after !== undefined;
    this.#keys = backwards ? rows.slice(0, nodes.length).reverse() : rows;
    this.#format = format;
  }

  get edges(): Edge<Key, Node>[] {
    return this.nodes.map((node, index) => new Edge(node, this.#keys[index] as Key, this.#format));
  }

  get startCursor(): string | null {
    return this.edges[0]?.cursor ?? null;
  }

  get endCursor(): string | null {
    return this.edges.at(-1)?.cursor ?? null;
  }
}

/** A window's rows, of all rows of a list in memory. */
export function rowsWithin<Key, Row extends Key>(
  rows: Row[],
  { limit, after, before, backwards }: Window<Key>,
  compare: (a: Key, b: Key) => number,
): Row[] {
  const within = rows.sort(compare).filter((row) => {
    if (after !== undefined) return compare(row, after) > 0;
    return before === undefined || compare(row, before) < 0;
  });
  if (backwards) within.reverse();
  return within.slice(0, limit);
}

function size(argument: 'first' | 'last', asked: number | null | undefined): number {
  if (asked == null) return DEFAULT_SIZE;
  if (asked < 0) throw badInput(`${argument}: must not be negative, and is ${asked}.`);
  if (asked > MAX_SIZE) throw badInput(`${argument}: is ${MAX_SIZE} at most, and is ${asked}.`);
  return asked;
}
