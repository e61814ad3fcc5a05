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
  return async (load) => {
    child.send(load);
    const [loaded] = (await once(child, 'message')) as [Loaded];
    if (loaded.failures !== '') {
      throw new Error(`${load.contender}, ${load.operation}: ${loaded.failures}`);
    }
    return loaded;
  };
}
