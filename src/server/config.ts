import { existsSync } from 'node:fs';
import { z } from 'zod';
import { Anomaly } from '../values/index.ts';
import { API_VARIABLES, type ApiSettings, apiSettings } from './api-config.ts';
import { EDGAR_VARIABLES, type EdgarSettings, edgarSettings } from './edgar-config.ts';
import type { TracingMode } from './operators/index.ts';
import { RELAY_VARIABLES, type RelaySettings, relaySettings } from './relay-config.ts';
import { WATCH_VARIABLES, type WatchSettings, watchSettings } from './watch-config.ts';

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4_000),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must be postgres://user:password@host:port/database',
    })
    .optional(),
  DATABASE_ADMIN_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must be postgres://user:password@host:port/database',
    })
    .optional(),
  DATABASE_READ_URLS: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
    .refine(
      (urls) => urls.length <= 16 && urls.every((url) => /^postgres(ql)?:\/\/./.test(url)),
      'must be at most 16 of postgres://user:password@host:port/database, apart by commas',
    ),
  DATABASE_POOL: z.coerce.number().int().min(1).max(500).default(10),
  ...API_VARIABLES,
  ...EDGAR_VARIABLES,
  ...WATCH_VARIABLES,
  ...RELAY_VARIABLES,
  CHECKPOINT_KEY: z
    .string()
    .transform((text) => text.replaceAll('\\n', '\n'))
    .optional(),
  CHECKPOINT_SINK: z.string().min(1).optional(),
  TRACING: z.enum(['off', 'otlp']).default('off'),
  SAMPLES: z.enum(['on', 'off']).default('on'),
});

/** What the environment sets, checked; docs/reference/configuration.md has a line for each. */
export interface Config {
  /** Port of the GraphQL server; 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** Where the embedded database lives. */
  readonly dataFolder: string;
  /** PostgreSQL to use instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  /** A login with more rights, for the migrations alone; databaseUrl where left out. */
  readonly databaseAdminUrl: string | undefined;
  /** Streaming standbys of it, which queries are answered from. */
  readonly readUrls: readonly string[];
  readonly poolSize: number;
  /** What the API allows. */
  readonly api: ApiSettings;
  /** How EDGAR is asked. */
  readonly edgar: EdgarSettings;
  /** What is sent of watches, and how. */
  readonly watch: WatchSettings;
  /** Where events are relayed to; null for nowhere. */
  readonly relay: RelaySettings | null;
  /** The key that checkpoints are signed with, as PKCS8 PEM; that of dataFolder where left out. */
  readonly checkpointKey: string | undefined;
  /** A file or URL that gets a copy of each checkpoint. */
  readonly checkpointSink: string | undefined;
  /** Where spans of operations go. */
  readonly tracing: TracingMode;
  /** Whether a new embedded ledger starts with the samples. */
  readonly samples: boolean;
}

/** Reads the environment, and `.env` where there is one. Incorrect where a value cannot be used. */
export function readConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const set = Object.entries(process.env).filter(([, value]) => value !== '');
  const result = schema.safeParse(Object.fromEntries(set));
  if (!result.success) {
    const faults = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Anomaly('Incorrect', `The configuration cannot be used. ${faults.join('; ')}`);
  }
  const env = result.data;
  return {
    port: env.PORT,
    host: env.HOST,
    dataFolder: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    databaseAdminUrl: env.DATABASE_ADMIN_URL,
    readUrls: env.DATABASE_READ_URLS,
    poolSize: env.DATABASE_POOL,
    api: apiSettings(env),
    edgar: edgarSettings(env),
    watch: watchSettings(env),
    relay: relaySettings(env),
    checkpointKey: env.CHECKPOINT_KEY,
    checkpointSink: env.CHECKPOINT_SINK,
    tracing: env.TRACING,
    samples: env.SAMPLES === 'on',
  };
}
