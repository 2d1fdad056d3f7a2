/** The bytes of an address, as certificates hold them. */
import { isIPv6 } from 'node:net';
import { sixGroups } from '../../gateway/callers/authority.ts';

export function addressBytes(address: string): Buffer {
  if (!isIPv6(address)) return Buffer.from(address.split('.').map(Number));
  return Buffer.from(sixGroups(new URL(`http://[${address}]`).hostname.slice(1, -1)).flatMap((group) => [group >> 8, group & 255]));
}
