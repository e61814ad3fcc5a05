import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Load, Loaded } from './load.ts';
import { type Cleanup, stopProcess } from './processes.ts';

const PROGRAM = fileURLToPath(new URL('./load.ts', import.meta.url));

/** Starts the process that asks; gives how to have it ask. Fails where an answer was none. */
export function startLoad(cleanup: Cleanup): (load: Load) => Promise<Loaded> {
  const child = fork(PROGRAM);
  cleanup.add(() => stopProcess(child));
  const ended = once(child, 'exit').then(() => {
    throw new Error('The process that asks has ended.');
  });
  ended.catch(() => undefined);
  return async (load) => {
    child.send(load);
    const [loaded] = (await Promise.race([once(child, 'message'), ended])) as [Loaded];
    if (loaded.failures !== '') {
      throw new Error(`${load.contender}, ${load.operation}: ${loaded.failures}`);
    }
    return loaded;
  };
}
