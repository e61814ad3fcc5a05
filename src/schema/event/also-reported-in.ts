import { alsoReported } from '../../reads/index.ts';
import { builder } from '../builder.ts';
import { loadEvent } from './ledger-event.ts';
import { TransactionReported } from './transaction-reported.ts';

builder.objectField(TransactionReported, 'alsoReportedIn', (t) =>
  t.field({
    type: [TransactionReported],
    description:
      'Duplicate reports of this trade: by other owners in filings of their own, or in an overflow filing. Sums count one of them. In the order they became known.',
    resolve: async ({ position }, _, context, info) => {
      const asked = { key: position, given: null };
      const others = await context.loaders.load('also reported', asked, alsoReported);
      return Promise.all(others.map((other) => loadEvent(other, context, info)));
    },
  }),
);
