/** The path under which a contract says it is served. */
import type { Json, JsonObject, Quirk } from '../contract.ts';
import { isArray, isObject } from '../json.ts';

/** Longest base: it stands in every link. */
const LENGTH = 500;
/** Longest server URL whose variables are filled in: each can stand there many times. */
const URL_LENGTH = 2_000;

/** The path of `servers[0]`, percent-decoded, without doubled slashes or one at its end; '' where there is none that can be used. */
export function basePathOf({ servers }: JsonObject, quirks: Quirk[]): string {
  const [server] = isArray(servers) ? servers : [];
  const unused = (message: string, pointer = '/servers/0/url'): string => {
    quirks.push({ pointer, effect: 'mended', message });
    return '';
  };
  if (!isObject(server) || typeof server['url'] !== 'string')
    return unused('The document names no server, so it has no base path.', '/servers');
  // A server URL may be relative (OpenAPI 3.1, Server Object), so a text that is no URL at all still reads as a path.
  const path = pathOf(filledUrl(server['url'], server['variables']));
  if (path === undefined || path.includes('{'))
    return unused('This server URL has variables without a default, or is no URL; the contract has no base path.');
  const why = whyUnusable(path);
  return why === undefined ? path : unused(`The path of this server URL ${why}, so the contract has no base path.`);
}

/** Other servers whose paths are looked at. */
const OTHERS = 10;

/** The other paths at which its servers have it: a service that moved, or that has several editions, answers at each. */
export function otherBasePathsOf({ servers }: JsonObject, basePath: string): readonly string[] {
  const others = (isArray(servers) ? servers : []).slice(1, OTHERS + 1).flatMap((server) => {
    const path = isObject(server) && typeof server['url'] === 'string' ? pathOf(filledUrl(server['url'], server['variables'])) : undefined;
    const isUsable = path !== undefined && path !== '' && path !== basePath && !path.includes('{') && whyUnusable(path) === undefined;
    return isUsable ? [path] : [];
  });
  return basePath === '' ? [] : [...new Set(others)];
}

/** Bases that no request can name, or that are the sandbox's own for all that it serves. */
function whyUnusable(path: string): string | undefined {
  if (path !== '' && !path.startsWith('/')) return 'is none: it has no slash';
  if (path.length > LENGTH) return `has more than ${LENGTH} characters`;
  if (/[\p{Cc}\p{Cs}]/u.test(path)) return 'holds control characters';
  if (path.split('/').some((segment) => segment === '.' || segment === '..')) return 'holds segments that lead out of it';
  if (path === '/w' || path.startsWith('/w/')) return 'is where a deployment has its workspaces (/w)';
  return undefined;
}

/** A server's URL with the default of each of its variables; one without a default stays as it is, in its braces. */
export function filledUrl(url: string, variables: Json | undefined): string {
  if (url.length > URL_LENGTH) return url;
  return url.replace(/\{([^{}]*)\}/g, (whole, name: string) => defaultOf(variables, name) ?? whole);
}

function defaultOf(variables: Json | undefined, name: string): string | undefined {
  const variable = isObject(variables) ? variables[name] : undefined;
  const value = isObject(variable) ? variable['default'] : undefined;
  if (typeof value === 'string') return value.length > LENGTH ? undefined : value;
  return typeof value === 'number' ? String(value) : undefined;
}

function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
      .replace(/\/{2,}/g, '/')
      .replace(/\/$/, '');
  } catch {
    return undefined;
  }
}
