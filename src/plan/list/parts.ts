/** Which parts of its items a list shows: all of them, unless the request asks for some (`_elements`, `_summary`, `fields`). */
import type { Json, Operation } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { plainName } from '../resource/names.ts';
import type { Shape } from './envelope/shape.ts';

export interface Parts {
  /** The total alone. */
  readonly countsOnly: boolean;
  /** What of an item is shown; undefined for all of it. */
  readonly part: ((item: Json) => Json) | undefined;
}

export interface PartsPlan {
  read(given: (name: string) => Json | undefined): Parts;
}

const whole: Parts = { countsOnly: false, part: undefined };
const naming = /^(?:_elements|fields|select|only)$/;
/** Says that a resource is not whole (R4 §3.1.1.5.9). */
const subsetted = { system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' };

export function planParts(
  { parameters }: Operation,
  { item, fhir }: { readonly item: Shape | undefined; readonly fhir: boolean },
): PartsPlan {
  const isMember = (name: string): boolean => item?.members.has(name) ?? false;
  const declared = parameters.filter(
    ({ in: place, name }) => place === 'query' && naming.test(plainName(name.replace('$', ''))) && !isMember(name),
  );
  const names = [...declared.map(({ name }) => name), ...(fhir ? ['_elements'] : [])];
  const fieldsets = parameters.filter(({ in: place, name }) => place === 'query' && /^fields\[.+\]$/.test(name)).map(({ name }) => name);
  const required = item?.required ?? new Set<string>();
  return {
    read(given) {
      const summary = fhir ? given('_summary') : undefined;
      if (summary === 'count') return { countsOnly: true, part: undefined };
      if (summary === 'data') return { countsOnly: false, part: (body) => tagged(without(body, 'text')) };
      if (summary === 'text')
        return { countsOnly: false, part: (body) => tagged(pick(body, new Set(['resourceType', 'id', 'meta', 'text', ...required]))) };
      const sparse = fieldsets.flatMap((name) => given(name) ?? []);
      if (sparse.length > 0)
        return { countsOnly: false, part: (body) => withFields(body, new Set(sparse.flatMap((text) => String(text).split(',')))) };
      const wanted = names.map(given).find((value) => value !== undefined && value !== '');
      if (wanted === undefined) return whole;
      const texts: readonly Json[] = isArray(wanted) ? wanted : [wanted];
      const kept = texts.flatMap((text) => String(text).split(',')).map((text) => text.trim().split(/[./(]/)[0] ?? '');
      const shown = new Set([...kept, ...required, 'id', ...(fhir ? ['resourceType', 'meta'] : [])]);
      return { countsOnly: false, part: (body) => (fhir ? tagged(pick(body, shown)) : pick(body, shown)) };
    },
  };
}

const pick = (body: Json, names: ReadonlySet<string>): Json =>
  isObject(body) ? Object.fromEntries(Object.entries(body).filter(([name]) => names.has(name))) : body;
const without = (body: Json, dropped: string): Json =>
  isObject(body) ? Object.fromEntries(Object.entries(body).filter(([name]) => name !== dropped)) : body;

/** JSON:API's sparse fieldsets: of attributes and relationships those that are asked for. https://jsonapi.org/format/#fetching-sparse-fieldsets */
function withFields(body: Json, names: ReadonlySet<string>): Json {
  if (!isObject(body)) return body;
  if (body['data'] !== undefined) return { ...body, data: withFields(body['data'], names) };
  const kept = Object.entries(body).map(
    ([name, value]) => [name, name === 'attributes' || name === 'relationships' ? pick(value, names) : value] as const,
  );
  return Object.fromEntries(kept);
}

function tagged(body: Json): Json {
  if (!isObject(body)) return body;
  const meta = isObject(body['meta']) ? body['meta'] : {};
  const tags: readonly Json[] = isArray(meta['tag']) ? meta['tag'] : [];
  return { ...body, meta: { ...meta, tag: [...tags, subsetted] } };
}
