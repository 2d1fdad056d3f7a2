/** What has been learnt from the contract's objections to an answer in the making: each fault changes one decision for the next try. */
import type { SchemaFault } from '../contract/contract.ts';

/** Keyed by JSON pointer into the value. */
export interface Lessons {
  /** Only what is required is made. */
  readonly bare: boolean;
  readonly dropped: Set<string>;
  readonly wanted: Set<string>;
  /** How often the value here was refused. */
  readonly refused: Map<string, number>;
  /** How many further branches of a choice were tried here. */
  readonly branch: Map<string, number>;
  /** Fewest items that the contract has asked for here. */
  readonly items: Map<string, number>;
  /** Members that may be left out, as the last try found them. */
  readonly optional: Set<string>;
  /** Why nothing of this kind can be made, once that is known. */
  unmakeable?: string;
  /** Every try of the rehearsal broke the schema. */
  failed?: boolean;
}

export function noLessons(bare: boolean): Lessons {
  return { bare, dropped: new Set(), wanted: new Set(), refused: new Map(), branch: new Map(), items: new Map(), optional: new Set() };
}

export function copyOf(lessons: Lessons): Lessons {
  const { bare, dropped, wanted, refused, branch, items, optional, unmakeable, failed } = lessons;
  return {
    bare,
    dropped: new Set(dropped),
    wanted: new Set(wanted),
    refused: new Map(refused),
    branch: new Map(branch),
    items: new Map(items),
    optional: new Set(optional),
    ...(unmakeable !== undefined && { unmakeable }),
    ...(failed !== undefined && { failed }),
  };
}

/** Faults looked at per try: they tend to repeat one cause. */
const HEEDED = 60;
/** A leaf refused this often is given up, with the nearest thing around it that may be left out. */
export const PATIENCE = 4;
/** Branches of one choice that are tried before it is given up likewise. */
const BRANCHES = 12;

/** Adds to the lessons; false where nothing was left to change. `stuck`: the last change made no difference to the value. */
export function learn(lessons: Lessons, faults: readonly SchemaFault[], stuck: boolean): boolean {
  let learnt = false;
  for (const fault of faults.slice(0, HEEDED)) learnt = heed(lessons, fault, stuck) || learnt;
  return learnt;
}

function heed(lessons: Lessons, { pointer, keyword }: SchemaFault, stuck: boolean): boolean {
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
      return lessons.wanted.has(pointer) ? giveUp(lessons, parentOf(pointer)) : add(lessons.wanted, pointer);
    case 'additionalProperties':
    case 'unevaluatedProperties':
    case 'unevaluatedItems':
    case 'propertyNames':
    case 'false':
      return lessons.dropped.has(pointer) ? giveUp(lessons, parentOf(pointer)) : add(lessons.dropped, pointer);
    case 'oneOf':
    case 'anyOf':
    case 'not':
      return (!stuck && again(lessons.branch, pointer, BRANCHES)) || giveUp(lessons, pointer);
    case 'type':
    case 'const':
      // What we make has the type that our branch wants: the contract reads the value by another.
      return again(lessons.branch, stuck ? parentOf(parentOf(pointer)) : parentOf(pointer), 4) || giveUp(lessons, pointer);
    case 'minItems':
      return again(lessons.items, pointer, 50) || giveUp(lessons, pointer);
    default:
      return again(lessons.refused, pointer, PATIENCE) || again(lessons.branch, parentOf(pointer), 2) || giveUp(lessons, pointer);
  }
}

function again(counts: Map<string, number>, pointer: string, most: number): boolean {
  const count = (counts.get(pointer) ?? 0) + 1;
  if (count > most) return false;
  counts.set(pointer, count);
  return true;
}

function add(set: Set<string>, pointer: string): boolean {
  set.add(pointer);
  return true;
}

/** Leaves out the nearest thing at or above the fault that may be left out. */
function giveUp(lessons: Lessons, pointer: string): boolean {
  for (let at = pointer; at !== ''; at = parentOf(at)) {
    if (lessons.optional.has(at) && !lessons.dropped.has(at)) return add(lessons.dropped, at);
  }
  return false;
}

function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}
