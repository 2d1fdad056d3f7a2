/** A request in the making: the client's own, with parts of it changed one by one. */
import { renderRequest } from '../../answer/sample/render-request.ts';
import { flat, queryPairs } from '../../answer/sample/query-pairs.ts';
import type { SampleRequest } from '../../answer/sample/sample-request.ts';
import type { Json, Operation, Parameter } from '../../contract/contract.ts';
import { asPublished } from '../../contract/published-links.ts';
import { redactLiveNumbers } from '../../fhir/live-numbers.ts';
import { decodeUrl } from '../request/path.ts';

export interface RequestDraft {
  readonly operation: Operation;
  /** By the name of the parameter, decoded. */
  readonly path: Readonly<Record<string, string>>;
  /** `name=value`, as it goes on the wire. */
  readonly query: readonly string[];
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface WireRequest {
  readonly method: string;
  /** Path and query, below the API's base. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export function wired({ operation, path, query, headers, body }: RequestDraft): WireRequest {
  let filled = operation.path;
  for (const [name, value] of Object.entries(path)) filled = filled.replace(`{${name}}`, () => encodeURIComponent(value));
  return {
    method: operation.method.toUpperCase(),
    target: query.length > 0 ? `${filled}?${query.join('&')}` : filled,
    headers,
    // No client sends one with these, whatever the contract documents.
    ...(body !== undefined && !/^(get|head)$/.test(operation.method) && { body }),
  };
}

/** Whether a client sends it: no method or header that the platform knows no such of, whatever the contract documents (Fetch §2.2.1). */
export function canBeSent({ method, target, headers }: WireRequest): boolean {
  if (method === 'TRACE') return false;
  try {
    return new Request(`http://localhost${target}`, { method, headers }).method === method;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** A contract may publish a number of a real patient's kind, which is shown to nobody. */
export function mayBeHandedOut({ target, headers, body = '' }: WireRequest): boolean {
  const text = [decodeUrl(target) ?? target, ...Object.values(headers), body].join('\n');
  return redactLiveNumbers(text) === text;
}

/** A sample as a draft; it goes on the wire as the contract publishes it. */
export function draftOf(operation: Operation, sample: SampleRequest): RequestDraft {
  const { target, headers, body } = renderRequest(operation, sample);
  const { accept: _, ...others } = headers;
  const question = target.indexOf('?');
  return {
    operation,
    path: Object.fromEntries(Object.entries(sample.path).map(([name, value]) => [name, asPublished(flat(value))])),
    query: question < 0 ? [] : target.slice(question + 1).split('&'),
    headers: others,
    ...(body !== undefined && { body }),
  };
}

/** Undefined takes the parameter away; what the path has is never taken away. */
export function withParameter(draft: RequestDraft, parameter: Parameter, value: Json | undefined): RequestDraft {
  const { name } = parameter;
  const only = { [name]: value ?? null };
  switch (parameter.in) {
    case 'path':
      return value === undefined ? draft : { ...draft, path: { ...draft.path, [name]: String(value) } };
    case 'query': {
      const others = draft.query.filter((pair) => ownerOf(pair) !== name);
      return { ...draft, query: value === undefined ? others : [...others, ...queryPairs(parameter, value)] };
    }
    default: {
      const place = parameter.in === 'cookie' ? 'cookie' : name.toLowerCase();
      const { [place]: _, ...others } = draft.headers;
      if (value === undefined) return { ...draft, headers: others };
      const empty = { path: {}, query: {}, header: {}, cookie: {} };
      const { headers } = renderRequest({ ...draft.operation, parameters: [parameter] }, { ...empty, [parameter.in]: only });
      return { ...draft, headers: { ...others, [place]: headers[place] ?? '' } };
    }
  }
}

export function without(draft: RequestDraft, name: string): RequestDraft {
  const { [name]: _, ...headers } = draft.headers;
  return { ...draft, headers };
}

/** Whether the draft has a value for it. */
export function has({ path, query, headers }: RequestDraft, { in: place, name }: Parameter): boolean {
  if (place === 'path') return path[name] !== undefined;
  if (place === 'query') return query.some((pair) => ownerOf(pair) === name);
  return place === 'cookie' ? (headers['cookie'] ?? '').includes(`${name}=`) : headers[name.toLowerCase()] !== undefined;
}

/** The parameter that a pair of the query is a part of: `page` for `page[size]=5`. */
export function ownerOf(pair: string): string {
  const name = pair.split('=', 1)[0] ?? '';
  return (decodeUrl(name) ?? name).replace(/(?<=.)\[.*$/, '');
}

/** What a query says under a name, decoded; of several the first. */
export function saidIn({ query }: RequestDraft, name: string): string | undefined {
  const pair = query.find((one) => ownerOf(one) === name);
  return pair === undefined ? undefined : decodeUrl(pair.slice(pair.indexOf('=') + 1).replaceAll('+', ' '));
}
