/** Where a body says who it is, and ids of the kind a contract uses. */
import type { Contract, Json, JsonObject, Parameter, Schema } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import { writePattern } from '../../answer/generated/pattern/write-pattern.ts';
import { chanceOf } from '../../answer/generated/seed.ts';

/** Every name a body answers to, the strongest first: `id`, `data.id`, `identifier[].value`, then a member named like the path parameter. */
export function identitiesOf(body: Json | undefined, parameter?: string): readonly string[] {
  if (!isObject(body)) return [];
  const data = body['data'];
  const identifiers = Array.isArray(body['identifier']) ? body['identifier'] : [];
  const named = parameter === undefined ? undefined : Object.entries(body).find(([name]) => sameName(name, parameter))?.[1];
  return [
    body['id'],
    isObject(data) ? data['id'] : undefined,
    ...identifiers.map((identifier: Json) => (isObject(identifier) ? identifier['value'] : undefined)),
    named,
  ]
    .filter((id) => typeof id === 'string' || typeof id === 'number')
    .map(String);
}

/** `orderId`, `order_id`, `OrderID` and `order-id` are one name. */
export function sameName(a: string, b: string): boolean {
  return a === b || plainName(a) === plainName(b);
}

export const plainName = (name: string): string => name.replace(/[-_. ]/g, '').toLowerCase();

/** JSON pointer tokens of the member that holds the id, as the schema declares it; undefined where it declares none. */
export function idPlace(contract: Contract, schema: Schema, parameter: string | undefined): readonly string[] | undefined {
  const members = propertiesOf(contract, schema);
  if (members.has('id')) return ['id'];
  const data = members.get('data');
  if (data !== undefined && propertiesOf(contract, data).has('id')) return ['data', 'id'];
  if (parameter !== undefined) for (const name of members.keys()) if (sameName(name, parameter)) return [name];
  return undefined;
}

/** A memo of a pure function: contracts never change, and every write asks the same of the same schemas. */
const declared = new WeakMap<Contract, Map<Schema, ReadonlyMap<string, Schema>>>();

/** Declared members through `$ref`, `allOf`, `oneOf` and `anyOf`. */
export function propertiesOf(contract: Contract, schema: Schema): ReadonlyMap<string, Schema> {
  const ofContract = declared.get(contract) ?? new Map<Schema, ReadonlyMap<string, Schema>>();
  declared.set(contract, ofContract);
  const known = ofContract.get(schema) ?? membersOf(contract, schema, 0);
  ofContract.set(schema, known);
  return known;
}

function membersOf(contract: Contract, schema: Schema, depth: number): ReadonlyMap<string, Schema> {
  const members = new Map<string, Schema>();
  const resolved = contract.resolve(schema);
  if (typeof resolved === 'boolean' || depth > 6) return members;
  for (const [name, member] of Object.entries(resolved.properties ?? {})) members.set(name, member);
  for (const branch of [...(resolved.allOf ?? []), ...(resolved.oneOf ?? []), ...(resolved.anyOf ?? [])]) {
    for (const [name, member] of membersOf(contract, branch, depth + 1)) if (!members.has(name)) members.set(name, member);
  }
  return members;
}

export function placeId(body: JsonObject, place: readonly string[], id: string, numeric: boolean): JsonObject {
  const [name = 'id', ...rest] = place;
  const value: Json = numeric ? Number(id) : id;
  if (rest.length === 0) return name in body ? { ...body, [name]: value } : { [name]: value, ...body };
  const inner = body[name];
  return { ...body, [name]: placeId(isObject(inner) ? inner : {}, rest, id, numeric) };
}

/** What an id is minted from: the parameter it stands in, how many there are already, and numbers in [0, 1) by key. */
interface Minting {
  readonly parameter: Parameter | undefined;
  readonly ordinal: number;
  readonly chance: (key: string) => number;
  /** Ids that the contract shows, as models. */
  readonly shown: readonly string[];
  readonly isFree: (id: string) => boolean;
}

/** An id like those the contract shows for its parameter, and none that is taken. */
export function mintId(contract: Contract, { parameter, ordinal, chance, shown, isFree }: Minting): string {
  const schema = parameter?.schema;
  const resolved = schema && contract.resolve(schema.schema);
  const numeric = schema !== undefined && isNumeric(contract, schema.schema);

  function* candidates(): Generator<string> {
    if (numeric) yield String(1_000 + ordinal);
    for (const attempt of ['', 'again ', 'once more '])
      for (const example of shown) yield likeExample(example, (key) => chance(attempt + key));
    yield* [uuid(chance), ksuid(chance), digits(12, chance), String(ordinal + 1), hex(24, chance)];
    if (typeof resolved !== 'object' || resolved.pattern === undefined) return;
    yield* writePattern(resolved.pattern, chanceOf(String(chance('pattern'))), 'id', {
      least: resolved.minLength ?? 0,
      most: resolved.maxLength ?? Infinity,
    });
  }

  for (const id of candidates()) if (isFree(id) && (!schema || contract.check(schema, numeric ? Number(id) : id).length === 0)) return id;
  return uuid(chance);
}

export function isNumeric(contract: Contract, schema: Schema): boolean {
  const resolved = contract.resolve(schema);
  return typeof resolved !== 'boolean' && (resolved.type === 'integer' || resolved.type === 'number');
}

const uuidShape = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** Keeps what is fixed in an example (`Y05868-`, dashes, letter case) and makes the rest anew. */
function likeExample(example: string, chance: (key: string) => number): string {
  const found = uuidShape.exec(example)?.[0];
  if (found !== undefined)
    return example.replace(
      found,
      found === found.toUpperCase() && found !== found.toLowerCase() ? uuid(chance).toUpperCase() : uuid(chance),
    );
  return [...example]
    .map((character, i) =>
      /\d/.test(character)
        ? String(Math.floor(chance(`digit ${i}`) * 10))
        : /[A-Z]/.test(character) && example.length >= 20
          ? letter(chance, i, 65)
          : /[a-z]/.test(character) && example.length >= 20
            ? letter(chance, i, 97)
            : character,
    )
    .join('');
}

const letter = (chance: (key: string) => number, i: number, from: number): string =>
  String.fromCharCode(from + Math.floor(chance(`letter ${i}`) * 26));
const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const draw = (alphabet: string, length: number, chance: (key: string) => number): string =>
  Array.from({ length }, (_, i) => alphabet[Math.floor(chance(`${alphabet.length} ${i}`) * alphabet.length)]).join('');
const hex = (length: number, chance: (key: string) => number): string => draw('0123456789abcdef', length, chance);
const digits = (length: number, chance: (key: string) => number): string => draw('0123456789', length, chance);
const ksuid = (chance: (key: string) => number): string => `2${draw(base62, 26, chance)}`;

export function uuid(chance: (key: string) => number): string {
  const raw = hex(32, chance);
  const variant = '89ab'[Math.floor(chance('variant') * 4)] ?? '8';
  return `${raw.slice(0, 8)}-${raw.slice(8, 12)}-4${raw.slice(13, 16)}-${variant}${raw.slice(17, 20)}-${raw.slice(20)}`;
}
