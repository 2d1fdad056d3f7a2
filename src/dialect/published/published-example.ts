/** The last resort but one: the published example of this very fault, with our text in place of its own. */
import type { Json, JsonObject } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { chooseTerm, type Named } from '../words/choose-term.ts';
import type { ErrorForm } from '../form/error-form.ts';
import { readExample } from './read-example.ts';
import { errorRole } from '../../meaning/roles/error-roles.ts';
import { joined } from '../../meaning/words.ts';

export function publishedExample({ examples }: ErrorForm, named: Named, message: string): Json | undefined {
  const example = examples.find(({ name, summary = '', value }) => {
    const terms = readExample(value).terms.map((term) => ({ ...term, about: `${name} ${summary} ${term.about}`, status: named.status }));
    return chooseTerm(terms, named) !== undefined;
  });
  return example && withMessage(example.value, '', message);
}

function withMessage(value: Json, parent: string, message: string): Json {
  if (isArray(value)) return value.map((item) => withMessage(item, parent, message));
  if (!isObject(value)) return value;
  const siblings = new Set(Object.keys(value).map(joined));
  const members: readonly (readonly [string, Json])[] = Object.entries(value).map(([key, member]) => {
    const name = joined(key);
    const isText = typeof member === 'string' && errorRole({ name, parent, siblings }) === 'message';
    return [key, isText ? message : withMessage(member, name, message)];
  });
  return Object.fromEntries(members) satisfies JsonObject;
}
