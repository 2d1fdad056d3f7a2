/** One leaf of an answer in the making: its meaning found, its value made. */
import type { Json } from '../contract/contract.ts';
import { type Leaf, placeInList } from '../meaning/schema/leaf.ts';
import type { Merged } from '../meaning/schema/merged-schema.ts';
import { leafAt } from '../meaning/evidence/scope.ts';
import { leafValue } from './leaves/leaf-value.ts';
import type { Making, Spot } from './making.ts';
import { PATIENCE } from './lessons.ts';

export function leafOf({ schema, pointer }: Merged, { scope, name, beside, siblings }: Spot): Leaf {
  return leafAt({ scope, name, schema, pointer, beside, siblings });
}

export function makeLeaf(making: Making, merged: Merged, hint: Json | undefined, spot: Spot, refused: number): Json | undefined {
  const { meaning, faker, guided } = making;
  const { scope, name, index, siblings, pointer, object } = spot;
  const plain = leafOf(merged, spot);
  const leaf = guided || hint === undefined ? plain : { ...plain, example: hint };
  const role = meaning.roleOf(plain);
  const source = {
    subject: making.subject,
    bound: making.bound,
    now: making.now,
    today: making.today,
    chance: making.chance,
    name,
    context: scope.context,
    path: leaf.resource ? `${leaf.resource.type}.${leaf.resource.path}` : '',
    siblings,
    label: pointer,
    object,
    index: placeInList(name, index),
    beside: spot.beside,
    ...(leaf.example === undefined ? {} : { example: leaf.example }),
  };
  const optional = !spot.required || index > 0;
  const value = leafValue({
    leaf,
    role,
    source,
    fits: meaning.fits,
    refused,
    optional,
    ...(faker ? { faker } : {}),
    ...(guided && hint !== undefined ? { hint } : {}),
  });
  if (typeof value === 'string' && typeof leaf.example === 'string' && (role === 'opaqueId' || role === 'uuid')) {
    if (!making.minted.has(leaf.example)) making.minted.set(leaf.example, value);
  }
  // Nothing that we can write fits: more tries would be in vain.
  if (value !== undefined && !meaning.fits(merged.schema, value)) making.lessons.refused.set(pointer, PATIENCE);
  return value;
}
