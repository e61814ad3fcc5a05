import type { GraphQLError } from 'graphql';
import { databaseFault } from '../../database/index.ts';
import { MASKED, restated, toContractError } from '../../schema/index.ts';
import type { ServerPlugin } from './plugin.ts';

/** Logs a failure that clients see masked, with the id they see. */
export type ErrorLog = (message: string, cause: unknown) => void;

/** How errors are shown. */
export interface Showing {
  readonly log: ErrorLog;
  /** Whether they may say which names of the schema come near the one given. */
  readonly suggestions: boolean;
}

/** Shows the errors of every answer as clients may see them, and notes their codes. */
export function useShownErrors(showing: Showing): ServerPlugin {
  return {
    onResultProcess(processed) {
      const { result } = processed;
      const { exchange } = processed.serverContext;
      if (Symbol.asyncIterator in result || Array.isArray(result) || !result.errors) return;
      const shown = showErrors(result.errors, { ...showing, requestId: exchange.requestId });
      exchange.codes = shown.map(({ extensions }) => String(extensions.code));
      processed.setResult({
        ...result,
        errors: result.data === undefined ? shown.map(unexecuted) : shown,
      });
    },
  };
}

/**
 * What was not executed has a status of its own, but in application/json, where the form alone
 * counts.
 */
function unexecuted(error: GraphQLError): GraphQLError {
  if (error.extensions.http !== undefined) return error;
  const status = UNEXECUTED[String(error.extensions.code)] ?? 400;
  return restated(error.message, { ...error.extensions, http: { status, spec: true } }, error);
}

const UNEXECUTED: Readonly<Record<string, number>> = { UNAVAILABLE: 503, [MASKED]: 500 };

/**
 * Gives every error its contract code; masks what is internal, under the request's id, and what
 * exactly failed in the database. Both are logged.
 */
export function showErrors(
  errors: readonly unknown[],
  { log, requestId, suggestions }: Showing & { readonly requestId: string },
): GraphQLError[] {
  let isAway = false;
  return errors.map((error) => {
    const shown = brief(toContractError(error));
    if (shown.extensions.code !== MASKED) {
      // The exact fault of the database is in the log alone, and there once a request.
      const fault = isAway ? null : databaseFault(shown.originalError);
      if (fault !== null) {
        isAway = true;
        log(`Request ${requestId} failed: ${fault.what}`, shown.originalError);
      }
      return suggestions ? shown : withoutSuggestion(shown);
    }
    log(`Request ${requestId} failed`, shown.originalError ?? error);
    return restated(shown.message, { ...shown.extensions, requestId }, shown);
  });
}

/** What a message quotes of a request may be as long as that. */
const LONGEST_MESSAGE = 1_000;

function brief(error: GraphQLError): GraphQLError {
  const { message, extensions } = error;
  if (message.length <= LONGEST_MESSAGE) return error;
  return restated(`${message.slice(0, LONGEST_MESSAGE)}…`, extensions, error);
}

function withoutSuggestion(error: GraphQLError): GraphQLError {
  const message = error.message.replace(/ Did you mean .*\?$/s, '');
  return message === error.message ? error : restated(message, error.extensions, error);
}
