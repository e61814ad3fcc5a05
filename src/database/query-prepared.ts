import { createHash } from 'node:crypto';
import type { QueryConfig, QueryResultRow } from 'pg';
import type { Queryable } from './database.ts';

/**
 * Statements that a connection keeps prepared at most; a question has few variants, so this is
 * never met.
 */
const MOST_PREPARED = 256;

const names = new Map<string, string>();

/**
 * The rows of a statement that is asked over and over: every connection parses and plans it once
 * and keeps it prepared, under a name made of its text. For statements of few variants, whose best
 * plan is the same for all values: where it depends on a limit, on how much there is of a subject
 * or on how rare a value is, `db.query` has it planned each time.
 */
export async function queryPrepared<Row>(
  db: Queryable,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await db.query<Row & QueryResultRow>({
    ...named(text),
    text,
    values: [...values],
  });
  return rows;
}

/**
 * A transaction's connection whose statements with values are all prepared: for work that is done
 * over and over with few values each.
 */
export function preparing(db: Queryable): Queryable {
  const query = (statement: string | QueryConfig, values?: unknown[]) => {
    const asked = typeof statement === 'string' ? { text: statement } : statement;
    const given = values ?? (asked.values as unknown[] | undefined);
    // A COPY is no statement with values, nor is what ends the transaction.
    if (given === undefined) return db.query(statement as string);
    return db.query({ ...named(asked.text), ...asked, values: given });
  };
  return { query: query as Queryable['query'] };
}

function named(text: string): { name?: string } {
  const known = names.get(text);
  if (known !== undefined) return { name: known };
  if (names.size === MOST_PREPARED) return {};
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 16);
  names.set(text, name);
  return { name };
}
