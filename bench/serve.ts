import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runBench } from './run-bench.ts';
import { askable, compareAnswers } from './serve/compare.ts';
import { startContenders } from './serve/contenders.ts';
import { KEPT_LEDGER, KEPT_LEDGER_HELP, makeLedger } from './serve/ledger.ts';
import { startLoad } from './serve/load-process.ts';
import { measure } from './serve/measure.ts';
import { type ContenderName, OPERATIONS, type OperationName } from './serve/operations.ts';
import type { Cleanup } from './serve/processes.ts';
import { summarise } from './serve/profile.ts';
import { reportOf } from './serve/report.ts';

const HELP = `How fast the server answers, beside a bare node:http and pg and beside PostGraphile.

  npm run bench:serve -- [options]

  --entries N         entries of the generated ledger, some so many (1000000), some 60000 at least
  ${KEPT_LEDGER_HELP}
  --rounds N          rounds of each contender and operation (5)
  --seconds N         seconds of a round (5)
  --warm-up N         seconds before the rounds (3)
  --only NAMES        contenders, of ours,limit,peer
  --operation NAMES   operations, of ${Object.keys(OPERATIONS).join(',')}
  --profile           keeps a CPU profile of ours, says where, and where the time went`;

const number = (value: number) => ({ type: 'string', default: String(value) }) as const;
const { values } = parseArgs({
  options: {
    entries: number(1_000_000),
    ledger: KEPT_LEDGER,
    rounds: number(5),
    seconds: number(5),
    'warm-up': number(3),
    only: { type: 'string', default: 'ours,limit,peer' },
    operation: { type: 'string', default: Object.keys(OPERATIONS).join(',') },
    profile: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const CONTENDERS: readonly ContenderName[] = ['ours', 'limit', 'peer'];

/** Fills a ledger, starts the contenders, compares their answers, and measures them in turns. */
async function main(cleanup: Cleanup): Promise<void> {
  const only = among(values.only, CONTENDERS);
  const operations = among(values.operation, Object.keys(OPERATIONS) as OperationName[]);
  const ledger = await makeLedger(Number(values.entries), cleanup, values.ledger);
  const { people, issuers } = ledger.size;
  console.log(`${ledger.entries} entries, ${people} people, ${issuers} issuers.`);
  const profile = values.profile ? await profileFolder(cleanup) : null;
  const contenders = await startContenders(only, ledger, { profile }, cleanup);
  for (const { name, title } of contenders) console.log(`${name.padEnd(8)}${title}`);
  const ask = startLoad(cleanup);
  const rounds = {
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    warmUp: Number(values['warm-up']),
    size: ledger.size,
  };
  for (const operation of operations) {
    const asked = askable(operation, contenders);
    const bytes = await compareAnswers(operation, asked, ledger.size);
    const figures = await measure(operation, asked, rounds, ask);
    console.log(reportOf(operation, figures, bytes));
  }
}

/** Where the profile goes; named when ours has ended. */
async function profileFolder(cleanup: Cleanup): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-profile-'));
  cleanup.add(async () => console.log(await summarise(folder)));
  return folder;
}

function among<Name extends string>(given: string, names: readonly Name[]): Name[] {
  const unknown = given.split(',').filter((name) => !(names as readonly string[]).includes(name));
  if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: not among ${names.join(', ')}.`);
  return names.filter((name) => given.split(',').includes(name));
}

if (values.help) console.log(HELP);
else await runBench(main);
