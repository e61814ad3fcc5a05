import { activity, type ActivityPeriod as PeriodShape } from '../../reads/index.ts';
import { builder } from '../builder.ts';
import { ActivityBucket } from '../enums.ts';
import { Issuer } from '../issuer/index.ts';
import { knownAtArgument, knownAtOf } from '../viewpoint.ts';
import { ActivitySide } from './activity-side.ts';
import { classFields } from './class-activity.ts';

const ActivityPeriod = builder.objectRef<PeriodShape>('ActivityPeriod').implement({
  description: 'What insiders of an issuer bought and sold in the open market in one period.',
  fields: (t) => ({
    from: t.expose('from', { type: 'Date', description: 'Its first day.' }),
    to: t.expose('to', { type: 'Date', description: 'Its last day.' }),
    purchases: t.expose('purchases', {
      type: ActivitySide,
      description: 'Purchases (P), of Table I.',
    }),
    sales: t.expose('sales', { type: ActivitySide, description: 'Sales (S), of Table I.' }),
    ...classFields(t),
  }),
});

builder.prismaObjectField(Issuer, 'activity', (t) =>
  t.field({
    type: [ActivityPeriod],
    description:
      'Open-market purchases and sales by their effective dates: period by period, those without any included.',
    args: {
      from: t.arg({ type: 'Date', required: true, description: 'The first day.' }),
      to: t.arg({ type: 'Date', required: true, description: 'The last day.' }),
      by: t.arg({
        type: ActivityBucket,
        defaultValue: 'MONTH',
        description:
          'How long the periods are: the calendar’s own, 5,000 at most; the first and last are cut off at from and to.',
      }),
      ...knownAtArgument,
    },
    resolve: ({ id }, { from, to, by, knownAt }, { loaders, now }) => {
      const given = {
        period: { from, to },
        by: by ?? 'MONTH',
        knownAt: knownAtOf({ knownAt }, { now }),
      } as const;
      return loaders.load('activity', { key: id, given }, activity);
    },
  }),
);
