import { type HoldingParts, type HoldingScope, holdings } from '../ledger/index.ts';
import { builder } from './builder.ts';
import { connectAll, pageArguments } from './connections.ts';
import type { Context } from './context.ts';
import { HoldingConnection, holdingPartsAsked } from './holding.ts';
import { HoldingFilterInput, holdingFilterOf } from './holding-filter.ts';
import { compareHoldings, holdingFormat } from './holding-order.ts';
import { Issuer } from './issuer.ts';
import { groupRows } from './loaders.ts';
import type { PageArguments } from './pages.ts';
import { Person } from './person.ts';
import { viewpointArguments, viewpointOf } from './viewpoint.ts';

const holdingArguments = builder.args((t) => ({
  ...viewpointArguments,
  filter: t.field({ type: HoldingFilterInput, description: 'Which holdings.' }),
  ...pageArguments,
}));

builder.objectField(Person, 'holdings', (t) =>
  t.field({
    type: HoldingConnection,
    description: 'What the person holds: by issuer, table, class, direct before indirect, nature.',
    args: holdingArguments,
    resolve: ({ id }, args, context, info) =>
      holdingsOf(id, args, context, {
        scope: (people) => ({ people }),
        key: 'personId',
        parts: holdingPartsAsked(info),
      }),
  }),
);

builder.objectField(Issuer, 'holdings', (t) =>
  t.field({
    type: HoldingConnection,
    description:
      'What insiders hold of the issuer: by person, table, class, direct before indirect, nature.',
    args: holdingArguments,
    resolve: ({ id }, args, context) =>
      // Of a large issuer a page is little: its lines and people are read for the page alone.
      holdingsOf(id, args, context, {
        scope: (issuers) => ({ issuers }),
        key: 'issuerId',
        parts: { line: false, issuer: false, person: false },
      }),
  }),
);

async function holdingsOf(
  id: bigint,
  args: PageArguments &
    Parameters<typeof viewpointOf>[0] & {
      filter?: typeof HoldingFilterInput.$inferInput | null | undefined;
    },
  context: Context,
  { scope, key, parts }: OfSubject,
) {
  const viewpoint = viewpointOf(args, context);
  const filter = await holdingFilterOf(args.filter, context);
  return connectAll(args, {
    format: holdingFormat,
    compare: compareHoldings,
    rows: () =>
      context.loaders
        .of(`holdings by ${key}`, { viewpoint, filter, parts }, async (ids: readonly bigint[]) => {
          const { pool } = context.database;
          const rows = await holdings(pool, scope(ids), viewpoint, filter, parts);
          return groupRows(ids, rows, (row) => row[key]);
        })
        .load(id),
  });
}

interface OfSubject {
  readonly scope: (ids: readonly bigint[]) => HoldingScope;
  readonly key: 'personId' | 'issuerId';
  readonly parts: HoldingParts;
}
