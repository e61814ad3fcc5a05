import type { LookupAddress, LookupOptions } from 'node:dns';
import { lookup as resolveName } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import { Anomaly } from '../../values/index.ts';

/** Gives the addresses of a name. */
export type Resolve = (name: string) => Promise<readonly LookupAddress[]>;

/** Where webhooks may go. */
export interface Reach {
  /**
   * The URL of an address as somebody wrote it. Incorrect where it is none of a webhook: not https,
   * with a password, or an address of this network; the operator may allow more (WATCH_ALLOW).
   */
  check(text: string): URL;
  /**
   * Resolves a name as `net.connect` asks for it, and gives only what may be reached: what is
   * checked is what is connected to, whatever the name stands for a moment later.
   */
  readonly lookup: Lookup;
}

type Lookup = (
  name: string,
  options: LookupOptions,
  callback: (
    error: NodeJS.ErrnoException | null,
    address: string | LookupAddress[],
    family?: number,
  ) => void,
) => void;

const LONGEST = 2_000;

/** What may be reached: the public internet by https, and hosts and networks that are allowed. */
export function reachOf(allowed: readonly string[], resolve: Resolve = resolveAll): Reach {
  const hosts = new Set(allowed.map((each) => each.toLowerCase()));
  const networks = allowed.flatMap((each) => (isNetwork(each) ? [ipaddr.parseCIDR(each)] : []));
  const isAllowed = (address: string) => {
    const parsed = ipaddr.process(address);
    return networks.some(
      ([base, bits]) => base.kind() === parsed.kind() && parsed.match(base, bits),
    );
  };
  const mayReach = (name: string, address: string) =>
    hosts.has(name.toLowerCase()) || isAllowed(address) || isPublic(address);

  return {
    check(text) {
      const url = text.length <= LONGEST && URL.canParse(text) ? new URL(text) : null;
      if (url === null || !/^https?:$/.test(url.protocol)) {
        throw new Anomaly(
          'Incorrect',
          'A webhook goes to an address like https://example.org/hook.',
        );
      }
      if (url.username !== '' || url.password !== '') {
        throw new Anomaly(
          'Incorrect',
          'The address of a webhook has neither a name nor a password.',
        );
      }
      const host = bare(url.hostname);
      const isAddress = ipaddr.isValid(host);
      const isOwn = hosts.has(host) || (isAddress && isAllowed(host));
      if (url.protocol === 'http:' && !isOwn) {
        throw new Anomaly('Incorrect', 'A webhook goes by https, unless WATCH_ALLOW has its host.');
      }
      if (isAddress && !mayReach(host, host)) throw refused(host);
      return url;
    },
    lookup(name, { all = false }, callback) {
      void resolve(name).then(
        (addresses) => {
          // Of several none may be refused: which one is taken is not ours to say.
          const bad = addresses.find(({ address }) => !mayReach(name, address));
          const [first] = addresses;
          if (bad !== undefined || first === undefined) return callback(refused(name), '');
          return all ? callback(null, [...addresses]) : callback(null, first.address, first.family);
        },
        (error: NodeJS.ErrnoException) => callback(error, ''),
      );
    },
  };
}

const resolveAll: Resolve = (name) => resolveName(name, { all: true });

/**
 * Whether an address is of the public internet: IPv4 unicast, or IPv6 global unicast that leads to
 * no IPv4 address by a way around (mapped, 6to4, Teredo, NAT64).
 */
function isPublic(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(GLOBAL_UNICAST);
}

const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');

/** Whether an entry of WATCH_ALLOW is a network, as 10.0.0.0/8, and no host. */
function isNetwork(entry: string): boolean {
  return ipaddr.isValidCIDR(entry);
}

/** A host without the brackets of IPv6. */
function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

function refused(host: string): Anomaly {
  return new Anomaly(
    'Incorrect',
    `${host} is, or stands for, an address inside a network; WATCH_ALLOW lists those that may be reached.`,
  );
}
