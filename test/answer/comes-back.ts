/** What was sent to make something and is shown otherwise, or not at all, where the answer has room for it. */
import { generatorOf } from '../generator-of.ts';
import type { Contract, Json, Operation, SchemaAt } from '../../src/contract/contract.ts';
import { isArray, isObject } from '../../src/contract/json.ts';
import type { Meaning } from '../../src/meaning/infer-roles.ts';
import { bestBranch, settle } from '../../src/meaning/schema/branches.ts';
import type { Merged } from '../../src/meaning/schema/merged-schema.ts';

/** The server's own wherever they stand: what makes a row, dates it, versions it or links to it. */
const SERVERS = new Set(['id', 'meta', 'resourceType', 'links', 'link', 'total', 'timestamp', 'status', 'type']);

/** How far down members are compared: `data.attributes.name`. */
const DEEPEST = 3;

export function lostMembers(
  contract: Contract,
  operation: Operation,
  sent: Json | undefined,
  at: SchemaAt,
  answer: Json,
): readonly string[] {
  const request = operation.body?.content.find(({ schema }) => schema)?.schema;
  if (!request || !isObject(sent) || !isObject(answer)) return [];
  const meaning = generatorOf(contract).meaning;
  // An outcome answers of the request, and is nothing that was made.
  if (sent['resourceType'] !== answer['resourceType']) return [];
  return differences(
    { contract, meaning, request: settled(meaning, request, sent), answer: settled(meaning, at, answer) },
    sent,
    answer,
    '',
  );
}

interface Schemas {
  readonly contract: Contract;
  readonly meaning: Meaning;
  readonly request: Merged;
  readonly answer: Merged;
}

const settled = (meaning: Meaning, at: SchemaAt, value: Json): Merged =>
  settle(meaning.read, meaning.read(at), (choice) => bestBranch(meaning.read, choice, value));

function differences({ contract, meaning, request, answer }: Schemas, sent: Json, shown: Json, path: string): readonly string[] {
  if (!isObject(sent) || !isObject(shown)) return [];
  return Object.entries(sent).flatMap(([name, value]) => {
    const [asked, room] = [request.properties.get(name), answer.properties.get(name)];
    if (!asked || !room || SERVERS.has(name) || isHidden(meaning, asked) || isHidden(meaning, room)) return [];
    // Another schema under the same name is another thing.
    if (contract.check(room, value).length > 0) return [];
    const here = `${path}/${name}`;
    const other = shown[name];
    if (isObject(value) && isObject(other) && path.split('/').length <= DEEPEST)
      return differences(
        { contract, meaning, request: settled(meaning, asked, value), answer: settled(meaning, room, other) },
        value,
        other,
        here,
      );
    if (isArray(value) && isArray(other) && other.length >= value.length && value.every((item) => isObject(item))) return [];
    return JSON.stringify(value) === JSON.stringify(other)
      ? []
      : [`${here} was sent and ${other === undefined ? 'is not shown' : 'is shown otherwise'}`];
  });
}

const isHidden = (meaning: Meaning, at: SchemaAt): boolean => {
  const { readOnly, writeOnly } = meaning.read(at).schema;
  return readOnly === true || writeOnly === true;
};
