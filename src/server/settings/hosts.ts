/** The names by which a machine knows itself. */
export const LOOPBACK_NAMES: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

const LOOPBACK = /^(?:localhost|127\.[\d.]+|::1)$/i;

/**
 * The names that a server is asked by where nobody says: its own machine's where it listens there
 * alone, so that no page of a name that is led there (DNS rebinding) can ask; else, and behind a
 * proxy, which sees to it, any.
 */
export function hostsOf(host: string, proxies: number): readonly string[] {
  return proxies === 0 && LOOPBACK.test(host) ? LOOPBACK_NAMES : ['*'];
}

/** Whether a request's Host is one of the names, whatever its port; without one it is no page's. */
export function isOneOf(hosts: readonly string[], asked: string | undefined): boolean {
  if (asked === undefined || hosts.includes('*')) return true;
  const name = asked.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
  return hosts.includes(name) || (name.endsWith('.localhost') && hosts.includes('localhost'));
}
