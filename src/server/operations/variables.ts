import { type GraphQLError, type GraphQLSchema, getVariableValues } from 'graphql';
import { badInput } from '../../schema/index.ts';
import type { Variables } from './cost.ts';
import type { Operation } from './operation.ts';

/** Values in variables at most, those in lists and objects too. */
const MOST_VALUES = 10_000;

/** Lists and objects within one another at most; no input of the schema has half as many. */
const DEEPEST = 16;

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
  const { coerced, errors } = getVariableValues(schema, definitions, given, {
    maxErrors: MOST_ERRORS,
  });
  return coerced === undefined ? { errors: errors ?? [] } : { values: coerced };
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
