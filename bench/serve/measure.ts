import type { Contender } from './contenders.ts';
import type { Load, Loaded } from './load.ts';
import type { ContenderName, Drawn, OperationName } from './operations.ts';
import { cpuMilliseconds } from './processes.ts';

/** Medians over the rounds of one contender. */
export interface Figures {
  readonly name: ContenderName;
  /** Requests a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of the server process a request; null where it cannot be known. */
  readonly cpu: number | null;
}

/** How to measure. */
export interface Rounds {
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUp: number;
}

const CONNECTIONS = 32;

/** Warms each contender up, then asks them in turns, each round with other questions. */
export async function measure(
  operation: OperationName,
  contenders: readonly Contender[],
  { rounds, seconds, warmUp, size }: Rounds & { readonly size: Drawn },
  ask: (load: Load) => Promise<Loaded>,
): Promise<Figures[]> {
  const once = async ({ name, url, pid }: Contender, seed: number, duration: number) => {
    const before = cpuMilliseconds(pid);
    const to = { url, contender: name, operation, size, connections: CONNECTIONS };
    const loaded = await ask({ ...to, seconds: duration, seed });
    const after = cpuMilliseconds(pid);
    return {
      ...loaded,
      rate: loaded.requests / loaded.seconds,
      cpu: before === null || after === null ? null : (after - before) / loaded.requests,
    };
  };
  for (const contender of contenders) await once(contender, 0, warmUp);
  const figures = contenders.map((): Awaited<ReturnType<typeof once>>[] => []);
  for (let round = 1; round <= rounds; round += 1) {
    for (const [place, contender] of contenders.entries()) {
      figures[place]?.push(await once(contender, round, seconds));
    }
  }
  return contenders.map(({ name }, place) => {
    const own = figures[place] ?? [];
    const of = (value: (one: (typeof own)[number]) => number) => median(own.map(value));
    const hasCpu = own.every(({ cpu }) => cpu !== null);
    return {
      name,
      rate: of(({ rate }) => rate),
      p50: of(({ p50 }) => p50),
      p99: of(({ p99 }) => p99),
      cpu: hasCpu ? of(({ cpu }) => cpu ?? 0) : null,
    };
  });
}

function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length - 1 - middle], sorted[middle]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
