import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from './child-environment.ts';

/** The command line of this project. */
export const PROGRAM = fileURLToPath(new URL('../../bin/insider-ledger.mjs', import.meta.url));

/** What a run of the command line came to. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run that has begun. */
export interface StartedRun {
  /** Sends the process a signal. */
  kill(signal: NodeJS.Signals): boolean;
  readonly ended: Promise<Run>;
  /** What it has printed so far. */
  soFar(): Pick<Run, 'stdout' | 'stderr'>;
}

/**
 * Starts `insider-ledger` with these arguments, environment and input, in a folder without a
 * `.env`.
 */
export function startInsiderLedger(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input?: Uint8Array | string,
): StartedRun {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...childEnvironment(), ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  child.stdin?.end(input);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Run>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, stdout, stderr }));
  });
  return { kill: (signal) => child.kill(signal), ended, soFar: () => ({ stdout, stderr }) };
}

/** The same, to its end. */
export function insiderLedger(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input?: Uint8Array | string,
): Promise<Run> {
  return startInsiderLedger(args, env, input).ended;
}
