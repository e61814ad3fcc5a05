import { type Queryable, readSources } from '../../database/index.ts';
import { isReadAlike, type KnownFiling, knownFilings, parserOf } from '../decisions/index.ts';
import { canonicalJson, type LedgerEvent } from '../events/index.ts';
import { type Fault, readFilingEvents } from '../log/index.ts';
import { READER, type Reader, readDocument } from './prepare.ts';
import { givenWith } from './read-again.ts';

/** The outcome of reading all kept sources again. */
export interface VerifiedReadings {
  readonly filings: number;
  /** At most a hundred, in ledger order. */
  readonly faults: readonly Fault[];
}

const FILINGS_AT_ONCE = 100;
const FAULTS_AT_MOST = 100;

/**
 * Reads the kept bytes of every filing again, and names each filing whose events are not what its
 * documents say. So what somebody has changed and sealed anew is found, as long as the bytes are as
 * they were (docs/domain.md §4). What was given beside the bytes, as a number, is taken as it is on
 * record.
 */
export async function verifyReadings(
  db: Queryable,
  progress: (filings: number) => void = () => undefined,
  reader: Reader = READER,
): Promise<VerifiedReadings> {
  const faults: Fault[] = [];
  let after = 0n;
  let filings = 0;
  for (;;) {
    const { rows } = await db.query<{ id: bigint }>(
      `SELECT position AS id FROM ledger_event WHERE type = 'FILING_RECEIVED' AND position > $1
       ORDER BY position LIMIT $2`,
      [after, FILINGS_AT_ONCE],
    );
    const last = rows.at(-1);
    if (last === undefined || faults.length >= FAULTS_AT_MOST) break;
    const ids = rows.map(({ id }) => id);
    faults.push(...(await faultsIn(db, ids, reader)));
    after = last.id;
    filings += rows.length;
    progress(filings);
  }
  return { filings, faults: faults.slice(0, FAULTS_AT_MOST) };
}

async function faultsIn(db: Queryable, ids: readonly bigint[], reader: Reader): Promise<Fault[]> {
  const events = await readFilingEvents(db, ids);
  const known = knownFilings(events);
  const hashes = known.flatMap(({ readings }) => readings.map(({ sourceHash }) => sourceHash));
  const sources = await readSources(db, [...new Set(hashes)]);
  return known.flatMap((filing) => {
    const own = events.filter(({ filingId }) => filingId === filing.id);
    const what = faultOf(filing, sources, reader) ?? faultOfLines(filing, own);
    if (what === null) return [];
    const name = filing.merged.filing.accessionNumber ?? filing.stream;
    return [{ position: filing.id, message: `filing ${name}: ${what}` }];
  });
}

/** What is wrong with the readings of a filing; null where nothing is. */
function faultOf(
  filing: KnownFiling,
  sources: ReadonlyMap<string, Uint8Array>,
  reader: Reader,
): string | null {
  for (const { sourceHash, ...reading } of filing.readings) {
    const bytes = sources.get(sourceHash);
    // That they are missing, or are others, is found without reading them.
    if (bytes === undefined) continue;
    const read = readDocument({ ...givenWith(filing, sourceHash), bytes }, reader);
    const isSame = read.outcome === 'read' && isReadAlike(filing.readings, read.received.reading);
    if (isSame) continue;
    const version = parserOf(reading);
    const older =
      version < reader.version
        ? `; parser ${version} read it, and "reread" tells what is read now`
        : '';
    return `its events are not what its source ${sourceHash} says${older}`;
  }
  return null;
}

/** Every line's event is a line of a reading on record. */
function faultOfLines(
  { merged, former }: KnownFiling,
  events: readonly LedgerEvent[],
): string | null {
  const stated = new Set(
    [...former, merged.filing].flatMap(({ lines }) => lines.map((line) => canonicalJson(line))),
  );
  const strange = events.find(
    ({ type, payload }) =>
      (type === 'TRANSACTION_REPORTED' || type === 'HOLDING_REPORTED') &&
      !stated.has(canonicalJson(payload)),
  );
  return strange === undefined
    ? null
    : `the line at ${strange.position} is in none of its documents`;
}
