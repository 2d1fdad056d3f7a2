/** What a schema says of the members of a form, each of which is read alone: what they are, and which must be there. Of a choice one branch suffices. */
import type { Contract, Schema, SchemaObject } from '../contract.ts';

export interface FormMembers {
  /** What several branches of a choice declare is as any of them has it, and as all that is around them have it. */
  readonly schemas: ReadonlyMap<string, Schema>;
  /** Those that must be there whatever else is. */
  readonly required: ReadonlySet<string>;
  /** Those that must be there and are not; where no branch of a choice is met, what the nearest one still wants. */
  missing(has: (name: string) => boolean): ReadonlySet<string>;
}

type Resolving = Pick<Contract, 'resolve'>;

export function formMembers(contract: Resolving, schema: Schema): FormMembers {
  const whole = partOf(contract, schema, new Set());
  return {
    schemas: membersOf(whole),
    required: new Set(namesOf(whole)),
    missing: (has) => new Set(missingOf(whole, has)),
  };
}

/** A schema as far as it speaks of members, references followed. */
interface Part {
  readonly layers: readonly SchemaObject[];
  readonly all: readonly Part[];
  readonly choices: readonly (readonly Part[])[];
}

/** How deep combined schemas are followed. */
const DEPTH = 8;

/** Each schema is followed once, or those that hold themselves and each other would never end: where it stands again, it demands nothing. */
function partOf(contract: Resolving, schema: Schema, seen: Set<Schema>, depth = 0): Part {
  // From OpenAPI 3.1 on a reference may have keywords beside it.
  const layers = depth > DEPTH ? [] : [...new Set([schema, contract.resolve(schema)])];
  const objects = layers.filter((layer) => typeof layer !== 'boolean').filter((layer) => !seen.has(layer));
  for (const layer of objects) seen.add(layer);
  const inside = (schemas: readonly Schema[]): readonly Part[] => schemas.map((one) => partOf(contract, one, seen, depth + 1));
  const all = inside(objects.flatMap(({ allOf = [] }) => allOf));
  const choices = objects.flatMap(({ anyOf = [], oneOf = [] }) => [anyOf, oneOf]).filter((branches) => branches.length > 0);
  return { layers: objects, all, choices: choices.map(inside) };
}

function namesOf({ layers, all }: Part): readonly string[] {
  return [...layers.flatMap(({ required = [] }) => required), ...all.flatMap(namesOf)];
}

function missingOf(part: Part, has: (name: string) => boolean): readonly string[] {
  const { layers, all, choices } = part;
  return [
    ...layers.flatMap(({ required = [] }) => required.filter((name) => !has(name))),
    ...all.flatMap((one) => missingOf(one, has)),
    ...choices.flatMap((branches) => nearest(branches.map((branch) => missingOf(branch, has)))),
  ];
}

function nearest(unmet: readonly (readonly string[])[]): readonly string[] {
  return unmet.reduce((least, names) => (names.length < least.length ? names : least), unmet[0] ?? []);
}

function membersOf({ layers, all, choices }: Part): ReadonlyMap<string, Schema> {
  return combined('allOf', [
    ...layers.map(({ properties = {} }) => new Map(Object.entries(properties))),
    ...all.map(membersOf),
    ...choices.map((branches) => combined('anyOf', branches.map(membersOf))),
  ]);
}

function combined(how: 'allOf' | 'anyOf', maps: readonly ReadonlyMap<string, Schema>[]): ReadonlyMap<string, Schema> {
  const found = Map.groupBy(
    maps.flatMap((map) => [...map]),
    ([name]) => name,
  );
  return new Map(
    [...found].map(([name, declared]) => {
      const schemas = declared.map(([, schema]) => schema);
      return [name, schemas.length === 1 ? (schemas[0] ?? true) : { [how]: schemas }];
    }),
  );
}
