/** Which published example is the body of this very fault, and that example with a text of ours in the place of its own. */
import type { Json, JsonObject, NamedExample } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { errorRole } from '../../meaning/roles/error-roles.ts';
import { joined } from '../../meaning/words.ts';
import type { ErrorForm } from '../form/error-form.ts';
import { chooseTerm } from '../words/choose-term.ts';
import type { Named } from '../words/words-for.ts';
import { readExample } from './read-example.ts';

/** `isExact`: the examples are published for this status alone. Of those for a range, only one that says this status is its. */
export function exampleOfFault({ examples }: ErrorForm, named: Named, isExact = true): NamedExample | undefined {
  const read = examples.map((example) => ({ example, terms: readExample(example.value).terms }));
  const ofStatus = read.filter(({ terms }) => terms.some(({ status }) => status === named.status));
  if (!isExact && ofStatus.length === 1) return ofStatus[0]?.example;
  return (isExact ? read : ofStatus).find(({ example: { name, summary = '' }, terms }) => {
    const told = terms.map((term) => ({
      ...term,
      about: `${name} ${summary} ${term.about}`,
      ...(isExact && { status: named.status }),
    }));
    return chooseTerm(told, named) !== undefined;
  })?.example;
}

export function withMessage(value: Json, message: string, parent = ''): Json {
  if (isArray(value)) return value.map((item) => withMessage(item, message, parent));
  if (!isObject(value)) return value;
  const siblings = new Set(Object.keys(value).map(joined));
  const members: readonly (readonly [string, Json])[] = Object.entries(value).map(([key, member]) => {
    const name = joined(key);
    const isText = typeof member === 'string' && errorRole({ name, parent, siblings }) === 'message';
    return [key, isText ? message : withMessage(member, message, name)];
  });
  return Object.fromEntries(members) satisfies JsonObject;
}
