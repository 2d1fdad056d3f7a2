/** The hosts whose requests a sandbox may answer in their stead, so that client code needs no other address while it is tested. */
import { isPlatform, publishedServers } from '../contract/published-links.ts';
import { apiOwning } from '../gateway/api.ts';
import type { Gateway } from '../gateway/gateway.ts';

/** The URL below which the gateway answers what was asked of an official host; undefined where it has no such API. */
export function officialTarget(gateway: Gateway, url: URL): URL | undefined {
  if (url.protocol === 'https:' && url.port === '' && isPlatform(url.hostname) && apiOwning(gateway.apis, url.pathname)) return url;
  for (const api of gateway.apis) {
    for (const server of publishedServers(api.contract.document)) {
      if (server.origin !== url.origin) continue;
      if (apiOwning([api], url.pathname) === api && isBelow(url.pathname, api.mounts[0] ?? '')) return url;
      // A host of the API's own may have it at another path than the one it is mounted at.
      if (isBelow(url.pathname, server.path))
        return new URL((api.mounts[0] ?? '') + url.pathname.slice(server.path.length) + url.search, url.origin);
    }
  }
  return undefined;
}

const isBelow = (path: string, base: string): boolean => path === base || path.startsWith(`${base}/`);
