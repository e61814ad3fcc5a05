import * as z from 'zod/mini';
import { SCREEN } from '../screen/index.ts';

/**
 * What an address says beside its path. What cannot be read is left out, so old addresses still
 * open.
 */
const day = z.catch(z.optional(z.iso.date()), undefined);
const text = z.catch(z.optional(z.string().check(z.maxLength(200))), undefined);

/** The two times of a view: what was true on a day, as known at the end of a day; left out: now. */
const TIMES = { asOf: day, knownAt: day };

export const homeSearch = z.object({ ...SCREEN, knownAt: day });
export const timesSearch = z.object(TIMES);
export const personSearch = z.object({
  ...TIMES,
  ...SCREEN,
  issuer: text,
  account: text,
  /** The id of a line that is to be shown in its account. */
  line: text,
});
export const issuerSearch = z.object({ ...TIMES, ...SCREEN, from: day, to: day });
export const graphSearch = z.object({
  ...TIMES,
  /** Ids of the people and issuers that are opened, with commas between. */
  open: z.catch(z.optional(z.string().check(z.maxLength(4_000))), undefined),
  /** How many neighbours each of them shows at most. */
  most: z.catch(z.optional(z.int().check(z.minimum(1), z.maximum(100))), undefined),
});
export const pathSearch = z.object({ ...TIMES, from: text, to: text });
export const compareSearch = z.object({
  ...TIMES,
  /** The id of a person or an issuer; left out: everybody. */
  of: text,
  /** The two times before; those above are the times after. */
  fromAsOf: day,
  fromKnownAt: day,
});
export const liveSearch = z.object({
  /** Transaction codes, with commas between. */
  codes: text,
  issuer: text,
  /** USD. */
  minValue: z.catch(z.optional(z.number().check(z.minimum(0))), undefined),
});
