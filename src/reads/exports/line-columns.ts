import { type ColumnSource, decimal } from './exported-table.ts';

/** The terms of a derivative that a line l tells, and of any security its title and class. */
export const SECURITY_COLUMNS: readonly ColumnSource[] = [
  { name: 'security_table', type: 'text', sql: 'l.security_table::text' },
  { name: 'security_title', type: 'text', sql: 'l.security_title' },
  { name: 'security_class', type: 'text', sql: 'l.security_class' },
  ofLine('conversion_or_exercise_price'),
  { name: 'exercisable_on', type: 'date', sql: 'l.exercisable_on' },
  { name: 'expires_on', type: 'date', sql: 'l.expires_on' },
  { name: 'underlying_title', type: 'text', sql: 'l.underlying_title' },
];

/**
 * The footnotes of filing f that line l cites: "pricePerShare F1", and "F1: text" for each note
 * once.
 */
export const FOOTNOTE_COLUMNS: readonly ColumnSource[] = [
  {
    name: 'footnote_references',
    type: 'list',
    sql: `CASE WHEN l.footnotes = '[]' THEN '{}' ELSE ARRAY(
      SELECT c.value->>'field' || ' ' || (c.value->>'id')
      FROM jsonb_array_elements(l.footnotes) WITH ORDINALITY c ORDER BY c.ordinality) END`,
  },
  {
    name: 'footnotes',
    type: 'list',
    sql: `CASE WHEN l.footnotes = '[]' THEN '{}' ELSE ARRAY(
      SELECT n.value->>'id' || ': ' || (n.value->>'text')
      FROM jsonb_array_elements(f.footnotes) WITH ORDINALITY n
      WHERE l.footnotes @> jsonb_build_array(jsonb_build_object('id', n.value->'id'))
      ORDER BY n.ordinality) END`,
  },
];

/** A decimal cell of a line l. */
export function ofLine(column: string): ColumnSource {
  return decimal(column, `l.${column}`, { table: 'reported_line', column });
}
