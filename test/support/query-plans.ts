import pg from 'pg';
import type { Database, Queryable } from '../../src/database/index.ts';

/** A statement as it was sent. */
export interface Statement {
  readonly text: string;
  readonly values: unknown[];
  /** Of a statement that is planned once, for whatever values (src/database/query-prepared.ts). */
  readonly name?: string;
}

/**
 * A node of a plan as EXPLAIN (ANALYZE, FORMAT JSON) tells it; rows are the average of its loops.
 */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** What a question cost the database, all its statements together. */
export interface Cost {
  /** Tables read from end to end. */
  readonly scanned: readonly string[];
  readonly indexes: readonly string[];
  /** Rows that scans gave, or read and threw away. */
  readonly touched: number;
  /** Rows that went into the largest sort. */
  readonly sorted: number;
}

/** Gives the statements that a question sends while it is answered by a database. */
async function statementsOf(
  db: Queryable,
  ask: (db: Queryable) => Promise<unknown>,
): Promise<Statement[]> {
  const sent: Statement[] = [];
  const query = (asked: string | Statement, given: unknown[] = []) => {
    const statement = typeof asked === 'string' ? { text: asked, values: given } : asked;
    sent.push(statement);
    return db.query(statement.text, statement.values);
  };
  await ask({ query: query as Queryable['query'] });
  return sent;
}

/** Asks, then has the very statements explained with the very values, as they were run. */
export async function costOf(
  pool: Database['pool'],
  ask: (db: Queryable) => Promise<unknown>,
): Promise<Cost> {
  const nodes: PlanNode[] = [];
  for (const statement of await statementsOf(pool, ask)) {
    const plans = await (statement.name === undefined ? explained : explainedForAll)(
      pool,
      statement,
    );
    nodes.push(...plans.flatMap(({ Plan }) => nodesOf(Plan)));
  }
  const sorts = nodes.filter((node) => node['Node Type'] === 'Sort');
  return {
    scanned: nodes.flatMap((node) =>
      node['Node Type'].endsWith('Seq Scan') ? [node['Relation Name'] ?? ''] : [],
    ),
    indexes: [...new Set(nodes.flatMap((node) => node['Index Name'] ?? []))].sort(),
    touched: Math.round(sum(nodes.filter((node) => node['Relation Name'] !== undefined))),
    sorted: Math.max(0, ...sorts.map((node) => sum(node.Plans ?? []))),
  };
}

const EXPLAIN = 'EXPLAIN (ANALYZE, TIMING OFF, BUFFERS OFF, FORMAT JSON)';

interface Explained {
  readonly 'QUERY PLAN': { Plan: PlanNode }[];
}

async function explained(db: Queryable, { text, values }: Statement) {
  const { rows } = await db.query<Explained>(`${EXPLAIN} ${text}`, values);
  return rows[0]?.['QUERY PLAN'] ?? [];
}

/** As `explained`, by the plan that is made without the values. */
async function explainedForAll(pool: Database['pool'], { text, values }: Statement) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN; SET LOCAL plan_cache_mode = force_generic_plan');
    await client.query(`PREPARE asked AS ${text}`);
    const given = values.length === 0 ? '' : `(${values.map(literal).join(', ')})`;
    const { rows } = await client.query<Explained>(`${EXPLAIN} EXECUTE asked${given}`);
    await client.query('DEALLOCATE asked; COMMIT');
    client.release();
    return rows[0]?.['QUERY PLAN'] ?? [];
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
}

function literal(value: unknown): string {
  if (value === null) return 'NULL';
  return pg.escapeLiteral(Array.isArray(value) ? `{${value.join(',')}}` : `${value as string}`);
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

function sum(nodes: readonly PlanNode[]): number {
  const rows = (node: PlanNode) =>
    node['Actual Rows'] +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0);
  return nodes.reduce((total, node) => total + rows(node) * node['Actual Loops'], 0);
}
