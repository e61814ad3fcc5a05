import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnvironment } from '../child-environment.ts';
import { killChild } from '../kill-child.ts';

/** Whether this machine has a NATS server to test with: Debian's package nats-server. */
export const HAS_NATS = spawnSync('nats-server', ['--version']).status === 0;

if (!HAS_NATS) {
  console.warn('Skipped: there is no nats-server. Install it to test the relay.');
}

/** A NATS server with JetStream, on a free port of this machine. */
export class NatsServer {
  readonly url: string;
  readonly #args: readonly string[];
  readonly #port: number;
  #child: ChildProcess | null = null;

  constructor(port: number, folder: string, more: readonly string[] = []) {
    this.#port = port;
    this.url = `nats://127.0.0.1:${port}`;
    this.#args = ['-js', '-sd', folder, '-a', '127.0.0.1', '-p', String(port), ...more];
  }

  /** Starts it, and waits until it listens. */
  async start(): Promise<void> {
    const child = spawn('nats-server', this.#args, {
      env: childEnvironment(),
      stdio: 'ignore',
    });
    this.#child = child;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`nats-server ended with ${child.exitCode}`);
      if (await listens(this.#port)) return;
      await sleep(20);
    }
  }

  /** Stops it where it stands, as a machine that hangs, or has it go on. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void {
    this.#child?.kill(name);
  }

  /** Kills it, and waits until it is gone. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    await killChild(child);
  }
}

/** A port that nobody listens at now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    // A server says first who it is.
    socket.once('data', () => answer(true));
    socket.once('error', () => answer(false));
  });
}
