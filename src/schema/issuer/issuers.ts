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
    anyName: t.string({
      description:
        'Every word of this is part of one name that it has or had, as filings used it or as headers tell, in any order and case.',
    }),
    sics: t.stringList({
      description: 'With one of these SIC codes, four digits, as headers say.',
    }),
    statesOfIncorporation: t.stringList({
      description: 'Incorporated in one of these, by EDGAR’s codes, as headers say.',
    }),
    fiscalYearEnds: t.stringList({
      description: 'Whose fiscal year ends on one of these days, MMDD, as headers say.',
    }),
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

/** Conditions that one name, of now or formerly, contains every word of a text. */
function namedEver(text: string) {
  const words = { AND: wordsOf(text) };
  return { OR: [{ names: { some: words } }, { former: { some: words } }] };
}

/** Conditions on what the headers known by an instant say. */
function factsConditions(
  { sics, statesOfIncorporation, fiscalYearEnds }: Partial<typeof IssuerFilter.$inferInput>,
  knownAt: Instant,
) {
  const said = [
    ...(sics == null ? [] : [{ sic: { in: [...sics] } }]),
    ...(statesOfIncorporation == null
      ? []
      : [{ stateOfIncorporation: { in: [...statesOfIncorporation] } }]),
    ...(fiscalYearEnds == null ? [] : [{ fiscalYearEnd: { in: [...fiscalYearEnds] } }]),
  ];
  if (said.length === 0) return [];
  const holds = {
    knownFrom: { lte: knownAt },
    OR: [{ knownTo: null }, { knownTo: { gt: knownAt } }],
  };
  return [{ facts: { some: { AND: [holds, ...said] } } }];
}

/**
 * The list of issuers that arguments ask for; of those alone that a filing named by then, if given.
 */
export async function issuersOf(
  args: PageArguments & { filter?: typeof IssuerFilter.$inferInput | null | undefined },
  context: Context,
  info: GraphQLResolveInfo,
  knownAt?: Instant,
) {
  const { name, ticker, insider, anyName, ...facts } = boundedFilter(args.filter ?? {});
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
    ...(anyName == null ? [] : [namedEver(anyName)]),
    ...factsConditions(facts, knownAt ?? context.now),
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
