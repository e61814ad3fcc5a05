import { readFile } from 'node:fs/promises';
import type { Database } from '../../database/index.ts';
import {
  type BuildProgress,
  compareProjections,
  type Fault,
  verifyLedger,
  verifyReadings,
} from '../../ledger/index.ts';
import { HeldCheckpoints, parseVerifierKey, splitNotes } from '../../receipts/index.ts';
import { Anomaly } from '../../values/index.ts';
import { describeBuild } from '../describe-build.ts';
import type { ExitStatus } from './exit-status.ts';
import type { OutputOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

/** Options of `verify`, as they stand on the command line. */
export interface VerifyOptions extends OutputOptions {
  /** Whether the kept source bytes are parsed again, and compared with the events. */
  readonly sources?: boolean;
  /** A file of checkpoints that was kept elsewhere. */
  readonly checkpoint?: string;
  /** Public keys that these are trusted by. */
  readonly checkpointKey?: readonly string[];
  /** Whether the projections are compared with a rebuild. */
  readonly projections?: boolean;
}

/** What was looked at beyond the chain, each null where it was not asked for. */
interface Verified {
  readonly readings: number | null;
  readonly checkpoints: number | null;
  readonly projections: number | null;
}

type Faulty = { readonly faults: readonly Fault[] };

/** `insider-ledger verify`: 1 where anything in the ledger is not what was appended. */
export async function verifyCommand(
  terminal: Terminal,
  options: VerifyOptions,
): Promise<ExitStatus> {
  const kept = await readKept(options);
  const { events, sources, head, faults, ...verified } = await withDatabase(
    terminal,
    async (database, stop) => {
      const progress = (what: string) => (count: number) => {
        stop.throwIfAborted();
        terminal.progress(`${count} ${what}`);
      };
      const { pool } = database;
      const held = kept === null ? null : await HeldCheckpoints.open(pool, kept);
      const chain = await verifyLedger(pool, progress('events verified'), ({ hash }) =>
        held?.add(hash),
      );
      const signed = (await held?.faults()) ?? [];
      const read = options.sources
        ? await verifyReadings(pool, progress('filings read again'))
        : null;
      const compared = options.projections
        ? await comparedWithRebuild(database, (done) => {
            stop.throwIfAborted();
            terminal.progress(`Projections built beside the ledger: ${describeBuild(done)}`);
          })
        : null;
      return {
        ...chain,
        readings: read?.filings ?? null,
        checkpoints: kept?.notes.length ?? null,
        projections: compared?.tables ?? null,
        faults: [chain.faults, signed, read?.faults ?? [], compared?.faults ?? []].flat(),
      };
    },
  );
  terminal.done();
  const ok = faults.length === 0;
  const shown = faults.map(({ position, message }) => ({
    position: position === null ? null : String(position),
    message,
  }));
  if (options.json) {
    const asked = Object.entries(verified).filter(([, count]) => count !== null);
    const more = Object.fromEntries(asked);
    terminal.print(JSON.stringify({ events, head, ok, sources, ...more, faults: shown }));
    return ok ? 0 : 1;
  }
  for (const { position, message } of shown) {
    terminal.warn(position === null ? message : `position ${position}: ${message}`);
  }
  if (!ok) {
    const what = verified.readings === null ? 'was changed' : 'was changed, or has older readings';
    terminal.print(`the ledger ${what}: ${faults.length} fault(s)`);
    return 1;
  }
  const all = `${events} events and ${sources} source documents`;
  terminal.print(`${all} are as they were appended; head ${head ?? 'none'}`);
  for (const line of described(verified)) terminal.print(line);
  return 0;
}

function described({ readings, checkpoints, projections }: Verified): string[] {
  return [
    ...(checkpoints === null ? [] : [`the ledger keeps to ${checkpoints} checkpoint(s)`]),
    ...(readings === null
      ? []
      : [`the events of ${readings} filings are what their source documents say`]),
    ...(projections === null ? [] : [`${projections} projections are what a rebuild makes`]),
  ];
}

async function comparedWithRebuild(
  database: Pick<Database, 'connection'>,
  progress: (done: BuildProgress) => void,
): Promise<Faulty & { readonly tables: number }> {
  const compared = await compareProjections(database, progress);
  const faults = compared.flatMap(({ table, same, strange }) => {
    if (same) return [];
    const which = strange === null ? 'it lacks rows' : `the rebuild does not have ${strange}`;
    const message = `projection ${table} is not what its events make: ${which}. "rebuild" makes it anew.`;
    return [{ position: null, message }];
  });
  return { tables: compared.length, faults };
}

/** Reads the file of checkpoints and the keys. Incorrect where there is none, or a key is none. */
async function readKept({ checkpoint, checkpointKey }: VerifyOptions) {
  if (checkpoint === undefined) {
    if (checkpointKey === undefined) return null;
    throw new Anomaly('Incorrect', '--checkpoint-key: is for --checkpoint alone.');
  }
  const text = await readFile(checkpoint, 'utf8').catch((cause: Error) => {
    const message = `--checkpoint: ${checkpoint} cannot be read: ${cause.message}`;
    throw new Anomaly('Incorrect', message, { cause });
  });
  const notes = splitNotes(text);
  if (notes.length === 0) {
    throw new Anomaly('Incorrect', `--checkpoint: there is no checkpoint in ${checkpoint}.`);
  }
  return { notes, trusted: checkpointKey?.map(readKey) ?? null };
}

function readKey(text: string): Buffer {
  const key = parseVerifierKey(text);
  if (key !== null) return key.publicKey;
  const message = `--checkpoint-key: ${JSON.stringify(text)} is no key as "key checkpoint --list" prints it.`;
  throw new Anomaly('Incorrect', message);
}
