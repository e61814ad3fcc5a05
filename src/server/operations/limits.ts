import type { GraphQLError } from 'graphql';
import { tooComplex } from '../../schema/index.ts';
import type { OperationLimits } from '../settings/index.ts';
import type { OperationSize } from './operation-size.ts';

/** What is too large about an operation, before its variables are known; null where nothing is. */
export function tooLarge(size: OperationSize, limits: OperationLimits): GraphQLError | null {
  const over = BOUNDED.find(({ what }) => size[what] > limits[what]);
  if (over === undefined) return null;
  const { what, words } = over;
  return tooComplex(`The operation ${words(size[what])}; ${limits[what]} at most.`);
}

const BOUNDED = [
  { what: 'depth', words: (count: number) => `is ${count} fields deep` },
  { what: 'aliases', words: (count: number) => `has ${count} aliases` },
  { what: 'directives', words: (count: number) => `has ${count} directives` },
  { what: 'fields', words: (count: number) => `has ${count} fields` },
  { what: 'rootFields', words: (count: number) => `has ${count} fields at its root` },
] as const;

/** Says that an operation would read more rows than it may; null where it would not. */
export function tooCostly(cost: number, limits: OperationLimits): GraphQLError | null {
  if (cost <= limits.cost) return null;
  return tooComplex(
    `The operation may read ${cost} rows, and ${limits.cost} at most: ask for smaller pages (first, last) or fewer of them.`,
  );
}
