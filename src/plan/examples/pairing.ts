/** Examples go in pairs: a request that sends what its contract calls `dog` is answered by what the contract calls `dog`. */
import type { Json, NamedExample, Operation, Parameter } from '../../contract/contract.ts';
import { lazily } from '../../contract/lazily.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { isJsonType } from '../../contract/media-type.ts';
import { equal } from '../../contract/equal.ts';
import { givenIn, type RequestValues } from '../../meaning/bound.ts';
import { wordsOf } from '../../meaning/words.ts';

export interface Pairing {
  /** By plain name: how much of the request is what the contract shows under it. */
  readonly names: ReadonlyMap<string, number>;
  /** The name of the request body that is most like the one sent, where none is the same. */
  readonly nearest?: string;
}

/** The path says most of what is asked for, and a header least. */
const WEIGHT = { path: 4, query: 3, header: 1, cookie: 1, body: 4 };
/** What readers of contracts call an example that has no name of its own. */
const NAMELESS = /^(default|schema|schema-\d+|\d+)$/;
/** Words that tell a request's example from its answer's. */
const EITHER_WAY = new Set(['request', 'response', 'req', 'res', 'resp', 'example', 'examples', 'sample', 'body', 'payload']);

/** `Get dog (response)` and `get_dog_request` are one name; undefined where it is none. */
export function exampleName(name: string): string | undefined {
  if (NAMELESS.test(name)) return undefined;
  const words = wordsOf(name).filter((word) => !EITHER_WAY.has(word));
  return words.length === 0 ? undefined : words.join(' ');
}

export function planPairing({ parameters, body }: Operation): (request: RequestValues) => Pairing {
  const named = parameters.flatMap((parameter) => {
    const byValue = namesByValue(parameter);
    return byValue.size > 0 ? [{ parameter, byValue }] : [];
  });
  const bodies = (body?.content ?? [])
    .filter((media) => isJsonType(media.type))
    .flatMap((media) => namedOnly(media.examples))
    .map((example) => ({ ...example, leaves: lazily(() => leavesOf(example.value)) }));
  return (request) => {
    const names = new Map<string, number>();
    const add = (name: string, weight: number): void => void names.set(name, (names.get(name) ?? 0) + weight);
    for (const { parameter, byValue } of named) {
      const value = givenIn(request, parameter);
      for (const name of (value === undefined ? undefined : byValue.get(spelt(value))) ?? []) add(name, WEIGHT[parameter.in]);
    }
    const sent = request.body?.value;
    if (sent === undefined || bodies.length === 0) return { names };
    const same = bodies.filter(({ value }) => equal(value, sent));
    for (const name of new Set(same.map((example) => example.name))) add(name, WEIGHT.body);
    const nearest = same.length > 0 ? undefined : mostLike(bodies, sent);
    return { names, ...(nearest === undefined ? {} : { nearest }) };
  };
}

function namedOnly(examples: readonly NamedExample[]): readonly { readonly name: string; readonly value: Json }[] {
  return examples.flatMap(({ name, value }) => {
    const plain = exampleName(name);
    return plain === undefined ? [] : [{ name: plain, value }];
  });
}

/** A value that is shown under every name tells none of them apart. */
function namesByValue({ examples }: Parameter): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const { name, value } of namedOnly(examples)) names.set(spelt(value), (names.get(spelt(value)) ?? new Set()).add(name));
  return names;
}

function spelt(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The one that shares most of its leaves with the body sent; none where two share as many, or the best shares nothing. */
function mostLike(bodies: readonly { readonly name: string; leaves(): ReadonlyMap<string, Json> }[], sent: Json): string | undefined {
  const leaves = leavesOf(sent);
  const ranked = bodies
    .map(({ name, leaves: shown }) => ({ name, likeness: likeness(shown(), leaves) }))
    .toSorted((a, b) => b.likeness - a.likeness);
  const [best, next] = ranked;
  return best && best.likeness > 0 && (next === undefined || next.likeness < best.likeness || next.name === best.name)
    ? best.name
    : undefined;
}

function likeness(shown: ReadonlyMap<string, Json>, sent: ReadonlyMap<string, Json>): number {
  let same = 0;
  for (const [place, value] of shown) if (sent.get(place) === value) same++;
  return same / Math.max(1, shown.size, sent.size);
}

function leavesOf(value: Json): ReadonlyMap<string, Json> {
  const leaves = new Map<string, Json>();
  const visit = (node: Json, place: string): void => {
    if (isArray(node)) for (const [index, item] of node.entries()) visit(item, `${place}/${index}`);
    else if (isObject(node)) for (const [name, member] of Object.entries(node)) visit(member, `${place}/${name}`);
    else leaves.set(place, node);
  };
  visit(value, '');
  return leaves;
}
