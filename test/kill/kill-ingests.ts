import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../../src/server/demo/index.ts';
import { type GeneratedFilings, generateFilings } from '../support/generated-filings.ts';
import { startIngest } from './ingest-process.ts';
import { isBusy, type Sight, WatchedDatabase } from './watched-database.ts';
import { examine } from './whole-ledger.ts';

/** What is to be killed, and how often. */
export interface KillPlan {
  /** Kills of the process that ingests. */
  readonly process: number;
  /** Kills of PostgreSQL: of its first process, or of one with a transaction open. */
  readonly postgres: number;
  /** Filings to be ingested, again and again into new ledgers until all kills are done. */
  readonly count: number;
  readonly seed: number;
  /** Ends it all before its time. */
  readonly signal: AbortSignal;
}

/** What came of it. */
export interface KillReport {
  readonly process: number;
  readonly postgres: number;
  /** Kills while a transaction of the ingest was open. */
  readonly inTransaction: number;
  /** Ledgers that were filled and examined. */
  readonly ledgers: number;
  /** What was wrong in them; nothing is what must be. */
  readonly faults: readonly string[];
}

interface Campaign {
  readonly documents: string;
  readonly generated: GeneratedFilings;
  readonly random: Random;
  readonly say: (line: string) => void;
  /** How long an ingest takes from its first transaction on that nobody kills. */
  readonly usualMs: number;
  readonly done: { process: number; postgres: number; inTransaction: number };
  readonly plan: KillPlan;
}

/**
 * Kills ingests and their PostgreSQL at random moments, has each go on, and examines every ledger
 * when it is full: whole, and equal to one that nobody disturbed.
 */
export async function killIngests(
  plan: KillPlan,
  say: (line: string) => void = () => undefined,
): Promise<KillReport> {
  const home = await mkdtemp(join(tmpdir(), 'insider-ledger-kill-'));
  await chmod(home, 0o755);
  try {
    return await killAll(plan, home, say);
  } catch (error) {
    await stopAll(home);
    throw error;
  }
}

async function killAll(
  plan: KillPlan,
  home: string,
  say: (line: string) => void,
): Promise<KillReport> {
  const documents = join(home, 'documents');
  const generated = await generateFilings(plan);
  await write(documents, generated);
  say(`seed ${plan.seed}: ${generated.filings.length} filings in ${generated.files.size} files`);
  const undisturbed = join(home, 'undisturbed');
  const usualMs = await ingestAlone(documents, undisturbed, plan.signal);
  const { picture, faults } = await examine(undisturbed, generated);
  await rm(undisturbed, { recursive: true });
  say(`undisturbed: ${Math.round(usualMs)} ms of transactions`);
  const all = faults.map((fault) => `undisturbed: ${fault}`);
  const done = { process: 0, postgres: 0, inTransaction: 0 };
  const random = new Random(plan.seed);
  const campaign: Campaign = { documents, generated, random, say, usualMs, done, plan };
  let ledgers = 0;
  while (all.length === 0 && (done.process < plan.process || done.postgres < plan.postgres)) {
    const folder = join(home, `ledger-${ledgers}`);
    await fill(campaign, folder);
    const examined = await examine(folder, generated);
    const found = examined.picture === picture ? [] : ['it says something else than undisturbed'];
    all.push(...[...found, ...examined.faults].map((fault) => `${folder}: ${fault}`));
    ledgers += 1;
    say(`ledger ${ledgers} is full: ${all.length === 0 ? 'whole' : all.join('; ')}`);
    if (all.length === 0) await rm(folder, { recursive: true });
  }
  // Where something is wrong, whoever looks for it finds it there.
  if (all.length === 0) await rm(home, { recursive: true });
  return { ...done, ledgers, faults: all };
}

/** No PostgreSQL may outlive whoever gives up. */
async function stopAll(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = await new WatchedDatabase(join(home, name)).postmaster();
    try {
      if (pid !== null) process.kill(pid, 'SIGINT');
    } catch {
      // It has died already.
    }
  }
}

async function write(folder: string, { files }: GeneratedFilings): Promise<void> {
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

/** Gives the milliseconds from the first transaction to the end. */
async function ingestAlone(
  documents: string,
  dataFolder: string,
  signal: AbortSignal,
): Promise<number> {
  const ingest = startIngest(documents, dataFolder, signal);
  const database = new WatchedDatabase(dataFolder);
  await database.until(isBusy, ingest.hasEnded);
  const began = performance.now();
  await expectDone(ingest.ended);
  const took = performance.now() - began;
  await database.leave();
  return took;
}

/** Ingests into a new ledger until all is in, and kills meanwhile what is still to be killed. */
async function fill(campaign: Campaign, dataFolder: string): Promise<void> {
  const { documents, done, plan } = campaign;
  const database = new WatchedDatabase(dataFolder);
  try {
    for (;;) {
      const ingest = startIngest(documents, dataFolder, plan.signal);
      let isKilled = false;
      while (!isKilled && (done.process < plan.process || done.postgres < plan.postgres)) {
        await moment(campaign, database, ingest.hasEnded);
        if (ingest.hasEnded()) break;
        isKilled = await kill(campaign, database, ingest);
      }
      if (isKilled) await ingest.ended;
      else return await expectDone(ingest.ended);
    }
  } finally {
    await database.leave();
  }
}

/**
 * A moment at random: among the transactions, after one more was committed, or before the first.
 */
async function moment(
  { random, usualMs }: Campaign,
  database: WatchedDatabase,
  hasEnded: () => boolean,
): Promise<void> {
  const kind = random.below(10);
  const before = (await database.look())?.filings ?? 0;
  if (kind > 4) await database.until(({ filings }) => filings > before, hasEnded);
  else if (kind > 0) await database.until(isBusy, hasEnded);
  const until = performance.now() + random.below(Math.ceil(usualMs * 0.6));
  while (!hasEnded() && performance.now() < until) await sleep(Math.min(20, usualMs / 50));
}

/** Kills one or the other, and says whether it was the process that ingests. */
async function kill(
  { random, done, plan, say, generated }: Campaign,
  database: WatchedDatabase,
  ingest: ReturnType<typeof startIngest>,
): Promise<boolean> {
  const left = { process: plan.process - done.process, postgres: plan.postgres - done.postgres };
  const isProcess = random.below(left.process + left.postgres) < left.process;
  // What it was at when it was killed can be seen while it stands still.
  if (isProcess) ingest.freeze();
  const sight = await database.look();
  const wasBusy = sight !== null && isBusy(sight);
  const what = isProcess ? 'the ingest' : await killPostgres(database, sight, random);
  if (isProcess) ingest.kill();
  if (what === null) return false;
  if (isProcess) done.process += 1;
  else done.postgres += 1;
  if (wasBusy) done.inTransaction += 1;
  const far = sight === null ? 'before it could be asked' : `with ${sight.filings} filings in`;
  const number = `${done.process + done.postgres} of ${plan.process + plan.postgres}`;
  say(
    `kill ${number}: ${what}, ${far} of ${generated.filings.length}${wasBusy ? ', in a transaction' : ''}`,
  );
  return isProcess;
}

/** Kills its first process or one with a transaction open; null where there is nothing to kill. */
async function killPostgres(
  database: WatchedDatabase,
  sight: Sight | null,
  random: Random,
): Promise<string | null> {
  const backends = sight?.backends ?? [];
  const isBackend = backends.length > 0 && random.below(3) === 0;
  const pid = isBackend ? random.pick(backends) : await database.postmaster();
  if (pid === null || sight === null) return null;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    return null;
  }
  return isBackend ? 'a process of PostgreSQL' : 'PostgreSQL';
}

/** Some of the documents are rejected, so status 1 is what an ingest ends with that did all. */
async function expectDone(ended: ReturnType<typeof startIngest>['ended']): Promise<void> {
  const { status, stderr } = await ended;
  if (status === 0 || status === 1) return;
  throw new Error(`An ingest ended with status ${status}: ${stderr}`);
}
