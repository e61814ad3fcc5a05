import type { GraphQLResolveInfo } from 'graphql';
import type { Instant } from '../../values/index.ts';
import { boundedFilter } from '../bounds.ts';
import { builder } from '../builder.ts';
import { subjectKey } from '../identity/index.ts';
import {
  connect,
  connectionType,
  namedFormat,
  namedWindow,
  type PageArguments,
  pageArguments,
  wordsOf,
} from '../paging/index.ts';
import { type Context, planned } from '../request/index.ts';
import { Issuer, symbolOf } from './issuer.ts';

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

/**
 * The list of issuers that arguments ask for; of those alone that a filing named by then, if given.
 */
export async function issuersOf(
  args: PageArguments & { filter?: typeof IssuerFilter.$inferInput | null | undefined },
  context: Context,
  info: GraphQLResolveInfo,
  knownAt?: Instant,
) {
  const { name, ticker, insider } = boundedFilter(args.filter ?? {});
  const personId = await subjectKey('Person', insider, 'filter.insider', context);
  const owned = {
    ...(personId === undefined ? {} : { personId }),
    ...(knownAt === undefined ? {} : { knownAt: { lte: knownAt } }),
  };
  const where = [
    ...wordsOf(name ?? ''),
    // A ticker that is no symbol finds no issuer: the empty text is in no list of symbols.
    ...(ticker == null
      ? []
      : [{ symbols: { some: { symbols: { has: symbolOf(ticker) ?? '' } } } }]),
    ...(Object.keys(owned).length === 0 ? [] : [{ owners: { some: owned } }]),
  ];
  const query = planned('Issuer', context, info, 'nodes');
  const { issuer } = context.records;
  return connect(args, {
    format: namedFormat('issuers'),
    rows: (window) => {
      const { past, ...page } = namedWindow(window);
      return issuer.findMany({ ...query, ...page, where: { AND: [...where, ...past] } });
    },
    nodes: (rows) => rows,
    count: (most) => issuer.count({ where: { AND: where }, take: most }),
  });
}
