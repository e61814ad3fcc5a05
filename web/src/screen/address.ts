import * as z from 'zod/mini';

const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.catch(z.optional(z.enum(values)), undefined);

/** What is shown: purchases, sales, several who bought or sold at once, or every transaction. */
export const SHOWS = ['buys', 'sells', 'clusters', 'all'] as const;
/** By which column a screen is sorted: each stands for an order of the API. */
export const SORTS = {
  known: 'KNOWN_AT',
  traded: 'EFFECTIVE_ON',
  shares: 'SHARES',
  value: 'VALUE',
  change: 'SHARE_OF_HOLDING',
} as const;
/** How many days a period reaches back. */
export const PERIODS = { '7d': 7, '30d': 30, '90d': 90, '1y': 365 } as const;

/** The filters of a screen, as an address says them; what cannot be read is left out. */
export const SCREEN = {
  show: oneOf(SHOWS),
  ticker: z.catch(z.optional(z.coerce.string().check(z.maxLength(40))), undefined),
  role: oneOf(['DIRECTOR', 'OFFICER', 'TEN_PERCENT_OWNER', 'OTHER']),
  /** USD. */
  min: z.catch(z.optional(z.int().check(z.minimum(1))), undefined),
  period: oneOf(['7d', '30d', '90d', '1y']),
  /** Days on which trades became known: the first and the last. */
  since: z.catch(z.optional(z.iso.date()), undefined),
  until: z.catch(z.optional(z.iso.date()), undefined),
  plan: oneOf(['BOX_CHECKED', 'MENTIONED', 'NEGATED', 'NONE']),
  form: oneOf(['FORM_4', 'FORM_4_A', 'FORM_5', 'FORM_5_A']),
  sort: oneOf(['known', 'traded', 'shares', 'value', 'change']),
  way: oneOf(['up', 'down']),
};

const schema = z.object(SCREEN);

/** The filters of a screen. */
export type ScreenAddress = z.infer<typeof schema>;
