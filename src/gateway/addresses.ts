/** Where this sandbox answers what a contract publishes under an address of its own, of the NHS platform, or of another API that is served here. */
import { lazily } from '../contract/lazily.ts';
import { basePlaceholder, isPlatform } from '../contract/published-links.ts';
import { apiOwning, type Api } from './api.ts';
import { decodePath } from './request/path.ts';
import { matchTemplate, readTemplate, type Template } from './request/template.ts';

export interface Addresses {
  /** The path here of what is published at an address; undefined where the address is somebody else's, or none. */
  pathOf(address: string, api: Api): string | undefined;
}

/** Below the control path: what is not served here, and where a redirect would have led whose target the contract does not show. */
const elsewhere = '/_sandbox/elsewhere';
export const redirected = '/_sandbox/redirected';

/** What is announced of the APIs is enough, so that an address leads to the same place whichever of them have been read. */
export function createAddresses(apis: readonly Api[]): Addresses {
  const servers = apis.flatMap((api) => api.announced.servers.map((server) => ({ ...server, api })));
  const templates = lazily(() => Map.groupBy(templatesOf(apis), firstWord));
  const isServed = (path: string): boolean => {
    const segments = decodePath(path) ?? [];
    return ['', segments[0] ?? ''].some((first) =>
      templates()
        .get(first)
        ?.some((template) => matchTemplate(template, segments) !== undefined),
    );
  };
  const isOwned = (path: string): boolean => apiOwning(apis, path)?.mounts.some((mount) => mount !== '' && path.startsWith(mount)) ?? false;
  const mountOf = (api: Api): string => api.mounts[0] ?? '';

  /** The same path below this API's own base, where the author left out a part of the base. */
  function shortened(path: string, api: Api): string | undefined {
    const mount = mountOf(api);
    const base = new Set(mount.split('/'));
    const segments = path.split('/').slice(1);
    let own: string | undefined;
    for (const [i, segment] of segments.entries()) {
      const candidate = `${mount}/${segments.slice(i).join('/')}`;
      if (isServed(candidate)) return candidate;
      // A resource of this API is its own to answer for, though it has no operation there.
      if (i > 0 && api.announced.operations.some((operation) => operation.path.split('/')[1] === segment)) own ??= candidate;
      if (!base.has(segment)) break;
    }
    return own;
  }

  /** Undefined where nothing here answers for it. */
  function pathHere(host: string, path: string, api: Api): string | undefined {
    if (isServed(path)) return path;
    const own = servers.find((server) => server.host === host && (path === server.path || path.startsWith(`${server.path}/`)));
    const below = own && mountOf(own.api) + path.slice(own.path.length);
    if (below !== undefined && isServed(below)) return below;
    // Of an API that is served here, what it has not is for it to say.
    return shortened(path, api) ?? below ?? (isOwned(path) ? path : undefined);
  }

  function find(address: string, api: Api): string | undefined {
    const base = basePlaceholder.exec(address)?.[0];
    const [, host, path = '', rest = ''] =
      /^(?:https?:\/\/([\w.-]+)(?::\d+)?)?([^?#]*)(.*)$/is.exec(base === undefined ? address : address.slice(base.length)) ?? [];
    if (base !== undefined) return (shortened(path, api) ?? mountOf(api) + path) + rest;
    if (host !== undefined) {
      if (!isPlatform(host) && !servers.some((server) => server.host === host)) return undefined;
      const here = pathHere(host, path, api);
      return here === undefined ? `${elsewhere}?address=${encodeURIComponent(host + path).replaceAll('%2F', '/')}${rest}` : here + rest;
    }
    return path.startsWith('/') && isServed(path) ? path + rest : undefined;
  }

  // The same few addresses go out again and again; a client that sends others can push them out, and no more.
  let young = new Map<string, string | undefined>();
  let old = new Map<string, string | undefined>();
  return {
    pathOf(address, api) {
      const key = `${api.slug} ${address}`;
      const known = young.get(key) ?? old.get(key);
      if (known !== undefined) return known;
      const found = find(address, api);
      if (young.size >= remembered) [old, young] = [young, new Map()];
      young.set(key, found);
      return found;
    },
  };
}

/** '' where it is not one word. */
function firstWord({ segments: [first = []] }: Template): string {
  const [only, ...others] = first;
  return only && 'literal' in only && others.length === 0 ? only.literal : '';
}

const templatesOf = (apis: readonly Api[]): readonly Template[] =>
  apis.flatMap(({ mounts, announced }) => mounts.flatMap((mount) => announced.operations.map(({ path }) => readTemplate(mount + path))));

/** Addresses kept at most, twice. */
const remembered = 2_000;
