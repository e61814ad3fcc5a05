import { existsSync } from 'node:fs';
import { z } from 'zod';
import { Anomaly } from '../values/index.ts';
import type { Reads } from './callers.ts';

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4_000),
  HOST: z.string().min(1).default('127.0.0.1'),
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
  DATABASE_POOL: z.coerce.number().int().min(1).max(500).default(10),
  SUBSCRIPTIONS: z.coerce.number().int().min(1).max(1_000_000).default(10_000),
  SUBSCRIPTIONS_PER_CLIENT: z.coerce.number().int().min(1).max(1_000_000).default(100),
  READS: z.enum(['open', 'keys']).default('open'),
  SAMPLES: z.enum(['on', 'off']).default('on'),
});

/** What the environment sets, checked; docs/configuration.md has a line for each. */
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
  readonly poolSize: number;
  /** How many subscriptions may be open, in all and from one address. */
  readonly subscriptions: { readonly inAll: number; readonly perClient: number };
  /** Whether everybody may ask, or whoever has an API key. */
  readonly reads: Reads;
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
    poolSize: env.DATABASE_POOL,
    subscriptions: { inAll: env.SUBSCRIPTIONS, perClient: env.SUBSCRIPTIONS_PER_CLIENT },
    reads: env.READS,
    samples: env.SAMPLES === 'on',
  };
}
