import {
  AT_ONE_VIEWPOINT,
  balances,
  type HoldingStatus,
  type Viewpoint,
  WALKED,
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
 * Every holding at a viewpoint that has one of the statuses (docs/domain.md §5): by issuer, person,
 * table, class, direct before indirect, nature and account.
 */
export function exportedHoldings(
  { asOf, knownAt }: Viewpoint,
  { issuers, people }: ExportSelection,
  statuses: readonly HoldingStatus[],
): ExportedTable {
  const isWhole = issuers === undefined && people === undefined;
  const held = balances({
    where: `($4::bigint[] IS NULL OR e.issuer_id = ANY($4))
      AND ($5::bigint[] IS NULL OR e.person_id = ANY($5))`,
    ...(isWhole ? WALKED : AT_ONE_VIEWPOINT),
    owner: 'issuer_id, person_id',
    account: lookUp('account', 'id', 'j.account_id', 'a'),
  });
  const after = `FROM h ${lookUp('reported_line', 'position', 'h.position', 'l')}
    ${lookUp('filing', 'id', 'l.filing_id', 'f')}
    ${lookUp('person', 'id', 'h."personId"', 'p')} ${lookUp('issuer', 'id', 'h."issuerId"', 'i')}
    ${NAMES_KNOWN.person('h."personId"')} ${NAMES_KNOWN.issuer('h."issuerId"')}
    ${NAMES_KNOWN.ticker('h."issuerId"')}
    WHERE h.status = ANY($3)
    ORDER BY h."issuerId", h."personId", h."table", h."securityClass" COLLATE "C",
      h.ownership, h.nature COLLATE "C", h."accountId"`;
  const values = [asOf, knownAt, statuses, issuers ?? null, people ?? null];
  return exportedTable(COLUMNS, { before: held, after }, values);
}

/** A join row by row, so that rows keep the order in which the index of entries is walked. */
function lookUp(table: string, column: string, key: string, alias: string): string {
  return `CROSS JOIN LATERAL (SELECT * FROM ${table} WHERE ${column} = ${key} LIMIT 1) ${alias}`;
}
