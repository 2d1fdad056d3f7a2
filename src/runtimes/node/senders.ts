/** What this machine knows of whoever sends a request: whether they sit at it, and how many workspaces they have made of late. */
import type { IncomingMessage } from 'node:http';
import { isLoopback } from '../../gateway/callers/authority.ts';
import { mintingBrake, networkOf } from '../../workspaces/minting-brake.ts';
import type { Sender } from '../visits.ts';
import { hostName } from './own-names.ts';

/** What a proxy adds: whoever is behind it is somewhere else. */
const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip'] as const;

/** Workspaces that one neighbour may make in a minute. */
const perMinute = 10;

export function senders(now: () => number): (incoming: IncomingMessage) => Sender {
  const brake = mintingBrake(now);
  const here: Sender = { isHere: true };
  return ({ socket: { remoteAddress }, headers }) => {
    const isHere = remoteAddress !== undefined && isOwnAddress(remoteAddress) && !forwarded.some((name) => headers[name] !== undefined);
    if (isHere) return here;
    const network = networkOf(remoteAddress ?? '');
    return { isHere, brake: (event) => brake.wait({ network, isVouchedFor: true, ...(event !== undefined && { event }) }, perMinute) };
  };
}

/** Nearly always one of these. */
const isOwnAddress = (address: string): boolean =>
  address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1' || isLoopback(hostName(address));
