import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Database } from '../../database/index.ts';
import { exampleTicker, ledgerPositions, ledgerStatus } from '../../reads/index.ts';
import { findDocuments, listFiles } from '../../sources/index.ts';
import { Anomaly } from '../../values/index.ts';
import { keepCheckpoints } from '../checkpoints/index.ts';
import type { Config } from '../config.ts';
import type { Connection } from '../connect.ts';
import { createHttpServer } from '../http-server.ts';
import { ingestDocuments } from '../ingest-documents.ts';
import { jsonLog, type Log, openTracing } from '../operators/index.ts';
import { readPage } from '../page/index.ts';
import type { RevivableDatabase } from '../patience.ts';
import type { Relay } from '../relay/index.ts';
import { configuredWatches } from '../watch/index.ts';
import { SAMPLES } from './sample-files.ts';
import type { Terminal } from './terminal.ts';

/** What a server runs under. */
interface Running {
  readonly terminal: Terminal;
  /** Aborted where it is to end, and lets requests end. */
  readonly stop: AbortSignal;
  /** Aborted where it is to wait for nobody. */
  readonly hurried: AbortSignal;
}

/** Serves a ledger until it is stopped, then lets requests end. */
export async function serve(
  connection: Connection,
  config: Config,
  running: Running,
): Promise<void> {
  const { database, isEmbedded } = connection;
  const guard = isEmbedded ? keepAlive(database, running.terminal) : undefined;
  // Of what other processes append too.
  const signed = keepCheckpoints(database, config, running.terminal);
  const log = jsonLog(config.api.log);
  const relay = await relayOf(database, config, log);
  try {
    await serveUntilStopped(connection, config, { ...running, log, relay });
  } finally {
    clearInterval(guard);
    await Promise.all([signed?.close(), relay?.close()]);
  }
}

async function serveUntilStopped(
  { database, isEmbedded, standbys, primary }: Connection,
  config: Config,
  { terminal, stop, hurried, log, relay }: Running & { log: Log; relay: Relay | null },
): Promise<void> {
  if (isEmbedded && config.samples) await loadSamples(database, terminal);
  const page = config.api.explorer ? await readPage() : null;
  if (page === null && config.api.explorer)
    terminal.say('The explorer page is not built: npm run build.');
  const watching = await configuredWatches(database, config);
  const http = createHttpServer({
    database,
    standbys,
    primary,
    page,
    settings: config.api,
    log,
    tracing: await openTracing(config.tracing, log.failed),
    watches: watching?.watches ?? null,
    relay,
  });
  const { port } = await listen(http.server, config);
  if (http.operators !== null) {
    const asked = { host: config.host, port: config.api.operatorsPort ?? 0 };
    const { port: own } = await listen(http.operators, asked);
    terminal.say(`Operators are answered on port ${own}: /health, /ready, /metrics.`);
  }
  const sender = watching?.send(log);
  try {
    await sayWhere(terminal, database, { config, port, hasPage: page !== null });
    if (!stop.aborted) await once(stop, 'abort');
    terminal.say('Closing.');
    hurried.addEventListener('abort', () => {
      http.server.closeAllConnections();
      database.interrupt().catch(() => undefined);
    });
  } finally {
    await Promise.all([sender?.close(), http.close()]);
    await watching?.close();
  }
}

/** What relays, where the configuration says so: nothing of NATS is loaded where it does not. */
async function relayOf(
  database: Database,
  { relay: settings }: Config,
  log: Log,
): Promise<Relay | null> {
  if (settings === null) return null;
  const { openRelay } = await import('../relay/index.ts');
  return openRelay({ database, settings, log });
}

const LOOK_EVERY_MS = 1_000;

/** Starts the embedded PostgreSQL again where it dies: requests fail meanwhile, and no longer. */
function keepAlive({ isLost, revive }: RevivableDatabase, terminal: Terminal): NodeJS.Timeout {
  let isReviving = false;
  return setInterval(() => {
    if (isReviving || revive === undefined || isLost?.() !== true) return;
    isReviving = true;
    revive()
      .then((wasLost) => {
        if (wasLost) terminal.warn('The embedded PostgreSQL had died, and was started again.');
      })
      .catch((error: Error) => terminal.warn(`The database cannot be revived. ${error.message}`))
      .finally(() => {
        isReviving = false;
      });
  }, LOOK_EVERY_MS);
}

/** Says what is served and where, and what to try: an example that fits this ledger. */
async function sayWhere(
  terminal: Terminal,
  { pool }: Database,
  { config, port, hasPage }: { config: Config; port: number; hasPage: boolean },
): Promise<void> {
  const { filings } = await ledgerStatus(pool);
  const example = await exampleTicker(pool);
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const at = `http://${config.host === '127.0.0.1' ? 'localhost' : host}:${port}`;
  terminal.print(`insider-ledger serves ${filings} filings. Ctrl+C ends it.`);
  if (filings === 0) terminal.print('The ledger is empty: npx insider-ledger ingest PATH');
  if (example !== null) terminal.print(`  try       npx insider-ledger holdings ${example}`);
  if (hasPage) terminal.print(`  explorer  ${at}`);
  terminal.print(`  GraphQL   ${at}/graphql`);
}

/** A new ledger starts with the samples; one that holds anything is left as it is. */
async function loadSamples(database: Database, terminal: Terminal): Promise<void> {
  const { head } = await ledgerPositions(database.pool);
  if (head > 0n) return;
  terminal.say('Loading the samples.');
  const files = await listFiles([SAMPLES]);
  await ingestDocuments(database, findDocuments(files), {
    rejected: ({ file, problems }) => terminal.warn(`rejected ${file}: ${problems[0]?.message}`),
    progress: () => undefined,
  });
}

function listen(
  server: Server,
  { port, host }: Pick<Config, 'port' | 'host'>,
): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const message =
        cause.code === 'EADDRINUSE'
          ? `Port ${port} is taken. Set PORT to another, for instance PORT=4001.`
          : `Cannot listen on ${host}:${port}: ${cause.message}`;
      reject(new Anomaly('Unavailable', message, { cause }));
    });
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}
