import type { Queryable } from '../../database/index.ts';
import { addsMore, isAmendmentForm, knownFilings } from '../decisions/index.ts';
import type { LedgerEvent } from '../events/index.ts';
import { readFilingEvents } from '../log/index.ts';
import { flagged, supersededBy } from './amendments.ts';
import type { ChangedFilings, FilingRows } from './changed-filings.ts';
import { formerRows, type Identified, identify } from './filed-ids.ts';
import { FILING_MARKS, filingRow, marksOf, ownerRows } from './filing-rows.ts';
import { LINE_MARKS, type LineRow, lineRows, withdrawnRows } from './line-rows.ts';

/**
 * Makes the rows of the filings that events bring or say more of, as if all that is known of one
 * had come first: positions and ids stay, and so does what other filings say of it
 * (docs/domain.md §2).
 */
export async function receiveFilings(
  db: Queryable,
  changed: ChangedFilings,
  events: readonly LedgerEvent[],
): Promise<void> {
  const received = await identify(db, knownFilings(events));
  for (const filing of received) changed.make(rowsOf(filing));
  const isNew = new Set(received.map(({ id }) => id));
  const more = events.filter((event) => addsMore(event) && !isNew.has(event.filingId));
  const [first] = more;
  if (first === undefined) return;
  const ids = [...new Set(more.map(({ filingId }) => filingId))];
  const before = await readFilingEvents(db, ids, first.position - 1n);
  const updated = await identify(db, knownFilings([...before, ...more]));
  await changed.read(ids);
  for (const filing of updated) {
    const stored = changed.stored(filing.id);
    changed.make(stored === undefined ? rowsOf(filing) : withMarks(rowsOf(filing), stored));
  }
  await dateSuperseded(db, changed, ids);
}

function rowsOf(filing: Identified): FilingRows {
  return {
    filing: filingRow(filing),
    owners: ownerRows(filing),
    lines: [...lineRows(filing), ...withdrawnRows(filing)],
    former: formerRows(filing),
  };
}

/** What other filings say of this one stays, but of lines that it withdraws. */
function withMarks(rows: FilingRows, before: FilingRows): FilingRows {
  const stood = new Map(before.lines.map((line) => [line.position, line]));
  const isSame = isAmendmentForm(rows.filing.form) && isAmendmentForm(before.filing.form);
  const marks = isSame ? before.filing : marksOf(rows.filing.form);
  const filing = { ...rows.filing, ...cellsOf(marks, FILING_MARKS) };
  const lines = rows.lines.map((line) => {
    const held = stood.get(line.position);
    const isMarked = held !== undefined && !held.is_taken_back && !line.is_taken_back;
    return isMarked ? { ...line, ...cellsOf(held, LINE_MARKS) } : line;
  });
  return flagged({ ...rows, filing, lines });
}

function cellsOf<T, K extends keyof T>(row: T, columns: readonly K[]): Pick<T, K> {
  return Object.fromEntries(columns.map((column) => [column, row[column]])) as Pick<T, K>;
}

/** What filings supersede is superseded from when they are known, of which more may be reported. */
async function dateSuperseded(
  db: Queryable,
  changed: ChangedFilings,
  ids: readonly bigint[],
): Promise<void> {
  const updated = await changed.read(ids);
  const knownAt = new Map(
    updated.flatMap(({ filing, lines }) =>
      [filing.id, ...lines.map(({ position }) => position)].map((by) => [by, filing.known_at]),
    ),
  );
  const dated = (line: LineRow) => {
    const by = line.is_left_out ? line.filing_id : line.superseded_by;
    const at = line.is_taken_back || by === null ? undefined : knownAt.get(by);
    return at === undefined || at === line.superseded_known_at
      ? line
      : { ...line, superseded_known_at: at };
  };
  for (const rows of [...(await supersededBy(db, changed, [...knownAt.keys()])), ...updated]) {
    const lines = rows.lines.map(dated);
    if (lines.some((line, at) => line !== rows.lines[at])) changed.change({ ...rows, lines });
  }
}
