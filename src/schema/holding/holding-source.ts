import { builder } from '../builder.ts';
import { HoldingReported, objectTypeOf, TransactionReported } from '../event/index.ts';

/** HoldingSource: the event that an amount comes from. */
export const HoldingSource = builder.unionType('HoldingSource', {
  description: 'The line that an amount comes from.',
  types: [TransactionReported, HoldingReported],
  resolveType: (event) => objectTypeOf(event) as never,
});
