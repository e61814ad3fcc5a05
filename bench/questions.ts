import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Random } from '../src/server/demo/index.ts';
import { type Question, readQuestions } from '../test/support/questions.ts';
import { childrenOf } from './fair/price.ts';
import { drawRequest } from './questions/draw-request.ts';
import { runBench } from './run-bench.ts';
import { asAdmin, KEPT_LEDGER, KEPT_LEDGER_HELP, makeLedger } from './serve/ledger.ts';
import type { Drawn } from './serve/operations.ts';
import { type Cleanup, cpuMilliseconds, startServer } from './serve/processes.ts';

const HELP = `What the twenty questions of docs/guides/questions.md take, one client at a time.

  npm run bench:questions -- [options]

  --entries N         entries of the generated ledger (1000000)
  --samples N         how often each is asked, of other subjects and years each time (100)
  ${KEPT_LEDGER_HELP}`;

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '1000000' },
    samples: { type: 'string', default: '100' },
    ledger: KEPT_LEDGER,
    help: { type: 'boolean', default: false },
  },
});

const OURS = fileURLToPath(new URL('../bin/insider-ledger.mjs', import.meta.url));
/** Answers come from the ledger, not from memory, and none is refused. */
const UNLIMITED = { RESPONSE_CACHE_MB: '0', REQUESTS_PER_MINUTE: '0', LOG: 'error' };
const WIDTHS = [8, 10, 10, 10, 10];

/** Where questions are asked, of a ledger of which size, and whose CPU they take. */
interface Asked {
  readonly url: string;
  readonly size: Drawn;
  readonly pids: () => readonly number[];
}

async function main(cleanup: Cleanup): Promise<void> {
  const ledger = await makeLedger(Number(values.entries), cleanup, values.ledger);
  const database = { DATABASE_URL: ledger.serverUrl, DATABASE_ADMIN_URL: ledger.adminUrl };
  const env = { PORT: '0', SAMPLES: 'off', ...UNLIMITED, ...database };
  const { pid, url } = await startServer({ args: [OURS, 'serve'], env }, cleanup);
  const postmaster = await asAdmin(ledger.adminUrl, async (client) => {
    const { rows } = await client.query("SELECT pg_read_file('postmaster.pid') AS text");
    return Number(String(rows[0]?.text).split('\n')[0]);
  });
  const asked = { url, size: ledger.size, pids: () => [pid, ...childrenOf(postmaster)] };
  console.log(`Node ${process.version}; ${ledger.entries} entries; milliseconds.\n`);
  print('question', ['cost', 'p50', 'p99', 'CPU', 'bytes']);
  for (const question of readQuestions()) {
    const { cost, p50, p99, cpu, bytes } = await measure(question, asked, Number(values.samples));
    const figures = [p50, p99, cpu].map((figure) => figure.toFixed(1));
    print(`${question.number}. ${question.title}`, [String(cost), ...figures, bytes.toFixed(0)]);
  }
}

/** Asks it again and again; the first tenth warms up and is not counted. */
async function measure(question: Question, { url, size, pids }: Asked, samples: number) {
  const random = new Random(question.number);
  const times: number[] = [];
  const used = () => pids().reduce((total, pid) => total + (cpuMilliseconds(pid) ?? 0), 0);
  let [cost, bytes, before] = [0, 0, 0];
  for (let sample = -Math.ceil(samples / 10); sample < samples; sample += 1) {
    if (sample === 0) before = used();
    const body = JSON.stringify(drawRequest(question, size, random));
    const start = performance.now();
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body });
    const text = await response.text();
    const time = performance.now() - start;
    const { errors, extensions } = JSON.parse(text) as Answer;
    if (errors !== undefined) throw new Error(`${body}\n${errors[0]?.message}`);
    if (sample < 0) continue;
    times.push(time);
    cost = Math.max(cost, extensions?.cost ?? 0);
    bytes += text.length / samples;
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? Number.NaN;
  return { cost, bytes, p50: at(0.5), p99: at(0.99), cpu: (used() - before) / samples };
}

interface Answer {
  readonly errors?: readonly { readonly message: string }[];
  readonly extensions?: { readonly cost?: number };
}

function print(title: string, cells: readonly string[]): void {
  const shown = cells.map((cell, index) => cell.padStart(WIDTHS[index] ?? 10));
  console.log(title.padEnd(64) + shown.join(''));
}

if (values.help) console.log(HELP);
else await runBench(main);
