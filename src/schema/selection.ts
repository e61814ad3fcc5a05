import { queryFromInfo } from '@pothos/plugin-prisma';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from './context.ts';

/** Where the nodes of a connection stand beneath it. */
const NODES = [[{ name: 'nodes' }], [{ name: 'edges' }, { name: 'node' }]];

/** What a field selects of the rows of a type it gives, as Prisma takes it. */
export function selected(typeName: string, context: Context, info: GraphQLResolveInfo): object {
  return queryFromInfo({ context, info, typeName });
}

/** What a connection selects of its nodes. */
export function selectedNodes(
  typeName: string,
  context: Context,
  info: GraphQLResolveInfo,
): object {
  return queryFromInfo({ context, info, typeName, paths: NODES });
}

/** What a connection selects of its nodes, and the name and id that it sorts them by. */
export function selectedNamed(typeName: string, context: Context, info: GraphQLResolveInfo) {
  const select = { id: true, name: true } as const;
  const query = queryFromInfo({ context, info, typeName, paths: NODES, select });
  return { select: query.select };
}
