import type { Queryable } from '../../database/index.ts';
import type { ExportedTable } from './exported-table.ts';

/** Digits of a fixed decimal type, and how many of them are after the point. */
export interface DecimalType {
  readonly precision: number;
  readonly scale: number;
}

/**
 * The decimal columns of which some stored value has more digits than the type holds. Asked of the
 * whole ledger and not of the rows selected, so that two exports of one ledger have the same types.
 */
export async function decimalsBeyond(
  db: Queryable,
  { decimals }: Pick<ExportedTable, 'decimals'>,
  { precision, scale }: DecimalType,
): Promise<ReadonlySet<string>> {
  const beyond = new Set<string>();
  for (const table of new Set(Object.values(decimals).map((stored) => stored.table))) {
    const columns = Object.entries(decimals).filter(([, stored]) => stored.table === table);
    const { rows } = await db.query<Record<string, boolean | null>>(
      `SELECT ${columns
        .map(
          ([name, { column }]) =>
            `bool_or(scale(${column}) > $1 OR abs(${column}) >= power(10::numeric, $2)) AS "${name}"`,
        )
        .join(', ')} FROM ${table}`,
      [scale, precision - scale],
    );
    for (const [name] of columns) if (rows[0]?.[name] === true) beyond.add(name);
  }
  return beyond;
}
