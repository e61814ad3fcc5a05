import {
  AT_ONE_VIEWPOINT,
  balances,
  FILTERED,
  filteredAt,
  type HoldingFilter,
  type Viewpoint,
} from '../queries/index.ts';
import { type ColumnSource, decimal, type ExportedTable, exportedTable } from './exported-table.ts';
import { FOOTNOTE_COLUMNS, SECURITY_COLUMNS } from './line-columns.ts';
import { NAMES_KNOWN } from './names-known.ts';
import type { ExportSelection } from './selection.ts';

const COLUMNS: readonly ColumnSource[] = [
  { name: 'person_id', type: 'person', sql: 'h."personId"' },
  { name: 'person_cik', type: 'text', sql: 'p.cik' },
  { name: 'person_name', type: 'text', sql: 'pn.name' },
  { name: 'issuer_id', type: 'issuer', sql: 'h."issuerId"' },
  { name: 'issuer_cik', type: 'text', sql: 'i.cik' },
  { name: 'issuer_name', type: 'text', sql: 'n.name' },
  { name: 'issuer_ticker', type: 'text', sql: 't.ticker' },
  ...SECURITY_COLUMNS,
  { name: 'ownership', type: 'text', sql: 'h.ownership::text' },
  { name: 'nature', type: 'text', sql: 'l.nature' },
  { name: 'unit', type: 'text', sql: 'h.unit::text' },
  decimal('amount', 'h.amount', { table: 'entry', column: 'amount' }),
  { name: 'status', type: 'text', sql: 'h.status' },
  { name: 'reconciliation', type: 'text', sql: 'h.reconciliation::text' },
  decimal('difference', 'h.difference', { table: 'entry', column: 'difference' }),
  { name: 'derived', type: 'boolean', sql: 'h.derived' },
  { name: 'effective_on', type: 'date', sql: 'l.effective_on' },
  { name: 'known_at', type: 'instant', sql: 'l.known_at' },
  { name: 'source_position', type: 'position', sql: 'h.position' },
  { name: 'source_accession_number', type: 'text', sql: 'f.accession_number' },
  { name: 'source_form', type: 'text', sql: 'f.form::text' },
  { name: 'source_line', type: 'integer', sql: 'l.line' },
  ...FOOTNOTE_COLUMNS,
  { name: 'as_of', type: 'date', sql: '$1::date' },
  { name: 'as_known_at', type: 'instant', sql: '$2::timestamptz' },
];

/**
 * Every holding at a viewpoint that passes a filter (docs/domain.md §5): by issuer, person,
 * table, class, direct before indirect, nature and account. Issuer by issuer, so that what is said
 * of an issuer is looked up once and no more is sorted at once than the holdings in one.
 */
export function exportedHoldings(
  viewpoint: Viewpoint,
  { issuers, people }: ExportSelection,
  filter: HoldingFilter,
): ExportedTable {
  const held = balances({
    where: `e.issuer_id = i.id AND ($10::bigint[] IS NULL OR e.person_id = ANY($10))`,
    ...AT_ONE_VIEWPOINT,
    owner: 'person_id',
    account: lookUp('account', 'id', 'j.account_id', 'a'),
  });
  const after = `FROM issuer i ${NAMES_KNOWN.issuer('i.id')} ${NAMES_KNOWN.ticker('i.id')}
    CROSS JOIN LATERAL (
      ${held} ${FILTERED}
    ) h ${lookUp('reported_line', 'position', 'h.position', 'l')}
    ${lookUp('filing', 'id', 'l.filing_id', 'f')} ${lookUp('person', 'id', 'h."personId"', 'p')}
    ${NAMES_KNOWN.person('h."personId"')}
    WHERE ($9::bigint[] IS NULL OR i.id = ANY($9))
      AND ($10::bigint[] IS NULL OR i.id IN (
        SELECT o.issuer_id FROM filing_owner o WHERE o.person_id = ANY($10)))
    ORDER BY i.id, h."personId", h."table", h."securityClass" COLLATE "C", h.ownership,
      h.nature COLLATE "C", h."accountId"`;
  return exportedTable(COLUMNS, { after }, [
    ...filteredAt(viewpoint, filter),
    issuers ?? null,
    people ?? null,
  ]);
}

/** A join row by row, in whatever order the rows come. */
function lookUp(table: string, column: string, key: string, alias: string): string {
  return `CROSS JOIN LATERAL (SELECT * FROM ${table} WHERE ${column} = ${key} LIMIT 1) ${alias}`;
}
