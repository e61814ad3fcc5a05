import { brandWithType } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { builder, type Types } from './builder.ts';
import type { Context } from './context.ts';
import { badInput } from './errors.ts';
import { currentKey } from './identities.ts';
import { decodeId, type NodeType } from './ids.ts';
import { selected } from './selection.ts';

/** The Node interface. */
export const Node = builder.nodeInterfaceRef();

const MAX_NODES = 100;

builder.queryFields((t) => ({
  node: t.field({
    type: Node,
    nullable: true,
    description: 'What a global id stands for; null where nothing does.',
    args: { id: t.arg.id({ required: true, description: 'A global id.' }) },
    resolve: (_, { id }, context, info) => loadNode(decodeId(id, 'id'), context, info),
  }),
  nodes: t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description: 'What each of some global ids stands for, in their order.',
    args: { ids: t.arg.idList({ required: true, description: 'Global ids, 100 at most.' }) },
    resolve: (_, { ids }, context, info) => {
      if (ids.length > MAX_NODES) {
        throw badInput(`ids: are ${MAX_NODES} at most, and are ${ids.length}.`);
      }
      const decoded = ids.map((id, index) => decodeId(id, `ids[${index}]`));
      return Promise.all(decoded.map((id) => loadNode(id, context, info)));
    },
  }),
}));

/** The row of a global id with what the field selects of it; null where there is none. */
export async function loadNode(
  { type, key }: { readonly type: NodeType; readonly key: bigint },
  context: Context,
  info: GraphQLResolveInfo,
): Promise<object | null> {
  const query = selected(type, context, info);
  const row = await findRow(type, key, query, context);
  if (row !== null) brandWithType<Types>(row, type as never);
  return row;
}

async function findRow(
  type: NodeType,
  key: bigint,
  query: object,
  context: Context,
): Promise<object | null> {
  const { prisma } = context.database;
  switch (type) {
    case 'Person':
      return prisma.person.findUnique({ ...query, where: { id: await currentKey(key, context) } });
    case 'Issuer':
      return prisma.issuer.findUnique({ ...query, where: { id: await currentKey(key, context) } });
    case 'Filing':
      return prisma.filing.findUnique({ ...query, where: { id: key } });
    case 'TransactionReported':
      return prisma.ledgerEvent.findUnique({
        ...query,
        where: { position: key, type: 'TRANSACTION_REPORTED' },
      });
    case 'HoldingReported':
      return prisma.ledgerEvent.findUnique({
        ...query,
        where: { position: key, type: 'HOLDING_REPORTED' },
      });
  }
}
