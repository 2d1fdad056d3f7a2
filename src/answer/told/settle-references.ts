/** A contract may take one kind of actor only: what was told of another is told of the one whom it takes. */
import type { Entry } from '../../clinical-record.ts';
import type { Json, JsonObject } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { toOrganisation, toPerson, toPractitioner, type Writing } from '../../fhir/clinical/about.ts';

/** References that say one type and lead to another, as they are once a schema has had its way, told anew. */
export function settledReferences(resource: JsonObject, entry: Entry, writing: Writing): JsonObject {
  const held = isArray(resource['contained']) ? resource['contained'].filter(isObject) : [];
  const local = new Map(held.map(({ id, resourceType }) => [`#${String(id)}`, resourceType]));

  function settled(value: Json): Json {
    if (isArray(value)) return distinct(value.map(settled));
    if (!isObject(value)) return value;
    const instead = isMismatch(value, local) ? referenceTo(String(value['type']), entry, writing) : undefined;
    // Of the other it says no more than the contract has room for.
    if (instead) return Object.fromEntries(Object.entries(instead).filter(([name]) => name in value));
    return settledMembers(value);
  }
  const settledMembers = (value: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(value).map(([name, member]) => [name, settled(member)]));

  return settledMembers(resource);
}

function isMismatch({ reference, type, identifier }: JsonObject, local: ReadonlyMap<string, Json | undefined>): boolean {
  if (typeof type !== 'string') return false;
  const led = typeof reference === 'string' ? (local.get(reference) ?? /^([A-Z][A-Za-z]+)\//.exec(reference)?.[1]) : undefined;
  if (led !== undefined) return led !== type;
  const system = isObject(identifier) ? identifier['system'] : undefined;
  return type === 'Organization' && typeof system === 'string' && system.endsWith('/sds-user-id');
}

function referenceTo(type: string, entry: Entry, writing: Writing): JsonObject | undefined {
  const { organisation, practitioner } = entry;
  const found =
    type === 'Organization'
      ? toOrganisation(writing, organisation)
      : type === 'Practitioner'
        ? toPractitioner(writing, practitioner, organisation)
        : type === 'Patient'
          ? toPerson(writing)
          : undefined;
  return found && { type, ...found };
}

/** Where two actors have become one, one is enough. */
function distinct(values: readonly Json[]): readonly Json[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const text = JSON.stringify(value);
    return !seen.has(text) && seen.add(text);
  });
}
