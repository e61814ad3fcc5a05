/** The tables of a timeline: which column has what replaced rows are known by, and of what kind. */
export const LAYOUT = {
  holdings: { key: 'person_id', kind: 'person', known: 'known_from' },
  relationships: { key: 'person_id', kind: 'person', known: 'known_from' },
  people: { key: 'person_id', kind: 'person', known: 'known_from' },
  issuers: { key: 'issuer_id', kind: 'issuer', known: 'known_from' },
  former_names: { key: 'issuer_id', kind: 'issuer', known: 'known_from' },
  filings: { key: 'position', kind: 'filing', known: 'known_at' },
  lines: { key: 'filing_id', kind: 'filing', known: 'known_at' },
} as const;

/** A table of a timeline. */
export type TimelineTable = keyof typeof LAYOUT;

/**
 * SQL, as DuckDB has it, for a view of each table: an export of what is new leaves the files before
 * it as they are, and lists what in them no longer counts.
 */
export function viewsOf(folder: string): string {
  const from = (path: string) => `read_parquet('${folder.replaceAll("'", "''")}/${path}'`;
  const views = Object.entries(LAYOUT).map(
    ([table, { key, kind }]) => `CREATE OR REPLACE VIEW ${table} AS
SELECT * FROM ${from(`${table}/*/*.parquet`)}, hive_partitioning = true) t
WHERE NOT EXISTS (
  SELECT 1 FROM replaced r
  WHERE r.kind = '${kind}' AND r.id = CAST(t.${key} AS VARCHAR) AND r.version > t.version);
`,
  );
  const replaced = `CREATE OR REPLACE VIEW replaced AS
SELECT * FROM ${from('replaced/*.parquet')});
`;
  return [replaced, ...views].join('\n');
}
