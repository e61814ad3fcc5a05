import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** A started server. */
export interface ServerProcess {
  readonly pid: number;
  readonly url: string;
}

const OWN = ['PATH', 'HOME', 'TMPDIR'] as const;
const SECONDS_TO_STOP = 20;

/** What has to be undone, in reverse order, however the bench ends. */
export class Cleanup {
  readonly #steps: (() => Promise<void>)[] = [];

  /** Adds a step. */
  add(step: () => Promise<void>): void {
    this.#steps.push(step);
  }

  /** Takes every step once; a step that fails is reported and does not stop the others. */
  async run(): Promise<void> {
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      await step().catch((error: unknown) => console.error(error));
    }
  }
}

/**
 * Starts a server that prints localhost:PORT when it listens, with the options of `npm start`.
 * Fails where it ends before. It sees no more of the environment than it needs.
 */
export async function startServer(
  options: {
    readonly node?: string;
    readonly args: readonly string[];
    readonly cwd?: string;
    readonly env: Readonly<Record<string, string>>;
  },
  cleanup: Cleanup,
): Promise<ServerProcess> {
  const { node = process.execPath, args, cwd, env } = options;
  const inherited = Object.fromEntries(OWN.map((name) => [name, process.env[name]]));
  const child = spawn(node, ['--max-semi-space-size=64', ...args], {
    env: { ...inherited, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(cwd === undefined ? {} : { cwd }),
  });
  cleanup.add(() => stopProcess(child));
  const port = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${args[0]} ended with ${code}.`)));
    let printed = '';
    child.stdout?.on('data', (chunk) => {
      printed += String(chunk);
      const listening = /localhost:(\d+)/.exec(printed)?.[1];
      if (listening !== undefined) resolve(listening);
    });
  });
  return { pid: child.pid ?? 0, url: `http://127.0.0.1:${port}/graphql` };
}

/** Asks a process to end, and ends it where it does not. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), SECONDS_TO_STOP * 1_000);
  await ended;
  clearTimeout(timer);
}

/**
 * Milliseconds of CPU that a process has used, its threads included; null where /proc is missing.
 */
export function cpuMilliseconds(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // Ticks of user and system time; Linux counts a hundred a second.
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}
