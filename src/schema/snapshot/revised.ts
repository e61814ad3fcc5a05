import { revisionsOfEvents } from '../../reads/index.ts';
import { builder } from '../builder.ts';
import {
  filterOf,
  follow,
  loadEvent,
  ofTypes,
  type SubscriptionArguments,
  subscriptionArguments,
} from '../event/index.ts';
import { Revision } from './revision.ts';

/** What can change an answer at every known-at, an earlier one included (docs/domain.md §3). */
const TIMELESS = ['IDENTITY_RESOLVED', 'FILING_REREAD'] as const;

/** What can change an answer that was given before. */
const REVISING = [
  'TRANSACTION_REPORTED',
  'HOLDING_REPORTED',
  'FILING_AMENDED',
  ...TIMELESS,
] as const;

const Revised = builder.objectRef<bigint>('Revised').implement({
  description: 'What is answered otherwise because of one event.',
  fields: (t) => ({
    position: t.field({
      type: 'Position',
      description: 'Of the event.',
      resolve: (position) => position,
    }),
    atEveryKnownAt: t.boolean({
      description:
        'True of an identity that was resolved, and of a filing that was read again: they hold at every known-at, and so leave no earlier answer to compare with. `revisions` is empty: ask again for the holdings of the filing’s issuer and people.',
      resolve: async (position, _, context, info) => {
        const { type } = await loadEvent(position, context, info);
        return TIMELESS.some((timeless) => timeless === type);
      },
    }),
    revisions: t.field({
      type: [Revision],
      description:
        'Of the account of the line, and of the accounts of lines that the event supersedes: for the day from which that line counts, what was answered just before its filing was known, and since. A hundred at most; none where the event changes no answer.',
      resolve: (position, _, { loaders }) => {
        const asked = { key: position, given: null };
        return loaders.load('revisions of events', asked, revisionsOfEvents);
      },
    }),
  }),
});

builder.subscriptionField('revised', (t) =>
  t.field({
    type: Revised,
    description:
      'An answer given before is no longer so: transactions, holding lines, amendments, identities and readings as they are appended, each with the holdings that it changes. `after` is that of eventAppended.',
    args: subscriptionArguments,
    subscribe: async (_, { filter, after }: SubscriptionArguments, context) =>
      follow(ofTypes(await filterOf(filter ?? {}, context), REVISING), after, context),
    resolve: (position: bigint) => position,
  }),
);
