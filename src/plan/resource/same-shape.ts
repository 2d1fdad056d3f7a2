/** Whether two schemas are of one thing: decided from their declared members, once. */
import type { SchemaAt } from '../../contract/contract.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import { isList, membersOf, wordsListed, type Members } from './members.ts';
import { plainName } from './names.ts';

/** Members that documents of any kind have. */
const general = new Set(['id', 'resourcetype', 'meta', 'extension', 'links', 'link', 'type', 'status', 'message', 'code', 'self']);

/** Members that only wrap the thing itself. */
const wrappers = ['data', 'attributes'];

/** True where a value of the one can stand for a value of the other: most of what the smaller declares, the larger declares as well. */
export function alike(meaning: Meaning, a: SchemaAt, b: SchemaAt, depth = 0): boolean {
  if (meaning.read(a).pointer === meaning.read(b).pointer) return true;
  if (isList(meaning, a) || isList(meaning, b)) return false;
  const [one, other] = [membersOf(meaning, a), membersOf(meaning, b)];
  if (one.size === 0 || other.size === 0 || one.has('resourceType') !== other.has('resourceType')) return false;
  if (contradict(meaning, one, other)) return false;
  for (const name of wrappers) {
    const [inner, otherInner] = [wrapped(meaning, one, name), wrapped(meaning, other, name)];
    if (inner && otherInner) {
      if (depth < 3 && !alike(meaning, inner, otherInner, depth + 1)) return false;
    } else if (one.has(name) && other.has(name)) {
      if (inner || otherInner) return false;
    } else if (depth < 3) {
      // What only the one has wraps where it holds a thing like the other, and is a member like any other where it does not.
      const [held, whole] = inner ? [inner, b] : [otherInner, a];
      if (held && alike(meaning, held, whole, depth + 1)) return false;
    }
  }
  const names = tellingNames(meaning, one);
  const otherNames = new Set(tellingNames(meaning, other));
  const shared = names.filter((name) => otherNames.has(name)).length;
  const smaller = Math.min(names.length, otherNames.size);
  // Two that declare nothing of their own are alike where their general members are.
  if (smaller === 0) return names.length === otherNames.size && [...one.keys()].every((name) => other.has(name));
  return shared * 2 >= smaller;
}

function wrapped(meaning: Meaning, members: Members, name: string): SchemaAt | undefined {
  const at = members.get(name);
  return at && membersOf(meaning, at).size > 0 ? at : undefined;
}

/** True where an answer declares what is sent and nothing else but what a server adds: then it can only tell of what was sent. */
export function echoes(meaning: Meaning, sent: SchemaAt, shown: SchemaAt, depth = 0): boolean {
  if (meaning.read(sent).pointer === meaning.read(shown).pointer) return true;
  if (!alike(meaning, sent, shown) || depth > 3) return false;
  const from = membersOf(meaning, sent);
  const plain = new Map([...from].map(([name, at]) => [plainName(name), at]));
  const to = membersOf(meaning, shown);
  const shownNames = new Set([...to.keys()].map(plainName));
  if ([...plain.keys()].some((name) => !shownNames.has(name))) return false;
  return [...to].every(([name, at]) => {
    const source = plain.get(plainName(name));
    if (!source) return general.has(plainName(name)) || meaning.read(at).schema.readOnly === true;
    return membersOf(meaning, at).size === 0 || echoes(meaning, source, at, depth + 1);
  });
}

/** A member of both that can never hold the same word: another kind of resource, another type of message. */
function contradict(meaning: Meaning, one: Members, other: Members): boolean {
  for (const [name, at] of one) {
    const there = other.get(name);
    const [words, otherWords] = there ? [wordsListed(meaning, at), wordsListed(meaning, there)] : [[], []];
    if (words.length === 0 || otherWords.length === 0) continue;
    const said = new Set(otherWords);
    if (!words.some((word) => said.has(word))) return true;
  }
  return false;
}

/** Names that tell of which thing a schema is. What is write-only is in no answer, so that it tells nothing of an answer. */
function tellingNames(meaning: Meaning, members: Members): readonly string[] {
  return [...members]
    .filter(([, at]) => meaning.read(at).schema.writeOnly !== true)
    .map(([name]) => plainName(name))
    .filter((name) => !general.has(name));
}

/** Where, at most two members deep, a document holds a thing of this schema. */
export function placeOf(meaning: Meaning, members: Members, at: SchemaAt): readonly string[] | undefined {
  for (const [name, member] of members) {
    if (alike(meaning, member, at)) return [name];
    for (const [inner, deeper] of membersOf(meaning, member)) if (alike(meaning, deeper, at)) return [name, inner];
  }
  return undefined;
}
