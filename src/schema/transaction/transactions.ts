import {
  countTransactions,
  type OrderedTransaction,
  type TransactionKey,
  transactionPage,
} from '../../reads/index.ts';
import { builder } from '../builder.ts';
import { TransactionReported } from '../event/index.ts';
import { connect, connectionType, pageArguments } from '../paging/index.ts';
import { partsRead } from '../request/index.ts';
import { knownAtArgument, knownAtOf } from '../viewpoint.ts';
import { TransactionFilterInput, transactionFilterOf } from './transaction-filter.ts';
import { LATEST_KNOWN, TransactionOrderInput, transactionFormat } from './transaction-order.ts';

const TransactionReportedConnection = connectionType(
  'TransactionReported',
  TransactionReported,
  'transactions',
);

builder.queryField('transactions', (t) =>
  t.field({
    type: TransactionReportedConnection,
    description:
      'Transactions over all issuers, for a screen, as known then: the latest known first where no order is given. Lines that were superseded by then are left out unless asked for.',
    args: {
      filter: t.arg({ type: TransactionFilterInput, description: 'Which transactions.' }),
      ...knownAtArgument,
      orderBy: t.arg({
        type: TransactionOrderInput,
        defaultValue: LATEST_KNOWN,
        description: 'In which order.',
      }),
      ...pageArguments,
    },
    resolve: async (_, args, context, info) => {
      const filter = await transactionFilterOf(args.filter ?? {}, context);
      const question = { filter, knownAt: knownAtOf(args, context) };
      const order = args.orderBy ?? LATEST_KNOWN;
      const parts = partsRead(info);
      const { pool } = context.database;
      return connect<TransactionKey, OrderedTransaction, OrderedTransaction>(args, {
        format: transactionFormat(order),
        rows: (window) => transactionPage(pool, question, order, { ...window, parts }),
        nodes: (rows) => rows,
        count: (most) => countTransactions(pool, question, most),
      });
    },
  }),
);
