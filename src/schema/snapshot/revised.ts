import { revisionsOfEvents } from '../../reads/index.ts';
import { builder } from '../builder.ts';
import {
  filterOf,
  follow,
  ofTypes,
  type SubscriptionArguments,
  subscriptionArguments,
} from '../event/index.ts';
import { costs } from '../request/index.ts';
import { Revision } from './revision.ts';

/** What can change an answer about a date: identities and readings do so at every known-at. */
const REVISING = ['TRANSACTION_REPORTED', 'HOLDING_REPORTED', 'FILING_AMENDED'] as const;
/** Rows of holdings that are compared for one event. */
const COMPARED = 10;

const Revised = builder.objectRef<bigint>('Revised').implement({
  description: 'What is answered otherwise because of one event.',
  fields: (t) => ({
    position: t.field({
      type: 'Position',
      description: 'Of the event.',
      resolve: (position) => position,
    }),
    revisions: t.field({
      type: [Revision],
      description:
        'Of the account of the line, and of the accounts of lines that the event supersedes: for the day from which that line counts, what was answered just before its filing was known, and since. A hundred at most; none where the event changes no answer.',
      extensions: costs(COMPARED),
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
      'An answer given before is no longer so: transactions, holding lines and amendments as they are appended, each with the holdings that it changes. `after` is that of eventAppended.',
    args: subscriptionArguments,
    subscribe: async (_, { filter, after }: SubscriptionArguments, context) =>
      follow(ofTypes(await filterOf(filter ?? {}, context), REVISING), after, context),
    resolve: (position: bigint) => position,
  }),
);
