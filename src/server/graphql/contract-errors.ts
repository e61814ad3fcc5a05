import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { MASKED, toContractError } from '../../schema/index.ts';

/** Told of a failure that clients see masked, with the id they see. */
export type ErrorLog = (message: string, cause: unknown) => void;

/** Gives every error its contract code; masks what is nobody's business, under a request id. */
export function contractErrors(log: ErrorLog): Plugin {
  return {
    onResultProcess(hook) {
      const { request, result } = hook;
      if (!('errors' in result) || result.errors === undefined) return;
      const errors = showErrors(result.errors, log, request.headers.get('x-request-id'));
      hook.setResult({ ...result, errors });
    },
  };
}

/** Errors as clients may see them; those masked share a request id, which the log gets too. */
export function showErrors(
  errors: readonly unknown[],
  log: ErrorLog,
  givenId: string | null = null,
): GraphQLError[] {
  let requestId: string | undefined;
  return errors.map((error) => {
    const shown = toContractError(error);
    if (shown.extensions.code !== MASKED) return shown;
    requestId ??= givenId?.slice(0, 128) ?? randomUUID();
    log(`Request ${requestId} failed`, shown.originalError ?? error);
    return withRequestId(shown, requestId);
  });
}

function withRequestId(error: GraphQLError, requestId: string): GraphQLError {
  return new GraphQLError(error.message, {
    path: error.path ?? null,
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    originalError: error.originalError ?? null,
    extensions: { ...error.extensions, requestId },
  });
}
