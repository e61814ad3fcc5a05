import { brandWithType } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { builder, type Types } from './builder.ts';
import { badInput } from './errors.ts';
import { findEvent, objectTypeOf } from './event/index.ts';
import { findFilings } from './filing/index.ts';
import { currentKey, decodeId, Node, type NodeType } from './identity/index.ts';
import { findIssuer } from './issuer/index.ts';
import { findPerson } from './person/index.ts';
import type { Context } from './request/index.ts';

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

/** The row of a global id; null where there is none. */
export async function loadNode(
  { type, key }: { readonly type: NodeType; readonly key: bigint },
  context: Context,
  info: GraphQLResolveInfo,
): Promise<object | null> {
  const row = await findRow(type, key, context, info);
  if (row !== null) brandWithType<Types>(row, type as never);
  return row;
}

async function findRow(
  type: NodeType,
  key: bigint,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<object | null> {
  switch (type) {
    case 'Person':
      return findPerson(await currentKey(key, context), context);
    case 'Issuer':
      return findIssuer(await currentKey(key, context), context);
    case 'Filing':
      return (await findFilings([key], context, info))[0] ?? null;
    case 'TransactionReported':
    case 'HoldingReported': {
      const event = await findEvent(key, context, info);
      return event !== null && objectTypeOf(event) === type ? event : null;
    }
  }
}
