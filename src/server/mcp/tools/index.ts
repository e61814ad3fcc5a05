import { connection } from './connection.ts';
import { explainBalance } from './explain-balance.ts';
import { filing } from './filing.ts';
import { holdingsAsOf } from './holdings-as-of.ts';
import type { Tool } from './tool.ts';
import { transactions } from './transactions.ts';
import { verifyClaim } from './verify-claim.ts';
import { whatChanged } from './what-changed.ts';
import { whoHolds } from './who-holds.ts';

export { accessionNumberOf, noSuch } from './filing.ts';
export type { Tool } from './tool.ts';

/** Every question that an assistant may ask. */
export const TOOLS: readonly Tool[] = [
  holdingsAsOf,
  whoHolds,
  transactions,
  explainBalance,
  whatChanged,
  connection,
  filing,
  verifyClaim,
];
