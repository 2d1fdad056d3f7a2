/** Reads a published error body: which members the API fills, and what it calls the fault. */
import type { Json, JsonObject } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { errorRole, isListOfFaults, type ErrorRole } from '../../meaning/roles/error-roles.ts';
import { joined } from '../../meaning/words.ts';

/** One fault as an API names it, in an example or in a table of its documentation. */
export interface Term {
  readonly code?: string;
  readonly display?: string;
  readonly issue?: string;
  readonly system?: string;
  /** Absent where it is said of a range or of every status. */
  readonly status?: number;
  /** Put together from a schema's examples of single members, which say how a code looks and not when it is sent. */
  readonly isHint?: boolean;
  /** Everything said about it, to be searched for words. */
  readonly about: string;
}

export type Scalar = string | number | boolean;

export interface ReadExample {
  readonly terms: readonly Term[];
  /** Every member that the example holds, by its trail (`issue/*` + `/code`), with its value where that is no list and no object. */
  readonly members: readonly { readonly trail: string; readonly value?: Scalar }[];
}

type Found = Partial<Record<ErrorRole, string>> & { about: string };

/** No fault has so many; a body that has more, or an enum that is one, teaches no more by the rest. */
const MOST_MEMBERS = 2_000;

export function readExample(body: Json): ReadExample {
  const terms: Term[] = [];
  const members: { trail: string; value?: Scalar }[] = [];

  const visit = (value: Json, trail: string, name: string, found: Found): void => {
    if (isArray(value)) {
      for (const item of value) {
        const own: Found = isListOfFaults(name) && isObject(item) ? { about: '' } : found;
        visitMember(item, `${trail}/*`, name, own);
        if (own !== found) close(own);
      }
    } else if (isObject(value)) {
      visitObject(value, trail, name, found);
    }
  };
  const visitMember = (value: Json, trail: string, name: string, found: Found): void => {
    if (members.length >= MOST_MEMBERS) return;
    if (typeof value === 'string' || typeof value === 'number') {
      members.push({ trail, value });
      found.about += ` ${value}`;
    } else if (typeof value === 'boolean') {
      members.push({ trail, value });
    } else {
      members.push({ trail });
      visit(value, trail, name, found);
    }
  };
  const visitObject = (object: JsonObject, trail: string, parent: string, found: Found): void => {
    const siblings = new Set(Object.keys(object).map(joined));
    for (const [key, value] of Object.entries(object)) {
      const name = joined(key);
      const role = errorRole({ name, parent, siblings });
      if (role && (typeof value === 'string' || typeof value === 'number')) found[role] ??= String(value);
      visitMember(value, trail === '' ? key : `${trail}/${key}`, name, found);
    }
  };
  const close = (found: Found): void => {
    const { code = found['oauth-error'], display = found.title, 'issue-code': issue, system, about } = found;
    const status = Number(found.status);
    terms.push({
      about,
      ...(code !== undefined && { code }),
      ...(display !== undefined && { display }),
      ...(issue !== undefined && { issue }),
      ...(system !== undefined && { system }),
      ...(status >= 400 && status < 600 && { status }),
    });
  };

  const root: Found = { about: '' };
  visit(body, '', '', root);
  close(root);
  return { terms, members };
}
