import type { InterfaceRef, ObjectRef, UnionRef } from '@pothos/core';
import type { MaybePromise } from '../../values/index.ts';
import { builder, type Types } from '../builder.ts';
import { reads } from '../request/index.ts';
import type { CursorFormat } from './cursors.ts';
import { type Edge, Page, type PageArguments, rowsWithin, type Window, windowOf } from './pages.ts';

/** A list of which nothing is read before a field of it asks. */
export interface Connection<Node> {
  page(): Promise<Page<unknown, Node>>;
  count(): Promise<Count>;
}

/** How many there are in all; at least so many, where it was counted no further. */
interface Count {
  readonly total: number;
  readonly isAtLeast: boolean;
}

/** How far lists are counted. */
const COUNTED_UP_TO = 10_000;

/** first and after: the arguments of a list that goes forward alone. */
export const forwardArguments = builder.args((t) => ({
  first: t.int({ description: 'How many from the start: 20 by default, 100 at most.' }),
  after: t.string({ description: 'Only what follows this cursor.' }),
}));

/** first, after, last and before: the arguments of a list that goes both ways. */
export const pageArguments = builder.args((t) => ({
  ...forwardArguments,
  last: t.int({ description: 'How many from the end: 20 by default, 100 at most.' }),
  before: t.string({ description: 'Only what stands before this cursor.' }),
}));

/**
 * The connection that arguments ask for. `rows` gives the rows of a window, each with its sort key;
 * the window is one longer than the page, to see whether the list goes on. `nodes` gives the nodes
 * of rows, in their order.
 */
export function connect<Key, Row extends Key, Node>(
  args: PageArguments,
  list: List<Key, Row, Node>,
): Connection<Node> {
  const window = windowOf(args, list.format);
  let page: Promise<Page<Key, Node>> | undefined;
  let count: Promise<Count> | undefined;
  return {
    page() {
      page ??= readPage(window, list);
      return page;
    },
    count() {
      count ??= countOf(list);
      return count;
    },
  };
}

interface List<Key, Row extends Key, Node> {
  readonly format: CursorFormat<Key>;
  rows(window: Window<Key>): MaybePromise<readonly Row[]>;
  nodes(rows: readonly Row[]): MaybePromise<readonly Node[]>;
  /** How many there are: where there are very many, so many and no more. */
  count(most: number): Promise<number>;
  /** How far it is counted, where that is not as far as others. */
  readonly countsUpTo?: number;
}

async function countOf({
  count,
  countsUpTo = COUNTED_UP_TO,
}: Pick<List<never, never, never>, 'count' | 'countsUpTo'>): Promise<Count> {
  const counted = await count(countsUpTo + 1);
  return { total: Math.min(counted, countsUpTo), isAtLeast: counted > countsUpTo };
}

async function readPage<Key, Row extends Key, Node>(
  window: Window<Key>,
  list: List<Key, Row, Node>,
): Promise<Page<Key, Node>> {
  const rows = await list.rows({ ...window, limit: window.limit + 1 });
  const nodes = await list.nodes(rows.slice(0, window.limit));
  return new Page(window, rows, nodes, list.format);
}

/** The connection over rows that are all in memory once read, sorted by `compare`. */
export function connectAll<Key, Row extends Key>(
  args: PageArguments,
  list: {
    readonly format: CursorFormat<Key>;
    readonly compare: (a: Key, b: Key) => number;
    rows(): MaybePromise<readonly Row[]>;
  },
): Connection<Row> {
  return connect<Key, Row, Row>(args, {
    format: list.format,
    rows: async (window) => rowsWithin([...(await list.rows())], window, list.compare),
    nodes: (rows) => rows,
    count: async () => (await list.rows()).length,
  });
}

/** Defines `<Name>Connection` and `<Name>Edge` over a node type. */
export function connectionType<Node extends object>(
  name: string,
  node: ObjectRef<Types, Node> | InterfaceRef<Types, Node> | UnionRef<Types, Node>,
  what: string,
): ObjectRef<Types, Connection<Node>> {
  // Generic over the node, Pothos cannot see that the resolver's shape is the node type's.
  const type = node as never;
  const edge = builder.objectRef<Edge<unknown, Node>>(`${name}Edge`).implement({
    description: `A place in a list of ${what}.`,
    fields: (t) => ({
      node: t.field({
        type,
        description: 'What stands there.',
        extensions: reads(),
        resolve: (edge) => edge.node as never,
      }),
      cursor: t.exposeString('cursor', { description: 'Opaque; goes into after and before.' }),
    }),
  });
  return builder.objectRef<Connection<Node>>(`${name}Connection`).implement({
    description: `A list of ${what}, page by page.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'The page’s nodes, each with its cursor.',
        extensions: reads(),
        resolve: async (connection) => (await connection.page()).edges,
      }),
      nodes: t.field({
        type: [type] as never,
        description: 'The page’s nodes.',
        extensions: reads(),
        resolve: async (connection) => (await connection.page()).nodes as never,
      }) as never,
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        description: 'Where the page stands in the list.',
        resolve: (connection) => connection.page(),
      }),
      totalCount: t.int({
        description: 'How many there are in all, up to 10,000; counted only when asked for.',
        resolve: async (connection) => (await connection.count()).total,
      }),
      totalCountIsAtLeast: t.boolean({
        description: 'True where there are more than totalCount: lists are counted up to 10,000.',
        resolve: async (connection) => (await connection.count()).isAtLeast,
      }),
    }),
  });
}
