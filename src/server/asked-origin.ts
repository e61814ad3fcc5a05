import type { IncomingMessage } from 'node:http';

/**
 * Where a request reached the server, by the name and the scheme that it asked by, without a slash
 * at its end; null where it does not say that plainly. The scheme is what a proxy says, where one
 * stands before the server.
 */
export function askedOrigin(
  { headers }: Pick<IncomingMessage, 'headers'>,
  proxies: number,
): string | null {
  const { host = '' } = headers;
  const scheme = proxies > 0 && headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
  return /^[\w.[\]:-]{1,255}$/.test(host) ? `${scheme}://${host}` : null;
}
