import type { EventFilter } from '../../reads/index.ts';
import { builder } from '../builder.ts';
import type { Context } from '../request/index.ts';
import { EventFilterInput, filterOf } from './event-filter.ts';
import { LedgerEvent, loadEvent } from './ledger-event.ts';
import { TransactionReported } from './transaction-reported.ts';

builder.subscriptionType({ description: 'What the ledger tells as it happens.' });

const subscriptionArguments = builder.args((t) => ({
  filter: t.field({ type: EventFilterInput, description: 'Which events.' }),
  after: t.field({
    type: 'Position',
    description: 'Only what came later than this position; from the head on where left out.',
  }),
}));

interface Arguments {
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
    subscribe: async (_, { filter, after }: Arguments, context) =>
      follow(await filterOf(filter ?? {}, context), after, context),
    resolve: (position, _, context, info) => loadEvent(position, context, info),
  }),
);

builder.subscriptionField('transactionReported', (t) =>
  t.field({
    type: TransactionReported,
    description: 'The same, transactions alone.',
    args: subscriptionArguments,
    subscribe: async (_, { filter, after }: Arguments, context) =>
      follow(transactionsAlone(await filterOf(filter ?? {}, context)), after, context),
    resolve: (position, _, context, info) => loadEvent(position, context, info),
  }),
);

function follow(filter: EventFilter, after: bigint | null | undefined, { tail }: Context) {
  return tail.follow(filter, after ?? undefined);
}

function transactionsAlone(filter: EventFilter): EventFilter {
  const asked = filter.types ?? ['TRANSACTION_REPORTED'];
  return { ...filter, types: asked.filter((type) => type === 'TRANSACTION_REPORTED') };
}
