import { queryFromInfo } from '@pothos/plugin-prisma';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from './context.ts';

/**
 * What Prisma is to read with the rows of a type that a field gives, for the relations that the
 * query asks of them. `nodes` where the field gives a connection that has the rows as its nodes.
 */
export function planned(
  typeName: 'Person' | 'Issuer' | 'Filing',
  context: Context,
  info: GraphQLResolveInfo,
  of: 'rows' | 'nodes' = 'rows',
): object {
  return queryFromInfo({ context, info, typeName, paths: of === 'nodes' ? NODES : [] });
}

const NODES = [[{ name: 'nodes' }], [{ name: 'edges' }, { name: 'node' }]];
