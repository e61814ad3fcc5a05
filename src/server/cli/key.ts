import { type Database, recordsOf } from '../../database/index.ts';
import {
  type ApiKey,
  createKey,
  KEY_SCOPES,
  type KeyScope,
  keyStatus,
  listKeys,
  revokeKey,
} from '../../desk/index.ts';
import { Anomaly, type Instant, instantOf, parseInstant } from '../../values/index.ts';
import { readConfig } from '../config.ts';
import { connectAsAdministrator } from '../connect.ts';
import type { ExitStatus } from './exit-status.ts';
import type { OutputOptions } from './options.ts';
import type { Terminal } from './terminal.ts';

/** Options of `key create`, as they stand on the command line. */
export interface CreateKeyOptions extends OutputOptions {
  readonly name: string;
  readonly scope: string;
  readonly expires?: string;
}

/** `insider-ledger key create`: prints the key's text, the one time that it is known. */
export async function createKeyCommand(
  terminal: Terminal,
  { name, scope, expires, json = false }: CreateKeyOptions,
): Promise<ExitStatus> {
  const asked = { name, scopes: readScopes(scope), expiresAt: readExpiry(expires) };
  const { key, text } = await withKeys(({ pool }) => createKey(pool, asked, rightNow()));
  if (json) {
    terminal.print(JSON.stringify({ ...shown(key), key: text }));
    return 0;
  }
  terminal.print(text);
  const until = key.expiresAt === null ? '' : `, until ${key.expiresAt}`;
  terminal.say(`Key ${key.id} "${key.name}" may ${words(key.scopes)}${until}.`);
  terminal.say('Keep it now: it cannot be shown again. Send it as "Authorization: Bearer <key>".');
  return 0;
}

/** `insider-ledger key list`. */
export async function listKeysCommand(
  terminal: Terminal,
  { json = false }: OutputOptions,
): Promise<ExitStatus> {
  const keys = await withKeys((database) => listKeys(recordsOf(database)));
  if (json) terminal.print(JSON.stringify({ keys: keys.map(shown) }));
  else if (keys.length === 0) terminal.say('There is no key. Make one with "key create".');
  else for (const key of keys) terminal.print(describe(key));
  return 0;
}

/** `insider-ledger key revoke KEY`: by its id or prefix; one revoked before stays revoked. */
export async function revokeKeyCommand(
  terminal: Terminal,
  which: string,
  { json = false }: OutputOptions,
): Promise<ExitStatus> {
  const key = await withKeys(({ pool }) => revokeKey(pool, which));
  terminal.print(json ? JSON.stringify(shown(key)) : describe(key));
  return 0;
}

async function withKeys<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const connection = await connectAsAdministrator(readConfig());
  try {
    return await work(connection.database);
  } finally {
    await connection.close();
  }
}

function readScopes(text: string): KeyScope[] {
  return text.split(',').map((word) => {
    const scope = KEY_SCOPES.find((known) => known === word.trim().toUpperCase());
    if (scope !== undefined) return scope;
    throw new Anomaly(
      'Incorrect',
      `--scope: ${JSON.stringify(word)} is not read, ingest or watch.`,
    );
  });
}

function readExpiry(text: string | undefined): Instant | null {
  if (text === undefined) return null;
  const instant = parseInstant(text) ?? parseInstant(`${text}T00:00:00Z`);
  if (instant !== null) return instant;
  const message = `--expires: ${JSON.stringify(text)} is no date, as 2027-01-01, or RFC 3339 instant.`;
  throw new Anomaly('Incorrect', message);
}

function shown({ scopes, ...key }: ApiKey) {
  return {
    ...key,
    id: String(key.id),
    scopes: scopes.map((scope) => scope.toLowerCase()),
    status: keyStatus(key, rightNow()),
  };
}

function describe(key: ApiKey): string {
  const { expiresAt, revokedAt, lastUsedAt } = key;
  const status = keyStatus(key, rightNow());
  const parts = [
    String(key.id),
    key.prefix,
    status,
    words(key.scopes),
    `made ${key.createdAt}`,
    revokedAt === null ? expiresAt && `expires ${expiresAt}` : `revoked ${revokedAt}`,
    lastUsedAt === null ? 'never used' : `last used ${lastUsedAt.slice(0, 13)}h`,
    key.name,
  ];
  return parts.filter((part) => part !== null).join('  ');
}

function words(scopes: readonly KeyScope[]): string {
  return scopes.map((scope) => scope.toLowerCase()).join(',');
}

function rightNow(): Instant {
  return instantOf(new Date());
}
