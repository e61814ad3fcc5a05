import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Anomaly } from '../../values/index.ts';

const schema = z.object({ superuser: z.string(), login: z.string() });

/** The passwords of an embedded database. */
export type Credentials = z.infer<typeof schema>;

/**
 * Passwords of a data folder, made with it at its first use and readable by its owner alone.
 * Unavailable, with what to do, where the folder cannot be used, or they are lost or damaged.
 */
export async function readCredentials(data: string): Promise<Credentials> {
  const path = join(data, 'credentials.json');
  if (!existsSync(path) && hasDatabase(data)) {
    throw new Anomaly(
      'Unavailable',
      `The passwords of the database in ${data} are lost: ${path} is not there. Put it back from a copy. ${ANEW}`,
    );
  }
  const text = await made(data, path).catch((error: NodeJS.ErrnoException) => {
    throw unusable(data, error);
  });
  return read(path, text);
}

const ANEW = 'Or let DATA_DIR name another folder, to begin anew.';

/** Whether a data folder has a database, or says where it is. */
export function hasDatabase(data: string): boolean {
  if (existsSync(join(data, 'postgres'))) return true;
  const note = join(data, 'README.txt');
  return existsSync(note) && readFileSync(note, 'utf8').includes('The database is in ');
}

async function made(data: string, path: string): Promise<string> {
  await mkdir(data, { recursive: true });
  const password = () => randomBytes(24).toString('hex');
  // Whole before it has its name: another process may be starting in the same folder.
  const own = join(data, `.credentials-${password()}`);
  const fresh = JSON.stringify({ superuser: password(), login: password() });
  await writeFile(own, fresh, { mode: 0o600, flag: 'wx' });
  await link(own, path)
    .catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    })
    .finally(() => rm(own));
  return readFile(path, 'utf8');
}

function read(path: string, text: string): Credentials {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    const message = `${path} is damaged: it does not hold the passwords of the database. Put it back from a copy. ${ANEW}`;
    throw new Anomaly('Unavailable', message, { cause });
  }
}

function unusable(data: string, cause: NodeJS.ErrnoException): Anomaly {
  const code = cause.code ?? '';
  const [what, then] = REASONS[code] ?? [`cannot be used (${cause.message})`, OTHER];
  return new Anomaly('Unavailable', `The data folder ${data} ${what}. ${then}`, { cause });
}

const OTHER = 'Let DATA_DIR name another folder, or DATABASE_URL a PostgreSQL of your own.';
const ALLOWED =
  'Run this as the user whose folder it is, or give it to yours (chown). ' +
  'Or let DATA_DIR name another folder.';

const REASONS: Readonly<Record<string, readonly [what: string, then: string]>> = {
  EACCES: ['is not writable for this user', ALLOWED],
  EPERM: ['is not writable for this user', ALLOWED],
  EROFS: ['is on a file system that is read-only', OTHER],
  ENOSPC: ['is on a disk that is full', `Make room on it. ${OTHER}`],
  EDQUOT: ['is on a disk of which you may use no more', `Make room on it. ${OTHER}`],
  EEXIST: ['is a file', OTHER],
  ENOTDIR: ['lies under something that is a file', OTHER],
};
