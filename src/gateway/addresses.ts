/** Where this sandbox answers what a contract publishes under an address of its own, of the NHS platform, or of another API that is served here. */
import { isArray, isObject } from '../contract/json.ts';
import { filledUrl } from '../contract/reading/base-path.ts';
import { apiOwning, type Api } from './api.ts';
import { decodePath } from './request/path.ts';
import type { RouteIndex } from './request/route-index.ts';

export interface Addresses {
  /** The path here of what is published at an address; undefined where the address is somebody else's, or none. */
  pathOf(address: string, api: Api): string | undefined;
}

/** Below the control path: what is not served here, and where a redirect would have led whose target the contract does not show. */
export const elsewhere = '/_sandbox/elsewhere';
export const redirected = '/_sandbox/redirected';

/** The API platform of NHS England: its live host and its environments. */
export const isPlatform = (host: string): boolean => /^(?:[a-z0-9-]+\.)*api\.service\.nhs\.uk$/.test(host);

/** What authors of contracts write where an API's own base should stand. */
const placeholder = /^(?:_base_?url_|\[base(?:_?url)?\]|<base_?url>|\$?\{\{?\s*base_?url\s*\}?\})(?=[/?#]|$)/i;

export interface PublishedServer {
  readonly host: string;
  readonly origin: string;
  readonly path: string;
}

/** Where a contract says that its API is. */
export function serversOf({ contract }: Api): readonly PublishedServer[] {
  const { servers } = contract.document;
  if (!isArray(servers)) return [];
  return servers.flatMap((server) => {
    const text = isObject(server) && typeof server['url'] === 'string' ? filledUrl(server['url'], server['variables']) : '';
    const url = text.includes('{') ? null : URL.parse(text);
    if (!url?.protocol.startsWith('http') || url.hostname === 'localhost') return [];
    return [{ host: url.hostname, origin: url.origin, path: url.pathname.replace(/\/+$/, '') }];
  });
}

export function createAddresses(apis: readonly Api[], index: RouteIndex): Addresses {
  const servers = apis.flatMap((api) => serversOf(api).map((server) => ({ ...server, api })));
  const isServed = (path: string): boolean => index.find(decodePath(path) ?? []).length > 0;
  const isOwned = (path: string): boolean => apiOwning(apis, path)?.mounts.some((mount) => mount !== '' && path.startsWith(mount)) ?? false;
  const mountOf = (api: Api): string => api.mounts[0] ?? '';

  /** The same path below this API's own base, where the author left out a part of the base. */
  function shortened(path: string, api: Api): string | undefined {
    const mount = mountOf(api);
    const base = new Set(mount.split('/'));
    const segments = path.split('/').slice(1);
    for (const [i] of segments.entries()) {
      const candidate = `${mount}/${segments.slice(i).join('/')}`;
      if (isServed(candidate)) return candidate;
      if (!base.has(segments[i] ?? '')) return undefined;
    }
    return undefined;
  }

  function pathHere(host: string, path: string, api: Api): string {
    if (isServed(path)) return path;
    const own = servers.find((server) => server.host === host && (path === server.path || path.startsWith(`${server.path}/`)));
    const below = own && mountOf(own.api) + path.slice(own.path.length);
    if (below !== undefined && isServed(below)) return below;
    // Of an API that is served here, what it has not is for it to say.
    return shortened(path, api) ?? below ?? (isOwned(path) ? path : `${elsewhere}/${host}${path}`);
  }

  return {
    pathOf(address, api) {
      const base = placeholder.exec(address)?.[0];
      if (base !== undefined) {
        const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address.slice(base.length)) ?? [];
        return (shortened(path, api) ?? mountOf(api) + path) + rest;
      }
      if (address.startsWith('/')) {
        const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
        return isServed(path) ? path + rest : undefined;
      }
      if (!/^https?:\/\//i.test(address)) return undefined;
      const url = URL.parse(address);
      if (!url || !(isPlatform(url.hostname) || servers.some(({ host }) => host === url.hostname))) return undefined;
      // The text after the host stays as published: a parser would write some of it differently.
      const [, rest = ''] = /^https?:\/\/[^/?#]*(?:\/[^?#]*)?(.*)$/is.exec(address) ?? [];
      return pathHere(url.hostname, decodedPath(url.pathname), api) + rest;
    },
  };
}

/** Templates and FHIR operations are published with their signs as they are. */
function decodedPath(pathname: string): string {
  return pathname.replaceAll('%7B', '{').replaceAll('%7D', '}').replaceAll('%24', '$');
}
