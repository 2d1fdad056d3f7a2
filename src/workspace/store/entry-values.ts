/** The documents that have an entry of one name, by its value, each list in order of position. */
import { firstThat } from '../../world/first-that.ts';
import { sortedKeys, type SortedKeys } from './sorted-keys.ts';
import type { Condition, IndexEntry } from './store.ts';

/** A document that can be found. */
export interface Entered {
  readonly key: string;
  readonly position: number;
  readonly entries: readonly IndexEntry[];
}

export interface EntryValues {
  /** In order of position. */
  of(value: string): readonly Entered[];
  add(value: string, document: Entered): void;
  remove(value: string, document: Entered): void;
  /** The lists that make up what the condition holds for. A document may be in several. */
  listsOf(condition: Condition): Iterable<readonly Entered[]>;
  /** How long they are together. */
  sizeOf(condition: Condition): number;
}

export function openEntryValues(): EntryValues {
  /** None is empty. */
  const lists = new Map<string, Entered[]>();
  /** Each value as often as there are documents that have it; from the first range that was asked for. */
  let order: SortedKeys | undefined;

  function inOrder(): SortedKeys {
    if (order) return order;
    order = sortedKeys();
    for (const [value, { length }] of lists) for (let i = 0; i < length; i++) order.add(value);
    return order;
  }

  function* listsOf(condition: Condition): Generator<readonly Entered[]> {
    const values = 'anyOf' in condition ? new Set(condition.anyOf) : inOrder().between(condition.from ?? '', condition.to);
    for (const value of values) {
      const list = lists.get(value);
      if (list) yield list;
    }
  }

  return {
    of: (value) => lists.get(value) ?? none,
    add(value, document) {
      const list = lists.get(value);
      if (!list) lists.set(value, [document]);
      else if ((list.at(-1)?.position ?? 0) < document.position) list.push(document);
      else list.splice(indexOfPosition(list, document.position), 0, document);
      order?.add(value);
    },
    remove(value, document) {
      const list = lists.get(value);
      if (!list) return;
      list.splice(indexOfPosition(list, document.position), 1);
      if (list.length === 0) lists.delete(value);
      order?.delete(value);
    },
    listsOf,
    sizeOf(condition) {
      if (!('anyOf' in condition)) return inOrder().count(condition.from ?? '', condition.to);
      const [value, ...others] = condition.anyOf;
      if (value !== undefined && others.length === 0) return lists.get(value)?.length ?? 0;
      let size = 0;
      for (const { length } of listsOf(condition)) size += length;
      return size;
    },
  };
}

const none: readonly Entered[] = [];

/** Where the document of this position stands, or would stand. */
export const indexOfPosition = (list: readonly Entered[], position: number): number =>
  firstThat(list.length, (i) => (list[i]?.position ?? 0) >= position);
