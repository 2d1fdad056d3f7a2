/** What a request that works has otherwise than the one that was sent: each change with its place, and what was and is there. */
import { bodyShape, isArray, isObject, parseJson } from '../../contract/json.ts';
import { pointerOf } from '../../contract/json-pointer.ts';
import type { Json } from '../../contract/contract.ts';
import { cutShort } from '../../contract/limits.ts';
import { redactLiveNumbers } from '../../fhir/live-numbers.ts';
import { decodeUrl } from '../request/path.ts';
import type { RequestDraft } from './draft.ts';

export interface MendedPart {
  readonly in: Place | 'body';
  readonly name?: string;
  readonly pointer?: string;
  readonly was?: string;
  readonly is?: string;
}

type Place = 'path' | 'query' | 'header';
type Sent = Pick<RequestDraft, 'path' | 'query' | 'headers' | 'body'>;

/** Changes that are told, and characters of each value. */
const mostChanges = 50;
const longestValue = 200;

export function whatChanged(sent: Sent, works: Sent): readonly MendedPart[] {
  return [
    ...named('path', sent.path, works.path),
    ...named('query', byName(sent.query), byName(works.query)),
    ...named('header', sent.headers, works.headers),
    ...inBody(sent.body, works.body),
  ].slice(0, mostChanges);
}

function named(place: Place, sent: Readonly<Record<string, string>>, works: Readonly<Record<string, string>>): readonly MendedPart[] {
  const names = [...new Set([...Object.keys(sent), ...Object.keys(works)])];
  return names
    .filter((name) => sent[name] !== works[name])
    .map((name) => ({ in: place, name: shown(name), ...wasAndIs(sent[name], works[name]) }));
}

/** Of a query, decoded; several values of one name together. */
function byName(query: readonly string[]): Readonly<Record<string, string>> {
  const values = new Map<string, string>();
  for (const pair of query) {
    const equals = pair.indexOf('=');
    const name = decoded(equals < 0 ? pair : pair.slice(0, equals));
    const value = equals < 0 ? '' : decoded(pair.slice(equals + 1));
    const before = values.get(name);
    values.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(values);
}

function inBody(sent: string | undefined, works: string | undefined): readonly MendedPart[] {
  if (sent === works) return [];
  const was = jsonOf(sent);
  const is = jsonOf(works);
  if (was === undefined || is === undefined) return [{ in: 'body', pointer: '', ...wasAndIs(sent, works) }];
  return [...differences(was, is, [])];
}

function* differences(was: Json | undefined, is: Json | undefined, tokens: readonly string[]): Generator<MendedPart> {
  if (isObject(was) && isObject(is))
    for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) yield* differences(was[name], is[name], [...tokens, name]);
  else if (isArray(was) && isArray(is))
    for (let index = 0; index < Math.max(was.length, is.length); index++)
      yield* differences(was[index], is[index], [...tokens, String(index)]);
  else if (was !== is) yield { in: 'body', pointer: shown(pointerOf(tokens)), ...wasAndIs(textOf(was), textOf(is)) };
}

function jsonOf(text: string | undefined): Json | undefined {
  const parsed = text === undefined ? undefined : parseJson(text, bodyShape(text.length * 4));
  return parsed && 'value' in parsed ? parsed.value : undefined;
}

const textOf = (value: Json | undefined): string | undefined => (value === undefined ? undefined : JSON.stringify(value));

const wasAndIs = (was: string | undefined, is: string | undefined): Pick<MendedPart, 'was' | 'is'> => ({
  ...(was !== undefined && { was: shown(was) }),
  ...(is !== undefined && { is: shown(is) }),
});

const shown = (text: string): string => cutShort(redactLiveNumbers(text), longestValue);
const decoded = (text: string): string => decodeUrl(text.replaceAll('+', ' ')) ?? text;
