import { isDeepStrictEqual } from 'node:util';
import type { QueryConfig, QueryResultRow } from 'pg';
import type { Queryable } from './database.ts';
import { shiftParameters } from './shift-parameters.ts';

/** A SELECT of this project's own, which can be asked together with others. */
export interface LookUp extends QueryConfig<unknown[]> {
  /** What it gives, each by name and type of PostgreSQL: "id bigint, name text". */
  readonly columns: string;
}

/** Look-ups of a transaction that writes nothing meanwhile: none is asked twice. */
export interface LookUps extends Queryable {
  /** Asks by one statement what will be asked for one by one. */
  readonly ahead: (lookUps: () => readonly LookUp[]) => Promise<void>;
}

/** The rows of a look-up. */
export async function lookUp<Row>(db: Queryable, asked: LookUp): Promise<Row[]> {
  return (await db.query<Row & QueryResultRow>(asked)).rows;
}

/**
 * A transaction's connection that keeps what was looked up. Where it is for few keys it asks ahead;
 * of many each look-up is better planned for itself.
 */
export function lookingUp(db: Queryable, isForFew: boolean): LookUps {
  const known: { readonly asked: LookUp; readonly rows: unknown[] }[] = [];
  const find = (one: LookUp) =>
    known.find(
      ({ asked }) => asked.text === one.text && isDeepStrictEqual(asked.values, one.values),
    );
  const kept = async (asked: LookUp) => {
    const before = find(asked);
    if (before !== undefined) return before;
    const found = { asked, rows: await lookUp<unknown>(db, asked) };
    known.push(found);
    return found;
  };
  // No promise of a COPY's stream.
  const query = (asked: LookUp | string, values?: unknown[]) =>
    isForFew && typeof asked !== 'string' && asked.columns !== undefined
      ? kept(asked)
      : db.query(asked as string, values);
  const ahead = async (lookUps: () => readonly LookUp[]) => {
    if (!isForFew) return;
    const unknown = lookUps().filter((asked) => find(asked) === undefined);
    // One alone is asked when it is wanted, if it is.
    if (unknown.length < 2) return;
    const found = await askTogether(db, unknown);
    known.push(...unknown.map((asked, part) => ({ asked, rows: found[part] ?? [] })));
  };
  return { query: query as Queryable['query'], ahead };
}

/** Several look-ups as one statement: where each has its parameters and its cells. */
interface Union {
  readonly text: string;
  readonly parts: readonly { readonly name: string; readonly at: number }[][];
}

const unions = new Map<string, Union>();
/** Of the few look-ups that there are, few are ever asked together. */
const MOST_UNIONS = 64;

async function askTogether(db: Queryable, lookUps: readonly LookUp[]): Promise<unknown[][]> {
  const key = lookUps.map(({ text }) => text).join('\0');
  const union = unions.get(key) ?? unionOf(lookUps);
  if (unions.size < MOST_UNIONS) unions.set(key, union);
  const { text, parts } = union;
  const values = lookUps.flatMap((asked) => asked.values ?? []);
  const { rows } = await db.query({ text, values, rowMode: 'array' });
  const found: unknown[][] = lookUps.map(() => []);
  for (const [part, ...cells] of rows as [number, ...unknown[]][]) {
    const row: Record<string, unknown> = {};
    for (const { name, at } of parts[part] ?? []) row[name] = cells[at];
    found[part]?.push(row);
  }
  return found;
}

/** Rows of a UNION have the columns of all: those of one type share theirs. */
function unionOf(lookUps: readonly LookUp[]): Union {
  const slots: string[] = [];
  const parts = lookUps.map(({ columns }) => {
    const taken = new Set<number>();
    return columns.split(',').map((column) => {
      const [name = '', type = ''] = column.trim().split(' ');
      const free = slots.findIndex((slot, at) => slot === type && !taken.has(at));
      const at = free === -1 ? slots.push(type) - 1 : free;
      taken.add(at);
      return { name, at };
    });
  });
  let before = 0;
  const texts = lookUps.map(({ text, values = [] }, part) => {
    const first = before;
    before += values.length;
    const asked = shiftParameters(text, first);
    const cells = slots.map((type, at) => {
      const own = parts[part]?.find((column) => column.at === at);
      return own === undefined ? `NULL::${type}` : `x."${own.name}"::${type}`;
    });
    return `SELECT ${[part, ...cells].join(', ')} FROM (${asked}) x`;
  });
  return { text: texts.join('\nUNION ALL\n'), parts };
}
