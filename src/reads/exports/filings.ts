import type { Instant } from '../../values/index.ts';
import {
  type ColumnSource,
  type ExportedTable,
  exportedTable,
  type WorkedOut,
} from './exported-table.ts';
import { FILING_TEXTS, planColumns } from './plan-columns.ts';
import { type ExportSelection, ofFilings, whereAll } from './selection.ts';

const COLUMNS: readonly (ColumnSource | WorkedOut)[] = [
  { name: 'position', type: 'position', sql: 'f.id' },
  { name: 'accession_number', type: 'text', sql: 'f.accession_number' },
  { name: 'form', type: 'text', sql: 'f.form::text' },
  { name: 'issuer_id', type: 'issuer', sql: 'f.issuer_id' },
  { name: 'issuer_cik', type: 'text', sql: 'i.cik' },
  { name: 'issuer_name', type: 'text', sql: 'f.issuer_name' },
  { name: 'issuer_ticker', type: 'text', sql: 'f.issuer_ticker' },
  { name: 'issuer_sic', type: 'text', sql: "f.header_facts->>'sic'" },
  { name: 'issuer_fiscal_year_end', type: 'text', sql: "f.header_facts->>'fiscalYearEnd'" },
  {
    name: 'issuer_state_of_incorporation',
    type: 'text',
    sql: "f.header_facts->>'stateOfIncorporation'",
  },
  { name: 'person_ciks', type: 'list', sql: 'o.ciks' },
  { name: 'person_names', type: 'list', sql: 'o.names' },
  { name: 'person_roles', type: 'list', sql: 'o.roles' },
  { name: 'officer_titles', type: 'list', sql: 'o.titles' },
  { name: 'period_of_report', type: 'date', sql: 'f.period_of_report' },
  { name: 'date_of_original_submission', type: 'date', sql: 'f.date_of_original_submission' },
  { name: 'filed_on', type: 'date', sql: 'f.filed_on' },
  { name: 'known_at', type: 'instant', sql: 'f.known_at' },
  { name: 'known_at_basis', type: 'text', sql: 'f.known_at_basis::text' },
  { name: 'not_subject_to_section_16', type: 'boolean', sql: 'f.not_subject_to_section_16' },
  { name: 'no_securities_owned', type: 'boolean', sql: 'f.no_securities_owned' },
  planColumns(FILING_TEXTS),
  { name: 'schema_version', type: 'text', sql: 'f.schema_version' },
  { name: 'remarks', type: 'text', sql: 'f.remarks' },
  { name: 'source_hash', type: 'text', sql: "encode(f.source_hash, 'hex')" },
];

/** Every filing known by an instant, in ledger order. Days from and to are those of filing. */
export function exportedFilings(knownAt: Instant, selection: ExportSelection): ExportedTable {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const after = `FROM filing f JOIN issuer i ON i.id = f.issuer_id CROSS JOIN LATERAL (
      SELECT array_agg(coalesce(p.cik, '') ORDER BY o.ordinal) AS ciks,
        array_agg(o.name_as_filed ORDER BY o.ordinal) AS names,
        array_agg(concat_ws(' ', CASE WHEN o.is_director THEN 'DIRECTOR' END,
          CASE WHEN o.is_officer THEN 'OFFICER' END,
          CASE WHEN o.is_ten_percent_owner THEN 'TEN_PERCENT_OWNER' END,
          CASE WHEN o.is_other THEN 'OTHER' END) ORDER BY o.ordinal) AS roles,
        array_agg(coalesce(o.officer_title, '') ORDER BY o.ordinal) AS titles
      FROM filing_owner o JOIN person p ON p.id = o.person_id WHERE o.filing_id = f.id
    ) o ${whereAll(filingsKnown(knownAt, selection, add))} ORDER BY f.id`;
  return exportedTable(COLUMNS, { after }, values);
}

/**
 * SQL that filings f are known by an instant and selected; filed when known where no more is said.
 */
export function filingsKnown(
  knownAt: Instant,
  selection: ExportSelection,
  add: (value: unknown) => string,
): string[] {
  const { from, to } = selection;
  const day = "coalesce(f.filed_on, (f.known_at AT TIME ZONE 'America/New_York')::date)";
  return [
    `f.known_at <= ${add(knownAt)}`,
    ...ofFilings(selection, add),
    ...(from === undefined ? [] : [`${day} >= ${add(from)}`]),
    ...(to === undefined ? [] : [`${day} <= ${add(to)}`]),
  ];
}
