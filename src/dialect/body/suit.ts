/** Whether a value suits a leaf of a schema as far as can be told without its pattern; the contract's own check has the last word. */
import type { Json, SchemaObject } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { typesOf } from '../../meaning/schema/leaf-constraints.ts';

const TYPE_CHECKS: ReadonlyMap<string, (value: Json) => boolean> = new Map<string, (value: Json) => boolean>(
  Object.entries({
    string: (value: Json) => typeof value === 'string',
    number: (value: Json) => typeof value === 'number',
    integer: (value: Json) => Number.isInteger(value),
    boolean: (value: Json) => typeof value === 'boolean',
    null: (value: Json) => value === null,
    array: isArray,
    object: isObject,
  }),
);

export function suits(schema: SchemaObject, value: Json): boolean {
  const { enum: allowed, const: only, minLength = 0, maxLength = Infinity, minimum = -Infinity, maximum = Infinity } = schema;
  const types = typesOf(schema);
  if (types.length > 0 && !types.some((name) => TYPE_CHECKS.get(name)?.(value) ?? true)) return false;
  if (only !== undefined && only !== value) return false;
  if (allowed && !allowed.includes(value)) return false;
  if (typeof value === 'string') return value.length >= minLength && value.length <= maxLength;
  return typeof value !== 'number' || (value >= minimum && value <= maximum);
}

/** The value as the schema has it: cut to length, spelled as its enum spells it, or none. */
export function shapedTo(schema: SchemaObject, value: Json): Json | undefined {
  if (suits(schema, value)) return value;
  if (typeof value !== 'string') return undefined;
  const { enum: allowed, maxLength } = schema;
  const spelled = allowed?.find((one) => typeof one === 'string' && plain(one) === plain(value));
  if (spelled !== undefined) return spelled;
  const cut = maxLength === undefined || value.length <= maxLength ? undefined : value.slice(0, maxLength);
  return cut !== undefined && suits(schema, cut) ? cut : undefined;
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

const BY_FORMAT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    uuid: '00000000-0000-4000-8000-000000000000',
    'date-time': '1970-01-01T00:00:00Z',
    date: '1970-01-01',
    time: '00:00:00Z',
    uri: 'about:blank',
    'uri-reference': 'about:blank',
    url: 'about:blank',
  }),
);

/** A contract may ask for any length. */
const LONGEST = 1000;

/** Something the schema may accept where a required member has no meaning known to us. */
export function standIn(schema: SchemaObject, refused: number): Json | undefined {
  const { format, minLength = 1, minimum = 0 } = schema;
  const [first] = typesOf(schema);
  if (first === 'integer' || first === 'number') return Math.max(minimum, 0);
  if (first === 'boolean') return false;
  if (first === 'null') return null;
  const texts = [BY_FORMAT.get(format ?? '') ?? 'unknown'.padEnd(Math.min(minLength, LONGEST), '-'), '0', 'A', '-'];
  return texts[Math.min(refused, texts.length - 1)];
}
