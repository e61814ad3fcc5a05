import { readdirSync, readFileSync } from 'node:fs';
import { CpuMeter } from './cpu-meter.ts';
import { PRICED_QUERIES } from './priced-queries.ts';

/** What a query says that it costs, and what it takes. */
export interface Priced {
  readonly name: string;
  readonly cost: number;
  /** Milliseconds of CPU of the server and of PostgreSQL, of one execution. */
  readonly cpu: number;
}

/** Each query is asked so often in a row, or until it has taken so long; the median counts. */
const ROUNDS = 5;
const CPU_MS = 50;
const MOST_TIMES = 20;

/** Asks every query of a server alone, in turns with the others, and measures what it takes. */
export async function price(url: string, pids: () => readonly number[]): Promise<Priced[]> {
  const meter = new CpuMeter(pids);
  const ask = async (query: string) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return (await response.json()) as Answer;
  };
  const costs = new Map<string, number>();
  // The first round is the program's warming up.
  const taken = new Map<string, number[]>();
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, query] of Object.entries(PRICED_QUERIES)) {
      const { errors, extensions } = await ask(query);
      if (errors !== undefined) {
        if (round === 0) console.log(`${name}: ${errors[0]?.message}`);
        continue;
      }
      costs.set(name, extensions?.cost ?? 0);
      const before = meter.milliseconds();
      let times = 0;
      while (times < MOST_TIMES && meter.milliseconds() - before < CPU_MS) {
        await ask(query);
        times += 1;
      }
      const each = (meter.milliseconds() - before) / times;
      if (round > 0) taken.set(name, [...(taken.get(name) ?? []), each]);
    }
  }
  return [...taken].map(([name, times]) => ({
    name,
    cost: costs.get(name) ?? 0,
    cpu: times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0,
  }));
}

interface Answer {
  readonly errors?: readonly { readonly message: string }[];
  readonly extensions?: { readonly cost?: number };
}

/** The processes of a PostgreSQL: its postmaster's children. Linux alone. */
export function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
      } catch {
        return false;
      }
    });
}
