/** Where UK Core wants another form of an extension than the NHS publishes in its contracts, as a table, and the way there and back. */
import type { Json, JsonObject } from '../contract/contract.ts';
import { isArray, isObject } from '../contract/json.ts';

export interface Difference {
  /** The url of the extension, and of the part of it where it has parts. */
  readonly extension: string;
  readonly part?: string;
  /** The member that UK Core has it under, where published contracts have it on the element itself. */
  readonly under?: string;
  /** In a path of a JSON Patch, what stands before the value. */
  readonly path: RegExp;
}

const ukCore = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-';

/** Each of them is a `valueCoding` in published contracts, and a `valueCodeableConcept` in UK Core (its extensions of version 3.0.0). */
export const differences: readonly Difference[] = [
  { extension: `${ukCore}AddressKey`, part: 'type', path: /^\/address\/\d+\/extension\/\d+\/extension\/\d+(?=\/value)/ },
  { extension: `${ukCore}OtherContactSystem`, under: 'system', path: /^\/telecom\/\d+(?:\/_system)?\/extension\/\d+(?=\/value)/ },
];

const moved = differences.flatMap(({ extension, under }) => (under === undefined ? [] : [{ extension, under }]));

/** The same value where nothing in it differs. */
export function inUkCore(value: Json): Json {
  return rewritten(value, undefined, { value: asConcept, members: below });
}

/** What a client read in the form of UK Core, and sends back: a resource, or the patches of one. */
export function fromUkCore(value: Json): Json {
  return rewritten(value, undefined, { value: asCoding, members: above });
}

interface Way {
  readonly value: (extension: JsonObject) => JsonObject;
  readonly members: (element: JsonObject) => JsonObject;
}

/** `within` is the url of the extension that this is a part of. */
function rewritten(value: Json, within: string | undefined, way: Way): Json {
  if (isArray(value)) {
    let changed: Json[] | undefined;
    for (const [index, item] of value.entries()) {
      const to = rewritten(item, within, way);
      if (to !== item) (changed ??= [...value])[index] = to;
    }
    return changed ?? value;
  }
  if (!isObject(value)) return value;
  const { url } = value;
  const name = typeof url === 'string' ? url : undefined;
  let changed: Record<string, Json> | undefined;
  for (const [key, member] of Object.entries(value)) {
    const to = rewritten(member, name, way);
    if (to !== member) (changed ??= { ...value })[key] = to;
  }
  const element = way.members(changed ?? value);
  return name !== undefined && differs(name, within) ? way.value(element) : element;
}

/** A part that was sent alone, in a patch, is known by its own name. */
function differs(url: string, within: string | undefined): boolean {
  return differences.some(({ extension, part }) =>
    part === undefined ? url === extension : url === part && (within === undefined || within === extension),
  );
}

function asConcept(extension: JsonObject): JsonObject {
  const { valueCoding, ...others } = extension;
  return valueCoding === undefined ? extension : { ...others, valueCodeableConcept: { coding: [valueCoding] } };
}

function asCoding(extension: JsonObject): JsonObject {
  const { valueCodeableConcept: concept, ...others } = extension;
  const codings = isObject(concept) && isArray(concept['coding']) ? concept['coding'] : [];
  const [coding] = codings;
  return coding === undefined || codings.length > 1 ? extension : { ...others, valueCoding: coding };
}

const isOf = (item: Json, extension: string): boolean => isObject(item) && item['url'] === extension;

/** From the element to what stands beside its primitive member, as JSON has extensions of primitives. */
function below(element: JsonObject): JsonObject {
  const { extension: held, ...others } = element;
  if (!isArray(held)) return element;
  for (const { extension, under } of moved) {
    const taken = held.filter((item) => isOf(item, extension));
    if (taken.length === 0 || !(under in element)) continue;
    const left = held.filter((item) => !isOf(item, extension));
    return { ...others, ...(left.length > 0 && { extension: left }), [`_${under}`]: { extension: taken } };
  }
  return element;
}

function above(element: JsonObject): JsonObject {
  const { path, op } = element;
  if (typeof path === 'string' && typeof op === 'string') {
    const published = publishedPath(path);
    return published === path ? element : { ...element, path: published };
  }
  for (const { extension, under } of moved) {
    const { [`_${under}`]: beside, ...others } = element;
    const held = isObject(beside) && isArray(beside['extension']) ? beside['extension'] : [];
    if (held.length === 0 || !held.every((item) => isOf(item, extension))) continue;
    return { ...others, extension: [...(isArray(others['extension']) ? others['extension'] : []), ...held] };
  }
  return element;
}

function publishedPath(path: string): string {
  const before = differences.map((each) => each.path.exec(path)?.[0]).find((found) => found !== undefined);
  if (before === undefined) return path.replace(/^(\/telecom\/\d+)\/_system(?=\/extension(\/|$))/, '$1');
  const value = path.slice(before.length).replace(/^\/valueCodeableConcept\/coding\/0(?=\/|$)/, '/valueCoding');
  return before.replace('/_system/', '/') + value;
}
