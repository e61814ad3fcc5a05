import { z } from 'zod';

/** What the environment sets of watches. */
export interface WatchSettings {
  /** What addresses and secrets are sealed with; that of dataFolder where left out. */
  readonly key: string | undefined;
  /** Hosts and networks, beside the public internet, that webhooks may go to. */
  readonly allow: readonly string[];
  readonly limits: { readonly perKey: number; readonly inAll: number };
  /** A notice is given up after so many. */
  readonly attempts: number;
  /** The operator's mail server; no mail is sent without. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
}

const count = (most: number, unset: number) =>
  z.coerce.number().int().min(1).max(most).default(unset);

/** The variables of watches; docs/reference/configuration.md has a line for each. */
export const WATCH_VARIABLES = {
  WATCH_KEY: z.string().optional(),
  WATCH_ALLOW: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
    .refine(
      (entries) => entries.every((entry) => /^[\w.:[\]-]+(?:\/\d{1,3})?$/.test(entry)),
      'must be hosts and networks like hooks.example.org, 10.0.0.0/8, apart by commas',
    ),
  WATCHES: count(100_000, 1_000),
  WATCHES_PER_KEY: count(100_000, 50),
  WATCH_ATTEMPTS: count(100, 10),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be smtp://user:password@host:port' })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\p{C}]*@[A-Za-z0-9.-]+>?$/u, 'must be you@example.org, or Name <you@example.org>')
    .optional(),
};

const environment = z.object(WATCH_VARIABLES);

/** The settings that checked variables mean. */
export function watchSettings(env: z.output<typeof environment>): WatchSettings {
  return {
    key: env.WATCH_KEY,
    allow: env.WATCH_ALLOW,
    limits: { perKey: env.WATCHES_PER_KEY, inAll: env.WATCHES },
    attempts: env.WATCH_ATTEMPTS,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
  };
}
