import type { SecurityTable } from './filing.ts';

/** Where a line stands, and what its filing says that it depends on. */
export interface LineContext {
  readonly table: SecurityTable;
  readonly line: number;
  readonly isTransaction: boolean;
  /** Whether the filing is a Form 4, on which form type 5 means voluntary (docs/domain.md §8). */
  readonly isForm4: boolean;
}
