/** Decodes the parameters of a request by its operation, and makes the call that answers it. Faults are kept for the check of the contract. */
import type { Json, Parameter } from '../../contract/contract.ts';
import { decodeParameter, type RawParameters } from '../../contract/parameters/parameters.ts';
import { decodeText, parseQuery } from '../../contract/parameters/query.ts';
import type { Fault, Problem } from '../../mock.ts';
import type { Match } from '../api.ts';
import { makeCall } from '../call.ts';
import type { Incoming } from './incoming.ts';
import { quotable } from './withheld.ts';

const noCookies: Readonly<Record<string, string>> = {};

export function readParameters(incoming: Incoming, match: Match): Problem | undefined {
  const { request, url } = incoming;
  const { api, parameters, queryNames } = match.target;
  const pairs = url.search === '' ? [] : parseQuery(url.search);
  if (pairs.some((pair) => badText(pair.name) || badText(pair.text))) {
    return { problem: 'malformed-url', message: 'The query is not valid percent-encoded UTF-8 text.' };
  }
  const raw: RawParameters = {
    path: match.path,
    query: pairs,
    header: (name) => request.headers.get(name) ?? undefined,
    get cookies() {
      return readCookies(request.headers.get('cookie'));
    },
  };
  const query: Record<string, Json> = {};
  const faults: Fault[] = [];
  for (const parameter of parameters) {
    const decoded = decodeParameter(api.contract, parameter, raw);
    if (decoded === undefined) {
      if (parameter.required)
        faults.push({ in: parameter.in, name: parameter.name, pointer: '', keyword: 'required', message: 'is required' });
    } else if ('faults' in decoded) {
      faults.push(
        ...decoded.faults.map((fault): Fault => ({ in: parameter.in, name: parameter.name, ...fault, ...sentValue(parameter, raw) })),
      );
      // What was sent stays visible to an API's own rules, which may want to say more than its contract.
      if (parameter.in === 'query')
        query[parameter.name] = pairs.filter((pair) => pair.name === parameter.name).map((pair) => decodeText(pair.text) ?? '')[0] ?? '';
    } else if (parameter.in === 'query') query[parameter.name] = decoded.value;
  }
  const undeclared =
    pairs.length === 0
      ? []
      : [...new Set(pairs.map((pair) => pair.name))].filter((name) => !queryNames.has(name) && !isMember(name, parameters));
  incoming.faults = faults;
  incoming.call = makeCall(incoming, match, { path: match.path, query, undeclared });
  return undefined;
}

/** `filter[status]` and the bare members of an exploded object belong to a declared parameter. */
function isMember(name: string, parameters: readonly Parameter[]): boolean {
  const bracket = name.indexOf('[');
  const owner = bracket < 0 ? undefined : name.slice(0, bracket);
  return parameters.some((p) => p.in === 'query' && (p.name === owner || (p.explode && p.style === 'form' && isObjectSchema(p, name))));
}

function isObjectSchema({ schema }: Parameter, member: string): boolean {
  const properties = typeof schema?.schema === 'object' ? schema.schema.properties : undefined;
  return properties !== undefined && Object.hasOwn(properties, member);
}

/** Broken percent-encoding or a NUL anywhere is refused before anything looks at it. */
function badText(text: string): boolean {
  if (text.includes('\0')) return true;
  if (!text.includes('%')) return false;
  const decoded = decodeText(text);
  return decoded === undefined || decoded.includes('\0');
}

/** The value as it arrived, for the dialects that quote it; withheld where it looks like a live NHS number. */
function sentValue(parameter: Parameter, raw: RawParameters): { readonly value?: string } {
  const texts =
    parameter.in === 'query'
      ? raw.query.filter((pair) => pair.name === parameter.name).map((pair) => decodeText(pair.text) ?? '')
      : [parameter.in === 'path' ? raw.path[parameter.name] : parameter.in === 'header' ? raw.header(parameter.name) : undefined];
  const text = texts.filter((one) => one !== undefined).join(',');
  const value = text === '' ? undefined : quotable(text);
  return value === undefined ? {} : { value };
}

function readCookies(header: string | null): Readonly<Record<string, string>> {
  if (!header) return noCookies;
  const cookies: Record<string, string> = Object.create(null);
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0) cookies[pair.slice(0, equals).trim()] = decodeText(pair.slice(equals + 1).trim()) ?? '';
  }
  return cookies;
}
