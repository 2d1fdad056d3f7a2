/** What a sandbox serves of the hosts whose requests it answers in their stead, so that client code needs no other address while it is tested. */
import { isPlatform, publishedServers } from '../../contract/published-links.ts';
import { apiOwning, monitoredBases, type Api } from '../../gateway/api.ts';
import { controlPath } from '../../gateway/places.ts';
import { isBelow } from './claims.ts';
import { isNhsHost } from './nhs-hosts.ts';

/** `refused` is a host of the NHS, or of a contract, at which nothing of the kind is served. */
export type Standing = 'served' | 'refused' | 'elsewhere';

export interface OfficialTarget {
  readonly standing: Standing;
  /** The URL below which the gateway answers what is served. */
  readonly target?: URL;
}

export function officialTargets(apis: readonly Api[]): (url: URL) => OfficialTarget {
  const servers = apis.flatMap((api) =>
    publishedServers(api.contract.document).map(({ host, origin, path }) => ({ api, host, path, port: new URL(origin).port })),
  );
  return (url) => {
    const published = servers.filter(({ host, port }) => host === url.hostname && port === url.port);
    if (published.length === 0 && !isNhsHost(url.hostname)) return { standing: 'elsewhere' };
    const target = targetAt(url, apis, published);
    return target ? { standing: 'served', target } : { standing: 'refused' };
  };
}

function targetAt(url: URL, apis: readonly Api[], published: readonly { readonly api: Api; readonly path: string }[]): URL | undefined {
  const { hostname, pathname, search, origin } = url;
  if (isBelow(pathname, controlPath)) return url;
  if (isPlatform(hostname.replace(/\.$/, '')) && isServedAt(apis, pathname)) return url;
  for (const { api, path } of published) {
    const mount = api.mounts[0] ?? '';
    if (apiOwning([api], pathname) === api && isBelow(pathname, mount)) return url;
    // A host of the API's own may have it at another path than the one it is mounted at.
    if (isBelow(pathname, path)) return new URL(mount + pathname.slice(path.length) + search, origin);
  }
  return undefined;
}

/** Below an API's base, or where it is monitored. */
const isServedAt = (apis: readonly Api[], path: string): boolean =>
  apiOwning(apis, path) !== undefined || apis.some((api) => [...monitoredBases(api)].some((base) => isBelow(path, base)));
