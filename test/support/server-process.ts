import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { childEnvironment } from './child-environment.ts';
import { PROGRAM, type Run } from './command-line.ts';

/** A real process that serves a ledger. */
export interface ServerProcess {
  /** Of its GraphQL, over HTTP. */
  readonly url: string;
  /** Sends it a signal. */
  kill(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): void;
  /** What it came to; the status is null where a signal ended it. */
  readonly ended: Promise<Run>;
  /** What it has logged so far. */
  log(): string;
}

/**
 * Runs `insider-ledger serve` on a free port, until the test is finished at the latest; over an
 * embedded database where none is given.
 */
export async function startServerProcess(
  databaseUrl: string | null,
  env: Readonly<Record<string, string>> = {},
  program = PROGRAM,
): Promise<ServerProcess> {
  const database = databaseUrl === null ? {} : { DATABASE_URL: databaseUrl };
  const child = spawn(process.execPath, [program, 'serve'], {
    env: { ...childEnvironment(), ...database, PORT: '0', SAMPLES: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const ended = new Promise<Run>((resolve) => {
    child.once('close', (status) => resolve({ status, stdout, stderr }));
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The server ended: ${stderr}`)));
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      const [, listening] = /http:\/\/localhost:(\d+)\/graphql\n/.exec(stdout) ?? [];
      if (listening !== undefined) resolve(listening);
    });
  });
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    kill: (signal) => child.kill(signal),
    ended,
    log: () => stderr,
  };
}
