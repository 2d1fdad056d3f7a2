/** Other ways in which the same contract may be written: by reference, under ranges of statuses, without what nothing refers to. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';

/** Parameters and request bodies by reference, as contracts of some size have them. */
export function referring(document: JsonObject): JsonObject {
  const parameters: Record<string, Json> = {};
  const bodies: Record<string, Json> = {};
  const moved = (store: Record<string, Json>, kind: string, value: Json): Json => {
    const text = JSON.stringify(value);
    const known = Object.entries(store).find(([, one]) => JSON.stringify(one) === text)?.[0];
    const name = known ?? `${kind}${Object.keys(store).length + 1}`;
    store[name] = value;
    return { $ref: `#/components/${kind}/${name}` };
  };
  const walked = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(walked);
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => {
        if (name === 'parameters' && Array.isArray(member)) return [name, member.map((one: Json) => moved(parameters, 'parameters', one))];
        if (name === 'requestBody') return [name, moved(bodies, 'requestBodies', member)];
        return [name, walked(member)];
      }),
    );
  };
  const paths = walked(document['paths'] ?? {});
  return { ...document, paths, components: { ...(document['components'] as JsonObject), parameters, requestBodies: bodies } };
}

/** Reads documented under the keys of whole ranges: `2XX` for their success, `4XX` for every fault. */
export function ranged(value: Json): Json {
  if (Array.isArray(value)) return value.map(ranged);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const responses = name === 'get' && isObject(member) ? member['responses'] : undefined;
      if (!isObject(member) || !isObject(responses)) return [name, ranged(member)];
      return [name, { ...member, responses: { '2XX': responses['200'] ?? {}, '4XX': { $ref: '#/components/responses/Fault' } } }];
    }),
  );
}

/** Only the schemas that something refers to, so that what fails is short to read. */
export function withoutUnused(document: JsonObject): JsonObject {
  const { paths = null, components: all } = document;
  const parts = all as { schemas: JsonObject; parameters?: JsonObject; requestBodies?: JsonObject }; // as made below
  const named = parts.schemas;
  const used = new Set(['Fault']);
  const see = (value: Json): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      see(named[name] ?? null);
    }
  };
  see(paths);
  see(parts.parameters ?? {});
  see(parts.requestBodies ?? {});
  const kept = Object.fromEntries(Object.entries(named).filter(([name]) => used.has(name)));
  return { ...document, components: { ...(all as JsonObject), schemas: kept } };
}
