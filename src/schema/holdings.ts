import {
  type HoldingFilter,
  type HoldingRow,
  type HoldingScope,
  holdings,
  type Viewpoint,
} from '../ledger/index.ts';
import { builder } from './builder.ts';
import { connectAll, pageArguments } from './connections.ts';
import type { Context } from './context.ts';
import { HoldingConnection } from './holding.ts';
import { HoldingFilterInput, holdingFilterOf } from './holding-filter.ts';
import { compareHoldings, holdingFormat } from './holding-order.ts';
import { Issuer } from './issuer.ts';
import type { PageArguments } from './pages.ts';
import { Person } from './person.ts';
import { viewpointArguments, viewpointOf } from './viewpoint.ts';

const holdingArguments = builder.args((t) => ({
  ...viewpointArguments,
  filter: t.field({ type: HoldingFilterInput, description: 'Which holdings.' }),
  ...pageArguments,
}));

builder.prismaObjectField(Person, 'holdings', (t) =>
  t.field({
    type: HoldingConnection,
    description: 'What the person holds: by issuer, table, class, direct before indirect, nature.',
    args: holdingArguments,
    resolve: ({ id }, args, context) =>
      holdingsOf(id, args, context, (people) => ({ people }), 'personId'),
  }),
);

builder.prismaObjectField(Issuer, 'holdings', (t) =>
  t.field({
    type: HoldingConnection,
    description:
      'What insiders hold of the issuer: by person, table, class, direct before indirect, nature.',
    args: holdingArguments,
    resolve: ({ id }, args, context) =>
      holdingsOf(id, args, context, (issuers) => ({ issuers }), 'issuerId'),
  }),
);

async function holdingsOf(
  id: bigint,
  args: PageArguments &
    Parameters<typeof viewpointOf>[0] & {
      filter?: typeof HoldingFilterInput.$inferInput | null | undefined;
    },
  context: Context,
  scope: (ids: readonly bigint[]) => HoldingScope,
  key: 'personId' | 'issuerId',
) {
  const viewpoint = viewpointOf(args, context);
  const filter = await holdingFilterOf(args.filter, context);
  return connectAll(args, {
    format: holdingFormat,
    compare: compareHoldings,
    rows: () =>
      context.loaders
        .of(`holdings by ${key}`, { viewpoint, filter }, (ids: readonly bigint[]) =>
          grouped(ids, scope(ids), key, { viewpoint, filter }, context),
        )
        .load(id),
  });
}

async function grouped(
  ids: readonly bigint[],
  scope: HoldingScope,
  key: 'personId' | 'issuerId',
  { viewpoint, filter }: { readonly viewpoint: Viewpoint; readonly filter: HoldingFilter },
  { database }: Context,
): Promise<HoldingRow[][]> {
  const rows = await holdings(database.pool, scope, viewpoint, filter);
  const lists = new Map(ids.map((id): [bigint, HoldingRow[]] => [id, []]));
  for (const row of rows) lists.get(row[key])?.push(row);
  return ids.map((id) => lists.get(id) ?? []);
}
