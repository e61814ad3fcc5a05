import type { IncomingMessage } from 'node:http';

/**
 * Where a request reached the server, by the name that it asked by, without a slash at its end;
 * null where it does not say that plainly.
 */
export function askedOrigin(
  { headers: { host = '' } }: Pick<IncomingMessage, 'headers'>,
  scheme: 'http' | 'https',
): string | null {
  return /^[\w.[\]:-]{1,255}$/.test(host) ? `${scheme}://${host}` : null;
}
