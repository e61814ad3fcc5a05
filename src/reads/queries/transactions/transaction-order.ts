import type { Add } from '../event-filter.ts';

/** What transactions are ordered by; those without it come last, whichever way it goes. */
export type TransactionOrderField =
  | 'KNOWN_AT'
  | 'EFFECTIVE_ON'
  | 'VALUE'
  | 'SHARES'
  | 'SHARE_OF_HOLDING'
  | 'POSITION';

/** By what, and which way; lines that are equal in it follow their positions, the same way. */
export interface TransactionOrder {
  readonly by: TransactionOrderField;
  readonly direction: 'ASC' | 'DESC';
}

/** A place in an order. */
export interface TransactionKey {
  /** The text of what the order goes by, as PostgreSQL reads it; null where the line has none. */
  readonly by: string | null;
  readonly position: bigint;
}

interface OrderColumn {
  /** SQL for a line l. */
  readonly sql: string;
  readonly type: 'date' | 'numeric' | 'timestamptz';
  readonly isNullable: boolean;
}

/** The column of each order but that by position alone. */
export const ORDER_COLUMNS: Readonly<
  Record<Exclude<TransactionOrderField, 'POSITION'>, OrderColumn>
> = {
  KNOWN_AT: { sql: 'l.known_at', type: 'timestamptz', isNullable: false },
  EFFECTIVE_ON: { sql: 'l.effective_on', type: 'date', isNullable: false },
  VALUE: { sql: 'l.value', type: 'numeric', isNullable: true },
  SHARES: { sql: 'l.shares', type: 'numeric', isNullable: true },
  SHARE_OF_HOLDING: { sql: 'l.share_of_holding', type: 'numeric', isNullable: true },
};

/** SQL that orders lines l whole, as pages do one after the other. */
export function orderedBy({ by, direction }: TransactionOrder): string {
  if (by === 'POSITION') return `l.position ${direction}`;
  return `${ORDER_COLUMNS[by].sql} ${direction} NULLS LAST, l.position ${direction}`;
}

/** Which way a page is read, and from where on. */
export interface TransactionWindow {
  readonly limit: number;
  readonly after?: TransactionKey | undefined;
  readonly before?: TransactionKey | undefined;
  readonly backwards: boolean;
}

/**
 * A stretch of an order that one index gives: the lines that have what it goes by, or those that
 * lack it.
 */
export interface Stretch {
  /** What SQL asks of its lines l. */
  where(add: Add): string[];
  readonly orderBy: string;
}

/**
 * The stretches that a window has to read, one after the other until it is full. Nulls come last
 * both ways: a stretch of their own, the last one, or the first of a page that is read backwards.
 */
export function stretchesOf(
  { by, direction }: TransactionOrder,
  { after, before, backwards }: TransactionWindow,
): Stretch[] {
  const way = (direction === 'DESC') === backwards ? 'ASC' : 'DESC';
  const past = way === 'ASC' ? '>' : '<';
  const from = after ?? before;
  const byPosition = (
    condition: readonly string[],
    start: TransactionKey | undefined,
  ): Stretch => ({
    where: (add) => [
      ...condition,
      ...(start === undefined ? [] : [`l.position ${past} ${add(start.position)}::bigint`]),
    ],
    orderBy: `l.position ${way}`,
  });
  if (by === 'POSITION') return [byPosition([], from)];

  const { sql, type, isNullable } = ORDER_COLUMNS[by];
  const start = from?.by == null ? undefined : { ...from, by: from.by };
  const valued: Stretch = {
    where: (add) => [
      ...(isNullable ? [`${sql} IS NOT NULL`] : []),
      ...(start === undefined
        ? []
        : [
            `(${sql}, l.position) ${past} (${add(start.by)}::${type}, ${add(start.position)}::bigint)`,
          ]),
    ],
    orderBy: `${sql} ${way}, l.position ${way}`,
  };
  if (!isNullable) return [valued];
  const isAmongNulls = from !== undefined && start === undefined;
  const nulls = byPosition([`${sql} IS NULL`], isAmongNulls ? from : undefined);
  if (backwards) return start === undefined ? [nulls, valued] : [valued];
  return isAmongNulls ? [nulls] : [valued, nulls];
}
