import { enumOf } from '../enum-of.ts';

/** TransactionOrderField. */
export const TransactionOrderField = enumOf(
  'TransactionOrderField',
  'What transactions are ordered by. Those without it come last, both ways.',
  {
    KNOWN_AT: 'When the public could know.',
    EFFECTIVE_ON: 'The date the ledger goes by.',
    VALUE: 'Shares times price, USD.',
    SHARES: 'Shares, or derivative securities.',
    SHARE_OF_HOLDING: 'The change divided by what was held before it.',
    POSITION: 'Place in the ledger.',
  },
);

/** OrderDirection. */
export const OrderDirection = enumOf('OrderDirection', 'Which way a list goes.', {
  ASC: 'The least, or earliest, first.',
  DESC: 'The greatest, or latest, first.',
});

/** PlanState. */
export const PlanState = enumOf(
  'PlanState',
  'What a filing’s box, or the footnotes that a line cites, say of a Rule 10b5-1 plan.',
  {
    BOX_CHECKED: 'The box of the filing is checked.',
    MENTIONED: 'Its footnotes name the rule, and do not say that it is not under a plan.',
    NEGATED: 'Its footnotes say that it is not under a plan.',
    NONE: 'The box is not checked, and its footnotes do not name the rule.',
  },
);

/** TradeSide. */
export const TradeSide = enumOf('TradeSide', 'Which side of a trade an insider was on.', {
  PURCHASE: 'Bought in the open market: P.',
  SALE: 'Sold in the open market: S.',
});
