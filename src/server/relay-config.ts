import { z } from 'zod';

/** Where events are relayed to. */
export interface RelaySettings {
  /** host:port of servers of one NATS, each with what its address says of TLS. */
  readonly servers: readonly string[];
  readonly isTls: boolean;
  /** What to log in with: a name and password, a token, or nothing. */
  readonly login:
    | { readonly user: string; readonly pass: string }
    | { readonly token: string }
    | null;
  /** The stream; its subjects begin with this too. */
  readonly stream: string;
}

/** The variables of the relay; docs/reference/configuration.md has a line for each. */
export const RELAY_VARIABLES = {
  RELAY: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
    .refine(
      (urls) => urls.length <= 16 && urls.every(isNats) && new Set(urls.map(scheme)).size <= 1,
      'must be at most 16 of nats://user:password@host:port, or all tls://, apart by commas',
    ),
  RELAY_STREAM: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be of at most 64 letters, digits, _ and -')
    .default('insider-ledger'),
};

const environment = z.object(RELAY_VARIABLES);

/** The settings that checked variables mean; null where nothing is relayed. */
export function relaySettings(env: z.output<typeof environment>): RelaySettings | null {
  if (env.RELAY.length === 0) return null;
  const urls = env.RELAY.map((text) => new URL(text));
  const named = urls.find(({ username }) => username !== '');
  return {
    servers: urls.map(({ hostname, port }) => `${hostname}:${port || NATS_PORT}`),
    isTls: urls.some(({ protocol }) => protocol === 'tls:'),
    login: named === undefined ? null : loginOf(named),
    stream: env.RELAY_STREAM,
  };
}

const NATS_PORT = '4222';

function loginOf({ username, password }: URL): RelaySettings['login'] {
  const user = decodeURIComponent(username);
  return password === '' ? { token: user } : { user, pass: decodeURIComponent(password) };
}

function isNats(text: string): boolean {
  try {
    const { protocol, hostname, username, password } = new URL(text);
    // What is no percent encoding is said now, not when it is used.
    decodeURIComponent(username + password);
    return (protocol === 'nats:' || protocol === 'tls:') && hostname !== '';
  } catch {
    return false;
  }
}

function scheme(url: string): string {
  return url.slice(0, url.indexOf(':'));
}
