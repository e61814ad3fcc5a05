import { builder } from './builder.ts';
import { HoldingReported } from './holding-reported.ts';
import { objectTypeOf } from './ledger-event.ts';
import { TransactionReported } from './transaction-reported.ts';

/** HoldingSource: the event that an amount comes from. */
export const HoldingSource = builder.unionType('HoldingSource', {
  description: 'The line that an amount comes from.',
  types: [TransactionReported, HoldingReported],
  resolveType: (event) => objectTypeOf(event) as never,
});
