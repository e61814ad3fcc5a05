import { type LookUp, lookUp, type Queryable } from '../../database/index.ts';
import { compareText, groupBy, isZero } from '../../values/index.ts';
import { findDuplicateReports, isAmendmentForm, type PlacedReport } from '../decisions/index.ts';
import type { ChangedFilings, FilingRows } from './changed-filings.ts';
import { citedNotes, HOLDER_FIELDS, TERM_FIELDS } from './cited-notes.ts';
import type { LineRow } from './line-rows.ts';

/** What lines agree in that tell one trade, where nulls agree too. */
const CELLS = [
  'issuer_id',
  'security_class',
  'effective_on',
  'security_table',
  'is_transaction',
  'code_as_filed',
  'acquired_disposed',
  'shares',
  'total_value',
  'price_per_share',
  'amount_after',
  'unit_after',
  'conversion_or_exercise_price',
  'expires_on',
] as const satisfies readonly (keyof LineRow)[];

type ReportedCells = Pick<LineRow, (typeof CELLS)[number] | 'filing_id' | 'repeats'>;

/** Lines that agree in every cell have the same. */
function cellsText(line: ReportedCells): string {
  return CELLS.map((cell) => line[cell] ?? '').join('\0');
}

/** Whether a line can be a report of a trade or a holding: one in force that states something. */
function isReport(line: LineRow): boolean {
  return (
    !line.is_taken_back &&
    (line.is_transaction || (line.amount_after !== null && !isZero(line.amount_after)))
  );
}

function reportsOf(filings: readonly FilingRows[]): LineRow[] {
  return filings.flatMap(({ lines }) => lines.filter(isReport));
}

/**
 * Marks every duplicate report among the lines that agree with one of the filings that change, as
 * they are stored and as they become, with the line reported first, and unmarks those that no
 * longer are (docs/domain.md §5).
 */
export async function foldDuplicateReports(db: Queryable, changed: ChangedFilings): Promise<void> {
  const lines = reportsOf(changed.both);
  if (lines.length === 0) return;
  const stored = await lookUp<ReportedCells>(db, linesAlike(changed));
  const now = reportsOf(changed.after);
  await markAlike(changed, [...now, ...stored], new Set(lines.map(cellsText)));
}

/** Marks all duplicate reports among the lines of some issuers. */
export async function markDuplicateReports(
  db: Queryable,
  changed: ChangedFilings,
  issuers: readonly bigint[],
): Promise<void> {
  const { rows } = await db.query<ReportedCells>(OF_ISSUERS, [issuers]);
  await markAlike(changed, rows, new Set(rows.map(cellsText)));
}

/** Of lines, marks those whose cells are among the given. */
async function markAlike(
  changed: ChangedFilings,
  lines: readonly ReportedCells[],
  wanted: ReadonlySet<string>,
): Promise<void> {
  const ids = [...groupBy(lines, cellsText)].flatMap(([text, own]) =>
    wanted.has(text) && isReportedAgain(own) ? own.map(({ filing_id: id }) => id) : [],
  );
  const filings = await changed.read(ids);
  for (const rows of marked(filings, wanted)) changed.change(rows);
}

const REPORTED = `l.filing_id, l.repeats, ${CELLS.map((cell) => `l.${cell}`).join(', ')}`;

/** Lines of other filings of an issuer, class and date of theirs, by which the index finds them. */
export function linesAlike(changed: ChangedFilings): LookUp {
  const lines = reportsOf(changed.both);
  return {
    text: `SELECT ${REPORTED}
      FROM (SELECT DISTINCT issuer_id, security_class, effective_on
        FROM unnest($1::bigint[], $2::text[], $3::date[])
          AS d (issuer_id, security_class, effective_on)) d
        JOIN reported_line l ON (l.issuer_id, l.security_class, l.effective_on)
          = (d.issuer_id, d.security_class, d.effective_on)
      WHERE NOT l.is_taken_back AND l.filing_id <> ALL($4)`,
    values: [
      lines.map((line) => line.issuer_id),
      lines.map((line) => line.security_class),
      lines.map((line) => line.effective_on),
      changed.ids,
    ],
    columns: `filing_id bigint, repeats bigint, issuer_id bigint, security_class text,
      effective_on date, security_table text, is_transaction boolean, code_as_filed text,
      acquired_disposed text, shares numeric, total_value numeric, price_per_share numeric,
      amount_after numeric, unit_after text, conversion_or_exercise_price numeric, expires_on date`,
  };
}

const OF_ISSUERS = `
  SELECT ${REPORTED} FROM reported_line l WHERE l.issuer_id = ANY($1) AND NOT l.is_taken_back`;

function isReportedAgain(lines: readonly ReportedCells[]): boolean {
  const [first] = lines;
  return lines.some((line) => line.filing_id !== first?.filing_id || line.repeats !== null);
}

/** The filings whose lines are marked otherwise than they were, as they become. Pure. */
function marked(filings: readonly FilingRows[], wanted: ReadonlySet<string>): FilingRows[] {
  const all = filings.flatMap((rows) =>
    rows.lines.filter(isReport).map((line) => ({ line, rows, cells: cellsText(line) })),
  );
  const repeats = new Map<bigint, bigint | null>();
  for (const [cells, own] of groupBy(all, (each) => each.cells)) {
    if (!wanted.has(cells)) continue;
    const found = findDuplicateReports(own.map(({ line, rows }) => placed(line, rows)));
    for (const { line } of own) repeats.set(line.position, found.get(line.position) ?? null);
  }
  return filings.flatMap((rows) => {
    const lines = rows.lines.map((line) => {
      const first = repeats.get(line.position);
      return first === undefined || first === line.repeats ? line : { ...line, repeats: first };
    });
    return lines.some((line, at) => line !== rows.lines[at]) ? [{ ...rows, lines }] : [];
  });
}

function placed(line: LineRow, { filing, owners }: FilingRows): PlacedReport {
  const notes = (isIt: (field: string) => boolean) => citedNotes(line, filing, isIt);
  const holds = line.amount_after ?? null;
  return {
    position: line.position,
    filing: { id: filing.id, knownAt: filing.known_at, orderKey: filing.order_key },
    line: line.line,
    isTransaction: line.is_transaction,
    isAmendment: isAmendmentForm(filing.form),
    code: line.code_as_filed,
    ownership: line.ownership,
    nature: line.nature,
    holderNotes: notes((field) => HOLDER_FIELDS.has(field)),
    termNotes: notes((field) => TERM_FIELDS.has(field)),
    otherWords: [filing.remarks ?? '', ...notes((field) => !HOLDER_FIELDS.has(field))].join(' '),
    exercisableOn: line.exercisable_on,
    hasAmountAfter: holds !== null,
    isHeldOn: holds !== null && !isZero(holds) && holds !== (line.shares ?? line.total_value),
    owners: [...new Set(owners.map((owner) => owner.person_id))],
    ownerNames: [...new Set(owners.map((owner) => owner.name_as_filed))].sort(compareText),
    isTenPercentOwner: owners.some((owner) => owner.is_ten_percent_owner),
    isOffice: owners.some((owner) => owner.is_director || owner.is_officer),
  };
}
