import type { MeasuredIngest } from './measure-ingest.ts';
import type { LiveLedger, MeasuredLive } from './measure-live.ts';

/** Node's and PostgreSQL's CPU a filing, microseconds. */
export function cpuAFiling({ cpu, summary }: MeasuredIngest): number {
  return ((cpu.node + cpu.postgres) * 1_000) / summary.filings;
}

/** Prints what an ingest took: by the clock, and by CPU a filing. */
export function describe(what: string, measured: MeasuredIngest): void {
  const { summary, seconds, cpu, mainThread, wal, resident } = measured;
  const each = (ms: number) => Math.round((ms * 1_000) / summary.filings);
  console.log(
    `${what}: ${summary.filings} filings, ${summary.events} events, ${summary.rejected} rejected; ` +
      `${seconds.toFixed(1)} s, ${Math.round(summary.filings / seconds)} filings/s`,
  );
  console.log(
    `  CPU a filing: ${Math.round(cpuAFiling(measured))} µs: Node ${each(cpu.node)} (main thread ` +
      `${each(mainThread)}), PostgreSQL ${each(cpu.postgres)}; WAL ` +
      `${(wal / summary.filings / 1_000).toFixed(1)} kB a filing; Node ` +
      `${Math.round(resident / 1e6)} MB resident at most`,
  );
}

/** Prints PostgreSQL's CPU beside that of a bare COPY of the same rows. */
export function describeReplay({ cpu, summary }: MeasuredIngest, replayed: number): void {
  const each = Math.round((replayed * 1_000) / summary.filings);
  const ratio = (cpu.postgres / replayed).toFixed(2);
  console.log(`  PostgreSQL, a bare COPY of all these rows: ${each} µs a filing; ratio ${ratio}`);
}

/** Prints what each ledger took for a filing that came alone. */
export function describeLive(
  what: string,
  measured: ReadonlyMap<Pick<LiveLedger, 'name'>, MeasuredLive>,
): void {
  for (const [{ name }, { filings, statements, postgres, node }] of measured) {
    const each = (total: number) => (total / filings).toFixed(2);
    console.log(
      `${name}: ${filings} filings ${what}: ${each(statements)} statements a filing; CPU ` +
        `${each(postgres)} ms of PostgreSQL, ${each(node)} of Node`,
    );
  }
}
