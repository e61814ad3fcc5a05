import type { GraphQLSchema } from 'graphql';
import type { OperationLimits } from '../settings/index.ts';
import type { Variables } from './cost.ts';
import { tooCostly } from './limits.ts';
import type { Operations } from './operations.ts';
import type { Prepared } from './prepared.ts';
import { variableValues } from './variables.ts';

/** A document that is asked: its text, which of its operations, and their variables. */
export interface AskedOperation {
  readonly text: string;
  readonly operationName: string | null;
  readonly variables: Variables;
}

/** What operations are judged by. */
export interface Judge {
  readonly operations: Operations;
  readonly limits: OperationLimits;
  readonly schema: GraphQLSchema;
}

/**
 * The operation with its variables, ready to be executed. Throws what is wrong with it: a list of
 * errors of the document or of the variables, or that it would read too many rows with them.
 */
export function judge({ text, operationName, variables }: AskedOperation, by: Judge): Prepared {
  const operation = by.operations.prepare(text, operationName);
  if (!('document' in operation)) throw new AggregateError(operation);
  const checked = variableValues(operation, variables, by.schema);
  if ('errors' in checked) throw new AggregateError(checked.errors);
  const cost = operation.cost(checked.values);
  const costly = tooCostly(cost, by.limits);
  if (costly !== null) throw costly;
  return { operation, variables, cost };
}
