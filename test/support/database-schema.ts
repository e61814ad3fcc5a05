import type { Database } from '../../src/database/index.ts';
import type { Column, Table, Tables } from './prisma-schema.ts';

/** What PostgreSQL says of the tables of a migrated database; the migrations' own is left out. */
export async function readDatabaseSchema({ pool }: Pick<Database, 'pool'>): Promise<Tables> {
  const columns = await pool.query<{ table: string; column: string } & Column>(COLUMNS);
  const indexes = await pool.query<IndexRow>(INDEXES);
  const enums = await pool.query<{ name: string; values: string[] }>(ENUMS);
  const names = [...new Set(columns.rows.map(({ table }) => table))];
  const tables = names.map((name): [string, Table] => {
    const ofTable = indexes.rows.filter(({ table }) => table === name);
    const keys = ofTable.filter(({ kind }) => kind === 'unique').map((index) => index.columns);
    const plain = ofTable.filter(({ kind }) => kind === 'index').map((index) => index.columns);
    return [
      name,
      {
        columns: Object.fromEntries(
          columns.rows
            .filter(({ table }) => table === name)
            .map(({ column, type, required, default: given }) => [
              column,
              { type, required, default: given },
            ]),
        ),
        primaryKey: ofTable.find(({ kind }) => kind === 'primary')?.columns ?? '',
        unique: keys.sort(),
        indexes: plain.sort(),
      },
    ];
  });
  return {
    tables: Object.fromEntries(tables),
    enums: Object.fromEntries(enums.rows.map(({ name, values }) => [name, values])),
  };
}

interface IndexRow {
  readonly table: string;
  readonly kind: 'primary' | 'unique' | 'index';
  readonly columns: string;
}

const OURS = `c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
  AND c.relname <> '_prisma_migrations'`;

const COLUMNS = `
  SELECT c.relname AS table, a.attname AS column,
    format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required,
    CASE WHEN a.attidentity <> '' THEN 'identity'
      WHEN pg_get_expr(d.adbin, d.adrelid) LIKE '''{}''::%' THEN 'empty'
      ELSE pg_get_expr(d.adbin, d.adrelid) END AS default
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE ${OURS} ORDER BY c.relname, a.attnum`;

// Partial indexes, those over expressions and those of an operator class of an extension's are none
// that schema.prisma could name.
const INDEXES = `
  SELECT c.relname AS table,
    CASE WHEN i.indisprimary THEN 'primary' WHEN i.indisunique THEN 'unique' ELSE 'index' END AS kind,
    (SELECT string_agg(a.attname || CASE WHEN i.indoption[k - 1] & 1 = 1 THEN ' DESC' ELSE '' END, ', '
       ORDER BY k)
     FROM generate_series(1, i.indnkeyatts) k
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[k - 1]) AS columns
  FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid
  WHERE ${OURS} AND i.indpred IS NULL AND i.indexprs IS NULL AND NOT EXISTS (
    SELECT FROM unnest(i.indclass) o (id) JOIN pg_opclass p ON p.oid = o.id
    WHERE p.opcname LIKE '%trgm%')`;

const ENUMS = `
  SELECT t.typname AS name, array_agg(e.enumlabel::text ORDER BY e.enumsortorder) AS values
  FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
  WHERE t.typnamespace = 'public'::regnamespace GROUP BY t.typname`;
