/** The hosts whose requests a sandbox may answer in their stead, so that client code needs no other address while it is tested. */
import { filledUrl } from '../contract/reading/base-path.ts';
import { isArray, isObject } from '../contract/json.ts';
import { apiOwning, type Api } from '../gateway/api.ts';
import type { Gateway } from '../gateway/gateway.ts';

/** The NHS England API platform: sandbox, integration and live. */
const platform = new Set(['https://sandbox.api.service.nhs.uk', 'https://int.api.service.nhs.uk', 'https://api.service.nhs.uk']);

/** The URL below which the gateway answers what was asked of an official host; undefined where it has no such API. */
export function officialTarget(gateway: Gateway, url: URL): URL | undefined {
  if (platform.has(url.origin) && apiOwning(gateway.apis, url.pathname)) return url;
  for (const api of gateway.apis) {
    for (const server of serversOf(api)) {
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

/** Where the contract says that the API itself is. */
function serversOf({ contract }: Api): readonly { readonly origin: string; readonly path: string }[] {
  const { servers } = contract.document;
  if (!isArray(servers)) return [];
  return servers.flatMap((server) => {
    const text = isObject(server) && typeof server['url'] === 'string' ? filledUrl(server['url'], server['variables']) : '';
    const url = text.includes('{') ? null : URL.parse(text);
    if (!url?.protocol.startsWith('http') || url.hostname === 'localhost') return [];
    return [{ origin: url.origin, path: url.pathname.replace(/\/+$/, '') }];
  });
}
