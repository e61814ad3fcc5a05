import { projectedTo } from '../ledger/index.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { LedgerEvent } from './ledger-event.ts';
import { selected } from './selection.ts';

const Ledger = builder.objectRef<object>('Ledger').implement({
  description: 'The ledger itself.',
  fields: (t) => ({
    head: t.field({
      type: LedgerEvent,
      nullable: true,
      description: 'The newest event; null while the ledger is empty.',
      resolve: (_, __, context, info) => {
        const query = selected('LedgerEvent', context, info);
        return newestEvent(query, context);
      },
    }),
    events: t.int({
      description: 'How many events it holds.',
      // Positions run 1, 2, 3 … without a gap.
      resolve: async (_, __, context) => {
        const head = await newestEvent({ select: { position: true, type: true } }, context);
        return Number(head?.position ?? 0n);
      },
    }),
    filings: t.int({
      description: 'How many filings it holds.',
      resolve: (_, __, { database }) => database.prisma.filing.count(),
    }),
    people: t.int({
      description: 'How many people its filings name.',
      resolve: (_, __, { database }) => database.prisma.person.count(),
    }),
    issuers: t.int({
      description: 'How many issuers its filings name.',
      resolve: (_, __, { database }) => database.prisma.issuer.count(),
    }),
    projectedTo: t.field({
      type: 'Position',
      nullable: true,
      description:
        'The last event the projections hold; equal to head unless they are catching up.',
      resolve: (_, __, { database }) => projectedTo(database.pool),
    }),
  }),
});

builder.queryField('ledger', (t) =>
  t.field({ type: Ledger, description: 'The ledger itself.', resolve: () => ({}) }),
);

function newestEvent(query: object, { database }: Context) {
  return database.prisma.ledgerEvent.findFirst({ ...query, orderBy: { position: 'desc' } });
}
