import type { GraphQLResolveInfo } from 'graphql';
import type { Instant } from '../values/index.ts';
import { builder } from './builder.ts';
import { connect, connectionType, pageArguments } from './connections.ts';
import type { Context } from './context.ts';
import { subjectKey } from './identities.ts';
import { Issuer, symbolOf } from './issuer.ts';
import { namedFormat, namedWindow, wordsOf } from './named-list.ts';
import type { PageArguments } from './pages.ts';
import { selectedNamed } from './selection.ts';

/** IssuerFilter. */
export const IssuerFilter = builder.inputType('IssuerFilter', {
  description: 'Which issuers; what is left out does not narrow.',
  fields: (t) => ({
    name: t.string({
      description: 'Every word of this is part of the name, in any order and case.',
    }),
    ticker: t.string({ description: 'That used this trading symbol, in any case.' }),
    insider: t.id({ description: 'Of which this person reported as an insider.' }),
  }),
});

/** IssuerConnection. */
export const IssuerConnection = connectionType('Issuer', Issuer, 'issuers');

builder.queryField('issuers', (t) =>
  t.field({
    type: IssuerConnection,
    description: 'Issuers, by name, then id.',
    args: {
      filter: t.arg({ type: IssuerFilter, description: 'Which issuers.' }),
      ...pageArguments,
    },
    resolve: (_, args, context, info) => issuersOf(args, context, info),
  }),
);

/** The list of issuers that arguments ask for; of those alone that a filing named by then, if given. */
export async function issuersOf(
  args: PageArguments & { filter?: typeof IssuerFilter.$inferInput | null | undefined },
  context: Context,
  info: GraphQLResolveInfo,
  knownAt?: Instant,
) {
  const where = await conditions(args.filter ?? {}, context, knownAt);
  const query = selectedNamed('Issuer', context, info);
  const { issuer } = context.database.prisma;
  return connect(args, {
    format: namedFormat('issuers'),
    rows: (window) => {
      const { past, ...page } = namedWindow(window);
      return issuer.findMany({ ...query, where: { AND: [...where, ...past] }, ...page });
    },
    nodes: (rows) => rows,
    count: () => issuer.count({ where: { AND: where } }),
  });
}

async function conditions(
  filter: typeof IssuerFilter.$inferInput,
  context: Context,
  knownAt: Instant | undefined,
) {
  const insider = await subjectKey('Person', filter.insider, 'filter.insider', context);
  const statement = {
    ...(insider === undefined ? {} : { personId: insider }),
    ...(knownAt === undefined ? {} : { knownAt: { lte: knownAt } }),
  };
  const symbol = filter.ticker == null ? undefined : symbolOf(filter.ticker);
  return [
    ...wordsOf(filter.name ?? ''),
    // A ticker that is no symbol is nobody's: the empty text is in no list of symbols.
    ...(symbol === undefined ? [] : [{ symbols: { some: { symbols: { has: symbol ?? '' } } } }]),
    ...(Object.keys(statement).length === 0 ? [] : [{ owners: { some: statement } }]),
  ];
}
