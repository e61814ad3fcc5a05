import { allows } from '../../desk/index.ts';
import { Anomaly } from '../../values/index.ts';
import { badInput } from '../errors.ts';
import type { Context, Watches } from '../request/index.ts';

/** A key that may have watches. */
export interface Watcher {
  readonly keyId: bigint;
  /** The key, as the log names it. */
  readonly name: string;
}

/** Who asks for watches. Unauthenticated without a key, Forbidden where it lacks the scope. */
export function watcherOf({ caller }: Context): Watcher {
  if (caller.kind !== 'key') {
    const message = 'Watches need an API key: send it as "Authorization: Bearer il_…".';
    throw new Anomaly('Unauthenticated', message);
  }
  const name = `${caller.id} (${caller.name})`;
  if (allows(caller.scopes, 'WATCH')) return { keyId: caller.id, name };
  throw new Anomaly('Forbidden', `The API key ${name} lacks the scope watch.`);
}

/** What makes watches. Forbidden where this server has no key to seal their addresses with. */
export function watchesOf({ watches }: Context): Watches {
  if (watches !== null) return watches;
  throw new Anomaly('Forbidden', 'Watches are off: this server has no WATCH_KEY.');
}

/** The number of a watch. BAD_USER_INPUT where an id is none. */
export function watchKey(id: string): bigint {
  if (/^[1-9]\d{0,17}$/.test(id)) return BigInt(id);
  throw badInput('id: is none of a watch.');
}
