/** References of a FHIR answer and the resources at hand made to agree: what is contained, what stands in the same Bundle. */
import type { Json, JsonObject } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import type { Edit } from '../binding/edits.ts';
import { targetOf } from './targets.ts';

type Place = readonly string[];

interface Reference {
  readonly tokens: Place;
  readonly value: string;
  /** The type of resource it should name, as far as its place or its value tell. */
  readonly type: string | undefined;
}

interface AtHand {
  readonly tokens: Place;
  readonly type: string;
  readonly id: string;
  readonly fullUrl: string | undefined;
}

export function referenceEdits(value: JsonObject): readonly Edit[] {
  const entries = value['resourceType'] === 'Bundle' && isArray(value['entry']) ? value['entry'] : undefined;
  const roots: readonly (readonly [Json | undefined, Place, string | undefined])[] = entries
    ? entries.map((entry, index) => {
        const fullUrl = isObject(entry) && typeof entry['fullUrl'] === 'string' ? entry['fullUrl'] : undefined;
        return [isObject(entry) ? entry['resource'] : undefined, ['entry', String(index), 'resource'], fullUrl];
      })
    : [[value, [], undefined]];
  const bundled = entries ? roots.flatMap(([resource, tokens, fullUrl]) => atHand(resource, tokens, fullUrl)) : undefined;
  return roots.flatMap(([resource, tokens]) =>
    isObject(resource) ? [...containedEdits(resource, tokens), ...outwardEdits(resource, tokens, bundled)] : [],
  );
}

function atHand(resource: Json | undefined, tokens: Place, fullUrl: string | undefined): readonly AtHand[] {
  if (!isObject(resource)) return [];
  const { resourceType, id } = resource;
  return typeof resourceType === 'string' ? [{ tokens, type: resourceType, id: typeof id === 'string' ? id : '', fullUrl }] : [];
}

/** `#id` names something that is contained: the contained resource takes the id, or the reference that of another. */
function containedEdits(resource: JsonObject, at: Place): readonly Edit[] {
  const contained = isArray(resource['contained']) ? resource['contained'] : [];
  const held = contained.flatMap((each, index) => atHand(each, [...at, 'contained', String(index)], undefined));
  const local = referencesIn(resource, at).filter(({ value }) => value.startsWith('#') && value.length > 1);
  const ids = new Set(held.map(({ id }) => id));
  const named = new Set(local.filter(({ value }) => ids.has(value.slice(1))).map(({ value }) => value.slice(1)));
  const taken = new Map<AtHand, string>();
  const edits: Edit[] = [];
  for (const { tokens, value, type } of local) {
    const id = value.slice(1);
    if (named.has(id)) continue;
    const before = [...taken].find(([, name]) => name === id)?.[0];
    const suits = held.filter((each) => (type === undefined || each.type === type) && !isWithin(tokens, each.tokens));
    const free = before ? undefined : suits.find((each) => !taken.has(each) && !named.has(each.id));
    const [any] = suits;
    if (free) {
      taken.set(free, id);
      const instead: Edit = { tokens, value: `#${free.id}` };
      edits.push({ tokens: [...free.tokens, 'id'], value: id, ...(free.id === '' ? {} : { refused: instead }) });
    } else if (!before && any) {
      edits.push({ tokens, value: `#${taken.get(any) ?? any.id}` });
    } else if (!before) {
      // Nothing contained is of that kind: the reference leads out of the resource.
      edits.push({ tokens, value: `${type ?? 'Basic'}/${id.replace(/[^A-Za-z0-9.-]/g, '-').slice(0, 64)}` });
    }
  }
  return edits;
}

/** A relative reference, or a UUID, names what is at hand of its type; a UUID means nothing outside a Bundle. */
function outwardEdits(resource: JsonObject, at: Place, bundled: readonly AtHand[] | undefined): readonly Edit[] {
  const others = bundled?.filter(({ tokens }) => tokens.join('/') !== at.join('/')) ?? [];
  return referencesIn(resource, at).flatMap(({ tokens, value, type }): readonly Edit[] => {
    const relative = /^([A-Z][A-Za-z]+)\/([^/]+)$/.exec(value);
    const uuid = /^urn:uuid:(.+)$/.exec(value)?.[1];
    if (relative) {
      const named = bundled?.some((each) => each.type === relative[1] && each.id === relative[2]);
      const target = named ? undefined : others.find((each) => each.type === relative[1] && each.id !== '');
      return target ? [{ tokens, value: `${target.type}/${target.id}` }] : [];
    }
    if (uuid === undefined || bundled?.some(({ fullUrl }) => fullUrl === value)) return [];
    const target = type === undefined ? undefined : others.find((each) => each.type === type);
    if (target?.fullUrl !== undefined) return [{ tokens, value: target.fullUrl }];
    return type === undefined ? [] : [{ tokens, value: `${type}/${uuid}` }];
  });
}

function referencesIn(value: Json, at: Place): readonly Reference[] {
  const found: Reference[] = [];
  const visit = (node: Json, tokens: Place): void => {
    if (isArray(node)) for (const [index, item] of node.entries()) visit(item, [...tokens, String(index)]);
    else if (isObject(node)) {
      for (const [name, member] of Object.entries(node)) {
        const place = [...tokens, name];
        if (name === 'reference' && typeof member === 'string')
          found.push({ tokens: place, value: member, type: typeAt(node, member, place) });
        else visit(member, place);
      }
    }
  };
  visit(value, at);
  return found;
}

/** Said beside it, told by the words around it, or by its own text (`#DocumentReference-1`). */
function typeAt(node: JsonObject, value: string, tokens: Place): string | undefined {
  if (typeof node['type'] === 'string' && /^[A-Z][A-Za-z]+$/.test(node['type'])) return node['type'];
  const own = /^(?:#|urn:uuid:)?([A-Z][a-z]+(?:[A-Z][a-z]+)*)(?=[-/_\d]|$)/.exec(value)?.[1];
  return targetOf(tokens.filter((token) => !/^\d+$/.test(token)).slice(-3)) ?? own;
}

function isWithin(tokens: Place, place: Place): boolean {
  return place.every((token, i) => tokens[i] === token);
}
