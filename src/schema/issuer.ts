import type { GraphQLResolveInfo } from 'graphql';
import { cleanTickers } from '../ledger/index.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { currentKey } from './identities.ts';
import { decodeIdOf, encodeId } from './ids.ts';
import { formerNames, NameUse } from './name-use.ts';
import { Node } from './node.ts';
import { selected } from './selection.ts';

/** Issuer: whose securities. Other files add the fields that lead to lists. */
export const Issuer = builder.prismaObject('Issuer', {
  description: 'A company whose insiders report what they own of it.',
  select: { id: true },
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({
      description: 'Stable; ids given out while the identity was provisional go on resolving.',
      resolve: ({ id }) => encodeId('Issuer', id),
    }),
    cik: t.expose('cik', {
      type: 'CIK',
      nullable: true,
      description: 'Null while the identity is provisional.',
    }),
    name: t.exposeString('name', { description: 'As filed last.' }),
    ticker: t.exposeString('ticker', {
      nullable: true,
      description: 'As filed last; null for NONE, N/A and the like.',
    }),
    tickers: t.exposeStringList('tickers', {
      description: 'Every symbol that filings used, cleaned.',
    }),
    formerNames: t.field({
      type: [NameUse],
      description: 'Other names that filings used, the latest used first.',
      select: { name: true, names: true },
      resolve: formerNames,
    }),
    formerTickers: t.field({
      type: [NameUse],
      description:
        'Other tickers that filings used, as filed, the latest used first; none of NONE, N/A and the like.',
      select: { ticker: true, symbols: true },
      resolve: ({ ticker, symbols }) => {
        const uses = symbols.filter((use) => use.symbols.length > 0);
        const names = uses.map(({ asFiled, ...use }) => ({ ...use, name: asFiled }));
        return formerNames({ name: ticker, names });
      },
    }),
  }),
});

const IssuerBy = builder.inputType('IssuerBy', {
  description: 'Names one issuer, in one of these ways.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'Global id.' }),
    cik: t.field({ type: 'CIK', description: 'Central Index Key.' }),
    ticker: t.string({
      description: 'Trading symbol, in any case; of several issuers that used it, the latest.',
    }),
  }),
});

builder.queryField('issuer', (t) =>
  t.prismaField({
    type: Issuer,
    nullable: true,
    description: 'One issuer; null where the ledger knows none such.',
    args: { by: t.arg({ type: IssuerBy, required: true, description: 'Which issuer.' }) },
    resolve: async (query, _, { by }, context) => {
      const { prisma } = context.database;
      if (by.cik != null) return prisma.issuer.findUnique({ ...query, where: { cik: by.cik } });
      const id =
        by.ticker == null
          ? await currentKey(decodeIdOf('Issuer', by.id ?? '', 'by.id'), context)
          : await latestUserOf(by.ticker, context);
      return id === null ? null : prisma.issuer.findUnique({ ...query, where: { id } });
    },
  }),
);

/** An issuer that a row refers to, with what the field selects; Prisma batches equal selections. */
export function loadIssuer(id: bigint, context: Context, info: GraphQLResolveInfo) {
  const query = selected('Issuer', context, info);
  return context.database.prisma.issuer.findUniqueOrThrow({ ...query, where: { id } });
}

/** The symbol that a ticker as somebody wrote it stands for; null where it is none. */
export function symbolOf(ticker: string): string | null {
  return cleanTickers(ticker)[0] ?? null;
}

async function latestUserOf(ticker: string, { database }: Context): Promise<bigint | null> {
  const symbol = symbolOf(ticker);
  if (symbol === null) return null;
  const use = await database.prisma.issuerTicker.findFirst({
    where: { symbols: { has: symbol } },
    orderBy: [{ lastKnownAt: 'desc' }, { issuerId: 'desc' }],
    select: { issuerId: true },
  });
  return use?.issuerId ?? null;
}
