import { LOOPBACK_NAMES } from './hosts.ts';
import { DEFAULT_LIMITS, type OperationLimits } from './operation-limits.ts';
import { NOTHING_PERSISTED, type PersistedOperations } from './persisted-operations.ts';

/** Whether everybody may ask, or whoever has a key. */
export type Reads = 'open' | 'keys';

/** How much of something there may be at a time. */
export interface SharesOf {
  /** Of one client. */
  readonly perClient: number;
  /** In this process. */
  readonly inAll: number;
}

/** The longest body of a request that submits no filing, and message of a WebSocket. */
export const QUERY_BYTES = 256_000;

/** What the server allows; docs/reference/configuration.md says what each is set by. */
export interface Settings {
  readonly limits: OperationLimits;
  /** Whether everybody may ask, or whoever has an API key. */
  readonly reads: Reads;
  /** An operation is stopped after so long. */
  readonly timeoutMs: number;
  /** From so many executions on a query is compiled; 1 for at once. */
  readonly compileAfter: number;
  /** The longest request, or message of a WebSocket; who may submit filings may send more. */
  readonly maxBodyBytes: number;
  /** Bytes of answers that are kept until the ledger moves; 0 for none. */
  readonly cacheBytes: number;
  /** Of one client; 0 for any number. */
  readonly requestsPerMinute: number;
  /** Open at a time. */
  readonly subscriptions: SharesOf;
  /** Connections, and requests under way, beside those of subscriptions. */
  readonly connections: SharesOf;
  /** Bytes of requests under way, and of answers that are not read yet. */
  readonly heldBytes: SharesOf;
  /** How many proxies before the server are trusted to say who asks. */
  readonly proxies: number;
  /** Names that the server is asked by; "*" for any. */
  readonly hosts: readonly string[];
  /** Sites whose pages may ask; "*" for all. */
  readonly corsOrigins: readonly string[];
  /** Whether the schema may be asked for. */
  readonly introspection: boolean;
  /** Whether errors may say which names of the schema come near the one given. */
  readonly suggestions: boolean;
  /** Whether the explorer is shown. */
  readonly explorer: boolean;
  /** Whether a browser gets GraphiQL. */
  readonly graphiql: boolean;
  /** Whether /metrics is answered. */
  readonly metrics: boolean;
  /** Whether /ready is. */
  readonly ready: boolean;
  /** A port of their own for these two, and for /health; null for the one of all else. */
  readonly operatorsPort: number | null;
  readonly persisted: PersistedOperations;
  /** Where people reach the server, for links in feeds and mail; null where nobody says. */
  readonly publicUrl: string | null;
}

/** The shares of so many bytes: a client has a quarter of them. */
export function heldBytesOf(inAll: number): SharesOf {
  return { perClient: inAll / 4, inAll };
}

/** What holds where nothing is set. */
export const DEFAULT_SETTINGS: Settings = {
  limits: DEFAULT_LIMITS,
  reads: 'open',
  timeoutMs: 15_000,
  compileAfter: 3,
  maxBodyBytes: QUERY_BYTES,
  cacheBytes: 32 * 1_048_576,
  requestsPerMinute: 3_000,
  subscriptions: { perClient: 100, inAll: 10_000 },
  connections: { perClient: 200, inAll: 2_000 },
  heldBytes: heldBytesOf(128 * 1_048_576),
  proxies: 0,
  hosts: LOOPBACK_NAMES,
  corsOrigins: [],
  introspection: true,
  suggestions: true,
  explorer: true,
  graphiql: true,
  metrics: true,
  ready: true,
  operatorsPort: null,
  persisted: NOTHING_PERSISTED,
  publicUrl: null,
};
