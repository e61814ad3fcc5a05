import { alsoReported } from '../ledger/index.ts';
import { builder } from './builder.ts';
import { selected } from './selection.ts';
import { TransactionReported } from './transaction-reported.ts';

builder.prismaObjectField(TransactionReported, 'alsoReportedIn', (t) =>
  t.field({
    type: [TransactionReported],
    description:
      'The same trade told again: by other owners in filings of their own, or in an overflow filing. Sums count one of them. In the order they became known.',
    resolve: async ({ position }, _, context, info) => {
      const { loaders, database } = context;
      const others = await loaders
        .of('also reported', null, (keys: readonly bigint[]) => alsoReported(database.pool, keys))
        .load(position);
      const query = selected('TransactionReported', context, info);
      return Promise.all(
        others.map((other) =>
          database.prisma.ledgerEvent.findUniqueOrThrow({ ...query, where: { position: other } }),
        ),
      );
    },
  }),
);
