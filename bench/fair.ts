import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Attacked, besideLoad } from './fair/beside.ts';
import { LOADS } from './fair/load-attacks.ts';
import { childrenOf, price } from './fair/price.ts';
import { rankCorrelation } from './fair/rank-correlation.ts';
import { runBench } from './run-bench.ts';
import {
  asAdmin,
  type BenchLedger,
  KEPT_LEDGER,
  KEPT_LEDGER_HELP,
  makeLedger,
} from './serve/ledger.ts';
import { type Cleanup, startServer } from './serve/processes.ts';

const HELP = `Whether costs are what queries cost, and whether a healthy client is answered beside attacks.

  npm run bench:fair -- [options]        npm run test:attacks: the attacks alone

  --entries N    entries of the generated ledger (1000000)
  ${KEPT_LEDGER_HELP}
  --seconds N    seconds of each attack, and of the healthy client alone (10)
  --only WHAT    prices or attacks
  --load TEXT    those attacks alone whose name has it`;

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '1000000' },
    ledger: KEPT_LEDGER,
    seconds: { type: 'string', default: '10' },
    only: { type: 'string' },
    load: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});

const OURS = fileURLToPath(new URL('../bin/insider-ledger.mjs', import.meta.url));
const LEAST_CORRELATION = 0.8;
const MOST_TIMES_SLOWER = 3;

async function main(cleanup: Cleanup): Promise<void> {
  const ledger = await makeLedger(Number(values.entries), cleanup, values.ledger);
  console.log(`Node ${process.version}; ${ledger.entries} entries.`);
  if (values.only !== 'attacks') await comparePrices(ledger, cleanup);
  if (values.only !== 'prices') await standBeside(ledger, cleanup);
}

/** A server behind one proxy, which the clients here are. */
function serve({ serverUrl, adminUrl }: BenchLedger, env: object, cleanup: Cleanup) {
  const own = { PORT: '0', SAMPLES: 'off', TRUSTED_PROXIES: '1', LOG: 'error' };
  const database = { DATABASE_URL: serverUrl, DATABASE_ADMIN_URL: adminUrl };
  return startServer({ args: [OURS, 'serve'], env: { ...own, ...database, ...env } }, cleanup);
}

async function comparePrices(ledger: BenchLedger, cleanup: Cleanup): Promise<void> {
  const env = { RESPONSE_CACHE_MB: '0', REQUESTS_PER_MINUTE: '0', OPERATION_TIMEOUT_MS: '120000' };
  const server = await serve(ledger, { ...env, MAX_COST: '1000000' }, cleanup);
  const postmaster = await asAdmin(ledger.adminUrl, async (client) => {
    const { rows } = await client.query("SELECT pg_read_file('postmaster.pid') AS text");
    return Number(String(rows[0]?.text).split('\n')[0]);
  });
  const priced = await price(server.url, () => [server.pid, ...childrenOf(postmaster)]);
  for (const { name, cost, cpu } of priced.toSorted((a, b) => a.cpu - b.cpu)) {
    console.log(`${name.padEnd(44)}${String(cost).padStart(8)}${cpu.toFixed(1).padStart(10)} ms`);
  }
  const correlation = rankCorrelation(
    priced.map(({ cost }) => cost),
    priced.map(({ cpu }) => cpu),
  );
  console.log(
    `Rank correlation of cost and CPU over ${priced.length} queries: ${correlation.toFixed(2)}; the goal is ${LEAST_CORRELATION}.`,
  );
  if (correlation < LEAST_CORRELATION) process.exitCode = 1;
}

async function standBeside(ledger: BenchLedger, cleanup: Cleanup): Promise<void> {
  const server = await serve(ledger, {}, cleanup);
  const attacked: Attacked = { ...server, size: ledger.size };
  const seconds = Number(values.seconds);
  await besideLoad(attacked, null, seconds, cleanup);
  const alone = await besideLoad(attacked, null, seconds, cleanup);
  const say = (name: string, { p50, p99, asked, failed, memoryMb }: typeof alone) =>
    console.log(
      `${name.padEnd(40)}p50 ${p50.toFixed(1).padStart(7)} ms  p99 ${p99.toFixed(1).padStart(7)} ms  ${(p99 / alone.p99).toFixed(1).padStart(5)} ×  ${asked} asked, ${failed} failed, ${memoryMb.toFixed(0)} MB`,
    );
  say('alone', alone);
  const loads = Object.keys(LOADS).filter((name) => name.includes(values.load));
  if (loads.length === 0) throw new Error(`No attack's name has "${values.load}".`);
  for (const load of loads) {
    const beside = await besideLoad(attacked, load, seconds, cleanup);
    say(load, beside);
    if (beside.p99 > MOST_TIMES_SLOWER * alone.p99 || beside.failed > 0) process.exitCode = 1;
  }
}

if (values.help) console.log(HELP);
else await runBench(main);
