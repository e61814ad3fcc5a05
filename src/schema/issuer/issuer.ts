import { cleanTickers } from '../../ledger/index.ts';
import {
  type IssuerRow,
  issuersByCik,
  issuersById,
  latestUsers,
  type WithIssuer,
} from '../../reads/index.ts';
import type { MaybePromise } from '../../values/index.ts';
import { builder } from '../builder.ts';
import { encodeId, formerNames, NameUse, Node, subjectKey, withStated } from '../identity/index.ts';
import { type Context, present } from '../request/index.ts';

/** Issuer: whose securities. Other files add the fields that lead to lists. */
export const Issuer = builder.prismaObject('Issuer', {
  description: 'A company whose insiders report what they own of it.',
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
    tickers: t.stringList({
      description: 'Every symbol that filings used, cleaned.',
      select: { tickers: true },
      resolve: ({ tickers }) => tickers,
    }),
    formerNames: t.field({
      type: [NameUse],
      description:
        'Other names that filings used, or that headers of submissions tell it had; the last one first.',
      select: { names: true, former: true },
      resolve: ({ name, names, former }) => formerNames(name, withStated(names, former)),
    }),
    formerTickers: t.field({
      type: [NameUse],
      description:
        'Other tickers that filings used, as filed, the latest used first; none of NONE, N/A and the like.',
      select: { symbols: true },
      resolve: ({ ticker, symbols: uses }) => {
        const named = uses.filter(({ symbols }) => symbols.length > 0);
        return formerNames(
          ticker,
          named.map(({ asFiled, ...use }) => ({ ...use, name: asFiled })),
        );
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
      description:
        'Trading symbol, in any case, with or without its exchange; of a class of shares BRK.B, BRK-B or BRK/B. Of several issuers that used it, the one whose latest filings do.',
    }),
  }),
});

builder.queryField('issuer', (t) =>
  t.field({
    type: Issuer,
    nullable: true,
    description: 'One issuer; null where the ledger knows none such.',
    args: { by: t.arg({ type: IssuerBy, required: true, description: 'Which issuer.' }) },
    resolve: async (_, { by }, context) => {
      if (by.cik != null) return issuerByCik(by.cik, context);
      if (by.ticker != null) return issuerByTicker(by.ticker, context);
      return findIssuer(await subjectKey('Issuer', by.id ?? '', 'by.id', context), context);
    },
  }),
);

/**
 * An issuer as Prisma reads it. Rows of SQL lack the tickers: the field that gives them reads them.
 */
type IssuerRecord = typeof Issuer.$inferType;

/** An issuer by id, as it is today; null where there is none. */
export function findIssuer(id: bigint, { loaders }: Context): MaybePromise<IssuerRecord | null> {
  const row = loaders.row('issuer', id, issuersById, ({ id }) => id);
  return row as MaybePromise<IssuerRecord | null>;
}

/** An issuer that a row refers to. */
export async function loadIssuer(id: bigint, context: Context): Promise<IssuerRecord> {
  return present(await findIssuer(id, context));
}

/** The issuer of a row that has one's columns, or else refers to one. */
export function issuerOf(
  row: Partial<WithIssuer> & { readonly issuerId: bigint },
  context: Context,
): MaybePromise<IssuerRecord> {
  const { issuerId: id, issuerCik: cik, issuerName: name, issuerTicker: ticker } = row;
  if (cik === undefined || name === undefined || ticker === undefined) {
    return loadIssuer(id, context);
  }
  return { id, cik, name, ticker } satisfies IssuerRow as IssuerRecord;
}

/** The symbol that a ticker as somebody wrote it stands for; null where it is none. */
export function symbolOf(ticker: string): string | null {
  return cleanTickers(ticker)[0] ?? null;
}

/** An issuer by CIK; null where there is none. */
export function issuerByCik(cik: string, { loaders }: Context): MaybePromise<IssuerRecord | null> {
  const row = loaders.row('issuer by CIK', cik, issuersByCik, (row) => row.cik ?? '');
  return row as MaybePromise<IssuerRecord | null>;
}

/** An issuer by a trading symbol as somebody wrote it; null where no issuer has it. */
export async function issuerByTicker(
  ticker: string,
  context: Context,
): Promise<IssuerRecord | null> {
  const id = await latestUserOf(ticker, context);
  return id === null ? null : findIssuer(id, context);
}

/** The issuers that trading symbols stand for today; none for a symbol of nobody. */
export async function usersOf(tickers: readonly string[], context: Context): Promise<bigint[]> {
  const users = await Promise.all(tickers.map((ticker) => latestUserOf(ticker, context)));
  return users.filter((user) => user !== null);
}

async function latestUserOf(ticker: string, { loaders }: Context): Promise<bigint | null> {
  const symbol = symbolOf(ticker);
  if (symbol === null) return null;
  const named = await loaders.row('latest user', symbol, latestUsers, (user) => user.symbol);
  return named?.issuerId ?? null;
}
