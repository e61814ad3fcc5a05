import { type ChildProcess, spawn } from 'node:child_process';
import { childEnvironment } from '../support/child-environment.ts';
import { PROGRAM } from '../support/command-line.ts';

/** What became of a process that ingests. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly status: number | null;
  readonly stderr: string;
}

/** A real `insider-ledger ingest` of a folder into a data folder. */
export interface IngestProcess {
  /** Stops it where it stands, so that it can be seen what it was at. */
  freeze(): void;
  kill(): void;
  /** Whether it has ended, by itself or not. */
  readonly hasEnded: () => boolean;
  readonly ended: Promise<Ended>;
}

/** Starts it; it is killed where the signal is given, and `ended` rejects then. */
export function startIngest(
  documents: string,
  dataFolder: string,
  signal: AbortSignal,
): IngestProcess {
  const child: ChildProcess = spawn(process.execPath, [PROGRAM, 'ingest', documents, '--json'], {
    env: { ...childEnvironment(), DATA_DIR: dataFolder, SAMPLES: 'off' },
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
    killSignal: 'SIGKILL',
  });
  let stderr = '';
  let ended = false;
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const end = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      ended = true;
      resolve({ status, stderr });
    });
  });
  // The caller handles the rejection; nobody may be waiting yet.
  end.catch(() => undefined);
  return {
    freeze: () => child.kill('SIGSTOP'),
    kill: () => child.kill('SIGKILL'),
    hasEnded: () => ended,
    ended: end,
  };
}
