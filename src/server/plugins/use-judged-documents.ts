import { type Operations, tooCostly } from '../operations/index.ts';
import type { OperationLimits } from '../settings/index.ts';
import type { ServerPlugin } from './plugin.ts';

/**
 * Parses, measures and validates each document once (docs/reference/limits.md), and refuses an
 * operation that would read too many rows with its variables.
 */
export function useJudgedDocuments(operations: Operations, limits: OperationLimits): ServerPlugin {
  return {
    onParse({ params: { source }, context: { exchange, params }, setParsedDocument }) {
      const variables = params.variables ?? {};
      const operation = operations.prepare(String(source), params.operationName ?? null);
      if (!('document' in operation)) throw new AggregateError(operation);
      const cost = operation.cost(variables);
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
