/** json-schema-faker behind one function: values for schemas that carry no meaning of ours. Loaded when first wanted; nobody pays for it at start-up. */
import type { Json, SchemaObject } from '../contract/contract.ts';

/** A value for the schema, by seed; undefined where it has none to offer. */
export type Faker = (schema: SchemaObject, seed: number) => Json | undefined;

export async function loadFaker(): Promise<Faker> {
  const { generateSync } = await import('json-schema-faker');
  return (schema, seed) => {
    try {
      // Its keywords are ours; its type is merely mutable. It answers in JSON.
      return generateSync(schema as Parameters<typeof generateSync>[0], { seed, maxDepth: 25 }) as Json;
    } catch {
      return undefined; // a schema that it does not understand: the caller has other ways
    }
  };
}
