/** What a sandbox serves of the hosts whose requests it answers in their stead, so that client code needs no other address while it is tested. */
import { isPlatform } from '../../contract/published-links.ts';
import { officialIssuerAt } from '../../identity/providers/official-issuers.ts';
import { apiOwning, monitoredBases, type Api } from '../../gateway/api.ts';
import { controlPath } from '../../gateway/places.ts';
import { isBelow } from './claims.ts';
import { isNhsHost } from './nhs-hosts.ts';

/** `refused` is a host of the NHS, or of a contract, at which nothing of the kind is served. */
export type Standing = 'served' | 'refused' | 'elsewhere';

export interface OfficialTarget {
  readonly standing: Standing;
  readonly target?: Target;
}

interface Target {
  /** At which the gateway answers what was asked for. */
  readonly url: URL;
  /** What links of the answer begin with, where the host is the API's own: a provider of log-ins is known by its issuer. */
  readonly base?: string;
}

export function officialTargets(apis: readonly Api[]): (url: URL) => OfficialTarget {
  const servers = apis.flatMap((api) =>
    api.announced.servers.map(({ host, origin, path }) => ({ api, host, path, port: new URL(origin).port })),
  );
  return (url) => {
    const published = servers.filter(({ host, port }) => host === url.hostname && port === url.port);
    if (published.length === 0 && !isNhsHost(url.hostname)) return { standing: 'elsewhere' };
    const target = targetAt(url, apis, published);
    return target ? { standing: 'served', target } : { standing: 'refused' };
  };
}

function targetAt(url: URL, apis: readonly Api[], published: readonly { readonly api: Api; readonly path: string }[]): Target | undefined {
  const { hostname, pathname, search, origin } = url;
  if (isBelow(pathname, controlPath)) return { url };
  if (isPlatform(hostname.replace(/\.$/, '')) && isServedAt(apis, pathname)) return { url };
  const login = logInAt(url, apis);
  if (login) return login;
  for (const { api, path } of published) {
    const mount = api.mounts[0] ?? '';
    if (apiOwning([api], pathname) === api && isBelow(pathname, mount)) return { url };
    // A host of the API's own may have it at another path than the one it is mounted at.
    if (isBelow(pathname, path)) return { url: new URL(mount + pathname.slice(path.length) + search, origin) };
  }
  return undefined;
}

/** A host of the real NHS login or CIS2, as far as the mock of it has what is asked for. */
function logInAt(url: URL, apis: readonly Api[]): Target | undefined {
  const found = officialIssuerAt(url);
  const mount = `/${found?.provider}`;
  const api = apis.find(({ mounts }) => mounts[0] === mount);
  if (!found || !api) return undefined;
  const path = url.pathname.slice(found.path.length);
  const isKnown = api.announced.operations.some((operation) => operation.path === path);
  return isKnown ? { url: new URL(mount + path + url.search, url.origin), base: found.issuer } : undefined;
}

/** Below an API's base, or where it is monitored. */
const isServedAt = (apis: readonly Api[], path: string): boolean =>
  apiOwning(apis, path) !== undefined || apis.some((api) => [...monitoredBases(api)].some((base) => isBelow(path, base)));
