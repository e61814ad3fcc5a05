import { schema } from '../../schema/index.ts';
import { HERE } from '../endpoint.ts';
import { judge, type Operations } from '../operations/index.ts';
import type { OperationLimits } from '../settings/index.ts';
import type { ThreadTime } from '../thread-time.ts';
import type { ServerPlugin } from './plugin.ts';

/**
 * Parses, measures and validates each document once (docs/reference/limits.md), and refuses
 * variables that are none of its operation's, and an operation that would read too many rows with
 * them.
 */
export function useJudgedDocuments(
  by: { readonly operations: Operations; readonly limits: OperationLimits },
  thread: ThreadTime,
): ServerPlugin {
  return {
    onParse({ params: { source }, context: { exchange, params }, setParsedDocument }) {
      const asked = {
        text: String(source),
        operationName: params.operationName ?? null,
        variables: params.variables ?? {},
      };
      const prepared = thread.work(exchange.address ?? HERE, () => judge(asked, { ...by, schema }));
      exchange.prepared = prepared;
      setParsedDocument(prepared.operation.document);
    },
    onValidate({ setResult }) {
      setResult([]);
    },
  };
}
