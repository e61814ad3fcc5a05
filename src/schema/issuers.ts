import { countIssuers, issuersPage } from '../ledger/index.ts';
import type { Instant } from '../values/index.ts';
import { builder } from './builder.ts';
import { connect, connectionType, pageArguments } from './connections.ts';
import type { Context } from './context.ts';
import { subjectKey } from './identities.ts';
import { Issuer, symbolOf } from './issuer.ts';
import { namedFormat, wordsOf } from './named-list.ts';
import type { PageArguments } from './pages.ts';

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
    resolve: (_, args, context) => issuersOf(args, context),
  }),
);

/** The list of issuers that arguments ask for; of those alone that a filing named by then, if given. */
export async function issuersOf(
  args: PageArguments & { filter?: typeof IssuerFilter.$inferInput | null | undefined },
  context: Context,
  knownAt?: Instant,
) {
  const { name, ticker, insider } = args.filter ?? {};
  const filter = {
    words: wordsOf(name ?? ''),
    // A ticker that is no symbol is nobody's: the empty text is in no list of symbols.
    symbol: ticker == null ? undefined : (symbolOf(ticker) ?? ''),
    personId: await subjectKey('Person', insider, 'filter.insider', context),
    knownAt,
  };
  const { pool } = context.database;
  return connect(args, {
    format: namedFormat('issuers'),
    rows: (window) => issuersPage(pool, filter, { ...window, limit: window.limit + 1 }),
    nodes: (rows) => rows,
    count: () => countIssuers(pool, filter),
  });
}
