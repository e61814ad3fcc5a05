import pg from 'pg';

/** The server of several that takes changes. */
export interface Primary {
  /** Its address, one of those that were given. */
  readonly address: string;
  /** PostgreSQL's number of the course it is on: each promotion begins a greater one. */
  readonly timeline: number;
  /** Has something called after another server was found to take changes. */
  onMoved(moved: () => void): void;
  /** Looks no more. */
  close(): Promise<void>;
}

const LOOK_EVERY_MS = 1_000;
/** A server that does not say so soon what it is counts as gone. */
const LONGEST_LOOK_MS = 1_000;

/**
 * Finds the primary among a primary and its standbys, and follows it: where a standby is promoted,
 * it is the primary from then on, and one on an earlier timeline never again, though it runs on.
 * Where none answers as a primary, the one before stays; at first, the first address.
 */
export async function followPrimary(addresses: readonly [string, ...string[]]): Promise<Primary> {
  const primary = new FollowedPrimary(addresses);
  await primary.look();
  return primary;
}

class FollowedPrimary implements Primary {
  readonly #servers: readonly Server[];
  readonly #looks: NodeJS.Timeout;
  readonly #called: (() => void)[] = [];
  #current: Server;
  #timeline = 0;
  #isLooking = false;

  constructor([first, ...others]: readonly [string, ...string[]]) {
    this.#current = serverAt(first);
    this.#servers = [this.#current, ...[...new Set(others)].map(serverAt)];
    this.#looks = setInterval(() => void this.look(), LOOK_EVERY_MS);
    this.#looks.unref();
  }

  get address(): string {
    return this.#current.address;
  }

  get timeline(): number {
    return this.#timeline;
  }

  onMoved(moved: () => void): void {
    this.#called.push(moved);
  }

  async close(): Promise<void> {
    clearInterval(this.#looks);
    await Promise.all(this.#servers.map(({ pool }) => pool.end()));
  }

  /** Asks all servers what they are. Never rejects. */
  async look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    const timelines = await Promise.all(this.#servers.map(timelineOf));
    this.#isLooking = false;
    const latest = Math.max(...timelines.map((timeline) => timeline ?? 0));
    if (latest === 0 || latest < this.#timeline) return;
    const [found, ...others] = this.#servers.filter((_, index) => timelines[index] === latest);
    this.#timeline = latest;
    if (found === undefined || [found, ...others].includes(this.#current)) return;
    this.#current = found;
    for (const moved of this.#called) moved();
  }
}

interface Server {
  readonly address: string;
  readonly pool: pg.Pool;
}

function serverAt(address: string): Server {
  const pool = new pg.Pool({
    connectionString: address,
    max: 1,
    connectionTimeoutMillis: LONGEST_LOOK_MS,
    query_timeout: LONGEST_LOOK_MS,
    application_name: 'insider-ledger',
    allowExitOnIdle: true,
  });
  pool.on('error', () => undefined);
  return { address, pool };
}

/** The timeline of a server that takes changes; null of a standby, and where none answers. */
async function timelineOf({ pool }: Server): Promise<number | null> {
  try {
    const { rows } = await pool.query<{ timeline: number | null }>(TIMELINE);
    return rows[0]?.timeline ?? null;
  } catch {
    return null;
  }
}

const TIMELINE = `SELECT CASE WHEN NOT pg_is_in_recovery()
  THEN ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int END AS timeline`;
