/** Decodes the parameters of a request by its operation, and makes the call that answers it. Faults are kept for the check of the contract. */
import type { Json, Parameter } from '../../contract/contract.ts';
import type { Sent } from '../../contract/parameters/read-parameter.ts';
import { decodeText, emptyQuery, parseQuery } from '../../contract/parameters/query.ts';
import type { Fault, Problem } from '../../mock/problem.ts';
import type { Match } from '../api.ts';
import { makeCall } from '../call.ts';
import { note, type Incoming } from './incoming.ts';
import { quotable } from './withheld.ts';

/** Without the members that every object has: a cookie may be called like one. */
const noCookies: Readonly<Record<string, string>> = Object.freeze(Object.create(null));
const nothing: readonly string[] = [];

export function readParameters(incoming: Incoming, match: Match): Problem | undefined {
  const { request, url } = incoming;
  const { parameters, readers, queryNames } = match.target.plan;
  const malformed = badQuery(url.search);
  if (malformed) return { problem: 'malformed-url', message: malformed };
  const sent: Sent = {
    path: match.path,
    query: url.search === '' ? emptyQuery : parseQuery(url.search),
    header: (name) => request.headers.get(name) ?? undefined,
    get cookies() {
      return readCookies(request.headers.get('cookie'));
    },
  };
  const query: Record<string, Json> = Object.create(null);
  const faults: Fault[] = [];
  let several: Readonly<Record<string, Json>> | undefined = incoming.body?.several;
  for (let index = 0; index < parameters.length; index++) {
    const parameter = parameters[index];
    const decoded = readers[index]?.(sent);
    if (!parameter) continue;
    if (decoded === undefined) {
      if (parameter.required)
        faults.push({ in: parameter.in, name: parameter.name, pointer: '', keyword: 'required', message: 'is required' });
    } else if ('faults' in decoded) {
      faults.push(
        ...decoded.faults.map((fault): Fault => ({ in: parameter.in, name: parameter.name, ...fault, ...sentValue(parameter, sent) })),
      );
      // What was sent stays visible to an API's own rules, which may want to say more than its contract.
      if (parameter.in === 'query') query[parameter.name] = decodeText(sent.query.texts.get(parameter.name)?.[0] ?? '') ?? '';
    } else {
      for (const line of decoded.notes ?? nothing) note(incoming, line);
      if (parameter.in !== 'query') continue;
      if (decoded.value !== undefined) query[parameter.name] = decoded.value;
      if (decoded.whole !== undefined) several = { [parameter.name]: decoded.whole, ...several };
      Object.assign(query, decoded.modified);
    }
  }
  const undeclared =
    sent.query === emptyQuery
      ? nothing
      : [...sent.query.texts.keys()].filter((name) => !queryNames.has(name) && !Object.hasOwn(query, name) && !isMember(name, parameters));
  incoming.faults = faults;
  incoming.call = makeCall(incoming, match, { path: match.path, query, undeclared, ...(several && { several }) });
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
function badQuery(search: string): string | undefined {
  if (search.includes('\0') || search.includes('%00')) return 'The query holds a NUL character (%00), which is not allowed anywhere.';
  if (!search.includes('%')) return undefined;
  const whole = search.replace(/^\?/, '').split('&');
  return whole.some((pair) => decodeText(pair) === undefined) ? 'The query is not valid percent-encoded UTF-8 text.' : undefined;
}

/** The value as it arrived, for the dialects that quote it; withheld where it looks like a live NHS number. */
function sentValue({ in: place, name }: Parameter, { path, query, header }: Sent): { readonly value?: string } {
  const texts =
    place === 'query'
      ? (query.texts.get(name) ?? []).map((text) => decodeText(text) ?? '')
      : [place === 'path' ? path[name] : place === 'header' ? header(name) : undefined];
  const text = texts.filter((one) => one !== undefined).join(',');
  const value = text === '' ? undefined : quotable(text);
  return value === undefined ? {} : { value };
}

export function readCookies(header: string | null): Readonly<Record<string, string>> {
  if (!header) return noCookies;
  const cookies: Record<string, string> = Object.create(null);
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0) cookies[pair.slice(0, equals).trim()] = decodeText(pair.slice(equals + 1).trim()) ?? '';
  }
  return cookies;
}
