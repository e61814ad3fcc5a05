import { keepCheckpoints } from '../checkpoints/index.ts';
import { readConfig } from '../config.ts';
import { connect } from '../connect.ts';
import type { RevivableDatabase } from '../patience.ts';
import { Interrupted } from './exit-status.ts';
import { interruptible } from './interruption.ts';
import type { Terminal } from './terminal.ts';

/** Work on the ledger, with the signal that asks it to stop. */
export type LedgerWork<T> = (database: RevivableDatabase, stop: AbortSignal) => Promise<T>;

/** How work is stopped. */
export interface Stopping {
  /** Aborts in place of SIGINT and SIGTERM, where the command listens for these itself. */
  readonly stop?: AbortSignal;
  /** What it may take to stop by itself before its connections are ended; 0 where it does not. */
  readonly graceMs?: number;
  /** Whether it appends, and what it appends is to be signed (docs/decisions/0020). */
  readonly appends?: boolean;
}

/**
 * Runs work on the configured ledger and closes it again, however the work ends: also where it is
 * stopped, and then with the reason. An embedded PostgreSQL that nobody else uses is stopped with
 * it.
 */
export async function withDatabase<T>(
  terminal: Terminal,
  work: LedgerWork<T>,
  { stop, graceMs = 0, appends = false }: Stopping = {},
): Promise<T> {
  const within = (signal: AbortSignal, hurried?: AbortSignal) =>
    onConnection(terminal, work, { stop: signal, graceMs, hurried, appends });
  return stop === undefined ? interruptible(terminal.gone, within) : within(stop);
}

async function onConnection<T>(
  terminal: Terminal,
  work: LedgerWork<T>,
  { stop, graceMs, hurried, appends }: Cutting & { readonly appends: boolean },
): Promise<T> {
  const config = readConfig();
  const watcher = {
    say: (line: string) => terminal.say(line),
    done: () => terminal.done(),
    progress: (text: string) => {
      stop.throwIfAborted();
      terminal.progress(text);
    },
  };
  const connection = await connect(config, watcher).catch((error: unknown) => {
    stop.throwIfAborted();
    throw error;
  });
  const forget = cutWhenStopped(connection.database, { stop, graceMs, hurried });
  const signed = appends ? keepCheckpoints(connection.database, config, terminal) : null;
  let result: T;
  try {
    stop.throwIfAborted();
    result = await work(connection.database, stop);
  } catch (error) {
    // Where the database is gone or full it cannot be closed either: the first fault is the one to
    // tell.
    await signed?.close();
    await connection.close().catch(() => undefined);
    // What fails after the signal fails because of it.
    throw stop.aborted && !(error instanceof Interrupted) ? stop.reason : error;
  } finally {
    forget();
  }
  await signed?.close();
  await connection.close();
  return result;
}

/** When work that was asked to stop is cut off. */
interface Cutting {
  readonly stop: AbortSignal;
  readonly graceMs: number;
  /** Aborts where nobody waits for that. */
  readonly hurried?: AbortSignal | undefined;
}

/** Ends the connections of what does not stop by itself in time; its statements fail then. */
function cutWhenStopped(
  database: RevivableDatabase,
  { stop, graceMs, hurried }: Cutting,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const cut = () => void database.interrupt().catch(() => undefined);
  const stopped = () => {
    timer = setTimeout(cut, graceMs);
  };
  stop.addEventListener('abort', stopped);
  hurried?.addEventListener('abort', cut);
  return () => {
    clearTimeout(timer);
    hurried?.removeEventListener('abort', cut);
    stop.removeEventListener('abort', stopped);
  };
}
