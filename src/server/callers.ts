import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Database, recordsOf } from '../database/index.ts';
import { type ApiKey, allows, findKey, keyStatus, noteUse } from '../desk/index.ts';
import { LARGEST_SUBMISSION } from '../ledger/index.ts';
import { ANONYMOUS, type Caller } from '../schema/index.ts';
import { Anomaly, type Instant, type MaybePromise } from '../values/index.ts';
import { QUERY_BYTES, type Reads } from './settings/index.ts';

/**
 * What a request says of who sends it: two of its headers, or a WebSocket's parameters of those
 * names.
 */
export interface Credentials {
  readonly authorization?: string | null | undefined;
  readonly apiKey?: string | null | undefined;
}

/** What identifies callers. */
export interface CallersOptions {
  readonly database: Pick<Database, 'pool' | 'records'>;
  readonly reads: Reads;
  readonly now: () => Instant;
}

/** A key that is revoked is accepted for so long yet, by a process that has just seen it. */
const REMEMBERED_MS = 5_000;
const REMEMBERED_AT_MOST = 1_000;

/** Tells who sends a request, asking the database for a key once in five seconds at most. */
export class Callers {
  readonly #options: CallersOptions;
  /**
   * By the hash of what was presented: a dump of memory need not hold more secrets than it must.
   */
  readonly #remembered = new Map<string, { readonly at: number; key: Promise<ApiKey | null> }>();

  constructor(options: CallersOptions) {
    this.#options = options;
  }

  /**
   * Who presents these. Unauthenticated where the key is none, unknown, expired or revoked, or
   * where reads are closed and none is presented.
   */
  of(credentials: Credentials): MaybePromise<Caller> {
    const text = presented(credentials);
    if (text !== null) return this.#holder(text);
    if (this.#options.reads === 'open') return ANONYMOUS;
    throw new Anomaly('Unauthenticated', `This ledger needs an API key; ${HOW}`);
  }

  async #holder(text: string): Promise<Caller> {
    const key = await this.#find(text);
    if (key === null) {
      throw new Anomaly('Unauthenticated', 'The API key is not one of this ledger.');
    }
    const status = keyStatus(key, this.#options.now());
    if (status !== 'active') {
      throw new Anomaly('Unauthenticated', `The API key ${key.prefix} is ${status}.`);
    }
    return { kind: 'key', id: key.id, name: key.name, scopes: key.scopes };
  }

  #find(text: string): Promise<ApiKey | null> {
    const name = createHash('sha256').update(text).digest('base64');
    const known = this.#remembered.get(name);
    if (known !== undefined && performance.now() - known.at < REMEMBERED_MS) return known.key;
    const key = this.#ask(text);
    this.#remembered.delete(name);
    this.#remembered.set(name, { at: performance.now(), key });
    const [oldest] = this.#remembered.keys();
    if (oldest !== undefined && this.#remembered.size > REMEMBERED_AT_MOST) {
      this.#remembered.delete(oldest);
    }
    // A database that is away says nothing about the key.
    key.catch(() => this.#remembered.delete(name));
    return key;
  }

  async #ask(text: string): Promise<ApiKey | null> {
    const { database } = this.#options;
    const key = await findKey(recordsOf(database), text);
    // A database that can only be read recognises keys all the same.
    if (key !== null) await noteUse(database.pool, key).catch(() => undefined);
    return key;
  }
}

const HOW = 'send it as "Authorization: Bearer il_…" or "X-API-Key: il_…".';

/** Whether somebody presents what might be a key. */
export function presentsKey(credentials: Credentials): boolean {
  return presented(credentials) !== null;
}

/**
 * The key that is presented; null for none. Where a proxy has an Authorization of its own, a key in
 * X-API-Key counts, and an Authorization of another scheme is no key.
 */
function presented({ authorization, apiKey }: Credentials): string | null {
  if (apiKey != null && apiKey.trim() !== '') return apiKey.trim();
  if (authorization == null) return null;
  const bearer = /^\s*Bearer\b\s*(.*)$/is.exec(authorization)?.[1];
  if (bearer !== undefined) return bearer.trim();
  return authorization.trim().startsWith('il_') ? authorization.trim() : null;
}

/**
 * What a request says of who sends it. A browser cannot set headers of a WebSocket: parameters of
 * their names count before them.
 */
export function credentialsOf(
  { headers }: Pick<IncomingMessage, 'headers'>,
  parameters: Readonly<Record<string, unknown>> = {},
): Credentials {
  return {
    authorization: given('authorization', headers, parameters),
    apiKey: given('x-api-key', headers, parameters),
  };
}

function given(
  name: string,
  headers: IncomingMessage['headers'],
  parameters: Readonly<Record<string, unknown>>,
): string | null {
  const named = Object.keys(parameters).findLast((key) => key.toLowerCase() === name);
  const value = (named === undefined ? undefined : parameters[named]) ?? headers[name];
  return typeof value === 'string' ? value : null;
}

/** Whether a caller may submit filings. */
export function maySubmit(caller: Caller): boolean {
  return caller.kind === 'key' && allows(caller.scopes, 'INGEST');
}

/**
 * The longest body of a caller who may submit filings. JSON escapes quotes, tabs and ends of lines:
 * no document comes near twice its size.
 */
export const SUBMISSION_BYTES = 2 * LARGEST_SUBMISSION + QUERY_BYTES;
