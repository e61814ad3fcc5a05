import type { SecurityTable } from '../../parser/index.ts';
import { NO_TRADES, type SideTotal } from './side-totals.ts';

/** Trades of one class, or of one kind of derivative. */
export interface ClassActivity {
  /** The class that spellings of the title fold to. */
  readonly class: string;
  readonly purchases: SideTotal;
  readonly sales: SideTotal;
}

/** Open-market trades: those of Table I in all and by class, those of Table II by title alone. */
export interface Trades {
  readonly purchases: SideTotal;
  readonly sales: SideTotal;
  readonly byClass: readonly ClassActivity[];
  readonly derivatives: readonly ClassActivity[];
}

/** One side of the trades of a table: of one class, or of all where that is null. */
export interface TradesRow {
  readonly code: 'P' | 'S';
  readonly table: SecurityTable;
  readonly class: string | null;
  readonly side: SideTotal;
}

/** SQL that groups lines l by some columns, by code and table, and again by class within these. */
export function groupedTrades(columns: string): string {
  const all = `${columns}, l.code, l.security_table`;
  return `GROUP BY GROUPING SETS ((${all}), (${all}, l.security_class))`;
}

/** SQL for the columns of a TradesRow that `groupedTrades` gives for a row s, its side apart. */
export const TRADES_COLUMNS = 's.code, s.security_table AS "table", s.security_class AS class';

/** Puts the sides together; nothing of Table II is in any sum of Table I (docs/domain.md §5). */
export function tradesOf(rows: readonly TradesRow[]): Trades {
  const side = (code: 'P' | 'S', table: SecurityTable, name: string | null) =>
    rows.find((row) => row.code === code && row.table === table && row.class === name)?.side ??
    NO_TRADES;
  const classes = (table: SecurityTable): ClassActivity[] => {
    const names = rows.flatMap((row) => (row.table === table ? (row.class ?? []) : []));
    return [...new Set(names)].sort().map((name) => ({
      class: name,
      purchases: side('P', table, name),
      sales: side('S', table, name),
    }));
  };
  return {
    purchases: side('P', 'NON_DERIVATIVE', null),
    sales: side('S', 'NON_DERIVATIVE', null),
    byClass: classes('NON_DERIVATIVE'),
    derivatives: classes('DERIVATIVE'),
  };
}
