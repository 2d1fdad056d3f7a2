/** Published examples that break their own schema or refer to other files. Apart from loading, because it reads every example there is. */
import type { Contract, Json, NamedExample, Quirk, SchemaAt } from '../contract.ts';
import { isObject } from '../json.ts';
import { tokensOf, valueAt } from '../json-pointer.ts';
import { pointerOfReference } from './references.ts';

interface Exemplified {
  readonly schema?: SchemaAt;
  readonly examples: readonly NamedExample[];
}

export function exampleQuirks(contract: Contract): Quirk[] {
  const places = new Map<string, Exemplified>();
  const add = (place: Exemplified): void => {
    if (place.schema) places.set(place.schema.pointer, place);
  };
  for (const { parameters, body, responses } of contract.operations) {
    parameters.forEach(add);
    body?.content.forEach(add);
    for (const { content, headers } of responses.values()) [...content, ...headers].forEach(add);
  }
  return [...places.values()].flatMap(({ schema, examples }) =>
    schema === undefined
      ? []
      : [...lostParts(contract, schema), ...examples.flatMap(({ name, value }) => brokenExample(contract, schema, name, value))],
  );
}

function lostParts({ document }: Contract, { pointer }: SchemaAt): Quirk[] {
  const place = pointer.slice(0, pointer.lastIndexOf('/'));
  const holder = valueAt(document, tokensOf(place));
  if (!isObject(holder) || !(refersOut(holder['example'] ?? null) || refersOut(holder['examples'] ?? null))) return [];
  return [
    {
      pointer: place,
      effect: 'mended',
      message: 'The examples here refer to other files; those parts are left out, because nothing is fetched.',
    },
  ];
}

function refersOut(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const reference = isObject(value) ? value['$ref'] : undefined;
  return typeof reference === 'string' ? pointerOfReference(reference) === undefined : Object.values(value).some(refersOut);
}

function brokenExample(contract: Contract, schema: SchemaAt, name: string, value: NamedExample['value']): Quirk[] {
  const [first, ...more] = contract.check(schema, value);
  if (!first) return [];
  const where = first.pointer === '' ? 'the whole' : first.pointer;
  const rest = more.length > 0 ? ` (and ${more.length} more)` : '';
  return [
    { pointer: schema.pointer, effect: 'mended', message: `The example "${name}" breaks this schema: ${where} ${first.message}${rest}.` },
  ];
}
