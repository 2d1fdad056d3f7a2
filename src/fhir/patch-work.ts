/** What one patch has made so far: it copies each container once, however many operations change it, and lets a document grow only so far. */
import type { Json, JsonObject } from '../contract/contract.ts';
import { isArray, isObject } from '../contract/json.ts';
import { JSON_DEPTH } from '../contract/limits.ts';

export interface Work {
  /** Containers made for this patch, which it may therefore change in place. */
  readonly own: Set<object>;
  /** Characters that copies may still add. */
  room: number;
  /** Values that may still be looked at to see how deep they are. */
  looks: number;
}

/** Copying a document into itself doubles it every time; 1.5 MB is the most that is kept of one resource. */
const ROOM = 1_500_000;

/** Moving something large to and fro looks at all of it every time. */
const LOOKS = 5_000_000;

export const beginWork = (): Work => ({ own: new Set(), room: ROOM, looks: LOOKS });

/** Why a value cannot come to lie so many levels down: a document stays as deep as a body may be, or nothing that walks it would be safe. */
export function whyNotAt(level: number, value: Json, work: Work): 'too-deep' | 'too-large' | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (level >= JSON_DEPTH) return 'too-deep';
  const inside = isArray(value) ? value : Object.values(value);
  work.looks -= inside.length;
  if (work.looks < 0) return 'too-large';
  for (const each of inside) {
    const reason = whyNotAt(level + 1, each, work);
    if (reason) return reason;
  }
  return undefined;
}

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
