import type { ExportedCell } from '../../reads/index.ts';
import { printable } from './describe-rejected.ts';
import type { SubjectType } from './find-subject.ts';

/** A row of holdings by the names of the export's columns (docs/export.md). */
export type NamedRow = Readonly<Record<string, ExportedCell>>;

/** What a column shows, and whether it is a figure, which stands to the right. */
interface Column {
  readonly heading: string;
  readonly isFigure?: boolean;
  readonly cell: (row: NamedRow) => ExportedCell | undefined;
}

const LONGEST = 40;

const COLUMNS: readonly Column[] = [
  { heading: 'security', cell: (row) => row.security_title },
  { heading: 'held', cell: ({ ownership }) => String(ownership).toLowerCase() },
  { heading: 'nature', cell: (row) => row.nature },
  { heading: 'amount', isFigure: true, cell: (row) => row.amount },
  { heading: 'status', cell: ({ status }) => String(status).toLowerCase() },
  { heading: 'since', cell: (row) => row.effective_on },
  { heading: 'form', cell: ({ source_form: form }) => formName(String(form)) },
  { heading: 'filing', cell: (row) => row.source_accession_number },
  { heading: 'note', cell: noteOf },
];

/** The lines of a table: headings, a line a holding. Amounts are as exact as they were filed. */
export function holdingsTable(of: SubjectType, rows: readonly NamedRow[]): string[] {
  const who: Column =
    of === 'Issuer'
      ? { heading: 'person', cell: (row) => row.person_name }
      : { heading: 'issuer', cell: (row) => row.issuer_ticker ?? row.issuer_name };
  const columns = [who, ...COLUMNS].filter(
    ({ cell, heading }) => heading !== 'note' || rows.some((row) => cell(row) !== ''),
  );
  const cells = [
    columns.map(({ heading }) => heading),
    ...rows.map((row) => columns.map(({ cell }) => textOf(cell(row)))),
  ];
  const widths = columns.map((_, index) =>
    Math.max(...cells.map((line) => line[index]?.length ?? 0)),
  );
  return cells.map((line) =>
    line
      .map((text, index) =>
        columns[index]?.isFigure === true
          ? text.padStart(widths[index] ?? 0)
          : text.padEnd(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

function textOf(cell: ExportedCell | undefined): string {
  const text = printable(cell == null ? '' : String(cell));
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** What a reader should know of the amount. */
function noteOf({ unit, derived, reconciliation, difference }: NamedRow): string {
  return [
    ...(unit === 'SHARES' ? [] : [String(unit).toLowerCase()]),
    ...(derived === true ? ['worked out, in no filing'] : []),
    ...(reconciliation === 'BREAK' ? [`does not add up by ${String(difference)}`] : []),
  ].join(', ');
}

/** FORM_4_A is 4/A. */
function formName(form: string): string {
  return form.replace(/^FORM_/, '').replace('_', '/');
}
