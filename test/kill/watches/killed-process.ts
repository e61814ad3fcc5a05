import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { childEnvironment } from '../../support/child-environment.ts';
import { killChild } from '../../support/kill-child.ts';

/** A process that is killed where it stands, and started anew. */
export class KilledProcess {
  readonly #args: readonly string[];
  #child: ChildProcess | null = null;

  constructor(args: readonly string[]) {
    this.#args = args;
  }

  /** Starts it, and waits for its first word. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [...this.#args], {
      env: childEnvironment(),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.#child = child;
    const ended = once(child, 'exit').then(() => {
      throw new Error(`${this.#args.join(' ')} ended before it began`);
    });
    await Promise.race([once(child.stdout, 'data'), ended]);
    ended.catch(() => undefined);
  }

  /** Kills it, and waits until it is gone. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    await killChild(child);
  }
}
