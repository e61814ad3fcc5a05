import type { GraphQLError } from 'graphql';
import { tooComplex } from '../../../schema/index.ts';
import type { Extent } from './extent.ts';

/** How large one operation may be. */
export interface OperationLimits {
  /** Fields beneath one another; those of introspection are bounded by graphql-js itself. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields in all, those of a fragment counted wherever it is spread. */
  readonly fields: number;
  /** Root fields: each is a question of its own. */
  readonly rootFields: number;
  /** Tokens of its document. */
  readonly tokens: number;
  /** Rows it may ask for, by its page sizes (docs/limits.md). */
  readonly cost: number;
}

/** The limits where the configuration sets none. */
export const DEFAULT_LIMITS: OperationLimits = {
  depth: 15,
  aliases: 50,
  directives: 50,
  fields: 1_000,
  rootFields: 50,
  tokens: 4_000,
  cost: 50_000,
};

/** What is too large about an operation, before its variables are known; null where nothing is. */
export function tooLarge(extent: Extent, limits: OperationLimits): GraphQLError | null {
  const { depth, aliases, directives, fields, rootFields } = limits;
  if (extent.depth > depth) return over(`is ${extent.depth} fields deep`, depth);
  if (extent.aliases > aliases) return over(`has ${extent.aliases} aliases`, aliases);
  if (extent.directives > directives) {
    return over(`has ${extent.directives} directives`, directives);
  }
  if (extent.fields > fields) return over(`has ${extent.fields} fields`, fields);
  if (extent.rootFields > rootFields) {
    return over(`has ${extent.rootFields} fields at its root`, rootFields);
  }
  return null;
}

/** Says that an operation would read more rows than it may; null where it would not. */
export function tooCostly(cost: number, limits: OperationLimits): GraphQLError | null {
  if (cost <= limits.cost) return null;
  return tooComplex(
    `The operation may read ${cost} rows, and ${limits.cost} at most: ask for smaller pages (first, last) or fewer of them.`,
  );
}

function over(what: string, most: number): GraphQLError {
  return tooComplex(`The operation ${what}; ${most} at most.`);
}
