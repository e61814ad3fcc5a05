/** When what was refused is tried again, and when it is given up. */
export interface Retries {
  /** The wait after the first attempt. */
  readonly firstMs: number;
  /** A notice is given up after so many. */
  readonly attempts: number;
}

const FACTOR = 4;
const LONGEST_MS = 6 * 3_600_000;
const JITTER = 0.2;

/**
 * The wait after an attempt: four times as long each time, 6 hours at most, a fifth more or less by
 * chance, so that receivers that went away together are not all tried together. `attempt` is from
 * 1; `chance` from 0 to 1.
 */
export function waitAfter(
  attempt: number,
  { firstMs }: Pick<Retries, 'firstMs'>,
  chance: number = Math.random(),
): number {
  const wait = Math.min(firstMs * FACTOR ** (attempt - 1), LONGEST_MS);
  return Math.round(wait * (1 + JITTER * (2 * chance - 1)));
}
