/** What whoever deploys the edge runtime may set, besides its secret. Everything has a default that is safe. */
import { isLoopback, readAuthority } from '../../gateway/callers/authority.ts';
import { originsOf, readOriginPattern, type Origins } from '../../gateway/callers/origins.ts';
import type { Reach } from '../../outbound/guard.ts';
import { networkOf, type Minter } from '../../workspaces/minting-brake.ts';

export interface EdgeSettings {
  /** Origins whose pages may use `/_sandbox` with a key, besides those of the visitor's own machine: `https://app.example.org, https://*.example.com`. */
  readonly ALLOWED_ORIGINS?: string | null;
  /** Workspaces that one caller may make in a minute (10). */
  readonly MINTING_PER_MINUTE?: string | null;
  /** The header in which a proxy of the operator's says the client's address: `X-Real-IP`, or `X-Forwarded-For`, whose last address counts. */
  readonly CLIENT_ADDRESS_HEADER?: string | null;
  /** Where to report a vulnerability of the deployment: `mailto:security@example.org`. */
  readonly SECURITY_CONTACT?: string | null;
  /** The origin that shows pages to people and serves no mock API: `https://portal.example.org`. Wants MOCK_ORIGIN. */
  readonly PORTAL_ORIGIN?: string | null;
  /** `on`: workspaces may send messages to public addresses, each to a receiver that echoed a challenge. */
  readonly CALLBACKS?: string | null;
  /** The origin of the mock APIs, as the pages tell it: `https://sandbox.example.org`. Not the portal's. */
  readonly MOCK_ORIGIN?: string | null;
}

/** A deployment has no receivers of its own machine, and is none itself, as far as it knows its names. */
export function reachOf({ CALLBACKS: set, MOCK_ORIGIN, PORTAL_ORIGIN }: EdgeSettings): Reach {
  const own = [MOCK_ORIGIN, PORTAL_ORIGIN].flatMap((origin) => (origin ? (URL.parse(origin)?.hostname ?? []) : []));
  return { loopback: false, public: set === 'on', own };
}

const usualPerMinute = 10;

export function originsAllowed({ ALLOWED_ORIGINS: named }: EdgeSettings): Origins {
  const origins = (named ?? '').split(/[\s,]+/).flatMap((text) => readOriginPattern(text) ?? []);
  return originsOf(origins, (origin) => `have ${origin} added to ALLOWED_ORIGINS, a variable of this deployment.`);
}

export function mintingPerMinute({ MINTING_PER_MINUTE: set }: EdgeSettings): number {
  return set && /^[1-9]\d{0,5}$/.test(set) ? Number(set) : usualPerMinute;
}

/** What the platform itself tells of a request: Cloudflare much, plain workerd the address of whoever opened the connection. */
interface Told {
  readonly cf?: { readonly clientIp?: unknown } | null;
}

/**
 * A header says who calls where the operator named it, or where Cloudflare wrote it. Plain workerd knows who opened the connection; where
 * that is this machine, a tunnel or a proxy may stand before it, and its header is taken, but for no more than the caller's own word.
 */
export function minterOf(request: Request, { CLIENT_ADDRESS_HEADER: named }: EdgeSettings): Minter {
  const { cf } = request as Request & Told; // what the types of browsers leave out
  const said = networkOf(
    request.headers
      .get(named || 'cf-connecting-ip')
      ?.split(',')
      .at(-1) ?? '',
  );
  if (named) return { network: said, isVouchedFor: true };
  const peer = typeof cf?.clientIp === 'string' ? cf.clientIp : undefined;
  if (peer === undefined) return { network: said, isVouchedFor: cf !== undefined && cf !== null };
  if (said !== undefined && isLoopback(readAuthority(peer)?.name ?? '')) return { network: said, isVouchedFor: false };
  return { network: networkOf(peer), isVouchedFor: true };
}
