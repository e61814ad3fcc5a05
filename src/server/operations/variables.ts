import { type GraphQLError, type GraphQLSchema, getVariableValues } from 'graphql';
import { badInput } from '../../schema/index.ts';
import type { Variables } from './cost.ts';
import type { Operation } from './operation.ts';

/** Values in variables at most, those in lists and objects too. */
export const MOST_VALUES = 10_000;

/** Lists and objects within one another at most; no input of the schema has half as many. */
export const DEEPEST = 16;

/** What is wrong with variables is said of so many values. */
const MOST_ERRORS = 5;

/**
 * The values of an operation's variables, its defaults among them, or why they are none. Bounded
 * before anything compiled or recursive sees them.
 */
export function variableValues(
  { definition }: Pick<Operation, 'definition'>,
  given: Variables,
  schema: GraphQLSchema,
): { readonly values: Variables } | { readonly errors: readonly GraphQLError[] } {
  const unbounded = beyondBounds(given);
  if (unbounded !== null) return { errors: [unbounded] };
  const definitions = definition.variableDefinitions ?? [];
  const check = (values: Variables) =>
    getVariableValues(schema, definitions, values, { maxErrors: MOST_ERRORS });
  // A wrong name as long as a body may be would be quoted, and held to every name there is.
  const wrong = hasLong(given) ? check(shortened(given) as Variables).errors : undefined;
  if (wrong !== undefined) return { errors: wrong };
  const { coerced, errors } = check(given);
  return coerced === undefined ? { errors: errors ?? [] } : { values: coerced };
}

/** No name of the schema, number or date is as long; only texts are. */
const LONGEST_NAME = 1_000;
const QUOTED = 100;

function hasLong(value: unknown): boolean {
  if (typeof value === 'string') return value.length > LONGEST_NAME;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasLong);
  return Object.entries(value).some(([key, inner]) => hasLong(key) || hasLong(inner));
}

/** Values with the beginnings of those texts and names that are long. */
function shortened(value: unknown): unknown {
  if (typeof value === 'string')
    return value.length > LONGEST_NAME ? `${value.slice(0, QUOTED)}…` : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(shortened);
  const short = Object.entries(value).map(([key, inner]) => [shortened(key), shortened(inner)]);
  return Object.fromEntries(short) as unknown;
}

/** Why values that came from outside are too many, or too deep within one another; else null. */
export function beyondBounds(given: Variables): GraphQLError | null {
  let level: unknown[] = [given];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST)
      return badInput(`variables: are ${DEEPEST} lists and objects deep at most.`);
    const next: unknown[] = [];
    for (const outer of level) {
      const inner = Array.isArray(outer) ? outer : Object.values(outer as object);
      values += inner.length;
      if (values > MOST_VALUES) return badInput(`variables: have ${MOST_VALUES} values at most.`);
      for (const value of inner) if (typeof value === 'object' && value !== null) next.push(value);
    }
    level = next;
  }
  return null;
}
