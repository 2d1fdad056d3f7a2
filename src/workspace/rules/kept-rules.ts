/**
 * Rules by which a workspace answers otherwise than it would: settings of a kind, which a reset leaves alone and snapshots and forks take
 * along. They are read once after each change; while there are none, a request asks one member and nothing else.
 */
import { bytesOf } from '../../contract/bytes-of.ts';
import type { Problem } from '../../mock/problem.ts';
import { rulesPrefix, type Store } from '../store/store.ts';

export type RuleKind = 'faults' | 'stubs';

export const rulesAtMost = 100;
export const ruleBytes = 65_536;

export interface KeptRule {
  readonly id: string;
  /** The rule as JSON, as its kind admitted it. */
  readonly text: string;
}

export interface RulesOfKind {
  /** In the order in which they were made, the same list until something changes; undefined while there are none. */
  readonly active: readonly KeptRule[] | undefined;
  /** An id that no rule has. */
  newId(): string;
  /** Adds one, or replaces the one of this id; its count begins anew. */
  put(id: string, text: string): Problem | undefined;
  /** All of them, or none; those whose ids are in `gone` go. */
  putAll(rules: readonly KeptRule[], gone?: readonly string[]): Problem | undefined;
  /** True where there was one. */
  delete(id: string): boolean;
  clear(): void;
  /** Counts one more request that fits a rule, and tells how many that makes. */
  count(id: string): number;
  /** Counts one more request that a rule had a part in. */
  countUse(id: string): void;
  usesOf(id: string): number;
}

export interface KeptRules {
  readonly faults: RulesOfKind;
  readonly stubs: RulesOfKind;
  /** Every count begins anew. */
  forgetCounts(): void;
  /** What is stored was changed by somebody else. */
  reread(): void;
}

const countsOf = (kind: RuleKind): string => `~rule-counts/${kind}`;
const usedOf = (kind: RuleKind): string => `~rule-uses/${kind}`;

/** `changing` is told before a change. */
export function openRules(store: Store, changing: () => void): KeptRules {
  const faults = openKind(store, 'faults', changing);
  const stubs = openKind(store, 'stubs', changing);
  return {
    faults,
    stubs,
    forgetCounts: () => store.clear([countsOf('faults'), countsOf('stubs'), usedOf('faults'), usedOf('stubs')]),
    reread() {
      faults.reread();
      stubs.reread();
    },
  };
}

function openKind(store: Store, kind: RuleKind, changing: () => void): RulesOfKind & { reread(): void } {
  const collection = rulesPrefix + kind;
  const [counts, used] = [countsOf(kind), usedOf(kind)];

  function stored(): readonly KeptRule[] | undefined {
    if (store.count(collection) === 0) return undefined;
    const rows = [...store.rows(collection)].toSorted((a, b) => a.position - b.position);
    return rows.map(({ key, document }) => ({ id: key, text: document }));
  }

  function forget(id: string): void {
    store.delete(counts, id);
    store.delete(used, id);
  }

  const usesOf = (id: string): number => Number(store.get(used, id) ?? 0);

  function change<T>(work: () => T): T {
    changing();
    return store.transaction(() => {
      const done = work();
      reread();
      return done;
    });
  }

  /** Undone, they are what they were: what is stored may not be yet. */
  function reread(): void {
    const before = rules.active;
    store.whenUndone(() => {
      rules.active = before;
    });
    rules.active = stored();
  }

  const rules = {
    active: stored(),
    reread,
    newId() {
      const taken = new Set(store.keys(collection));
      let number = taken.size + 1;
      while (taken.has(String(number))) number++;
      return String(number);
    },
    put: (id: string, text: string): Problem | undefined => rules.putAll([{ id, text }]),
    putAll(those: readonly KeptRule[], gone: readonly string[] = []): Problem | undefined {
      const known = new Set(store.keys(collection));
      for (const id of gone) known.delete(id);
      if (new Set([...known, ...those.map(({ id }) => id)]).size > rulesAtMost) return tooMany(kind);
      if (those.some(({ text }) => bytesOf(text) > ruleBytes)) return tooLarge;
      return change(() => {
        for (const id of gone) {
          forget(id);
          store.delete(collection, id);
        }
        for (const { id, text } of those) {
          store.put(collection, id, text);
          forget(id);
        }
        return undefined;
      });
    },
    delete: (id: string): boolean =>
      change(() => {
        forget(id);
        return store.delete(collection, id);
      }),
    clear: (): void => change(() => store.clear([collection, counts, used])),
    count(id: string): number {
      const count = Number(store.get(counts, id) ?? 0) + 1;
      store.put(counts, id, String(count));
      return count;
    },
    countUse: (id: string): void => store.put(used, id, String(usesOf(id) + 1)),
    usesOf,
  };
  return rules;
}

const tooMany = (kind: RuleKind): Problem => ({
  problem: 'conflict',
  message: `A workspace has at most ${rulesAtMost} ${kind}; delete one first.`,
});

const tooLarge: Problem = { problem: 'too-large', message: `A rule has at most ${ruleBytes} bytes.` };
