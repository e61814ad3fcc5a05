import type { SideTotal } from '../ledger/index.ts';
import { builder } from './builder.ts';

/** ActivitySide. */
export const ActivitySide = builder.objectRef<SideTotal>('ActivitySide').implement({
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
