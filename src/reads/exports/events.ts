import type { Instant } from '../../values/index.ts';
import {
  type ColumnSource,
  type ExportedTable,
  exportedTable,
  type WorkedOut,
} from './exported-table.ts';
import { FOOTNOTE_COLUMNS, ofLine, SECURITY_COLUMNS } from './line-columns.ts';
import { LINE_TEXTS, planColumns } from './plan-columns.ts';
import { type ExportSelection, ofFilings, whereAll } from './selection.ts';

const COLUMNS: readonly (ColumnSource | WorkedOut)[] = [
  { name: 'position', type: 'position', sql: 'l.position' },
  {
    name: 'type',
    type: 'text',
    sql: `CASE WHEN l.is_transaction THEN 'TRANSACTION_REPORTED' ELSE 'HOLDING_REPORTED' END`,
  },
  { name: 'accession_number', type: 'text', sql: 'f.accession_number' },
  { name: 'form', type: 'text', sql: 'f.form::text' },
  { name: 'filed_on', type: 'date', sql: 'f.filed_on' },
  { name: 'period_of_report', type: 'date', sql: 'f.period_of_report' },
  { name: 'known_at', type: 'instant', sql: 'l.known_at' },
  { name: 'known_at_basis', type: 'text', sql: 'f.known_at_basis::text' },
  { name: 'issuer_id', type: 'issuer', sql: 'f.issuer_id' },
  { name: 'issuer_cik', type: 'text', sql: 'i.cik' },
  { name: 'issuer_name', type: 'text', sql: 'f.issuer_name' },
  { name: 'issuer_ticker', type: 'text', sql: 'f.issuer_ticker' },
  { name: 'person_ciks', type: 'list', sql: 'o.ciks' },
  { name: 'person_names', type: 'list', sql: 'o.names' },
  { name: 'line', type: 'integer', sql: 'l.line' },
  ...SECURITY_COLUMNS,
  { name: 'transaction_date', type: 'date', sql: 'l.transaction_date' },
  { name: 'effective_on', type: 'date', sql: 'l.effective_on' },
  { name: 'deemed_execution_date', type: 'date', sql: 'l.deemed_execution_date' },
  { name: 'code', type: 'text', sql: 'l.code::text' },
  { name: 'code_as_filed', type: 'text', sql: 'l.code_as_filed' },
  { name: 'form_type', type: 'text', sql: 'l.form_type' },
  { name: 'timeliness', type: 'text', sql: 'l.timeliness::text' },
  { name: 'voluntary', type: 'boolean', sql: 'l.voluntary' },
  { name: 'equity_swap_involved', type: 'boolean', sql: 'l.equity_swap_involved' },
  planColumns(LINE_TEXTS),
  { name: 'acquired_disposed', type: 'text', sql: 'l.acquired_disposed::text' },
  ofLine('shares'),
  ofLine('total_value'),
  ofLine('price_per_share'),
  ofLine('value'),
  ofLine('underlying_shares'),
  ofLine('underlying_value'),
  { name: 'ownership', type: 'text', sql: 'l.ownership::text' },
  { name: 'nature', type: 'text', sql: 'l.nature' },
  ofLine('amount_after'),
  { name: 'unit_after', type: 'text', sql: 'l.unit_after::text' },
  { name: 'reconciliation', type: 'text', sql: 'l.reconciliation::text' },
  { name: 'flags', type: 'list', sql: 'l.flags::text[]' },
  ...FOOTNOTE_COLUMNS,
  { name: 'repeats', type: 'position', sql: 'l.repeats' },
  {
    name: 'superseded_by',
    type: 'position',
    sql: 'CASE WHEN l.superseded_known_at <= $1 THEN l.superseded_by END',
  },
  {
    name: 'superseded_known_at',
    type: 'instant',
    sql: 'CASE WHEN l.superseded_known_at <= $1 THEN l.superseded_known_at END',
  },
];

/**
 * Every transaction and holding line known by an instant, in ledger order; what an amendment known
 * by then supersedes says so (docs/domain.md §6). Days from and to are effective dates.
 */
export function exportedEvents(knownAt: Instant, selection: ExportSelection): ExportedTable {
  const values: unknown[] = [knownAt];
  const add = (value: unknown) => `$${values.push(value)}`;
  const { from, to } = selection;
  const where = [
    'l.known_at <= $1',
    'NOT l.is_taken_back',
    ...ofFilings(selection, add),
    ...(from === undefined ? [] : [`l.effective_on >= ${add(from)}`]),
    ...(to === undefined ? [] : [`l.effective_on <= ${add(to)}`]),
  ];
  return exportedLines({ where, orderBy: 'l.position' }, values);
}

/**
 * Lines l of filings f that pass all conditions, in an order, with further columns before the
 * others; $1 is the instant as known at.
 */
export function exportedLines(
  {
    where,
    orderBy,
    lead = [],
  }: {
    readonly where: readonly string[];
    readonly orderBy: string;
    readonly lead?: readonly ColumnSource[];
  },
  values: readonly unknown[],
): ExportedTable {
  const after = `FROM reported_line l JOIN filing f ON f.id = l.filing_id
    JOIN issuer i ON i.id = f.issuer_id CROSS JOIN LATERAL (
      SELECT array_agg(coalesce(p.cik, '') ORDER BY o.ordinal) AS ciks,
        array_agg(o.name_as_filed ORDER BY o.ordinal) AS names
      FROM filing_owner o JOIN person p ON p.id = o.person_id WHERE o.filing_id = l.filing_id
    ) o ${whereAll(where)} ORDER BY ${orderBy}`;
  return exportedTable([...lead, ...COLUMNS], { after }, values);
}
