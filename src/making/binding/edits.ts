/** Changes to a document by place, made all at once on a copy. */
import type { Json } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';

export interface Edit {
  readonly tokens: readonly string[];
  /** Absent: what stands there is taken out. */
  readonly value?: Json;
  /** What is put there where the contract will not have it so. */
  readonly refused?: Edit;
}

interface Branch {
  edit?: Edit;
  readonly inside: Map<string, Branch>;
}

/** A later edit of the same place wins; an edit above others swallows them. A list or an object that loses all it held goes as well. */
export function applyEdits(value: Json, edits: readonly Edit[]): Json {
  const root: Branch = { inside: new Map() };
  for (const edit of edits) {
    let branch = root;
    for (const token of edit.tokens) {
      const next = branch.inside.get(token) ?? { inside: new Map<string, Branch>() };
      branch.inside.set(token, next);
      branch = next;
    }
    branch.edit = edit;
  }
  return rebuild(value, root) ?? null;
}

function rebuild(value: Json, branch: Branch | undefined): Json | undefined {
  if (!branch) return value;
  if (branch.edit) return branch.edit.value;
  if (isArray(value)) {
    const left = value.flatMap((item, index) => items(rebuild(item, branch.inside.get(String(index)))));
    return left.length === 0 && value.length > 0 ? undefined : left;
  }
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => [name, rebuild(member, branch.inside.get(name))] as const);
  const left = members.flatMap(([name, member]) => (member === undefined ? [] : [[name, member] as const]));
  return left.length === 0 && members.length > 0 ? undefined : Object.fromEntries(left);
}

/** As many of the edits as the contract accepts: those at or above a fault that was not there before give way, a few times over. */
export function applyAccepted(
  value: Json,
  edits: readonly Edit[],
  faulty: () => ReadonlySet<string>,
  faultsOf: (value: Json) => readonly { readonly pointer: string }[],
): Json {
  let kept = edits;
  for (let round = 0; round < 4 && kept.length > 0; round++) {
    const edited = applyEdits(value, kept);
    const found = faultsOf(edited);
    const fresh = found.length === 0 ? found : found.filter(({ pointer }) => !faulty().has(pointer));
    if (fresh.length === 0) return edited;
    kept = kept.flatMap((edit) => {
      if (!fresh.some(({ pointer }) => related(edit.tokens, pointer.split('/').slice(1)))) return [edit];
      return edit.refused ? [edit.refused] : [];
    });
  }
  return value;
}

function related(tokens: readonly string[], faulty: readonly string[]): boolean {
  const shared = Math.min(tokens.length, faulty.length);
  return tokens.slice(0, shared).every((token, i) => token === faulty[i]?.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** `flatMap` would take an array inside an array apart. */
function items(item: Json | undefined): readonly Json[] {
  return item === undefined ? [] : [item];
}
