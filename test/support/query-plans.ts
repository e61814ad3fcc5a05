import type { Queryable } from '../../src/ledger/index.ts';

/** A statement as it was sent. */
export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** A node of a plan as EXPLAIN (ANALYZE, FORMAT JSON) tells it; rows are the average of its loops. */
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
    const { text, values } = typeof asked === 'string' ? { text: asked, values: given } : asked;
    sent.push({ text, values });
    return db.query(text, values);
  };
  await ask({ query: query as Queryable['query'] });
  return sent;
}

/** Asks, then has the very statements explained with the very values, as they were run. */
export async function costOf(
  db: Queryable,
  ask: (db: Queryable) => Promise<unknown>,
): Promise<Cost> {
  const nodes: PlanNode[] = [];
  for (const { text, values } of await statementsOf(db, ask)) {
    const explain = `EXPLAIN (ANALYZE, TIMING OFF, BUFFERS OFF, FORMAT JSON) ${text}`;
    const { rows } = await db.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(explain, values);
    nodes.push(...(rows[0]?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => nodesOf(Plan)));
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
