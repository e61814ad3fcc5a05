import type { Queryable } from '../../database/index.ts';

/** Whose progress: a parser's version, and what was asked for. */
interface RereadKey {
  readonly parser: number;
  /** Empty for everything. */
  readonly filter: string;
}

/** Up to which position readings were made again; 0 where it never began. */
export async function rereadThrough(db: Queryable, { parser, filter }: RereadKey): Promise<bigint> {
  const { rows } = await db.query<{ through: bigint }>(
    `SELECT read_through AS through FROM reread_progress WHERE parser = $1 AND filter = $2`,
    [parser, filter],
  );
  return rows[0]?.through ?? 0n;
}

/** Notes it. */
export async function noteReread(
  db: Queryable,
  { parser, filter, through, isFinished }: RereadKey & { through: bigint; isFinished: boolean },
): Promise<void> {
  await db.query(
    `INSERT INTO reread_progress (parser, filter, read_through, finished_at)
     VALUES ($1, $2, $3, CASE WHEN $4 THEN now() END)
     ON CONFLICT (parser, filter) DO UPDATE
       SET read_through = excluded.read_through, finished_at = excluded.finished_at`,
    [parser, filter, through, isFinished],
  );
}
