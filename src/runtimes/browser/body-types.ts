/** A client of openapi-fetch that sends each body as its operation documents it, and not always as `application/json`. */
import type { ClientOptions, HeadersOptions } from 'openapi-fetch';

/** Media types by operation: `{ 'PATCH /Patient/{id}': 'application/json-patch+json' }`. */
export type BodyTypes = Readonly<Record<string, string>>;

interface Sending {
  readonly headers?: HeadersOptions;
  readonly body?: unknown;
  readonly bodySerializer?: unknown;
  readonly params?: { readonly header?: HeadersOptions };
}

/** What the methods of every client of openapi-fetch have in common, whatever its paths. */
interface AnyClient {
  request(method: string, path: string, init?: Sending): unknown;
}

const methods = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'];

export function sendingTypes<C extends object>(client: C, types: BodyTypes, options: Pick<ClientOptions, 'headers' | 'bodySerializer'>): C {
  const { request } = client as AnyClient; // every client has it, with paths of its own
  const call = (method: string, path: string, init: Sending = {}): unknown => {
    const type = types[`${method.toUpperCase()} ${path}`];
    if (type === undefined || init.body === undefined || init.body instanceof FormData) return request(method, path, init);
    const headers = membersOf(init.headers);
    const isSaid = [membersOf(options.headers), headers, membersOf(init.params?.header)].some(namesType);
    const isText = typeof init.body === 'string' && !/[/+]json\b/.test(type);
    return request(method, path, {
      ...(isText && { bodySerializer: options.bodySerializer ?? String }),
      ...init,
      headers: isSaid ? headers : { 'Content-Type': type, ...headers },
    });
  };
  const own = Object.fromEntries(methods.map((method) => [method, (path: string, init?: Sending) => call(method, path, init)]));
  return { ...client, ...own, request: call };
}

type Members = Extract<HeadersOptions, Record<string, unknown>>;

/** However headers are given, as the members of an object. */
function membersOf(headers: HeadersOptions = {}): Members {
  if (headers instanceof Headers) return Object.fromEntries(headers);
  return (Array.isArray(headers) ? Object.fromEntries(headers) : headers) as Members; // what is neither is an object
}

const namesType = (headers: Members): boolean => Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
