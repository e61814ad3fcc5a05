import { invariant } from '../values/index.ts';
import { builder } from './builder.ts';
import { AcquiredDisposed, Timeliness, TransactionCode } from './enums.ts';
import { Filing } from './filing.ts';
import { LedgerEvent } from './ledger-event.ts';
import { Node } from './node.ts';
import { lineOf, sharedLineFields, withLine } from './reported-line.ts';

/** TransactionReported: a line with a transaction. */
export const TransactionReported = builder.prismaObject('LedgerEvent', {
  variant: 'TransactionReported',
  description: 'A transaction line of a filing.',
  select: { position: true, type: true },
  interfaces: [LedgerEvent, Node],
  fields: (t) => ({
    ...sharedLineFields(t, 'TransactionReported'),
    transactionDate: t.field({
      type: 'Date',
      description: 'As filed, even where it cannot be true.',
      select: withLine,
      resolve: (event) => {
        const { transactionDate } = lineOf(event);
        invariant(transactionDate !== null, 'a transaction has its date');
        return transactionDate;
      },
    }),
    deemedExecutionDate: t.field({
      type: 'Date',
      nullable: true,
      description: 'When it is deemed executed, where that differs.',
      select: withLine,
      resolve: (event) => lineOf(event).deemedExecutionDate,
    }),
    code: t.field({
      type: TransactionCode,
      nullable: true,
      description: 'Null for a code that is none of the known ones; codeAsFiled has it.',
      select: withLine,
      resolve: (event) => lineOf(event).code,
    }),
    codeAsFiled: t.string({
      description: 'The code as filed; empty where it is blank.',
      select: withLine,
      resolve: (event) => lineOf(event).codeAsFiled ?? '',
    }),
    timeliness: t.field({
      type: Timeliness,
      description: 'Whether it was reported when due.',
      select: withLine,
      resolve: (event) => lineOf(event).timeliness ?? 'ON_TIME',
    }),
    voluntary: t.boolean({
      description: 'The V mark: reported voluntarily, earlier than required.',
      select: withLine,
      resolve: (event) => lineOf(event).voluntary,
    }),
    equitySwapInvolved: t.boolean({
      description: 'The K mark: an equity swap is involved.',
      select: withLine,
      resolve: (event) => lineOf(event).equitySwapInvolved,
    }),
    acquiredDisposed: t.field({
      type: AcquiredDisposed,
      nullable: true,
      description: 'Which way it went, as filed.',
      select: withLine,
      resolve: (event) => lineOf(event).acquiredDisposed,
    }),
    shares: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Shares, or derivative securities, acquired or disposed of.',
      select: withLine,
      resolve: (event) => lineOf(event).shares,
    }),
    totalValue: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'USD, where the line is in value, not shares.',
      select: withLine,
      resolve: (event) => lineOf(event).totalValue,
    }),
    pricePerShare: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'USD per share, as filed.',
      select: withLine,
      resolve: (event) => lineOf(event).pricePerShare,
    }),
    value: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'shares times pricePerShare; null where either is.',
      select: withLine,
      resolve: (event) => lineOf(event).value,
    }),
  }),
});

builder.prismaObjectField(Filing, 'transactions', (t) =>
  t.relation('events', {
    type: TransactionReported,
    description: 'Its transaction lines, in ledger order.',
    query: { where: { type: 'TRANSACTION_REPORTED' }, orderBy: { position: 'asc' } },
  }),
);
