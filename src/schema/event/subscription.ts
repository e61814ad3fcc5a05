import type { EventFilter } from '../../reads/index.ts';
import { builder } from '../builder.ts';
import type { Context } from '../request/index.ts';
import { EventFilterInput, filterOf } from './event-filter.ts';
import { LedgerEvent, loadEvent } from './ledger-event.ts';
import { TransactionReported } from './transaction-reported.ts';

builder.subscriptionType({ description: 'What the ledger tells as it happens.' });

/** Which events a subscription follows, and from where on. */
export const subscriptionArguments = builder.args((t) => ({
  filter: t.field({ type: EventFilterInput, description: 'Which events.' }),
  after: t.field({
    type: 'Position',
    description: 'Only what came later than this position; from the head on where left out.',
  }),
}));

/** The same, as given. */
export interface SubscriptionArguments {
  readonly filter?: typeof EventFilterInput.$inferInput | null | undefined;
  readonly after?: bigint | null | undefined;
}

builder.subscriptionField('eventAppended', (t) =>
  t.field({
    type: LedgerEvent,
    description:
      'Events in ledger order, each exactly once. With `after` it first replays what came later than ' +
      'that position, then goes on live without a gap: reconnect with the position of the last event ' +
      'received.',
    args: subscriptionArguments,
    subscribe: async (_, { filter, after }: SubscriptionArguments, context) =>
      follow(await filterOf(filter ?? {}, context), after, context),
    resolve: (position, _, context, info) => loadEvent(position, context, info),
  }),
);

builder.subscriptionField('transactionReported', (t) =>
  t.field({
    type: TransactionReported,
    description: 'The same, transactions alone.',
    args: subscriptionArguments,
    subscribe: async (_, { filter, after }: SubscriptionArguments, context) =>
      follow(ofTypes(await filterOf(filter ?? {}, context), TRANSACTIONS), after, context),
    resolve: (position, _, context, info) => loadEvent(position, context, info),
  }),
);

const TRANSACTIONS = ['TRANSACTION_REPORTED'] as const;

/** The positions of events after a position, and live from the head on. */
export function follow(
  filter: EventFilter,
  after: bigint | null | undefined,
  { tail }: Pick<Context, 'tail'>,
) {
  return tail.follow(filter, after ?? undefined);
}

/** A filter that lets some types through alone, of those that it lets through. */
export function ofTypes(
  filter: EventFilter,
  types: readonly NonNullable<EventFilter['types']>[number][],
): EventFilter {
  const asked = filter.types ?? types;
  return { ...filter, types: asked.filter((type) => types.includes(type)) };
}
