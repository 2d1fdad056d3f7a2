/** Writes a sample request as it goes on the wire: every parameter in its style (https://spec.openapis.org/oas/v3.1.0#style-values). */
import type { Json, Operation } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import { mayBeJson } from '../../contract/media-type.ts';
import { asPublished } from '../../contract/published-links.ts';
import { encode, flat, queryPairs } from './query-pairs.ts';
import type { SampleRequest } from './sample-request.ts';

export interface RenderedRequest {
  readonly method: string;
  /** Path and query, without the contract's base path. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What goes on the wire for a sample: every parameter written in its style. */
export function renderRequest(operation: Operation, made: SampleRequest): RenderedRequest {
  // What the contract publishes in a request is sent as published.
  const sample = JSON.parse(asPublished(JSON.stringify(made))) as SampleRequest; // a sample is plain data
  let path = operation.path;
  const query: string[] = [];
  const headers: Record<string, string> = {};
  for (const parameter of operation.parameters) {
    const value = sample[parameter.in][parameter.name];
    if (value === undefined) continue;
    if (parameter.in === 'path') path = path.replace(`{${parameter.name}}`, () => encode(flat(value)));
    else if (parameter.in === 'query') query.push(...queryPairs(parameter, value));
    else if (parameter.in === 'header')
      headers[parameter.name.toLowerCase()] = flat(value)
        .replace(/[^\t\x20-\x7e]/g, ' ')
        .trim();
    else headers['cookie'] = `${parameter.name}=${encode(flat(value))}`;
  }
  const accepted = [...operation.responses]
    .filter(([key]) => key.startsWith('2'))
    .flatMap(([, { content }]) => content.map(({ type }) => type));
  headers['accept'] = accepted.length > 0 ? [...new Set(accepted)].join(', ') : '*/*';
  if (sample.body) headers['content-type'] = sample.body.type === '*/*' ? 'application/json' : sample.body.type;
  const target = query.length > 0 ? `${path}?${query.join('&')}` : path;
  return {
    method: operation.method.toUpperCase(),
    target,
    headers,
    ...(sample.body ? { body: bodyText(sample.body) } : {}),
  };
}

function bodyText({ type, value }: { readonly type: string; readonly value: Json }): string {
  if (mayBeJson(type)) return JSON.stringify(value);
  if (/x-www-form-urlencoded/i.test(type) && isObject(value))
    return Object.entries(value)
      .map(([name, member]) => `${encode(name)}=${encode(flat(member))}`)
      .join('&');
  return flat(value);
}
