import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import { databaseFault } from '../database/index.ts';
import { Anomaly, type AnomalyCategory } from '../values/index.ts';

/** The codes that extensions.code takes, one for each category of anomaly. */
const CODES = {
  Incorrect: 'BAD_USER_INPUT',
  NotFound: 'NOT_FOUND',
  Unauthenticated: 'UNAUTHENTICATED',
  Forbidden: 'FORBIDDEN',
  TooComplex: 'QUERY_TOO_COMPLEX',
  Busy: 'RATE_LIMITED',
  Conflict: 'UNAVAILABLE',
  Unavailable: 'UNAVAILABLE',
  Fault: 'INTERNAL_SERVER_ERROR',
} as const satisfies Record<AnomalyCategory, string>;

/** The code of an error whose message must not leave the server. */
export const MASKED = CODES.Fault;

/** The one code that is no anomaly's: it comes with the document's problems. */
const PARSE_REJECTED = 'PARSE_REJECTED';

const PROBLEMS_AT_MOST = 50;
const LONGEST_TEXT = 500;

const AWAY = 'The database cannot be reached; try again.';
const UNABLE = 'The database cannot answer until somebody has mended it; try again later.';

/** An argument that cannot be served; the message says which and why. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: CODES.Incorrect } });
}

/** A document that is not taken, with every reason and its place; the first fifty of them. */
export function parseRejected(
  problems: readonly { readonly code: string; readonly path: string; readonly message: string }[],
): GraphQLError {
  const shown = problems.slice(0, PROBLEMS_AT_MOST).map(({ code, path, message }) => ({
    path: path.slice(0, LONGEST_TEXT),
    message: message.slice(0, LONGEST_TEXT),
    code,
  }));
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more problems)` : '';
  return new GraphQLError(`The document was rejected: ${shown[0]?.message ?? ''}${more}`, {
    extensions: { code: PARSE_REJECTED, problems: shown },
  });
}

/** A question too deep or too wide to be answered. */
export function tooComplex(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: CODES.TooComplex } });
}

/**
 * The error as clients may see it: an anomaly under its contract code, GraphQL's own complaints as
 * BAD_USER_INPUT, and anything else masked, with the cause kept as originalError for the log.
 */
export function toContractError(error: unknown): GraphQLError {
  const located = error instanceof GraphQLError ? error : undefined;
  const cause = rootCause(error);
  if (cause instanceof Anomaly && cause.category !== 'Fault') {
    return coded(cause.message, CODES[cause.category], located);
  }
  if (cause instanceof GraphQLError) {
    const code = cause.extensions.code;
    if (isContractCode(code)) return located ?? cause;
    return coded(located?.message ?? cause.message, CODES.Incorrect, located ?? cause);
  }
  const fault = databaseFault(cause);
  if (fault !== null) {
    // The exact fault is for the operator to read, in the log.
    const message = fault.passes ? AWAY : UNABLE;
    return coded(message, CODES.Unavailable, located, cause);
  }
  return coded('Something went wrong on our side.', MASKED, located, cause);
}

function rootCause(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError !== undefined) {
    cause = cause.originalError;
  }
  return cause;
}

function isContractCode(code: unknown): boolean {
  return code === PARSE_REJECTED || (Object.values(CODES) as unknown[]).includes(code);
}

function coded(message: string, code: string, at?: GraphQLError, cause?: unknown): GraphQLError {
  return restated(message, { ...at?.extensions, code }, at, cause);
}

/** An error in other words and with other extensions, where another was. */
export function restated(
  message: string,
  extensions: GraphQLErrorExtensions,
  at?: GraphQLError,
  cause: unknown = at?.originalError,
): GraphQLError {
  const { nodes, source, positions, path } = at ?? {};
  const originalError = cause instanceof Error ? cause : null;
  const place = { nodes: nodes ?? null, source: source ?? null, positions: positions ?? null };
  return new GraphQLError(message, { ...place, path: path ?? null, originalError, extensions });
}
