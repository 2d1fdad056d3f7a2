/** Published examples that break their own schema. Apart from loading, because it reads and checks every example there is. */
import type { Contract, NamedExample, Quirk, SchemaAt } from './contract.ts';

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
    schema === undefined ? [] : examples.flatMap(({ name, value }) => brokenExample(contract, schema, name, value)),
  );
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
