/** A request with the values of its parameters as a person would type them. */
import type { Operation, Parameter } from '../../contract/contract.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import { decodeUrl } from '../request/path.ts';
import { ownerOf, wired, type RequestDraft, type WireRequest } from './draft.ts';

export interface RequestParts extends WireRequest {
  readonly values: readonly { readonly in: Parameter['in']; readonly name: string; readonly text: string }[];
}

/**
 * How the text of a parameter goes on the wire: as one value; each line as one of several under its name; or each line as a pair of a name
 * and a value.
 */
export type SentAs = 'value' | 'values' | 'pairs';

/** `mount` is what goes before the path of the operation. */
export function partsOf(draft: RequestDraft, meaning: Meaning, mount: string): RequestParts {
  const { operation } = draft;
  const request = wired(draft);
  const values = operation.parameters.flatMap((parameter) => {
    const text = textOf(draft, parameter, sentAs(meaning, parameter));
    return text === undefined ? [] : [{ in: parameter.in, name: parameter.name, text }];
  });
  return { ...request, target: mount + request.target, values };
}

export function sentAs(meaning: Meaning, { in: place, schema, style, explode, contentType }: Parameter): SentAs {
  if (place !== 'query' || !schema || contentType !== undefined) return 'value';
  const { schema: read, properties } = meaning.read(schema);
  if (read.type === 'array') return explode && style === 'form' ? 'values' : 'value';
  const isObject = read.type === 'object' || properties.size > 0;
  return isObject && (explode || style === 'deepObject') ? 'pairs' : 'value';
}

function textOf({ operation, path, query, headers }: RequestDraft, { in: place, name }: Parameter, as: SentAs): string | undefined {
  if (place === 'path') return path[name];
  if (place === 'header') return headers[name.toLowerCase()];
  if (place === 'cookie') {
    const pair = (headers['cookie'] ?? '').split('; ').find((one) => one.startsWith(`${name}=`));
    return pair === undefined ? undefined : decoded(pair.slice(name.length + 1));
  }
  if (as === 'pairs') {
    const lines = query.filter((pair) => isPartOf(operation, name, pair)).map(decoded);
    return lines.length > 0 ? lines.join('\n') : undefined;
  }
  const own = query.filter((pair) => nameOf(pair) === name).map((pair) => decoded(pair.slice(pair.indexOf('=') + 1)));
  return own.length > 0 ? own.join('\n') : undefined;
}

/** Of a value that travels as several pairs: those that begin with its name, and those that are no other parameter's. */
function isPartOf({ parameters }: Operation, name: string, pair: string): boolean {
  const owner = ownerOf(pair);
  return owner === name || !parameters.some((other) => other.in === 'query' && [owner, nameOf(pair)].includes(other.name));
}

const nameOf = (pair: string): string => decoded(pair.split('=', 1)[0] ?? '');
const decoded = (text: string): string => decodeUrl(text.replaceAll('+', ' ')) ?? text;
