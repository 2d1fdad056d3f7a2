/** `$select`: which fields are sent, those inside others by their paths. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { fieldAt, fieldNames, notThere } from '../index/fields.ts';
import type { Listing } from '../index/listing.ts';
import { badExpression } from '../query-fault.ts';

/** Of each field whether all of it is sent, or which fields inside. */
interface Chosen {
  [name: string]: Chosen | true;
}

export type Selection = (listing: Listing) => JsonObject;

export function readSelect(text: string | undefined): Selection {
  const names = (text ?? '*').split(',').map((name) => name.trim());
  if (names.every((name) => name === '*' || name === '')) return chosen(Object.fromEntries(fieldNames.map((name) => [name, true])));
  const all: Chosen = {};
  for (const name of names) {
    if (name === '' || name === '*') continue;
    const path = name.split('/');
    const found = fieldAt(path);
    if ('unknown' in found) throw badExpression('$select', notThere(found));
    choose(all, path);
  }
  return chosen(all);
}

function choose(among: Chosen, [name = '', ...rest]: readonly string[]): void {
  if (among[name] === true) return;
  if (rest.length === 0) among[name] = true;
  else {
    const inside = (among[name] ??= {});
    if (inside !== true) choose(inside, rest);
  }
}

/** In the order of the index, whatever order they were asked in. */
function chosen(all: Chosen): Selection {
  const names = fieldNames.flatMap((name) => {
    const inside = all[name];
    return inside === undefined ? [] : [[name, inside] as const];
  });
  return (listing) => Object.fromEntries(names.map(([name, inside]) => [name, partOf(listing.read(name), inside)]));
}

function partOf(value: Json, inside: Chosen | true): Json {
  if (inside === true) return value;
  if (isArray(value)) return value.map((each) => partOf(each, inside));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(inside).map(([name, more]) => [name, partOf(value[name] ?? null, more)]));
}
