/** What a published example shows: every text and number in it, which member holds which, and the ids that its name bears. */
import type { Json } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { joined } from '../../meaning/words.ts';

export interface Shown {
  /** Texts and numbers, and ids at the end of references. */
  readonly values: ReadonlySet<string>;
  /** What stands in members of a name, however that is spelt. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
  /** Runs of letters and digits in the example's own name that have digits: `patient_5000000001`. */
  readonly named: ReadonlySet<string>;
}

/** What is contained or about the resource says nothing of which one it is. */
const APART = new Set(['contained', 'meta']);

export function shownBy(name: string, value: Json): Shown {
  const values = new Set<string>();
  const members = new Map<string, Set<string>>();
  const visit = (node: Json, member: string): void => {
    if (isArray(node)) {
      for (const item of node) visit(item, member);
    } else if (isObject(node)) {
      for (const [inner, each] of Object.entries(node)) if (!APART.has(inner)) visit(each, inner);
    } else if (node !== null) {
      const text = String(node);
      const plain = joined(member);
      members.set(plain, (members.get(plain) ?? new Set()).add(text));
      if (typeof node === 'boolean') return;
      values.add(text);
      // Longer than any address that ends in an id.
      if (text.length > 2_000) return;
      const last = /\/([^/?#]+)(?:[?#].*)?$/.exec(text)?.[1];
      if (last !== undefined) values.add(last);
    }
  };
  visit(value, '');
  return { values, members, named: new Set(idsIn(name)) };
}

/** Runs that may be an id. */
export function idsIn(name: string): readonly string[] {
  const runs = name.match(/[A-Za-z\d-]+/g)?.filter((run) => /\d/.test(run)) ?? [];
  return runs.flatMap((run) => [run, ...run.split('-'), ...(run.match(/\d{4,}/g) ?? [])]);
}
