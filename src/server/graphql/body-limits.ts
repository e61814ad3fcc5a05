import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { ANONYMOUS, type Caller } from '../../schema/index.ts';
import { bodyLimit, SUBMISSION_BYTES } from '../callers.ts';

/** The longest body of any request; also of one that does not say its length. */
export const MAX_BODY_BYTES = SUBMISSION_BYTES;

/** Refuses a body that is longer than its sender may send, before it is read. */
export function bodyLimits(callerOf: (headers: Headers) => Promise<Caller>): Plugin {
  return {
    async onRequestParse({ request }) {
      const length = Number(request.headers.get('content-length') ?? 0);
      if (length <= bodyLimit(ANONYMOUS)) return;
      // What is wrong with a key is the operation's to say.
      const caller = await callerOf(request.headers).catch(() => ANONYMOUS);
      if (length > bodyLimit(caller)) {
        throw new GraphQLError('The body is too large.', { extensions: { http: { status: 413 } } });
      }
    },
  };
}
