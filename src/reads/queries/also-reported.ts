import { FILING_KEY, type Queryable } from '../../database/index.ts';

/**
 * For each line, the other reports of the same trade, superseded ones too, in the order in
 * which they became known (docs/domain.md §5). In the order of the positions given.
 */
export async function alsoReported(
  db: Queryable,
  positions: readonly bigint[],
): Promise<bigint[][]> {
  const { rows } = await db.query<{ position: bigint; other: bigint }>(ALSO_REPORTED, [positions]);
  const others = new Map(positions.map((position): [bigint, bigint[]] => [position, []]));
  for (const { position, other } of rows) others.get(position)?.push(other);
  return positions.map((position) => others.get(position) ?? []);
}

const ALSO_REPORTED = `
  SELECT l.position, other.position AS other
  FROM reported_line l
    CROSS JOIN LATERAL (
      SELECT * FROM reported_line first WHERE first.position = l.repeats
      UNION ALL
      SELECT * FROM reported_line again WHERE again.repeats = coalesce(l.repeats, l.position)
    ) other
    JOIN filing f ON f.id = other.filing_id
  WHERE l.position = ANY($1) AND other.position <> l.position
  ORDER BY l.position, f.known_at, ${FILING_KEY}, other.line`;
