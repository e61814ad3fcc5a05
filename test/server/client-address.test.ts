import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { clientAddress } from '../../src/server/door/index.ts';

const request = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

it.each([
  ['a client', '203.0.113.7', undefined, 0, '203.0.113.7'],
  ['the machine itself', '127.0.0.1', undefined, 0, undefined],
  ['the machine itself, over IPv6', '::1', undefined, 0, undefined],
  ['the machine itself, mapped', '::ffff:127.0.0.1', undefined, 0, undefined],
  ['a client that says it is another', '203.0.113.7', '198.51.100.1', 0, '203.0.113.7'],
  ['a client of one proxy', '127.0.0.1', '198.51.100.1', 1, '198.51.100.1'],
  ['one that lies to the proxy', '127.0.0.1', '192.0.2.1, 198.51.100.1', 1, '198.51.100.1'],
  ['a client of two proxies', '10.0.0.1', '198.51.100.1, 10.0.0.2', 2, '198.51.100.1'],
  ['a proxy that says nothing', '10.0.0.1', undefined, 1, '10.0.0.1'],
  ['a proxy that says nonsense', '10.0.0.1', 'unknown', 1, '10.0.0.1'],
  ['IPv6, by its network', '2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
  ['IPv6, shortened', '2001:db8::6', undefined, 0, '2001:db8:0:0::/64'],
  ['IPv6, with zeros', '2001:0DB8:0:00::0006', undefined, 0, '2001:db8:0:0::/64'],
  ['IPv6, ending as IPv4 does', '2001:db8::192.0.2.1', undefined, 0, '2001:db8:0:0::/64'],
  ['IPv6, of one interface', 'fe80::1%eth0', undefined, 0, 'fe80:0:0:0::/64'],
  ['IPv4, mapped', '::ffff:203.0.113.7', undefined, 0, '203.0.113.7'],
  ['IPv4, mapped in hex', '10.0.0.1', '::FFFF:cb00:7107', 1, '203.0.113.7'],
  ['a client with a port', '10.0.0.1', '198.51.100.1:4711', 1, '198.51.100.1'],
  ['IPv6 with a port', '10.0.0.1', '[2001:db8:1:2::6]:443', 1, '2001:db8:1:2::/64'],
  ['IPv6 in brackets', '10.0.0.1', '[2001:db8:1:2::6]', 1, '2001:db8:1:2::/64'],
])('limits count %s', (_, remote, forwarded, proxies, address) => {
  expect(clientAddress(request(remote, forwarded), proxies)).toBe(address);
});
