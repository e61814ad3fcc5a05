import { readdirSync, readFileSync } from 'node:fs';

/**
 * CPU time of processes that come and go, as connections do: what one had used when it went stays
 * counted. Linux alone.
 */
export class CpuMeter {
  readonly #pids: () => readonly number[];
  readonly #used = new Map<number, number>();

  constructor(pids: () => readonly number[]) {
    this.#pids = pids;
  }

  /** Milliseconds in all so far, to the microsecond. */
  milliseconds(): number {
    for (const pid of this.#pids()) {
      const used = threadsOf(pid).reduce((total, thread) => total + onCpu(thread), 0);
      if (used > 0) this.#used.set(pid, used);
    }
    let total = 0;
    for (const used of this.#used.values()) total += used;
    return total;
  }
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}`);
  } catch {
    return [];
  }
}

/** The first number of schedstat: nanoseconds on a processor. */
function onCpu(thread: string): number {
  try {
    return Number(readFileSync(`${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return 0;
  }
}
