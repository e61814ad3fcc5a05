import type { EventRow } from '../ledger/index.ts';
import { type CalendarDate, invariant } from '../values/index.ts';
import { builder } from './builder.ts';
import { AcquiredDisposed, Timeliness, TransactionCode } from './enums.ts';
import { cell, wholeLine } from './event-parts.ts';
import { Filing } from './filing.ts';
import { citedFootnotes } from './footnote.ts';
import { eventsOfFiling, filingOf, LedgerEvent } from './ledger-event.ts';
import { Node } from './node.ts';
import { sharedLineFields } from './reported-line.ts';
import { planOf, Rule10b5One } from './rule-10b5-one.ts';

/** TransactionReported: a line with a transaction. */
export const TransactionReported = builder.objectRef<EventRow>('TransactionReported').implement({
  description: 'A transaction line of a filing.',
  interfaces: [LedgerEvent, Node],
  fields: (t) => ({
    ...sharedLineFields(t, 'TransactionReported'),
    transactionDate: t.field({
      type: 'Date',
      description: 'As filed, even where it cannot be true.',
      resolve: ({ transactionDate, position }, _, context) =>
        transactionDate === undefined
          ? wholeLine(position, context).then((line) => dated(line.transactionDate))
          : dated(transactionDate),
    }),
    deemedExecutionDate: t.field({
      type: 'Date',
      nullable: true,
      description: 'When it is deemed executed, where that differs.',
      resolve: (event, _, context) => cell(event, 'deemedExecutionDate', context),
    }),
    code: t.field({
      type: TransactionCode,
      nullable: true,
      description: 'Null for a code that is none of the known ones; codeAsFiled has it.',
      resolve: (event, _, context) => cell(event, 'code', context),
    }),
    codeAsFiled: t.string({
      description: 'The code as filed; empty where it is blank.',
      resolve: async (event, _, context) => (await cell(event, 'codeAsFiled', context)) ?? '',
    }),
    timeliness: t.field({
      type: Timeliness,
      description: 'Whether it was reported when due.',
      resolve: async (event, _, context) => (await cell(event, 'timeliness', context)) ?? 'ON_TIME',
    }),
    voluntary: t.boolean({
      description: 'The V mark: reported voluntarily, earlier than required.',
      resolve: (event, _, context) => cell(event, 'voluntary', context),
    }),
    equitySwapInvolved: t.boolean({
      description: 'The K mark: an equity swap is involved.',
      resolve: (event, _, context) => cell(event, 'equitySwapInvolved', context),
    }),
    acquiredDisposed: t.field({
      type: AcquiredDisposed,
      nullable: true,
      description: 'Which way it went, as filed.',
      resolve: (event, _, context) => cell(event, 'acquiredDisposed', context),
    }),
    shares: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Shares, or derivative securities, acquired or disposed of.',
      resolve: (event, _, context) => cell(event, 'shares', context),
    }),
    totalValue: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'USD, where the line is in value, not shares.',
      resolve: (event, _, context) => cell(event, 'totalValue', context),
    }),
    pricePerShare: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'USD per share, as filed.',
      resolve: (event, _, context) => cell(event, 'pricePerShare', context),
    }),
    value: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'USD: shares times pricePerShare. Null where either is, and under the flags PRICE_IS_TOTAL, PRICE_IMPLAUSIBLE and NEGATIVE_AMOUNT.',
      resolve: (event, _, context) => cell(event, 'value', context),
    }),
    rule10b5One: t.field({
      type: Rule10b5One,
      description:
        'What its filing’s box and the footnotes that it cites say of a Rule 10b5-1 plan.',
      resolve: async (event, _, context) => {
        const [{ rule10b5One }, cited] = await Promise.all([
          filingOf(event, {}, context),
          citedFootnotes(event.position, context),
        ]);
        return planOf(rule10b5One, cited);
      },
    }),
    valueDerived: t.boolean({
      description: 'True where value rests on a ratio in a footnote (ADS).',
      resolve: (event, _, context) => cell(event, 'valueIsDerived', context),
    }),
  }),
});

builder.objectField(Filing, 'transactions', (t) =>
  t.field({
    type: [TransactionReported],
    description: 'Its transaction lines, in ledger order.',
    resolve: ({ id }, _, context, info) =>
      eventsOfFiling(id, 'TRANSACTION_REPORTED', context, info),
  }),
);

function dated(date: CalendarDate | null): CalendarDate {
  invariant(date !== null, 'a transaction has its date');
  return date;
}
