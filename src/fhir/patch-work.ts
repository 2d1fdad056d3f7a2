/** What one patch has made so far: it copies each container once, however many operations change it, and lets copies grow only so far. */
import type { Json, JsonObject } from '../contract/contract.ts';
import { isArray, isObject } from '../contract/json.ts';

export interface Work {
  /** Containers made for this patch, which it may therefore change in place. */
  readonly own: Set<object>;
  /** Characters that copies may still add. */
  room: number;
}

/** Copying a document into itself doubles it every time; 1.5 MB is the most that is kept of one resource. */
const ROOM = 1_500_000;

export const beginWork = (): Work => ({ own: new Set(), room: ROOM });

export function ownArray(items: readonly Json[], { own }: Work): Json[] {
  if (own.has(items)) return items as Json[]; // made by the next line, so it may change
  const copy = [...items];
  own.add(copy);
  return copy;
}

export function ownObject(object: JsonObject, { own }: Work): Record<string, Json> {
  if (own.has(object)) return object as Record<string, Json>; // made by the next line, so it may change
  const copy = { ...object };
  own.add(copy);
  return copy;
}

/** A copy that shares nothing, so that either may be changed in place; undefined where there is no room for it. */
export function copied(value: Json, work: Work): Json | undefined {
  work.room -= typeof value === 'string' ? value.length + 2 : 4;
  if (work.room < 0) return undefined;
  if (isArray(value)) {
    const items: Json[] = [];
    for (const item of value) {
      const copy = copied(item, work);
      if (copy === undefined) return undefined;
      items.push(copy);
    }
    return items;
  }
  if (!isObject(value)) return value;
  const members: [string, Json][] = [];
  for (const [name, member] of Object.entries(value)) {
    work.room -= name.length;
    const copy = copied(member, work);
    if (copy === undefined) return undefined;
    members.push([name, copy]);
  }
  return Object.fromEntries(members);
}
