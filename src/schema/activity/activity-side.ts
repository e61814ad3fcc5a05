import type { SideTotal } from '../../reads/index.ts';
import { builder } from '../builder.ts';

/** ActivitySide. */
export const ActivitySide = builder.objectRef<SideTotal>('ActivitySide').implement({
  description:
    'Open-market purchases (P) or sales (S) of one table; superseded, duplicate and negative lines left out.',
  fields: (t) => ({
    transactions: t.exposeInt('transactions', { description: 'How many lines.' }),
    people: t.exposeInt('people', { description: 'How many people made them.' }),
    shares: t.expose('shares', {
      type: 'Decimal',
      nullable: true,
      description: 'Shares in all; null where several classes were traded (byClass has each).',
    }),
    value: t.expose('value', {
      type: 'Decimal',
      description: 'USD in all, over classes, of the lines that have a value.',
    }),
    averagePrice: t.expose('averagePrice', {
      type: 'Decimal',
      nullable: true,
      description:
        'Value by shares of the lines that have one, to six places; null without any, or where shares is.',
    }),
    unpriced: t.exposeInt('unpriced', {
      description: 'How many of the lines have no value, and so are in none.',
    }),
  }),
});
