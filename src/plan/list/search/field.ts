/** What a search parameter looks at in an item, and what of it the index keeps. */
import type { Json } from '../../../contract/contract.ts';
import { isArray, isObject } from '../../../contract/json.ts';
import type { IndexEntry } from '../../../workspace/store/store.ts';
import { plainName } from '../../resource/names.ts';
import { indexValues } from './comparisons.ts';
import { heldAs, type Held, type HeldKind } from './held.ts';

export interface SearchedField {
  /** Names its entries in the index: the same for every operation that looks at the same members in the same way. */
  readonly key: string;
  readonly kind: HeldKind;
  readonly places: readonly (readonly string[])[];
  /** Members of what the places refer to, where the parameter is a chain (`patient.name`). */
  readonly beyond?: readonly (readonly string[])[];
  /** Values hold no system. */
  readonly bare: boolean;
  /** What the places hold are references. */
  readonly refers: boolean;
  /** Letter case counts. */
  readonly exactly: boolean;
  /** At most one value in an item, so that two ends in the index are ends of one stretch. */
  readonly single: boolean;
  readonly indexed: boolean;
  /** Values are compared otherwise than they are written: without spaces and dashes. */
  readonly loosely?: boolean;
  /** Members by any spelling of their names: nothing is declared. */
  readonly loose?: boolean;
  /** Contact points of this system only. */
  readonly system?: string;
  /** What is held where the places hold nothing: the NHS numbers of a body, the ids it goes by. */
  otherwise?(body: Json): readonly string[];
}

export const emptyField: SearchedField = {
  key: '',
  kind: 'text',
  places: [],
  bare: true,
  refers: false,
  exactly: false,
  single: false,
  indexed: true,
};

/** What a reference leads to, where it leads to something of this workspace. */
export type Resolve = (reference: string) => Json | undefined;

export function heldIn(field: SearchedField, body: Json, resolve?: Resolve): readonly Held[] {
  const { kind, places, beyond, loose = false } = field;
  const values = places.flatMap((path) => collect([body], path, loose));
  const ends = beyond ? values.flatMap((value) => beyondIn(value, beyond, body, resolve)) : values;
  const asked = field.system === undefined ? ends : ends.filter((value) => isObject(value) && value['system'] === field.system);
  const held = asked.flatMap((value) =>
    heldAs(kind, field.system !== undefined && isObject(value) ? (value['value'] ?? null) : value, body),
  );
  if (held.length > 0 || !field.otherwise) return held;
  return field.otherwise(body).flatMap((text) => heldAs(kind, text, body));
}

function collect(values: readonly Json[], path: readonly string[], loose: boolean): readonly Json[] {
  let here = flat(values);
  for (const step of path) {
    here = flat(
      here.flatMap((value) => {
        if (!isObject(value)) return [];
        const name = Object.hasOwn(value, step)
          ? step
          : loose
            ? Object.keys(value).find((key) => plainName(key) === plainName(step))
            : undefined;
        const found = name === undefined ? undefined : value[name];
        return found === undefined ? [] : [found];
      }),
    );
    if (here.length === 0) return here;
  }
  return here;
}

function flat(values: readonly Json[]): readonly Json[] {
  return values.some(isArray) ? values.flatMap((value) => (isArray(value) ? flat(value) : [value])) : values;
}

function beyondIn(value: Json, beyond: readonly (readonly string[])[], root: Json, resolve: Resolve | undefined): readonly Json[] {
  const reference = isObject(value) ? value['reference'] : undefined;
  const local = typeof reference === 'string' && reference.startsWith('#') ? containedIn(root, reference.slice(1)) : undefined;
  const target =
    local ?? (typeof reference === 'string' ? resolve?.(reference) : undefined) ?? (reference === undefined ? value : undefined);
  return target === undefined ? [] : beyond.flatMap((path) => collect([target], path, false));
}

function containedIn(root: Json, id: string): Json | undefined {
  const held = isObject(root) ? root['contained'] : undefined;
  return isArray(held) ? held.find((one) => isObject(one) && one['id'] === id) : undefined;
}

export function entriesOf(field: SearchedField, body: Json): readonly IndexEntry[] {
  const entries: IndexEntry[] = [];
  for (const held of heldIn(field, body)) {
    for (const [end, value] of indexValues(held, field)) entries.push({ name: field.key + end, value });
  }
  return entries;
}
