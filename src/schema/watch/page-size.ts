import { badInput } from '../errors.ts';

const MOST = 100;

/** How many of a list are asked for, 20 where nobody says. BAD_USER_INPUT beyond 0 to 100. */
export function pageSize(first: number | null | undefined): number {
  const asked = first ?? 20;
  if (asked >= 0 && asked <= MOST) return asked;
  throw badInput(`first: is 0 to ${MOST}, and is ${asked}.`);
}
