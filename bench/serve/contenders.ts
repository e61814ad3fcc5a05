import { fileURLToPath } from 'node:url';
import type { BenchLedger } from './ledger.ts';
import type { ContenderName } from './operations.ts';
import { installPeer } from './peer.ts';
import { type Cleanup, type ServerProcess, startServer } from './processes.ts';

/** A server that answers. */
export interface Contender extends ServerProcess {
  readonly name: ContenderName;
  readonly title: string;
}

const OURS = fileURLToPath(new URL('../../bin/insider-ledger.mjs', import.meta.url));
const LIMIT = fileURLToPath(new URL('./limit-server.ts', import.meta.url));

const POOL = '10';
/** As src/database/database.ts sets them for ours. */
const SESSION = '-c TimeZone=UTC -c DateStyle=ISO -c jit=off -c random_page_cost=1.1';

/**
 * Starts those that are named; the peer is left out, with a word why, where it cannot be installed.
 * A CPU profile of ours is written into a folder, where one is named, when it ends.
 */
export async function startContenders(
  names: readonly ContenderName[],
  ledger: BenchLedger,
  { profile }: { readonly profile: string | null },
  cleanup: Cleanup,
): Promise<Contender[]> {
  const { serverUrl, adminUrl } = ledger;
  const common = { DATABASE_URL: serverUrl, DATABASE_POOL: POOL };
  const contenders: Contender[] = [];
  const add = (name: ContenderName, title: string, server: ServerProcess) =>
    contenders.push({ ...server, name, title });
  if (names.includes('ours')) {
    const own = { DATABASE_ADMIN_URL: adminUrl, PORT: '0', SAMPLES: 'off', ...UNLIMITED };
    const args = [
      ...(profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]),
      OURS,
      'serve',
    ];
    const server = await startServer({ args, env: { ...common, ...own } }, cleanup);
    add('ours', `insider-ledger on Node ${process.version}`, server);
  }
  const env = { ...common, PGOPTIONS: SESSION };
  if (names.includes('limit')) {
    const server = await startServer({ args: ['--import', 'tsx', LIMIT], env }, cleanup);
    add('limit', `node:http and pg on Node ${process.version}`, server);
  }
  if (names.includes('peer')) {
    const peer = await installPeer().catch((error: unknown) => {
      console.log(`The peer is left out, since it could not be installed. ${String(error)}`);
      return null;
    });
    if (peer !== null) add('peer', peer.title, await peer.start(ledger, env, cleanup));
  }
  return contenders;
}

/** What would answer from memory or refuse to answer; settings that are not there do nothing. */
const UNLIMITED = { RESPONSE_CACHE_MB: '0', REQUESTS_PER_MINUTE: '0', LOG: 'warn' };
