import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { IngestSummary } from '../../src/server/ingest-documents.ts';

/** What an ingest took. */
export interface MeasuredIngest {
  readonly summary: IngestSummary;
  readonly seconds: number;
  /** Filings a second over all of it, in the first fifth after the first transaction, and in the last. */
  readonly rate: number;
  readonly rateAtStart: number;
  readonly rateAtEnd: number;
  /** Resident memory at its highest, megabytes. */
  readonly megabytes: number;
}

interface Told {
  readonly ms: number;
  readonly documents: number;
  readonly rss: number;
}

const PROCESS = fileURLToPath(new URL('./ingest-process.ts', import.meta.url));

/** Ingests paths in a process of its own and measures it. */
export async function measureIngest(
  url: string,
  paths: readonly string[],
): Promise<MeasuredIngest> {
  const child = spawn(
    process.execPath,
    ['--max-semi-space-size=32', '--import', 'tsx', PROCESS, url, ...paths],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const told: Told[] = [];
  let summary: IngestSummary | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    const read = JSON.parse(line);
    if ('ms' in read) told.push(read);
    else summary = read;
  }
  const last = told.at(-1);
  if (summary === undefined || last === undefined) throw new Error('The ingest ended early.');
  const fifth = Math.floor(told.length / 5) || 1;
  return {
    summary,
    seconds: last.ms / 1_000,
    rate: (last.documents * 1_000) / last.ms,
    rateAtStart: rate(told.slice(0, fifth + 1)),
    rateAtEnd: rate(told.slice(-fifth - 1)),
    megabytes: Math.max(...told.map(({ rss }) => rss)) / 1e6,
  };
}

function rate(told: readonly Told[]): number {
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined || first === last) return Number.NaN;
  return ((last.documents - first.documents) * 1_000) / (last.ms - first.ms);
}
