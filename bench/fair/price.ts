import { readdirSync, readFileSync } from 'node:fs';
import { cpuMilliseconds } from '../serve/processes.ts';
import { PRICED_QUERIES } from './priced-queries.ts';

/** What a query says that it costs, and what it takes. */
export interface Priced {
  readonly name: string;
  readonly cost: number;
  /** Milliseconds of CPU of the server and of PostgreSQL, of one execution. */
  readonly cpu: number;
}

/** A query is asked again and again for so long, as the clock of CPU time is coarse. */
const CPU_MS = 200;
const MOST_TIMES = 40;

/** Asks every query of a server alone, and measures what it takes. */
export async function price(url: string, pids: () => readonly number[]): Promise<Priced[]> {
  const priced: Priced[] = [];
  for (const [name, query] of Object.entries(PRICED_QUERIES)) {
    const ask = async () => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      return (await response.json()) as Answer;
    };
    const { errors, extensions } = await ask();
    if (errors !== undefined) {
      console.log(`${name}: ${errors[0]?.message}`);
      continue;
    }
    await ask();
    const used = () => pids().reduce((total, pid) => total + (cpuMilliseconds(pid) ?? 0), 0);
    const before = used();
    let times = 0;
    while (times < MOST_TIMES && used() - before < CPU_MS) {
      await ask();
      times += 1;
    }
    priced.push({ name, cost: extensions?.cost ?? 0, cpu: (used() - before) / times });
  }
  return priced;
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
