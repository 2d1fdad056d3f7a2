/** The order that a request asks for: by which members, up or down, in whichever way an API writes it. */
import type { Json, Operation } from '../../../contract/contract.ts';
import { plainName } from '../../resource/names.ts';
import type { SearchedField } from './field.ts';
import type { Held } from './held.ts';
import { readParameter, type Searched } from './parameter.ts';

export interface SortKey {
  readonly name: string;
  readonly down: boolean;
  /** Undefined where no item has such a member. */
  readonly field: SearchedField | undefined;
}

export interface SortPlan {
  /** Names of parameters that are no search. */
  readonly names: ReadonlySet<string>;
  /** Undefined where no order is asked for. */
  read(asked: Readonly<Record<string, Json | undefined>>): readonly SortKey[] | undefined;
}

/** Different keys at most: a list has hardly so many members. */
const MOST = 64;

const keyName = /^_?(?:sort|sortby|sortkey|sortfield|sortcolumn|orderby|ordering|sorting)$/;
const directionName = /^(?:sortorder|sortdirection|sortdir|order|direction|dir)$/;
const isDirection = (text: string): boolean => /^(?:asc|desc|ascending|descending|-1|1)$/i.test(text.trim());
const isDown = (text: string): boolean => /^(?:desc|descending|-1)$/i.test(text.trim());
const plain = (name: string): string => plainName(name.replace('$', ''));

export function planSort(operation: Operation, about: Searched): SortPlan {
  const declared = operation.parameters.filter(({ in: place }) => place === 'query');
  const keys = declared.filter(({ name }) => keyName.test(plain(name))).map(({ name }) => name);
  const isMember = (name: string): boolean =>
    about.members.some(({ path }) => path.length === 1 && plainName(path[0] ?? '') === plain(name));
  const directions = declared.filter(({ name }) => directionName.test(plain(name)) && !isMember(name)).map(({ name }) => name);
  // FHIR's own is let through whether or not it is declared.
  const names = new Set([...keys, ...directions, '_sort']);
  return {
    names,
    read(asked) {
      const direction = directions.map((name) => asked[name]).find((value) => typeof value === 'string' && isDirection(value));
      const alone = directions.map((name) => asked[name]).find((value) => typeof value === 'string' && !isDirection(value));
      const wanted = [...keys, '_sort'].map((name) => asked[name]).find((value) => value !== undefined && value !== '') ?? alone;
      if (wanted === undefined) return undefined;
      const words = (Array.isArray(wanted) ? wanted.map(String) : [String(wanted)]).flatMap((text) => text.split(','));
      const found: SortKey[] = [];
      for (const word of words) {
        const last = found.at(-1);
        // `title,desc` is one key in some APIs.
        if (last && isDirection(word)) found[found.length - 1] = { ...last, down: isDown(word) };
        else if (found.length < MOST) {
          const key = keyOf(about, word, typeof direction === 'string' && isDown(direction));
          // Items alike by a member are alike by it once more.
          if (!found.some(({ name }) => name === key.name)) found.push(key);
        }
      }
      return found;
    },
  };
}

/** `-title`, `title:desc`, `title desc`, `desc(title)`. */
function keyOf(about: Searched, word: string, down: boolean): SortKey {
  const text = word.trim();
  const [, call = '', inner = text] = /^(asc|desc)\((.*)\)$/i.exec(text) ?? [];
  const [, name = inner, after] = /^(.*?)(?:[:\s|.]+(asc|desc|ascending|descending))?$/i.exec(inner.replace(/^[-+]/, '')) ?? [];
  const isMinus = inner.startsWith('-');
  return {
    name,
    down: isMinus || isDown(call) || (after === undefined ? !isMinus && call === '' && down : isDown(after)),
    field: readParameter(about, name)?.field,
  };
}

type SortValue = string | number | undefined;

/** What an item is ordered by. */
export function sortValue(held: readonly Held[]): SortValue {
  const [first] = held;
  switch (first?.of) {
    case undefined:
      return undefined;
    case 'number':
      return first.number;
    case 'stretch':
      return first.stretch.from;
    case 'text':
      return first.text;
    case 'token':
      return first.code;
    case 'reference':
      return first.id;
  }
}

/** Items in order; those alike, and those that have nothing at a key, stay as they stand, the latter last. */
export function inOrder<T>(items: readonly T[], keys: readonly SortKey[], valuesOf: (item: T) => readonly SortValue[]): readonly T[] {
  const valued = items.map((item) => ({ item, values: valuesOf(item) }));
  valued.sort((a, b) => {
    for (const [i, { down }] of keys.entries()) {
      const [x, y] = [a.values[i], b.values[i]];
      if (x === y) continue;
      if (x === undefined || y === undefined) return x === undefined ? 1 : -1;
      return (x < y ? -1 : 1) * (down ? -1 : 1);
    }
    return 0;
  });
  return valued.map(({ item }) => item);
}
