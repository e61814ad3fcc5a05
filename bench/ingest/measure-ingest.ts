import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { IngestSummary } from '../../src/server/ingest-documents.ts';

/** What an ingest took. */
export interface MeasuredIngest {
  readonly summary: IngestSummary;
  readonly seconds: number;
  /**
   * Filings a second over all of it, in the first fifth after the first transaction, and in the
   * last.
   */
  readonly rate: number;
  readonly rateAtStart: number;
  readonly rateAtEnd: number;
  /** Resident memory at its highest, megabytes. */
  readonly megabytes: number;
}

interface Progress {
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
  const progress: Progress[] = [];
  let summary: IngestSummary | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    const read = JSON.parse(line);
    if ('ms' in read) progress.push(read);
    else summary = read;
  }
  const last = progress.at(-1);
  if (summary === undefined || last === undefined) throw new Error('The ingest ended early.');
  const fifth = Math.floor(progress.length / 5) || 1;
  return {
    summary,
    seconds: last.ms / 1_000,
    rate: (last.documents * 1_000) / last.ms,
    rateAtStart: rate(progress.slice(0, fifth + 1)),
    rateAtEnd: rate(progress.slice(-fifth - 1)),
    megabytes: Math.max(...progress.map(({ rss }) => rss)) / 1e6,
  };
}

function rate(progress: readonly Progress[]): number {
  const [first, last] = [progress[0], progress.at(-1)];
  if (first === undefined || last === undefined || first === last) return Number.NaN;
  return ((last.documents - first.documents) * 1_000) / (last.ms - first.ms);
}
