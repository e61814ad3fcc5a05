import type { PersonHistoryQuery } from '../graphql/index.ts';

/** One account's balances by date, and the lines that report them. */
export type Account = NonNullable<PersonHistoryQuery['person']>['holdingHistory'][number];

/** A balance from a day on. */
export type Balance = Account['balances'][number];

/** A line of an account. */
export type Point = Account['points'][number];

/** An account with its name and what an address calls it. */
export interface NamedAccount {
  readonly key: string;
  readonly name: string;
  readonly account: Account;
}
