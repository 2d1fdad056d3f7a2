/** The declared members of a schema, whichever part or branch declares them. */
import type { SchemaAt } from '../../contract/contract.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';

/** Deeper combinations say nothing more of what a value looks like. */
const DEPTH = 6;

export type Members = ReadonlyMap<string, SchemaAt>;

export function membersOf(meaning: Meaning, at: SchemaAt | undefined, depth = 0): Members {
  if (!at || depth > DEPTH) return new Map();
  const { properties, choices } = meaning.read(at);
  if (choices.length === 0) return properties;
  const members = new Map(properties);
  for (const branch of choices.flatMap((choice) => choice.branches)) {
    for (const [name, member] of membersOf(meaning, branch, depth + 1)) if (!members.has(name)) members.set(name, member);
  }
  return members;
}

/** The words that a member may hold, where its schema lists them: of `resourceType`, which resource it is. */
export function wordsListed(meaning: Meaning, at: SchemaAt | undefined): readonly string[] {
  if (!at) return [];
  const { schema } = meaning.read(at);
  return [schema.const ?? [], schema.enum ?? []].flat().filter((word) => typeof word === 'string');
}

export function isNumeric(meaning: Meaning, at: SchemaAt | undefined): boolean {
  if (!at) return false;
  const { schema } = meaning.read(at);
  const types = [schema.type ?? []].flat().filter((type) => type !== 'null');
  return types.length > 0 && types.every((type) => type === 'integer' || type === 'number');
}

/** Whether a schema is of a list, whatever else it lets through (`type: [array, 'null']`). */
export function isList(meaning: Meaning, at: SchemaAt | undefined): boolean {
  if (!at) return false;
  const { schema, items } = meaning.read(at);
  return [schema.type ?? []].flat().includes('array') || (schema.type === undefined && items !== undefined);
}
