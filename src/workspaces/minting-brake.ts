/** Brakes the making of workspaces in one process: so many a minute for one caller, whatever the platform in front of it does besides. */
import { readAuthority, sixGroups } from '../gateway/callers/authority.ts';

/** Whoever asks for a workspace, as far as it can be known. */
export interface Minter {
  /** The network that an address belongs to; undefined where no address is known. */
  readonly network: string | undefined;
  /** The address was said by the platform or by a proxy of the operator's, and not by the caller. */
  readonly isVouchedFor: boolean;
  /** The event whose code was shown: it is counted instead of an address, since a room full of people may share one. */
  readonly event?: string;
}

export interface MintingBrake {
  /** Counts one; the seconds after which the caller may try again, where that was one too many. */
  wait(minter: Minter, perMinute: number): number | undefined;
}

const minute = 60_000;
/** Callers that are remembered at most; of more, those that began longest ago are forgotten. */
const rememberedAtMost = 10_000;
/** What a caller says of its own address can be made up: so many times one caller's share goes to all such callers together. */
const sharesOfUnknown = 6;
/** Times one caller's share that an event has: each time it may make a hundred. */
const sharesOfEvent = 6;

interface Window {
  readonly began: number;
  count: number;
}

export function mintingBrake(now: () => number): MintingBrake {
  const windows = new Map<string, Window>();

  function wait(key: string, most: number): number | undefined {
    const at = now();
    const known = windows.get(key);
    const window = known && at - known.began < minute ? known : { began: at, count: 0 };
    if (window !== known) {
      windows.delete(key);
      windows.set(key, window);
      // The oldest stand first.
      for (const first of windows.keys()) {
        if (windows.size <= rememberedAtMost) break;
        windows.delete(first);
      }
    }
    window.count++;
    return window.count > most ? Math.max(1, Math.ceil((window.began + minute - at) / 1_000)) : undefined;
  }

  return {
    wait({ network, isVouchedFor, event }, perMinute) {
      if (event !== undefined) return wait(`event ${event}`, perMinute * sharesOfEvent);
      const own = wait(network ?? 'nobody knows', perMinute);
      return own ?? (isVouchedFor || network === undefined ? undefined : wait('all who vouch for themselves', perMinute * sharesOfUnknown));
    },
  };
}

/** An IPv4 address; of an IPv6 address the first half, since one household or server has all of the second. Undefined where it is none. */
export function networkOf(address: string): string | undefined {
  const text = address.trim();
  const { name } = readAuthority(text.startsWith('[') || !/:.*:/.test(text) ? text : `[${text}]`) ?? {};
  if (name === undefined) return undefined;
  if (!name.startsWith('[')) return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name) ? name : undefined;
  const groups = sixGroups(name.slice(1, -1));
  // An IPv4 address in IPv6 clothes: mapped (RFC 4291 §2.5.5.2), or translated (RFC 6052).
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  const isTranslated = groups[0] === 0x64 && groups[1] === 0xff9b && groups.slice(2, 6).every((group) => group === 0);
  if (isMapped || isTranslated)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join('.');
  return groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':');
}
