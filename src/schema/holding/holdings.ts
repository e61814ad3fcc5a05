import { holdings, holdingsViewed, type SubjectViewed } from '../../reads/index.ts';
import { builder } from '../builder.ts';
import { Issuer } from '../issuer/index.ts';
import { connectAll, pageArguments } from '../paging/index.ts';
import { Person } from '../person/index.ts';
import { groupRows, namedBy, partsRead } from '../request/index.ts';
import { viewpointArguments, viewpointOf } from '../viewpoint.ts';
import { actionsAsked, basisArgument } from './basis.ts';
import { HoldingConnection } from './holding.ts';
import { HoldingFilterInput, holdingFilterOf } from './holding-filter.ts';
import { compareHoldings, holdingFormat } from './holding-order.ts';
import { viewedAt } from './viewed.ts';

const holdingArguments = builder.args((t) => ({
  ...viewpointArguments,
  ...basisArgument,
  filter: t.field({ type: HoldingFilterInput, description: 'Which holdings.' }),
  ...pageArguments,
}));

builder.prismaObjectField(Person, 'holdings', (t) =>
  t.field({
    type: HoldingConnection,
    description: 'What the person holds: by issuer, table, class, direct before indirect, nature.',
    args: holdingArguments,
    resolve: async ({ id }, args, context, info) => {
      const { asOf, knownAt } = viewpointOf(args, context);
      const filter = await holdingFilterOf(args.filter, context);
      const parts = partsRead(info);
      const actions = actionsAsked(parts, args.basis);
      const question = `holdings of person ${namedBy({ filter, parts, actions })}`;
      const viewed = { key: { id, asOf, knownAt }, text: `${id} ${asOf} ${knownAt}` };
      return connectAll(args, {
        format: holdingFormat,
        compare: compareHoldings,
        rows: () =>
          context.loaders.shared(question, viewed, (db, people: readonly SubjectViewed[]) =>
            holdingsViewed(db, 'person', people, filter, parts, actions),
          ),
      });
    },
  }),
);

builder.prismaObjectField(Issuer, 'holdings', (t) =>
  t.field({
    type: HoldingConnection,
    description:
      'What insiders hold of the issuer: by person, table, class, direct before indirect, nature.',
    args: holdingArguments,
    resolve: async ({ id }, args, context, info) => {
      const viewpoint = viewpointOf(args, context);
      const filter = await holdingFilterOf(args.filter, context);
      const parts = partsRead(info);
      const actions = actionsAsked(parts, args.basis);
      const asked = { key: id, given: { viewpoint, filter, actions } };
      return connectAll(args, {
        format: holdingFormat,
        compare: compareHoldings,
        rows: async () => {
          const rows = context.loaders.load('holdings in issuers', asked, async (db, issuers) => {
            // Of a large issuer a page is little: its lines and people are read for the page alone.
            const found = await holdings(db, { issuers }, viewpoint, filter, actions);
            return groupRows(issuers, found, ({ issuerId }) => issuerId);
          });
          return viewedAt(await rows, parts, viewpoint.knownAt);
        },
      });
    },
  }),
);
