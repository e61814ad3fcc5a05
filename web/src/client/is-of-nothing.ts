import type { CombinedError } from 'urql';

/**
 * Whether a question failed because it names what the ledger does not know: that is no failure of
 * the server.
 */
export function isOfNothing(error: CombinedError | undefined): boolean {
  return (
    error?.graphQLErrors.some(({ extensions }) => extensions.code === 'BAD_USER_INPUT') ?? false
  );
}
