/** What a contract says of each type of resource that a Bundle of its may hold, however deep. */
import type { SchemaAt } from '../../contract/contract.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import { membersOf, wordsListed } from '../resource/members.ts';

/** Bundles in Bundles are looked into so far. */
const NESTED = 3;

export function resourceSchemas(meaning: Meaning, bundle: SchemaAt): ReadonlyMap<string, SchemaAt> {
  const found = new Map<string, SchemaAt>();

  function lookInto(at: SchemaAt, left: number): void {
    const entries = membersOf(meaning, at).get('entry');
    const entry = entries && meaning.read(entries).items;
    for (const one of entry ? branchesOf(entry) : []) {
      const resource = membersOf(meaning, one).get('resource');
      for (const branch of resource ? branchesOf(resource) : []) take(branch, left);
    }
  }

  function* branchesOf(at: SchemaAt, left = NESTED): Generator<SchemaAt> {
    const { choices } = meaning.read(at);
    if (choices.length === 0 || left === 0) yield at;
    else for (const branch of choices.flatMap(({ branches }) => branches)) yield* branchesOf(branch, left - 1);
  }

  function take(at: SchemaAt, left: number): void {
    const said = membersOf(meaning, at).get('resourceType');
    const standard = said && meaning.read(said).schema.default;
    const [type = typeof standard === 'string' ? standard : undefined, ...others] = wordsListed(meaning, said);
    if (type === undefined || others.length > 0) return;
    if (!found.has(type)) found.set(type, at);
    if (type === 'Bundle' && left > 0) lookInto(at, left - 1);
  }

  lookInto(bundle, NESTED);
  return found;
}
