/** The path under which a contract says it is served. */
import type { Json, JsonObject, Quirk } from '../contract.ts';
import { isArray, isObject } from '../json.ts';

/** The path of `servers[0]`, percent-decoded, without a trailing slash; '' where there is none that can be used. */
export function basePathOf({ servers }: JsonObject, quirks: Quirk[]): string {
  const [server] = isArray(servers) ? servers : [];
  if (!isObject(server) || typeof server['url'] !== 'string') {
    quirks.push({ pointer: '/servers', effect: 'mended', message: 'The document names no server, so it has no base path.' });
    return '';
  }
  const filled = filledUrl(server['url'], server['variables']);
  // A server URL may be relative (OpenAPI 3.1, Server Object), so a text that is no URL at all still reads as a path.
  const path = pathOf(filled);
  if (path === undefined || path.includes('{')) {
    quirks.push({
      pointer: '/servers/0/url',
      effect: 'mended',
      message: 'This server URL has variables without a default, or is no URL; the contract has no base path.',
    });
    return '';
  }
  return path;
}

/** A server's URL with the default of each of its variables; one without a default stays as it is, in its braces. */
export function filledUrl(url: string, variables: Json | undefined): string {
  return url.replace(/\{([^{}]*)\}/g, (whole, name: string) => defaultOf(variables, name) ?? whole);
}

function defaultOf(variables: Json | undefined, name: string): string | undefined {
  const variable = isObject(variables) ? variables[name] : undefined;
  const value = isObject(variable) ? variable['default'] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname).replace(/\/+$/, '');
  } catch {
    return undefined;
  }
}
