import pg from 'pg';
import { type Database, openDatabase } from '../../../src/database/index.ts';
import { openPace } from '../../../src/desk/index.ts';
import { Random } from '../../../src/server/demo/index.ts';
import { follow } from '../../../src/server/follow/index.ts';
import { createEdgarClient, type EdgarClient } from '../../../src/sources/edgar/index.ts';
import { DAY_MS, HOUR_MS, makeCalendar, midnight } from './calendar.ts';
import { report, type SimulationReport, type Tally } from './report.ts';
import { type SimulatedEdgar, startSimulatedEdgar } from './server.ts';

/** Which simulation. */
export interface Simulation {
  readonly seed: number;
  readonly days: number;
  /** Filings a business day, about. */
  readonly perDay: number;
  /**
   * Requests a second that politeness allows; time is compressed, and so this is more than EDGAR's
   * ten.
   */
  readonly perSecond: number;
  readonly adminUrl: string;
  readonly serverUrl: string;
}

/** So many days before its end the simulated EDGAR has no fault any more. */
const CALM_DAYS = 10;
const MEAN_STEP_HOURS = 10;
/**
 * What a killed follower has until it can do nothing any more: neither pool nor client is there.
 */
const KILLED_MS = 400;

/**
 * Follows a simulated EDGAR for so many days of its clock, with followers that are killed, stopped,
 * away for days or two at once by chance; then says what is missing without being a gap, or is
 * wrong otherwise.
 */
export async function simulate(simulation: Simulation): Promise<SimulationReport> {
  const { seed, days, perDay } = simulation;
  const random = new Random(seed);
  const calendar = makeCalendar({ seed, days, perDay, quietDays: CALM_DAYS - 4 }, random);
  // The first look is before anything is listed.
  const clock = { now: midnight(0) + HOUR_MS };
  const edgar = await startSimulatedEdgar({
    calendar,
    random: new Random(seed + 1),
    now: () => clock.now,
    faultsUntil: midnight(days - CALM_DAYS),
  });
  // The index of the last day comes in the night after it.
  const end = midnight(days) + 6 * HOUR_MS;
  const tally: Tally = { lives: 0, kills: 0, rejected: 0 };
  try {
    while (clock.now < end) {
      const isCalm = clock.now >= midnight(days - CALM_DAYS);
      const isKilled = !isCalm && random.below(3) === 0;
      const after = isKilled ? 1 + random.below(10) : null;
      const count = random.below(7) === 0 ? 2 : 1;
      const lives = Array.from({ length: count }, () =>
        live(simulation, edgar, { clock, random, killedAfter: after, tally }),
      );
      await Promise.all(lives);
      const isAway = !isCalm && random.below(40) === 0;
      clock.now += isAway
        ? random.below(6 * DAY_MS)
        : 1 + random.below(2 * MEAN_STEP_HOURS * HOUR_MS);
    }
    clock.now = end;
    await live(simulation, edgar, { clock, random, killedAfter: null, tally });
    return await report(simulation, { calendar, clock, edgar, tally });
  } finally {
    await edgar.close();
  }
}

interface Life {
  readonly clock: { now: number };
  readonly random: Random;
  /** It is killed with so many requests; null for never. */
  readonly killedAfter: number | null;
  readonly tally: Tally;
}

/** A follower from its start to its end; a kill leaves it neither connections nor requests. */
async function live(
  { perSecond, serverUrl, adminUrl }: Simulation,
  edgar: SimulatedEdgar,
  { clock, random, killedAfter, tally }: Life,
): Promise<void> {
  tally.lives += 1;
  const database = openDatabase({ connectionString: serverUrl, poolSize: 2 });
  const closing = new AbortController();
  const pace = openPace(database, { perSecond });
  const client = createEdgarClient({
    userAgent: 'Invented Reader reader@example.org',
    // Nobody waits a day for a simulated one.
    pace: { turn: pace.turn, hold: (ms) => pace.hold(ms / 2_000) },
    hosts: { www: edgar.url, data: edgar.url },
    clock: {
      now: () => clock.now,
      sleep: async (_, signal) => signal?.throwIfAborted(),
      random: () => random.below(1_000) / 1_000,
    },
    signal: closing.signal,
    silenceMs: 5_000,
  });
  const isLong = random.below(12) === 0;
  const following = follow({
    client,
    database,
    forms: ['3', '4', '5'],
    intervalMs: 30,
    recoverEveryMs: 60,
    giveUpDays: 14,
    once: !isLong,
    signal: closing.signal,
    now: () => clock.now,
    listener: {
      taken: () => undefined,
      rejected: () => {
        tally.rejected += 1;
      },
      say: () => undefined,
    },
  });
  const ended = following.then(
    () => undefined,
    () => undefined,
  );
  let left = killedAfter ?? Number.POSITIVE_INFINITY;
  const killing: Promise<void>[] = [];
  let dead: () => void = () => undefined;
  const died = new Promise<void>((resolve) => {
    dead = resolve;
  });
  edgar.onRequest = () => {
    left -= 1;
    if (left > 0 || killing.length > 0) return;
    tally.kills += 1;
    // Who waits for a connection of a pool that ends waits for ever: a process would be gone.
    setTimeout(dead, KILLED_MS);
    killing.push(kill({ database, client, adminUrl }));
  };
  if (isLong) {
    for (let hours = 0; hours < 6; hours += 1) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      clock.now += HOUR_MS;
    }
    closing.abort(new Error('closing'));
  }
  await Promise.race([ended, died]);
  edgar.onRequest = () => undefined;
  await Promise.all(killing);
  await client.close().catch(() => undefined);
  if (killing.length === 0) await database.close();
}

/** Cuts a follower off from EDGAR and the database at once, as the end of its process does. */
async function kill({
  database,
  client,
  adminUrl,
}: {
  readonly database: Database;
  readonly client: EdgarClient;
  readonly adminUrl: string;
}): Promise<void> {
  void database.close().catch(() => undefined);
  void client.close().catch(() => undefined);
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  await admin.end();
}
