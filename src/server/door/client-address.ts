import type { IncomingMessage } from 'node:http';
import { isIP, isIPv6 } from 'node:net';

/** As Node writes it, of a socket for both families too. */
const LOOPBACK = /^(?:(?:::ffff:)?127\.|::1$)/i;

/** An address with a port, as some proxies write it: 203.0.113.7:443, [2001:db8::1]:443. */
const WITH_PORT = /^(?:\[([^\]]+)\](?::\d+)?|([\d.]+):\d+)$/;

/**
 * The address that limits count a client by: the connection's, or what so many trusted proxies say
 * it is in X-Forwarded-For. Undefined for this machine itself where no proxy is trusted: it is no
 * client, but its owner, or a proxy that speaks for many.
 */
export function clientAddress(
  request: Pick<IncomingMessage, 'socket' | 'headers'>,
  proxies: number,
): string | undefined {
  const own = request.socket.remoteAddress;
  if (proxies > 0) {
    const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
    const said = forwarded.at(-proxies)?.trim() ?? '';
    const [, bracketed, plain] = WITH_PORT.exec(said) ?? [];
    const address = bracketed ?? plain ?? said;
    return network(isIP(address) === 0 ? own : address);
  }
  if (own === undefined || LOOPBACK.test(own)) return undefined;
  return network(own);
}

/** One customer has a whole /64 of IPv6; one address is one, however it is spelt. */
function network(address: string | undefined): string | undefined {
  if (address === undefined || !isIPv6(address)) return address;
  const groups = groupsOf(address);
  const [high = 0, low = 0] = groups.slice(6);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  const first = groups.slice(0, 4).map((group) => group.toString(16));
  return `${first.join(':')}::/64`;
}

/** The eight numbers of an address, which URL spells in one way. */
function groupsOf(address: string): number[] {
  const [withoutZone = ''] = address.split('%', 1);
  const [head = '', tail] = new URL(`http://[${withoutZone}]`).hostname.slice(1, -1).split('::');
  const numbers = (text = '') =>
    (text === '' ? [] : text.split(':')).map((each) => parseInt(each, 16));
  const [first, last] = [numbers(head), numbers(tail)];
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}
