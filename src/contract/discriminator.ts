/** Which of several schemas a value's tag names (OpenAPI 3.1, Discriminator Object): for checks, and for what is made. */
import type { Json, JsonObject, Schema, SchemaObject } from './contract.ts';
import { escapeToken, isObject, unescapeToken } from './json.ts';
import { lazily, lazilyFor } from './lazily.ts';

type Resolve = (schema: Schema) => Schema;

export interface Tags {
  readonly propertyName: string;
  /** The branch that each word names, by its index. */
  readonly branchOf: ReadonlyMap<string, number>;
  /** What to write for each branch; undefined for one that has no name. */
  readonly words: readonly (string | undefined)[];
  /** Whether no branch can have this tag. */
  isStrange(word: string): boolean;
  /** The branch of a value that has no tag, or a strange one (OpenAPI 3.2, `defaultMapping`). */
  readonly otherwise?: number;
}

/** Undefined where the schema has no discriminator that can be understood. */
export function tagsOf(resolve: Resolve, { discriminator }: SchemaObject, branches: readonly Schema[]): Tags | undefined {
  const propertyName = discriminator?.propertyName;
  if (typeof propertyName !== 'string') return undefined;
  const mapping = Object.entries(isObject(discriminator?.mapping) ? discriminator.mapping : {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const wordsOfTarget = Map.groupBy(mapping, ([, target]) => componentOfTarget(target));
  const named = branches.map((branch) => {
    const name = componentOf(branch);
    const mapped = name === undefined ? [] : (wordsOfTarget.get(name) ?? []).map(([word]) => word);
    const fixed = fixedWords(resolve, branch, propertyName);
    return { mapped, name, fixed };
  });
  const branchOf = new Map<string, number>();
  // A contract may name its branches three ways at once; what it says outright counts first, and a word that several branches allow names none.
  const ways = [
    named.map(({ mapped }) => mapped),
    named.map(({ name }) => (name === undefined ? [] : [name])),
    named.map(({ fixed }) => fixed),
  ];
  for (const way of ways) {
    const taken = new Set(branchOf.keys());
    for (const [index, words] of way.entries())
      for (const word of words) if (!taken.has(word)) branchOf.set(word, branchOf.has(word) ? -1 : index);
  }
  const shared = new Set([...branchOf].filter(([, index]) => index < 0).map(([word]) => word));
  for (const word of shared) branchOf.delete(word);
  const nameable = new Set(branchOf.values());
  const fallback = discriminator?.defaultMapping;
  const otherwise = typeof fallback === 'string' ? named.findIndex(({ name }) => name === componentOfTarget(fallback)) : -1;
  const closed = branches.every((branch, index) => nameable.has(index) || !takesObjects(resolve, branch));
  return {
    propertyName,
    branchOf,
    words: named.map(({ mapped, name, fixed }) => {
      const all = [...mapped, ...(name === undefined ? [] : [name]), ...fixed];
      return all.find((word) => fixed.includes(word)) ?? all[0];
    }),
    isStrange: (word) => closed && !branchOf.has(word) && !shared.has(word),
    ...(otherwise >= 0 && { otherwise }),
  };
}

/** A value's tag; undefined where it has none. */
export function tagIn({ propertyName }: Tags, value: Json): string | undefined {
  const tag = isObject(value) && Object.hasOwn(value, propertyName) ? value[propertyName] : undefined;
  return typeof tag === 'object' || tag === undefined ? undefined : String(tag);
}

/** Finds a component and the components that extend it by `allOf`, near or far, each as a reference; its own comes first. */
export function familiesOf(document: JsonObject, resolve: Resolve): (base: SchemaObject) => readonly Schema[] {
  const kin = lazily(() => {
    const { components } = document;
    const schemas = isObject(components) && isObject(components['schemas']) ? Object.entries(components['schemas']) : [];
    const places = new Map<Schema, number>();
    const heirs = new Map<Schema, Schema[]>();
    for (const [place, [, node]] of schemas.entries()) {
      const schema = node as Schema; // load has made sure that schemas stand there
      if (typeof schema === 'boolean' || places.has(schema)) continue;
      places.set(schema, place);
      for (const part of schema.allOf ?? []) {
        if (typeof part === 'boolean' || part.$ref === undefined) continue;
        const base = resolve(part);
        const known = heirs.get(base);
        if (known) known.push(schema);
        else heirs.set(base, [schema]);
      }
    }
    return { names: schemas.map(([name]) => name), places, heirs };
  });
  return lazilyFor((base) => {
    const { names, places, heirs } = kin();
    if (!places.has(base)) return [];
    // The set grows while it is read.
    const family = new Set<Schema>([base]);
    for (const one of family) for (const heir of heirs.get(one) ?? []) family.add(heir);
    const [own, ...others] = [...family].map((schema) => places.get(schema) ?? 0);
    return [own ?? 0, ...others.sort((a, b) => a - b)].map((place) => ({
      $ref: `#/components/schemas/${escapeToken(names[place] ?? '')}`,
    }));
  });
}

function componentOf(schema: Schema): string | undefined {
  return typeof schema === 'object' && schema.$ref !== undefined ? lastStep(schema.$ref) : undefined;
}

/** A mapping names a schema by its name or by a reference, sometimes to a file of its own. */
function componentOfTarget(target: string): string {
  return lastStep(target).replace(/\.(json|ya?ml)$/i, '');
}

function lastStep(reference: string): string {
  return unescapeToken(reference.slice(Math.max(reference.lastIndexOf('/'), reference.lastIndexOf('#')) + 1));
}

const DEPTH = 8;

/** The words to which a schema itself holds the tag, by `const` or `enum`. */
export function fixedWords(resolve: Resolve, schema: Schema, propertyName: string, depth = 0): readonly string[] {
  const resolved = resolve(schema);
  if (typeof resolved === 'boolean' || depth > DEPTH) return [];
  const { properties = {}, allOf = [] } = resolved;
  const inherited = allOf.map((part) => fixedWords(resolve, part, propertyName, depth + 1)).filter((words) => words.length > 0);
  const own = Object.hasOwn(properties, propertyName) ? wordsOf(resolve(properties[propertyName] ?? true)) : [];
  // Each narrows the tag further: the one with fewest words says most.
  return [own, ...inherited].filter((words) => words.length > 0).toSorted((a, b) => a.length - b.length)[0] ?? [];
}

function wordsOf(schema: Schema): readonly string[] {
  if (typeof schema === 'boolean') return [];
  const values = schema.const === undefined ? (schema.enum ?? []) : [schema.const];
  return values.filter((value) => typeof value !== 'object').map(String);
}

function takesObjects(resolve: Resolve, schema: Schema): boolean {
  const resolved = resolve(schema);
  if (typeof resolved === 'boolean') return resolved;
  const { type } = resolved;
  return type === undefined || type === 'object' || (typeof type !== 'string' && type.includes('object'));
}
