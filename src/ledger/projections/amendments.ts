import { lookUp, type Queryable } from '../../database/index.ts';
import { amendsId } from '../decisions/index.ts';
import type { FilingAmended, LedgerEvent } from '../events/index.ts';
import type { ChangedFilings, FilingRows } from './changed-filings.ts';

/**
 * Marks amendments with their original and outcome, and the lines they supersede, from the
 * amendment's known-at on (docs/domain.md §6). Of several events about one amendment the last
 * holds.
 */
export async function foldAmendments(
  db: Queryable,
  changed: ChangedFilings,
  events: readonly LedgerEvent[],
): Promise<void> {
  const decided = events.filter((event) => event.type === 'FILING_AMENDED');
  if (decided.length === 0) return;
  const amendments = await changed.read(decided.map(({ filingId }) => filingId));
  const own = amendments.flatMap(({ filing, lines }) => [
    filing.id,
    ...lines.map(({ position }) => position),
  ]);
  const named = decided.flatMap(({ payload }) =>
    payload.superseded.map(({ line }) => BigInt(line)),
  );
  const about = [
    ...amendments,
    ...(await supersededBy(db, changed, own)),
    ...(await filingsOf(db, changed, named)),
  ];
  const ids = [...new Set(about.map(({ filing }) => filing.id))];
  for (const { filingId, payload } of decided) {
    const held = await changed.read(ids);
    for (const rows of amended(held, filingId, payload)) changed.change(rows);
  }
}

/** Filings with a line that one of these, filings or lines, has put out of force. */
export async function supersededBy(
  db: Queryable,
  changed: ChangedFilings,
  by: readonly bigint[],
): Promise<FilingRows[]> {
  const rows = await lookUp<{ id: bigint }>(db, {
    text: 'SELECT DISTINCT filing_id AS id FROM reported_line WHERE superseded_by = ANY($1)',
    values: [by],
    columns: 'id bigint',
  });
  return changed.read(rows.map(({ id }) => id));
}

/** The filings of lines. */
async function filingsOf(
  db: Queryable,
  changed: ChangedFilings,
  positions: readonly bigint[],
): Promise<FilingRows[]> {
  const wanted = new Set(positions);
  const known = changed.after.filter(({ lines }) =>
    lines.some((line) => wanted.delete(line.position)),
  );
  if (wanted.size === 0) return known;
  const { rows } = await db.query<{ id: bigint }>(
    'SELECT DISTINCT filing_id AS id FROM reported_line WHERE position = ANY($1)',
    [[...wanted]],
  );
  return [...known, ...(await changed.read(rows.map(({ id }) => id)))];
}

/** The filings that a decision about an amendment changes, as they become. Pure. */
function amended(
  held: readonly FilingRows[],
  id: bigint,
  payload: FilingAmended['payload'],
): FilingRows[] {
  const amendment = held.find(({ filing }) => filing.id === id);
  if (amendment === undefined) return [];
  const own = new Set([id, ...amendment.lines.map(({ position }) => position)]);
  const now = new Map(payload.superseded.map((each) => [BigInt(each.line), each]));
  const marked = (line: FilingRows['lines'][number]) => {
    if (line.is_taken_back) return line;
    const mark = now.get(line.position);
    const stood = line.is_left_out ? line.filing_id === id : own.has(line.superseded_by ?? 0n);
    if (mark === undefined && !stood) return line;
    return {
      ...line,
      // What the amendment supersedes by nothing is superseded by its FilingReceived.
      superseded_by: mark === undefined ? null : BigInt(mark.by ?? id),
      superseded_known_at: mark === undefined ? null : amendment.filing.known_at,
      // A line of its own that is left out never is in force.
      is_left_out: mark?.leftOut ?? false,
    };
  };
  return held.flatMap((rows) => {
    const lines = rows.lines.map(marked);
    if (rows !== amendment) {
      return lines.some((line, at) => line !== rows.lines[at]) ? [{ ...rows, lines }] : [];
    }
    const filing = {
      ...rows.filing,
      amends_id: amendsId(payload),
      amendment_outcome: payload.outcome,
      amendment_candidates: (payload.candidates ?? []).map(BigInt),
      is_original_missing: payload.originalMissing ?? false,
    };
    return [flagged({ ...rows, filing, lines })];
  });
}

/** Says on the lines of an amendment whether its original is missing. */
export function flagged(rows: FilingRows): FilingRows {
  const isMissing = rows.filing.is_original_missing;
  const lines = rows.lines.map((line) => {
    if (line.flags.includes('ORIGINAL_MISSING') === isMissing) return line;
    const others = line.flags.filter((flag) => flag !== 'ORIGINAL_MISSING');
    return { ...line, flags: isMissing ? [...others, 'ORIGINAL_MISSING' as const] : others };
  });
  return { ...rows, lines };
}
