import type { GraphQLError } from 'graphql';
import { restated, toContractError } from '../../schema/index.ts';
import { Anomaly } from '../../values/index.ts';

/** HTTP's status for what is refused before it is known to be GraphQL. */
const REFUSED: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

/** Of what is asked for there is nothing, or it cannot be asked so. */
const STATUSES: Readonly<Record<string, number>> = {
  ...REFUSED,
  BAD_USER_INPUT: 400,
  NOT_FOUND: 404,
};

/** HTTP's status for an error of a request that is not GraphQL's to answer. */
export function statusOf(error: unknown): number {
  const { code, http } = toContractError(error).extensions as {
    readonly code?: unknown;
    readonly http?: { readonly status?: number };
  };
  return http?.status ?? STATUSES[String(code)] ?? 500;
}

/** A refusal of a request, with its status; what is no refusal of ours is given back as it is. */
export function refusal(error: unknown): unknown {
  const shown = toContractError(error);
  const status = REFUSED[String(shown.extensions.code)];
  return status === undefined ? error : withStatus(shown, status);
}

/** A request that asks nothing. */
export function badRequest(status: 400 | 405 | 413 | 415, message: string): GraphQLError {
  return withStatus(toContractError(new Anomaly('Incorrect', message)), status);
}

/** An error that is answered with a status of its own. */
export function withStatus(error: GraphQLError, status: number): GraphQLError {
  return restated(error.message, { ...error.extensions, http: { status } }, error);
}
