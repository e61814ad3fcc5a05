import type { IncomingMessage } from 'node:http';
import { isIP, isIPv6 } from 'node:net';

/** As Node writes it, of a socket for both families too. */
const LOOPBACK = /^(?:(?:::ffff:)?127\.|::1$)/i;

/**
 * The address that limits count a client by: the connection's, or what so many trusted proxies say
 * it is in X-Forwarded-For. Undefined for this machine itself where no proxy is trusted: it is no
 * client, but its owner, or a proxy that speaks for many.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string | undefined {
  const own = request.socket.remoteAddress;
  if (proxies > 0) {
    const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
    const address = forwarded.at(-proxies)?.trim() ?? '';
    return network(isIP(address) === 0 ? own : address);
  }
  if (own === undefined || LOOPBACK.test(own)) return undefined;
  return network(own);
}

/** One customer has a whole /64 of IPv6. */
function network(address: string | undefined): string | undefined {
  if (address === undefined || !isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = address.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : 8 - first.length - last.length;
  const groups = [...first, ...Array<string>(Math.max(0, gap)).fill('0'), ...last];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
