import type { TransactionsOfFilingFragment } from '../graphql/index.ts';

/** A transaction line of a filing. */
export type Line = TransactionsOfFilingFragment['transactions'][number];
