import type { EventRow } from '../../reads/index.ts';
import { type CalendarDate, invariant } from '../../values/index.ts';
import { builder } from '../builder.ts';
import { AcquiredDisposed, Timeliness, TransactionCode } from '../enums.ts';
import {
  citedBy,
  Filing,
  ownersOfFiling,
  planOf,
  ReportingOwner,
  Rule10b5One,
} from '../filing/index.ts';
import { Node } from '../identity/index.ts';
import { reads } from '../request/index.ts';
import { LedgerEvent, linesOfFiling, part } from './ledger-event.ts';
import { cell, ReportedLine } from './reported-line.ts';

/** TransactionReported: a line with a transaction. */
export const TransactionReported = builder.objectRef<EventRow>('TransactionReported').implement({
  description: 'A transaction line of a filing.',
  interfaces: [LedgerEvent, Node, ReportedLine],
  fields: (t) => ({
    transactionDate: t.field({
      type: 'Date',
      description: 'As filed, even where it cannot be true.',
      extensions: reads('cells'),
      resolve: (event) => dated(part(event, 'transactionDate')),
    }),
    deemedExecutionDate: t.field({
      type: 'Date',
      nullable: true,
      description: 'When it is deemed executed, where that differs.',
      ...cell('deemedExecutionDate', 'line'),
    }),
    code: t.field({
      type: TransactionCode,
      nullable: true,
      description: 'Null for a code that is none of the known ones; codeAsFiled has it.',
      ...cell('code', 'cells'),
    }),
    codeAsFiled: t.string({
      description: 'The code as filed; empty where it is blank.',
      extensions: reads('line'),
      resolve: (event) => part(event, 'codeAsFiled') ?? '',
    }),
    timeliness: t.field({
      type: Timeliness,
      description: 'Whether it was reported when due.',
      extensions: reads('line'),
      resolve: (event) => part(event, 'timeliness') ?? 'ON_TIME',
    }),
    voluntary: t.boolean({
      description: 'The V mark: reported voluntarily, earlier than required.',
      ...cell('voluntary', 'line'),
    }),
    equitySwapInvolved: t.boolean({
      description: 'The K mark: an equity swap is involved.',
      ...cell('equitySwapInvolved', 'line'),
    }),
    acquiredDisposed: t.field({
      type: AcquiredDisposed,
      nullable: true,
      description: 'Which way it went, as filed.',
      ...cell('acquiredDisposed', 'cells'),
    }),
    shares: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Shares, or derivative securities, acquired or disposed of.',
      ...cell('shares', 'cells'),
    }),
    totalValue: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'USD, where the line is in value, not shares.',
      ...cell('totalValue', 'line'),
    }),
    pricePerShare: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'USD per share, as filed.',
      ...cell('pricePerShare', 'cells'),
    }),
    value: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'USD: shares times pricePerShare. Null where either is, and under the flags PRICE_IS_TOTAL, PRICE_IMPLAUSIBLE and NEGATIVE_AMOUNT.',
      ...cell('value', 'line'),
    }),
  }),
});

builder.objectFields(TransactionReported, (t) => ({
  shareOfHolding: t.field({
    type: 'Decimal',
    nullable: true,
    description:
      'The change divided by what was held before it: signed, six decimals, 0.25 for a quarter more. Null where that is 0 or unknown, or where the owners of a joint filing disagree.',
    ...cell('shareOfHolding', 'line'),
  }),
  reporters: t.field({
    type: [ReportingOwner],
    description: 'What the reporters are to the issuer, as this filing says; in the order listed.',
    resolve: ({ filingId }, _, context) => ownersOfFiling(filingId, context),
  }),
  rule10b5One: t.field({
    type: Rule10b5One,
    description: 'What its filing’s box and the footnotes that it cites say of a Rule 10b5-1 plan.',
    resolve: async ({ position }, _, context) => {
      const { rule10b5One, cited } = await citedBy(position, context);
      return planOf(rule10b5One, cited);
    },
  }),
  valueDerived: t.boolean({
    description: 'True where value rests on a ratio in a footnote (ADS).',
    ...cell('valueIsDerived', 'line'),
  }),
}));

builder.prismaObjectField(Filing, 'transactions', (t) =>
  t.field({
    type: [TransactionReported],
    description: 'Its transaction lines as the form lists them: Table I, then Table II.',
    resolve: ({ id }, _, context, info) => linesOfFiling('TRANSACTION_REPORTED', id, context, info),
  }),
);

function dated(date: CalendarDate | null): CalendarDate {
  invariant(date !== null, 'a transaction has its date');
  return date;
}
