import { z } from 'zod';
import { LONGEST_NAME } from '../naming/index.ts';

const name = z.string().min(1).max(LONGEST_NAME);

/** A person, as an argument. */
export const PERSON_NAMED = name.describe('A person: name, CIK or id of this ledger.');

/** An issuer, as an argument. */
export const ISSUER_NAMED = name.describe('An issuer: ticker, name, CIK or id of this ledger.');

/** A cursor has what lists are ordered by: a title and a nature of 2,000 characters each. */
const LONGEST_CURSOR = 18_000;

/** How many of a list, and from where on. */
export const PAGE = {
  first: z.number().int().min(1).max(100).default(50).describe('So many at most.'),
  after: z
    .string()
    .max(LONGEST_CURSOR)
    .optional()
    .describe('`next` of an earlier answer, to go on where that ended.'),
} as const;
