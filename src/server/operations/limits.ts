import type { GraphQLError } from 'graphql';
import { tooComplex } from '../../schema/index.ts';
import type { OperationLimits } from '../settings/index.ts';
import type { Extent } from './extent.ts';

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
