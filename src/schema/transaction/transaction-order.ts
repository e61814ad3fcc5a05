import type { TransactionKey, TransactionOrder } from '../../reads/index.ts';
import { builder } from '../builder.ts';
import { type CursorFormat, readBigint } from '../paging/index.ts';
import { OrderDirection, TransactionOrderField } from './transaction-enums.ts';

/** TransactionOrder. */
export const TransactionOrderInput = builder.inputType('TransactionOrder', {
  description:
    'What transactions are ordered by, and which way; those that are equal in it follow their positions.',
  fields: (t) => ({
    by: t.field({ type: TransactionOrderField, required: true, description: 'By what.' }),
    direction: t.field({
      type: OrderDirection,
      required: true,
      defaultValue: 'DESC',
      description: 'Which way.',
    }),
  }),
});

/** The latest known first. */
export const LATEST_KNOWN: TransactionOrder = { by: 'KNOWN_AT', direction: 'DESC' };

/** What the key of an order may look like in a cursor, which PostgreSQL reads again. */
const KEYS: Readonly<Record<TransactionOrder['by'], RegExp>> = {
  KNOWN_AT: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?\+00$/,
  EFFECTIVE_ON: /^\d{4}-\d\d-\d\d$/,
  VALUE: /^-?\d{1,200}(?:\.\d{1,200})?$/,
  SHARES: /^-?\d{1,200}(?:\.\d{1,200})?$/,
  SHARE_OF_HOLDING: /^-?\d{1,200}(?:\.\d{1,200})?$/,
  POSITION: /^$/,
};

/** Cursors of an order: those of another are refused. */
export function transactionFormat({
  by,
  direction,
}: TransactionOrder): CursorFormat<TransactionKey> {
  return {
    list: `transactions by ${by} ${direction}`,
    write: ({ by, position }) => [String(position), ...(by === null ? [] : [by])],
    read: ([positionText, text]) => {
      const position = readBigint(positionText);
      if (position === null || (text !== undefined && !KEYS[by].test(text))) return null;
      return { by: text ?? null, position };
    },
  };
}
