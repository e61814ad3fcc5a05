import { GraphQLError } from 'graphql';
import { MASKED, toContractError } from '../../schema/index.ts';

/** Told of a failure that clients see masked, with the id they see. */
export type ErrorLog = (message: string, cause: unknown) => void;

/** How errors are shown. */
export interface Showing {
  readonly log: ErrorLog;
  /** What the client and the log call the request. */
  readonly requestId: string;
  /** Whether they may say which names of the schema come near the one given. */
  readonly suggestions: boolean;
}

/** Gives every error its contract code; masks what is nobody's business, under the request's id. */
export function showErrors(errors: readonly unknown[], showing: Showing): GraphQLError[] {
  const { log, requestId, suggestions } = showing;
  return errors.map((error) => {
    const shown = toContractError(error);
    if (shown.extensions.code !== MASKED) return suggestions ? shown : withoutSuggestion(shown);
    log(`Request ${requestId} failed`, shown.originalError ?? error);
    return changed(shown, shown.message, { ...shown.extensions, requestId });
  });
}

function withoutSuggestion(error: GraphQLError): GraphQLError {
  const message = error.message.replace(/ Did you mean .*\?$/s, '');
  return message === error.message ? error : changed(error, message, error.extensions);
}

function changed(
  error: GraphQLError,
  message: string,
  extensions: Record<string, unknown>,
): GraphQLError {
  return new GraphQLError(message, {
    path: error.path ?? null,
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    originalError: error.originalError ?? null,
    extensions,
  });
}
