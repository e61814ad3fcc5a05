import { schema } from '../../schema/index.ts';
import { type Operations, tooCostly, variableValues } from '../operations/index.ts';
import type { OperationLimits } from '../settings/index.ts';
import type { ServerPlugin } from './plugin.ts';

/**
 * Parses, measures and validates each document once (docs/reference/limits.md), and refuses
 * variables that are none of its operation's, and an operation that would read too many rows with
 * them.
 */
export function useJudgedDocuments(operations: Operations, limits: OperationLimits): ServerPlugin {
  return {
    onParse({ params: { source }, context: { exchange, params }, setParsedDocument }) {
      const variables = params.variables ?? {};
      const operation = operations.prepare(String(source), params.operationName ?? null);
      if (!('document' in operation)) throw new AggregateError(operation);
      const checked = variableValues(operation, variables, schema);
      if ('errors' in checked) throw new AggregateError(checked.errors);
      const cost = operation.cost(checked.values);
      const costly = tooCostly(cost, limits);
      if (costly !== null) throw costly;
      exchange.prepared = { operation, variables, cost };
      setParsedDocument(operation.document);
    },
    onValidate({ setResult }) {
      setResult([]);
    },
  };
}
