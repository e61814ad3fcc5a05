import type { GraphQLError } from 'graphql';
import { restated, toContractError } from '../../schema/index.ts';
import { Anomaly } from '../../values/index.ts';

/** HTTP's status for what is refused before it is known to be GraphQL. */
export const REFUSED: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

/** A refusal of a request, with its status; what is no refusal of ours is given back as it is. */
export function refusal(error: unknown): unknown {
  const shown = toContractError(error);
  const status = REFUSED[String(shown.extensions.code)];
  return status === undefined ? error : withStatus(shown, status);
}

/** A request that asks nothing. */
export function badRequest(status: 400 | 413 | 415, message: string): GraphQLError {
  return withStatus(toContractError(new Anomaly('Incorrect', message)), status);
}

function withStatus(error: GraphQLError, status: number): GraphQLError {
  return restated(error.message, { ...error.extensions, http: { status } }, error);
}
