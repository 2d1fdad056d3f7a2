/**
 * Addresses in what a contract publishes. A client that follows one would leave the sandbox, its credential with it: so they are marked where a
 * body is made, in a way that is still an address, and lead here when the body goes out. Nothing that a client sent is ever marked.
 */
import type { Json, JsonObject } from './contract.ts';
import { isArray, isObject } from './json.ts';
import { filledUrl } from './reading/base-path.ts';

export interface PublishedServer {
  readonly host: string;
  readonly origin: string;
  /** Without a trailing slash. */
  readonly path: string;
}

/** Servers of one contract that are looked at: every address is held against each. */
const SERVERS = 100;

/** Where a contract says that its API is. */
export function publishedServers({ servers }: JsonObject): readonly PublishedServer[] {
  if (!isArray(servers)) return [];
  return servers.slice(0, SERVERS).flatMap((server) => {
    const text = isObject(server) && typeof server['url'] === 'string' ? filledUrl(server['url'], server['variables']) : '';
    const url = text.includes('{') ? null : URL.parse(text);
    if (!url?.protocol.startsWith('http') || url.hostname === 'localhost') return [];
    return [{ host: url.hostname, origin: url.origin, path: url.pathname.replace(/\/+$/, '') }];
  });
}

/** The API platform of NHS England: its live host and its environments. */
export const isPlatform = (host: string): boolean => /^(?:[a-z0-9-]+\.)*api\.service\.nhs\.uk$/.test(host);

/** What authors of contracts write where an API's own base should stand. */
export const basePlaceholder = /^(?:_base_?url_|\[base(?:_?url)?\]|<base_?url>|\$?\{\{?\s*base_?url\s*\}?\})(?=[/?#]|$)/i;

/** Members that hold names which only look like addresses. */
const names =
  /^(id|system|profile|definition|valueSet|implicitRules|instantiates\w*|namespace|canonical|\$schema|xmlns|versionId|code|div|display|description)$/;
/** Members whose path from the root is a link too. */
const links = /^(self|next|prev|previous|first|last|related|collection|href|ur[il]|link|location|fullUrl)$/i;

export interface LinkMarker {
  /** The same value where nothing in it leads anywhere. `refused` names places that have to stay as they are. */
  mark(value: Json, refused?: ReadonlySet<string>): Json;
  /** The same for the addresses that are whole attributes or elements of a text in XML. */
  markXml(text: string): string;
}

export function linkMarker({ document, basePath }: { readonly document: JsonObject; readonly basePath: string }): LinkMarker {
  const hosts = new Set(publishedServers(document).map(({ host }) => host));
  const roots = rootsOf(document, basePath);

  function markText(text: string, name: string, owner: string): string {
    if (text.length < 2 || text.length > 4_096 || /[\s"\\<>]/.test(text.replace(basePlaceholder, ''))) return text;
    const placeholder = basePlaceholder.exec(text)?.[0];
    if (placeholder !== undefined) return marked(placeholder, text.slice(placeholder.length));
    if (names.test(name) || (name === 'url' && /^(modifierE|e)xtension$/.test(owner)) || owner === 'identifier') return text;
    if (text.startsWith('/'))
      return links.test(name) && roots.some((root) => text === root || text.startsWith(`${root}/`)) ? marked('', text) : text;
    const origin = /^https?:\/\/([\w.-]+)(?::\d+)?(?=[/?#]|$)/i.exec(text);
    const [begin = '', host = ''] = origin ?? [];
    return origin && (hosts.has(host) || isPlatform(host)) ? marked(begin, text.slice(begin.length)) : text;
  }

  function visit(value: Json, name: string, owner: string, pointer: string, refused: ReadonlySet<string>): Json {
    if (typeof value === 'string') return refused.has(pointer) ? value : markText(value, name, owner);
    if (isArray(value)) {
      let changed: Json[] | undefined;
      for (const [i, item] of value.entries()) {
        const to = visit(item, name, owner, `${pointer}/${i}`, refused);
        if (to !== item) (changed ??= [...value])[i] = to;
      }
      return changed ?? value;
    }
    if (!isObject(value)) return value;
    let changed: Record<string, Json> | undefined;
    for (const [key, member] of Object.entries(value)) {
      const to = visit(member, key, name, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, refused);
      if (to !== member) (changed ??= { ...value })[key] = to;
    }
    return changed ?? value;
  }

  return {
    mark: (value, refused = nothing) => visit(value, '', '', '', refused),
    markXml: (text) =>
      text.replace(
        /<([\w:.-]+)((?:\s[^<>]*?=")?|(?:\s[^<>]*)?>)([^\s"<>]+)(?=["<])/g,
        (_, element: string, before: string, address: string) => {
          // FHIR's extensions have names under this attribute.
          const name = /^(modifierE|e)xtension$/.test(element) ? 'system' : element.replace(/^.*:/, '');
          return `<${element}${before}${markText(address, name, '')}`;
        },
      ),
  };
}

const nothing: ReadonlySet<string> = new Set();

/** With what the paths of this API begin. */
function rootsOf({ paths }: JsonObject, basePath: string): readonly string[] {
  if (basePath !== '') return [basePath];
  return isObject(paths) ? [...new Set(Object.keys(paths).flatMap((path) => /^\/[^/{}]+/.exec(path)?.[0] ?? []))] : [];
}

/** A reserved name that no host can have (RFC 6761 §6.4). */
const domain = '.published.invalid';

const marked = (begin: string, rest: string): string => `https://${labelOf(begin)}${domain}${rest}`;

/** What stood there, in characters that a host may have. */
const labelOf = (begin: string): string => `-${encodeURIComponent(begin.replaceAll('!', '%21')).replaceAll('%', '!')}`;

const pattern = /https:\/\/-([\w.~!*'()-]*?)\.published\.invalid([^\s"\\<>,;?#&]*)/g;

/** Gives each marked address what `lead` makes of the published one: its beginning, and its path as far as there is one. */
export function unmarked(text: string, lead: (begin: string, path: string) => string): string {
  if (!text.includes(domain)) return text;
  return text.replace(pattern, (_, label: string, path: string) => lead(decoded(label), path));
}

export const asPublished = (text: string): string => unmarked(text, (begin, path) => begin + path);

function decoded(label: string): string {
  try {
    return decodeURIComponent(label.replaceAll('!', '%'));
  } catch {
    return '';
  }
}
