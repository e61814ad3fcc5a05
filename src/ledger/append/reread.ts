import { type Database, lookingUp, type Queryable, readSources } from '../../database/index.ts';
import type { FormType } from '../../parser/index.ts';
import { type Instant, instantOf } from '../../values/index.ts';
import { type HeldFilingState, parserOf } from '../decisions/index.ts';
import { type Append, type Head, holdingLedger } from '../log/index.ts';
import { appendPending, type PendingAppend } from './append-pending.ts';
import { readKnown } from './known-filings.ts';
import { READER, type Reader } from './prepare.ts';
import { type ReadAgain, readAgain } from './read-again.ts';
import { noteReread, rereadThrough } from './reread-progress.ts';
import { takeLedger } from './take-ledger.ts';

/** Which readings are made again; what is left out does not narrow. */
export interface RereadSelection {
  readonly forms?: readonly FormType[] | undefined;
  /** Filings known since. */
  readonly since?: Instant | undefined;
  /** Filings alone that are read with warnings, now or on record. */
  readonly isWarned?: boolean | undefined;
}

/** How it is done. */
export interface RereadOptions extends RereadSelection {
  /** Whether nothing is appended, and what would be is only reported. */
  readonly isDryRun?: boolean;
  /** Whether it begins at the first reading, in place of where it was interrupted. */
  readonly fromStart?: boolean;
  readonly reader?: Reader;
}

/** What becomes of one filing. */
export interface RereadFiling {
  readonly filingId: bigint;
  readonly stream: string;
  readonly replaced: number;
  readonly added: number;
  readonly takenBack: number;
  /** What the reader refuses now; what was read before stands. */
  readonly refused: ReadAgain['refused'];
  /** Whether a FilingReread is appended. */
  readonly isReread: boolean;
}

/** Some filings read again, one transaction's worth. */
export interface RereadPage {
  readonly filings: number;
  /** Those of which another reading came, or that the reader refuses. */
  readonly found: readonly RereadFiling[];
  /** Events appended. */
  readonly events: number;
}

/** Readings a page, and of their bytes: all that is in memory at once. */
const READINGS_AT_ONCE = 100;

/**
 * Reads the kept bytes of filings again that an older parser read, and appends a FilingReread where
 * something else comes of it (docs/domain.md §4). Page by page, each in a transaction of its own
 * that notes how far it is: what is interrupted goes on there. Conflict where the projections are
 * behind.
 */
export async function* rereadLedger(
  database: Pick<Database, 'pool'>,
  { isDryRun = false, fromStart = false, reader = READER, ...selection }: RereadOptions = {},
): AsyncGenerator<RereadPage> {
  const key = { parser: reader.version, filter: filterText(selection) };
  let through = fromStart || isDryRun ? 0n : await rereadThrough(database.pool, key);
  for (;;) {
    const readings = await olderReadings(database.pool, through, { selection, reader });
    const last = readings.at(-1);
    const isLast = readings.length < READINGS_AT_ONCE;
    through = last?.position ?? through;
    const filings = [...new Set(readings.map(({ filingId }) => filingId))];
    const known = new Map<bigint, HeldFilingState>();
    await readKnown(database.pool, known, filings);
    const read = await readAll(database.pool, known, { reader, selection });
    const changed = [...read].filter(([, { bodies }]) => bodies.length > 0).map(([id]) => id);
    const note = (db: Queryable) => noteReread(db, { ...key, through, isFinished: isLast });
    let events = 0;
    if (!isDryRun && changed.length > 0) {
      const append = async (db: Queryable) => {
        const appended = await appendReread(db, changed, { reader, selection });
        await note(db);
        return appended;
      };
      events = await holdingLedger(database, append, { looksUpKeys: true });
    } else if (!isDryRun) await note(database.pool);
    yield { filings: filings.length, found: foundIn(known, read), events };
    if (isLast) return;
  }
}

/** Reads filings again under the ledger's lock, and appends and projects what comes of it. */
async function appendReread(
  db: Queryable,
  filings: readonly bigint[],
  { reader, selection }: { readonly reader: Reader; readonly selection: RereadSelection },
): Promise<number> {
  const recordedAt = instantOf(new Date());
  const reads = lookingUp(db, false);
  const head = await takeLedger(reads);
  const known = new Map<bigint, HeldFilingState>();
  await readKnown(db, known, filings);
  const pending = [...(await readAll(db, known, { reader, selection }))].flatMap(
    ([filingId, read]) => possibleDuplicates(filingId, known, read),
  );
  if (pending.length === 0) return 0;
  const further = await appendPending(reads, { head, pending, recordedAt });
  return pending.reduce((sum, { append }) => sum + append.bodies.length, further.length);
}

function possibleDuplicates(
  filingId: bigint,
  known: ReadonlyMap<bigint, HeldFilingState>,
  { bodies, state, documents }: ReadAgain,
): PendingAppend[] {
  const before = known.get(filingId);
  const document = documents.at(-1);
  if (before === undefined || document === undefined || bodies.length === 0) return [];
  const { stream, sequence } = before;
  const append: Append = { stream, filingId, sequence, knownAt: state.merged.knownAt, bodies };
  return [{ is: 'held', document, filingId, append }];
}

async function readAll(
  db: Queryable,
  known: ReadonlyMap<bigint, HeldFilingState>,
  { reader, selection }: { readonly reader: Reader; readonly selection: RereadSelection },
): Promise<Map<bigint, ReadAgain>> {
  const hashes = [...known.values()].flatMap(({ readings }) =>
    readings.filter((reading) => parserOf(reading) < reader.version),
  );
  const sources = await readSources(
    db,
    hashes.map(({ sourceHash }) => sourceHash),
  );
  const read = new Map<bigint, ReadAgain>();
  for (const [id, filing] of known) {
    const again = readAgain(filing, sources, reader);
    const isWarned = again.warned > 0 || (filing.merged.warnings ?? []).length > 0;
    if (selection.isWarned !== true || isWarned) read.set(id, again);
  }
  return read;
}

function foundIn(
  known: ReadonlyMap<bigint, HeldFilingState>,
  read: ReadonlyMap<bigint, ReadAgain>,
): RereadFiling[] {
  return [...read].flatMap(([filingId, { bodies, refused }]) => {
    if (bodies.length === 0 && refused.length === 0) return [];
    const readings = bodies.flatMap((body) =>
      body.type === 'FILING_REREAD' ? [body.payload] : [],
    );
    const count = (of: 'replaced' | 'added' | 'takenBack') =>
      readings.reduce((sum, payload) => sum + payload[of].length, 0);
    const stream = known.get(filingId)?.stream ?? '';
    const counts = {
      replaced: count('replaced'),
      added: count('added'),
      takenBack: count('takenBack'),
    };
    return [{ filingId, stream, ...counts, refused, isReread: bodies.length > 0 }];
  });
}

interface OlderReading {
  readonly position: bigint;
  readonly filingId: bigint;
}

/** Readings after a position that an older parser made, in ledger order. */
async function olderReadings(
  db: Queryable,
  after: Head['position'],
  { selection, reader }: { readonly selection: RereadSelection; readonly reader: Reader },
): Promise<OlderReading[]> {
  const { forms = null, since = null } = selection;
  const { rows } = await db.query<OlderReading>(OLDER, [
    after,
    reader.version,
    forms,
    since,
    READINGS_AT_ONCE,
  ]);
  return rows;
}

const OLDER = `
  SELECT e.position, e.filing_id AS "filingId"
  FROM ledger_event e JOIN filing f ON f.id = e.filing_id
  WHERE e.position > $1 AND e.type IN ('FILING_RECEIVED', 'IDENTITY_RESOLVED', 'FILING_REREAD')
    AND (e.type = 'FILING_RECEIVED' OR e.payload->'told' IS NOT NULL)
    AND coalesce((e.payload->>'parser')::int, (e.payload->'told'->>'parser')::int, 1) < $2
    AND ($3::form_type[] IS NULL OR f.form = ANY($3::form_type[]))
    AND ($4::timestamptz IS NULL OR f.known_at >= $4)
  ORDER BY e.position LIMIT $5`;

function filterText({ forms, since, isWarned = false }: RereadSelection): string {
  return [
    ...(forms === undefined ? [] : [[...forms].sort().join()]),
    ...(since === undefined ? [] : [`since ${since}`]),
    ...(isWarned ? ['warned'] : []),
  ].join(' ');
}
