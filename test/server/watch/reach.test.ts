import { describe, expect, it } from 'vitest';
import { reachOf } from '../../../src/server/watch/reach.ts';

/** Every way that one of these addresses can be written in a URL, and others of their kind. */
const INSIDE = [
  ['loopback', 'https://127.0.0.1/'],
  ['loopback, shortened', 'https://127.1/'],
  ['loopback as one number', 'https://2130706433/'],
  ['loopback in hex', 'https://0x7f000001/'],
  ['loopback in octal', 'https://0177.0.0.1/'],
  ['loopback in full-width digits', 'https://１２７.0.0.1/'],
  ['loopback with an odd port', 'https://127.0.0.1:8443/'],
  ['another of loopback', 'https://127.255.255.254/'],
  ['this host', 'https://0.0.0.0/'],
  ['this network', 'https://0.1.2.3/'],
  ['private, 10', 'https://10.1.2.3/'],
  ['private, 172.16', 'https://172.31.255.255/'],
  ['private, 192.168', 'https://192.168.0.1/'],
  ['of carriers', 'https://100.64.0.1/'],
  ['link-local: metadata of a cloud', 'https://169.254.169.254/latest/meta-data'],
  ['metadata in hex', 'https://0xa9fea9fe/'],
  ['of protocols', 'https://192.0.0.192/'],
  ['for benchmarks', 'https://198.18.0.1/'],
  ['for documentation', 'https://203.0.113.1/'],
  ['multicast', 'https://224.0.0.1/'],
  ['reserved', 'https://240.0.0.1/'],
  ['broadcast', 'https://255.255.255.255/'],
  ['IPv6 loopback', 'https://[::1]/'],
  ['IPv6 unspecified', 'https://[::]/'],
  ['IPv4-mapped', 'https://[::ffff:127.0.0.1]/'],
  ['IPv4-mapped, in hex', 'https://[::ffff:a00:1]/'],
  ['IPv4-compatible', 'https://[::127.0.0.1]/'],
  ['NAT64', 'https://[64:ff9b::7f00:1]/'],
  ['local NAT64', 'https://[64:ff9b:1::a00:1]/'],
  ['6to4 of loopback', 'https://[2002:7f00:1::]/'],
  ['Teredo', 'https://[2001:0:7f00:1::]/'],
  ['unique local', 'https://[fd00::1]/'],
  ['metadata by IPv6', 'https://[fd00:ec2::254]/'],
  ['IPv6 link-local', 'https://[fe80::1]/'],
  ['IPv6 site-local', 'https://[fec0::1]/'],
  ['IPv6 multicast', 'https://[ff02::1]/'],
  ['IPv6 for documentation', 'https://[2001:db8::1]/'],
  ['IPv6 to nowhere', 'https://[100::1]/'],
] as const;

const NO_WEBHOOK = [
  ['http', 'http://example.org/'],
  ['a file', 'file:///etc/passwd'],
  ['gopher', 'gopher://example.org/'],
  ['nothing', ''],
  ['no URL', 'example.org'],
  ['a name and a password', 'https://user:word@example.org/'],
  ['a long one', `https://example.org/${'a'.repeat(2_000)}`],
  ['an end of a line', 'https://exa\u0000mple.org/'],
] as const;

const reach = reachOf([]);

/** What a connection by a name would be made to. */
function connectTo(name: string, addresses: readonly string[], allowed: readonly string[] = []) {
  const given = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  const { lookup } = reachOf(allowed, async () => given);
  return new Promise<unknown>((resolve, reject) =>
    lookup(name, { all: true }, (error, found) =>
      error === null ? resolve(found) : reject(error),
    ),
  );
}

describe('a webhook goes', () => {
  it.each(INSIDE)('to no address inside a network: %s', (_, url) => {
    expect(() => reach.check(url)).toThrow('inside a network');
  });

  it.each(INSIDE)('to no name that stands for one: %s', async (_, url) => {
    const address = new URL(url).hostname.replace(/[[\]]/g, '');
    await expect(connectTo('hooks.example.org', [address])).rejects.toThrow('inside a network');
    // Also where a public one stands beside it.
    await expect(connectTo('hooks.example.org', ['1.1.1.1', address])).rejects.toThrow('inside');
  });

  it.each(NO_WEBHOOK)('to no address that is none of a webhook: %s', (_, url) => {
    expect(() => reach.check(url)).toThrow(/A webhook goes|The address of a webhook/);
  });

  it.each([
    ['https://1.1.1.1/hook'],
    ['https://[2606:4700::1111]/hook'],
    ['https://example.org:8443/a?b=c'],
  ])('to %s', (url) => {
    expect(reach.check(url).href).toBe(url);
  });

  it('to a name that stands for the public internet, at the addresses that were checked', async () => {
    expect(await connectTo('example.org', ['1.1.1.1', '2606:4700::1111'])).toEqual([
      { address: '1.1.1.1', family: 4 },
      { address: '2606:4700::1111', family: 6 },
    ]);
    await expect(connectTo('example.org', [])).rejects.toThrow();
  });

  it('also to the hosts and networks that the operator allows, by http too', async () => {
    const own = reachOf(['hooks.internal', '10.1.0.0/16', 'fd00:1::/32', '127.0.0.1']);
    for (const url of [
      'http://hooks.internal/',
      'http://10.1.2.3/',
      'https://[fd00:1::5]/',
      'http://127.0.0.1:99/',
    ]) {
      expect(own.check(url).href).toBe(url);
    }
    for (const url of ['https://10.2.0.1/', 'http://1.1.1.1/', 'https://127.0.0.2/']) {
      expect(() => own.check(url)).toThrow();
    }
    const allowed = ['hooks.internal', '10.1.0.0/16'];
    expect(await connectTo('hooks.internal', ['192.168.0.9'], allowed)).toHaveLength(1);
    expect(await connectTo('other.internal', ['10.1.9.9'], allowed)).toHaveLength(1);
    await expect(connectTo('other.internal', ['10.2.9.9'], allowed)).rejects.toThrow();
  });
});
