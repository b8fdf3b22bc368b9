import { lookup as resolveName } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

// Two lists: a short prefix of one kind would also hold every address of the other.
const closed = { 4: new BlockList(), 6: new BlockList() };
for (const [net, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24],
  ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24],
  ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) closed[4].addSubnet(net, bits, 'ipv4');
// Only 2000::/3 is given out; of it, tunnels carry an address of the other kind, and some are for documents.
for (const [net, bits] of [
  ['::', 3], ['4000::', 2], ['8000::', 1], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20],
] as const) closed[6].addSubnet(net, bits, 'ipv6');

/** Whether an address belongs to a machine on the open network, and not to this one or its surroundings. */
export function isPublicAddress(address: string): boolean {
  const kind = isIP(address);
  return kind === 4 ? !closed[4].check(address, 'ipv4') : kind === 6 && !closed[6].check(address, 'ipv6');
}

/** The host of a URL as an address, without the brackets; null when it is a name. */
export function addressIn({ hostname }: URL): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? null : bare;
}

/** A host that nobody but a person who means it writes. */
export const isOwnHost = (url: URL): boolean => url.hostname === 'localhost' || addressIn(url) !== null;

export class NotPublic extends Error {
  override readonly name = 'NotPublic';
}

/** Resolves a name and gives only public addresses, so that what was checked is what is connected to. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolveName(hostname, { ...options, all: true }, (error, addresses) => {
    const trouble = error ?? (addresses.length > 0 && addresses.every(({ address }) => isPublicAddress(address)) ? null : new NotPublic());
    if (trouble !== null) {
      callback(trouble, []);
      return;
    }
    const [first] = addresses;
    if (options.all === true || first === undefined) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};
