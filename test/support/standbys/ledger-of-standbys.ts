import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Database, migrate, openDatabase, SERVER_ROLE } from '../../../src/database/index.ts';
import { type Fault, ingest, verifyLedger } from '../../../src/ledger/index.ts';
import { ledgerPositions } from '../../../src/reads/index.ts';
import { readConfig } from '../../../src/server/config.ts';
import { type Connection, connect } from '../../../src/server/connect.ts';
import { type EmbeddedDatabase, openEmbedded } from '../../../src/server/embedded/index.ts';
import { jsonLog } from '../../../src/server/operators/index.ts';
import { patiently } from '../../../src/server/patience.ts';
import { form4Document } from '../form4.ts';
import { type LiveServer, startServer } from '../live-server.ts';
import { makeStandby, type Standby, signalServer } from './make-standby.ts';

/** An answer, and what its header says of its position. */
export interface PositionedAnswer {
  readonly position: string;
  readonly body: {
    readonly data?: { readonly ledger: { readonly projectedTo: string } } | null;
    readonly errors?: readonly { message: string; extensions: { code: string } }[];
  };
}

/** A ledger with standbys, and servers over it. */
export interface LedgerOfStandbys {
  readonly standbys: readonly Standby[];
  /** Appends some filings; the position of the last event. */
  append(filings: number): Promise<bigint>;
  /** Asks one of the servers, in turn. */
  ask(query: string, headers?: Readonly<Record<string, string>>): Promise<PositionedAnswer>;
  /** How many statements the standbys have run. */
  answeredByStandbys(): Promise<number>;
  pauseReplay(standby: number): Promise<void>;
  /** Of the GraphQL of one of the servers. */
  readonly url: string;
  /** What becomes of the primary. */
  losePrimary(how: 'dies' | 'hangs' | 'runs on'): Promise<void>;
  /** What is wrong in the chain of a standby. */
  verify(standby: number): Promise<readonly Fault[]>;
}

const SERVERS = 3;

/** Makes a ledger, its standbys and three servers; all gone when `onFinished` says so. */
export async function ledgerOfStandbys(
  count: number,
  onFinished: (end: () => Promise<void>) => void,
): Promise<LedgerOfStandbys> {
  const folder = await mkdtemp(join(tmpdir(), 'standbys-'));
  await chmod(folder, 0o755);
  onFinished(() => rm(folder, { recursive: true, force: true }));
  const primary = await openEmbedded(join(folder, 'primary'));
  onFinished(() => primary.stop().catch(() => undefined));
  await migrate(primary.adminUrl);
  await primary.grantServerLogin(SERVER_ROLE);
  const standbys: Standby[] = [];
  for (let index = 0; index < count; index += 1) {
    const standby = await makeStandby(primary, join(folder, `standby-${index}`));
    onFinished(() => standby.stop());
    standbys.push(standby);
  }
  const nodes: Connection[] = [];
  const servers: LiveServer[] = [];
  for (let index = 0; index < SERVERS; index += 1) {
    const node = await connectTo(primary, standbys);
    onFinished(() => node.close());
    nodes.push(node);
    const options = { ...node, log: jsonLog('silent'), settings: UNLIMITED };
    servers.push(await startServer(node.database, options, onFinished));
  }
  await untilUp(servers.map(({ url }) => url));
  let filings = 0;
  let turn = 0;
  const append = async (to: Database, more: number) => {
    const documents = Array.from({ length: more }, () => {
      filings += 1;
      const lines = [{ code: 'P', shares: '10', price: '1', after: String(10 * filings) }];
      return form4Document({ number: filings, owners: [OWNER], lines });
    });
    for (const answer of await ingest(to, documents)) {
      if (answer.outcome === 'rejected') throw new Error(JSON.stringify(answer));
    }
    return (await ledgerPositions(to.pool)).projectedTo;
  };
  return {
    standbys,
    url: servers[0]?.url ?? '',
    append: (more) => {
      const node = nodes[filings % SERVERS];
      if (node === undefined) throw new Error('There are no servers.');
      const { database } = node;
      return patiently(database, () => append(database, more), ignore);
    },
    async ask(query, headers = {}) {
      const { url } = servers[turn++ % SERVERS] ?? { url: '' };
      return asked(url, query, headers);
    },
    async answeredByStandbys() {
      const counts = standbys.map(({ url }) =>
        one<{ count: bigint }>(
          url(primary.adminUrl),
          `SELECT sum(calls)::bigint AS count FROM (
             SELECT xact_commit AS calls FROM pg_stat_database WHERE datname = 'insider_ledger') s`,
        ),
      );
      return (await Promise.all(counts)).reduce((sum, { count }) => sum + Number(count), 0);
    },
    async pauseReplay(standby) {
      await one(standbys[standby]?.url(primary.adminUrl) ?? '', 'SELECT pg_wal_replay_pause()');
    },
    async losePrimary(how) {
      if (how !== 'runs on') await signalServer(primary.folder, SIGNALS[how]);
      if (how === 'hangs') onFinished(() => signalServer(primary.folder, 'SIGCONT'));
    },
    async verify(standby) {
      const connectionString = standbys[standby]?.url(primary.serverUrl) ?? '';
      const database = openDatabase({ connectionString });
      try {
        return (await verifyLedger(database.pool)).faults;
      } finally {
        await database.close();
      }
    },
  };
}

function ignore(): void {
  // Nobody wants to know.
}

const SIGNALS = { dies: 'SIGKILL', hangs: 'SIGSTOP' } as const;

const OWNER = { cik: 971, name: 'Standby Stella' };
const UNLIMITED = { requestsPerMinute: 0 };

/** As a server of its own does. */
function connectTo(
  { serverUrl, adminUrl }: EmbeddedDatabase,
  standbys: readonly Standby[],
): Promise<Connection> {
  const config = {
    ...readConfig(),
    databaseUrl: serverUrl,
    databaseAdminUrl: adminUrl,
    readUrls: standbys.map(({ url }) => url(serverUrl)),
    poolSize: 4,
  };
  return connect(config, { say: ignore, progress: ignore, done: ignore });
}

async function asked(
  url: string,
  query: string,
  headers: Readonly<Record<string, string>>,
): Promise<PositionedAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const body = (await response.json()) as PositionedAnswer['body'];
  return { position: response.headers.get('x-ledger-position') ?? '', body };
}

/** Until each server answers from a standby. */
async function untilUp(urls: readonly string[]): Promise<void> {
  for (const url of urls) {
    const metrics = new URL('/metrics', url);
    for (;;) {
      const text = await (await fetch(metrics)).text();
      if (/standby_up\{[^}]*\} 1/.test(text) && !/standby_up\{[^}]*\} 0/.test(text)) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function one<Row>(connectionString: string, text: string): Promise<Row> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query(text);
    return rows[0] as Row;
  } finally {
    await client.end();
  }
}
