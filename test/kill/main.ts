import { parseArgs } from 'node:util';
import { killIngests } from './kill-ingests.ts';

const { values } = parseArgs({
  options: {
    process: { type: 'string', default: '100' },
    postgres: { type: 'string', default: '20' },
    files: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});

const stopping = new AbortController();
process.once('SIGINT', () => stopping.abort());

const started = performance.now();
const report = await killIngests(
  {
    process: Number(values.process),
    postgres: Number(values.postgres),
    count: Number(values.files),
    seed: Number(values.seed),
    signal: stopping.signal,
  },
  (line) => console.log(line),
);
console.log(
  `${report.process} kills of the ingest and ${report.postgres} of PostgreSQL, ` +
    `${report.inTransaction} of them in a transaction, over ${report.ledgers} ledgers, ` +
    `in ${Math.round((performance.now() - started) / 1_000)} s: ` +
    (report.faults.length === 0 ? 'all whole' : report.faults.join('\n')),
);
process.exitCode = report.faults.length === 0 ? 0 : 1;
