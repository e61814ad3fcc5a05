import { brandWithType } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { countHits, type SearchHit as Hit, search } from '../ledger/index.ts';
import { builder, type Types } from './builder.ts';
import { connect, connectionType, forwardArguments } from './connections.ts';
import type { Context } from './context.ts';
import { type CursorFormat, readBigint } from './cursors.ts';
import { badInput } from './errors.ts';
import { Issuer } from './issuer.ts';
import { Person } from './person.ts';
import { selectedNamed } from './selection.ts';

const LONGEST = 200;

const SearchHit = builder.unionType('SearchHit', {
  description: 'What a search found.',
  types: [Person, Issuer],
});

const SearchConnection = connectionType<object>('Search', SearchHit, 'people and issuers found');

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    description:
      'People and issuers whose name or ticker resembles the text, best first. Tolerates typing errors and name order.',
    args: {
      text: t.arg.string({
        required: true,
        description: `A name, part of one, or a ticker; ${LONGEST} characters at most.`,
      }),
      ...forwardArguments,
    },
    resolve: (_, args, context, info) => {
      const { text } = args;
      if (text.length > LONGEST) {
        throw badInput(`text: is ${LONGEST} characters at most, and is ${text.length}.`);
      }
      const { pool } = context.database;
      return connect<Hit, Hit, object>(args, {
        format: FORMAT,
        rows: ({ limit, after }) => search(pool, text, { limit: limit + 1, after: after ?? null }),
        nodes: (hits) => loadHits(hits, context, info),
        count: () => countHits(pool, text),
      });
    },
  }),
);

const FORMAT: CursorFormat<Hit> = {
  list: 'search',
  write: ({ kind, id, score }) => [kind, String(id), score],
  read: ([kind, text, score = '']) => {
    const id = readBigint(text);
    if (id === null || !/^\d\.\d{1,5}$/.test(score)) return null;
    return kind === 'Person' || kind === 'Issuer' ? { kind, id, score } : null;
  },
};

/** The rows of hits, in their order, with what the query selects of each type: one statement a type. */
async function loadHits(
  hits: readonly Hit[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<object[]> {
  const idsOf = (kind: Hit['kind']) => hits.filter((hit) => hit.kind === kind).map(({ id }) => id);
  const { prisma } = context.database;
  const [people, issuers] = await Promise.all([
    prisma.person.findMany({
      ...selectedNamed('Person', context, info),
      where: { id: { in: idsOf('Person') } },
    }),
    prisma.issuer.findMany({
      ...selectedNamed('Issuer', context, info),
      where: { id: { in: idsOf('Issuer') } },
    }),
  ]);
  const found = new Map<string, object>();
  for (const [type, rows] of [
    ['Person', people],
    ['Issuer', issuers],
  ] as const) {
    for (const row of rows) {
      brandWithType<Types>(row, type as never);
      found.set(`${type} ${row.id}`, row);
    }
  }
  return hits.flatMap(({ kind, id }) => found.get(`${kind} ${id}`) ?? []);
}
