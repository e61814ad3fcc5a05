import { filingSummaries, type SideTotal, type FilingSummary as Summary } from '../ledger/index.ts';
import { builder } from './builder.ts';
import { Filing } from './filing.ts';

const ActivitySide = builder.objectRef<SideTotal>('ActivitySide').implement({
  description: 'Open-market purchases (P) or sales (S), superseded and duplicate lines left out.',
  fields: (t) => ({
    transactions: t.exposeInt('transactions', { description: 'How many lines.' }),
    people: t.exposeInt('people', { description: 'How many people made them.' }),
    shares: t.expose('shares', { type: 'Decimal', description: 'Shares in all.' }),
    value: t.expose('value', {
      type: 'Decimal',
      description: 'USD in all, of the lines that say a price.',
    }),
    averagePrice: t.expose('averagePrice', {
      type: 'Decimal',
      nullable: true,
      description:
        'Value by shares of the lines that say a price, to six places; null without any.',
    }),
  }),
});

const FilingSummary = builder.objectRef<Summary>('FilingSummary').implement({
  description: 'What one filing reports of open-market trades.',
  fields: (t) => ({
    purchased: t.expose('purchased', { type: ActivitySide, description: 'Purchases (P).' }),
    sold: t.expose('sold', { type: ActivitySide, description: 'Sales (S).' }),
    netShares: t.expose('netShares', { type: 'Decimal', description: 'Purchased less sold.' }),
    netValue: t.expose('netValue', {
      type: 'Decimal',
      description: 'Purchased less sold, USD, of the lines that say a price.',
    }),
  }),
});

builder.prismaObjectField(Filing, 'summary', (t) =>
  t.field({
    type: FilingSummary,
    description: 'Its open-market trades, added up; superseded lines left out.',
    resolve: ({ id }, _, { database, loaders }) =>
      loaders
        .of('summary', null, (ids: readonly bigint[]) => filingSummaries(database.pool, ids))
        .load(id),
  }),
);
