import { filingSummaries, type FilingSummary as Summary } from '../../reads/index.ts';
import { ActivitySide, classFields } from '../activity/index.ts';
import { builder } from '../builder.ts';
import { Filing } from './filing.ts';

const FilingSummary = builder.objectRef<Summary>('FilingSummary').implement({
  description:
    'What one filing reports of open-market trades, in its Table I unless a field says else.',
  fields: (t) => ({
    purchased: t.expose('purchased', { type: ActivitySide, description: 'Purchases (P).' }),
    sold: t.expose('sold', { type: ActivitySide, description: 'Sales (S).' }),
    netShares: t.expose('netShares', {
      type: 'Decimal',
      nullable: true,
      description: 'Purchased less sold; null where several classes were traded.',
    }),
    netValue: t.expose('netValue', {
      type: 'Decimal',
      description: 'Purchased less sold, USD, of the lines that have a value.',
    }),
    ...classFields(t),
  }),
});

builder.prismaObjectField(Filing, 'summary', (t) =>
  t.field({
    type: FilingSummary,
    description:
      'Its open-market trades, added up; superseded lines left out, duplicate reports not.',
    resolve: ({ id }, _, { loaders }) =>
      loaders.load('summary', { key: id, given: null }, filingSummaries),
  }),
);
