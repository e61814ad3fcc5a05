import { z } from 'zod';
import type { LogLevel } from './operators/index.ts';
import {
  DEFAULT_SETTINGS,
  heldBytesOf,
  hostsOf,
  readPersistedOperations,
  type Settings,
} from './settings/index.ts';

/** What the environment sets of the API. */
export interface ApiSettings extends Settings {
  /** How much is logged. */
  readonly log: LogLevel;
}

const { limits, ...defaults } = DEFAULT_SETTINGS;

const count = (least: number, most: number, unset: number) =>
  z.coerce.number().int().min(least).max(most).default(unset);

/** On or off; where it is not set, as fits how the server runs. */
const onOrOff = z.enum(['on', 'off']).optional();

const list = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''));

/** The variables of the API; docs/reference/configuration.md has a line for each. */
export const API_VARIABLES = {
  NODE_ENV: z.string().optional(),
  READS: z.enum(['open', 'keys']).default('open'),
  MAX_DEPTH: count(1, 100, limits.depth),
  MAX_ALIASES: count(0, 10_000, limits.aliases),
  MAX_COST: count(1, 100_000_000, limits.cost),
  MAX_BODY_BYTES: count(1_000, 100_000_000, defaults.maxBodyBytes),
  OPERATION_TIMEOUT_MS: count(10, 3_600_000, defaults.timeoutMs),
  RESPONSE_CACHE_MB: count(0, 100_000, defaults.cacheBytes / 1_048_576),
  REQUESTS_PER_MINUTE: count(0, 1_000_000_000, defaults.requestsPerMinute),
  SUBSCRIPTIONS: count(1, 1_000_000, defaults.subscriptions.inAll),
  SUBSCRIPTIONS_PER_CLIENT: count(1, 1_000_000, defaults.subscriptions.perClient),
  CONNECTIONS: count(1, 1_000_000, defaults.connections.inAll),
  CONNECTIONS_PER_CLIENT: count(1, 1_000_000, defaults.connections.perClient),
  HELD_MB: count(64, 100_000, defaults.heldBytes.inAll / 1_048_576),
  HOST: z.string().min(1).default('127.0.0.1'),
  HOSTS: list.transform((names) => names.map((name) => name.toLowerCase())),
  OPERATORS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  TRUSTED_PROXIES: count(0, 10, defaults.proxies),
  CORS_ORIGINS: list.refine(
    (origins) => origins.every((origin) => origin === '*' || isOrigin(origin)),
    'must be origins like https://example.org, apart by commas, or *',
  ),
  INTROSPECTION: onOrOff,
  SUGGESTIONS: onOrOff,
  EXPLORER: onOrOff,
  GRAPHIQL: onOrOff,
  METRICS: onOrOff,
  READY: onOrOff,
  LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be https://host' })
    .refine(isOrigin, 'must be https://host, with neither a path nor a slash at its end')
    .optional(),
  PERSISTED_OPERATIONS: z.string().min(1).optional(),
  PERSISTED_ONLY: z.enum(['on', 'off']).default('off'),
};

const environment = z.object(API_VARIABLES);

/**
 * The settings that checked variables mean. Incorrect where a file that one names cannot be used.
 */
export function apiSettings(env: z.output<typeof environment>): ApiSettings {
  const isProduction = env.NODE_ENV === 'production';
  return {
    limits: { ...limits, depth: env.MAX_DEPTH, aliases: env.MAX_ALIASES, cost: env.MAX_COST },
    reads: env.READS,
    timeoutMs: env.OPERATION_TIMEOUT_MS,
    compileAfter: defaults.compileAfter,
    maxBodyBytes: env.MAX_BODY_BYTES,
    cacheBytes: env.RESPONSE_CACHE_MB * 1_048_576,
    requestsPerMinute: env.REQUESTS_PER_MINUTE,
    subscriptions: { inAll: env.SUBSCRIPTIONS, perClient: env.SUBSCRIPTIONS_PER_CLIENT },
    connections: { inAll: env.CONNECTIONS, perClient: env.CONNECTIONS_PER_CLIENT },
    heldBytes: heldBytesOf(env.HELD_MB * 1_048_576),
    proxies: env.TRUSTED_PROXIES,
    hosts: env.HOSTS.length > 0 ? env.HOSTS : hostsOf(env.HOST, env.TRUSTED_PROXIES),
    operatorsPort: env.OPERATORS_PORT ?? null,
    corsOrigins: env.CORS_ORIGINS,
    introspection: env.INTROSPECTION !== 'off',
    suggestions: env.SUGGESTIONS === undefined ? !isProduction : env.SUGGESTIONS === 'on',
    metrics: env.METRICS !== 'off',
    ready: env.READY !== 'off',
    log: env.LOG ?? (isProduction ? 'info' : 'warn'),
    explorer: env.EXPLORER !== 'off',
    graphiql: env.GRAPHIQL !== 'off',
    publicUrl: env.PUBLIC_URL ?? null,
    persisted:
      env.PERSISTED_OPERATIONS === undefined
        ? defaults.persisted
        : readPersistedOperations(env.PERSISTED_OPERATIONS, env.PERSISTED_ONLY === 'on'),
  };
}

function isOrigin(text: string): boolean {
  try {
    return new URL(text).origin === text;
  } catch {
    return false;
  }
}
