/** Where the id of a resource stands, of which kind it is, and whether a client may choose it. */
import type { Json, JsonObject, Operation, Parameter, SchemaAt } from '../../contract/contract.ts';
import { valueAt } from '../../contract/json-pointer.ts';
import { isObject } from '../../contract/json.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import { isNumeric, membersOf, type Members } from './members.ts';
import { collectionName, plainName, sameName, singular } from './names.ts';

export interface IdPlan {
  /** The member of an item that holds its id; undefined where items have none. */
  readonly place: readonly string[] | undefined;
  /** Whether that member is a number. */
  readonly numeric: boolean;
  /** What ids must fit: the member's schema, then the path parameter's. */
  readonly schemas: readonly SchemaAt[];
  /** Bounds of numbers and of lengths among those schemas, the tightest of each. */
  readonly number: Bounds;
  readonly length: Bounds;
  /** Patterns and lists of words among those schemas, to make ids by. */
  readonly patterns: readonly { readonly pattern: string; readonly least: number; readonly most: number }[];
  readonly words: readonly string[];
  /** True where items go by NHS number. */
  readonly isNhsNumber: boolean;
  /** The path parameter that names an item. */
  readonly parameter: Parameter | undefined;
}

export interface Bounds {
  readonly least: number;
  readonly most: number;
}

export interface IdQuestion {
  /** An operation on an item, by whose path the parameter is understood. */
  readonly operation: Operation | undefined;
  readonly meaning: Meaning;
  readonly path: string;
  readonly parameter: Parameter | undefined;
  readonly shape: SchemaAt | undefined;
  /** What a create sends. */
  readonly sent: SchemaAt | undefined;
  /** An item as the contract shows it, for where it has no schema. */
  readonly shown: Json | undefined;
}

export function planId({ meaning, operation, path, parameter, shape, sent, shown }: IdQuestion): IdPlan {
  const members = membersOf(meaning, shape);
  // Every FHIR resource has an id, declared or not, but where a closed schema has no room for one.
  const undeclared = members.has('resourceType') && parameter && shape && meaning.read(shape).schema.additionalProperties !== false;
  const naming = { path, parameter: parameter?.name, sent: madeElsewhere(meaning, sent) };
  const inShown = members.size === 0 && isObject(shown) ? idAmong(Object.keys(shown), keysOf(shown['data']), naming) : undefined;
  const place = idPlace(meaning, members, path, parameter?.name, naming.sent) ?? inShown ?? (undeclared ? ['id'] : undefined);
  const member = place && memberAt(meaning, members, place);
  const schemas = [member, parameter?.schema].filter((at) => at !== undefined);
  const read = schemas.map((at) => meaning.read(at).schema);
  return {
    place,
    numeric: inShown ? typeof valueAt(shown ?? null, inShown) === 'number' : isNumeric(meaning, member),
    schemas,
    number: bounds(
      read.map(({ minimum, exclusiveMinimum }) => Math.max(minimum ?? 0, exclusiveMinimum === undefined ? 0 : exclusiveMinimum + 1)),
      read.map(({ maximum, exclusiveMaximum }) =>
        Math.min(maximum ?? Infinity, exclusiveMaximum === undefined ? Infinity : exclusiveMaximum - 1),
      ),
    ),
    length: bounds(
      read.map(({ minLength }) => minLength ?? 0),
      read.map(({ maxLength }) => maxLength ?? Infinity),
    ),
    patterns: read.flatMap(({ pattern, minLength = 0, maxLength = Infinity }) =>
      pattern === undefined ? [] : [{ pattern, least: minLength, most: maxLength }],
    ),
    words: read.flatMap((schema) => (schema.enum ?? []).map(String)),
    isNhsNumber: operation !== undefined && parameter !== undefined && meaning.parameterRole(operation, parameter) === 'patient.nhsNumber',
    parameter,
  };
}

/** The schema of what an operation takes. */
export const sentBy = (operation: Operation | undefined): SchemaAt | undefined =>
  operation?.body?.content.find((media) => media.schema)?.schema;

/** The members of what is sent that a client chooses. */
export function madeElsewhere(meaning: Meaning, sent: SchemaAt | undefined): ReadonlySet<string> {
  return new Set([...membersOf(meaning, sent)].filter(([, at]) => meaning.read(at).schema.readOnly !== true).map(([name]) => name));
}

const keysOf = (value: Json | undefined): readonly string[] => (isObject(value) ? Object.keys(value) : []);

const bounds = (least: readonly number[], most: readonly number[]): Bounds => ({
  least: Math.max(0, ...least),
  most: Math.min(Infinity, ...most),
});

/**
 * The member that the path's own parameter names is the key (`slug` of `/teams/{team_slug}`, `orderId` of `/orders/{orderId}`);
 * else `id`, else `data.id`, else a member named after the collection (`messageId` of `/messages`). Where no path names an item, the only
 * id that nobody sends is the one that is given.
 */
export function idPlace(
  meaning: Meaning,
  members: Members,
  path: string,
  parameter: string | undefined,
  /** Members that a client sends, none of which is made here. */
  sent: ReadonlySet<string> = new Set(),
): readonly string[] | undefined {
  const inner = members.get('data');
  return idAmong([...members.keys()], [...membersOf(meaning, inner).keys()], { path, parameter, sent });
}

interface Naming {
  readonly path: string;
  readonly parameter: string | undefined;
  readonly sent: ReadonlySet<string>;
}

/** The same of the names that a document has, and of those below its `data`. */
function idAmong(members: readonly string[], inner: readonly string[], { path, parameter, sent }: Naming): readonly string[] | undefined {
  const one = singular(collectionName(path));
  const wanted = parameter === undefined ? undefined : plainName(parameter);
  const short = wanted !== undefined && one !== '' && wanted.startsWith(one) ? wanted.slice(one.length) : undefined;
  for (const name of [wanted, short === '' ? undefined : short]) {
    if (name === undefined) continue;
    for (const member of members) if (plainName(member) === name) return [member];
    for (const member of inner) if (plainName(member) === name) return ['data', member];
  }
  if (members.includes('id')) return ['id'];
  if (inner.includes('id')) return ['data', 'id'];
  // What the path says is nobody's to give.
  const above = new Set([...path.matchAll(/\{([^{}/]+)\}/g)].map((match) => plainName(match[1] ?? '')));
  const own = members.filter((member) => !above.has(plainName(member)));
  for (const member of own) if (plainName(member) === `${one}id`) return [member];
  if (parameter !== undefined) return undefined;
  const ids = own.filter((member) => /(^|[a-z\d_-])(id|Id|ID)$/.test(member) && !sent.has(member));
  return ids.length === 1 ? ids : undefined;
}

export function memberAt(meaning: Meaning, members: Members, [name = '', ...rest]: readonly string[]): SchemaAt | undefined {
  const member = members.get(name);
  return rest.length === 0 ? member : member && memberAt(meaning, membersOf(meaning, member), rest);
}

/** The id that a published or sent body has where its resource keeps it; else what it is called elsewhere, the strongest first. */
export function identitiesOf(body: Json | undefined, id: IdPlan): readonly string[] {
  if (!isObject(body)) return [];
  const data = body['data'];
  const identifiers = Array.isArray(body['identifier']) ? body['identifier'] : [];
  const named = id.parameter && Object.entries(body).find(([name]) => sameName(name, id.parameter?.name ?? ''))?.[1];
  const all = [
    id.place && valueAt(body, id.place),
    body['id'],
    isObject(data) ? data['id'] : undefined,
    ...identifiers.map((identifier: Json) => (isObject(identifier) ? identifier['value'] : undefined)),
    named,
  ];
  return all.filter((one) => typeof one === 'string' || typeof one === 'number').map(String);
}

/** The body with its id put where the resource keeps it. */
export function placeId(body: JsonObject, { place, numeric }: Pick<IdPlan, 'place' | 'numeric'>, id: string): JsonObject {
  return place === undefined ? body : put(body, place, numeric ? Number(id) : id);
}

function put(body: JsonObject, [name = 'id', ...rest]: readonly string[], value: Json): JsonObject {
  if (rest.length === 0) return name in body ? { ...body, [name]: value } : { [name]: value, ...body };
  const inner = body[name];
  return { ...body, [name]: put(isObject(inner) ? inner : {}, rest, value) };
}

/** The path parameter that names an item, from whichever of its operations declares it with most. */
export function itemParameterOf(operations: readonly Operation[], name: string | undefined): Parameter | undefined {
  const declared = operations.flatMap(({ parameters }) => parameters).filter((each) => each.in === 'path' && each.name === name);
  return declared.find((each) => each.schema) ?? declared[0];
}
