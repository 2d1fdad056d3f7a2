/** What a schema becomes before it meets values: a function, made once, that says whether a value fits and, on demand, why not. */
import type { Json, Schema, SchemaFault, SchemaObject } from '../contract.ts';
import { escapeToken } from '../json.ts';
import { COUNTED_FAULTS, CHECK_STEPS, CHECK_STEPS_PER_VALUE } from '../limits.ts';
import type { PatternTest } from './pattern.ts';
import type { Requirements } from './requirements.ts';

/** One run over one value. */
export interface Run {
  /** Where faults are collected; absent while only "fits or not" is asked, which stops at the first fault. */
  faults: FoundFault[] | undefined;
  steps: number;
  /** How many steps it may take. */
  most: number;
  /** Present where somebody asks which keyword of which schema a value breaks, or wants some of them left out. */
  readonly trail?: Trail;
}

/** The way that a run takes through the schemas, by which one use of a schema is told from another. */
export interface Trail {
  /** The schemas that the run is in, the outermost first. */
  readonly schemas: Schema[];
  /** Whether a keyword is left out. */
  allows(broken: Broken): boolean;
}

/** A keyword that a value breaks, and the schemas that lead to it. */
export interface Broken {
  readonly keyword: string;
  /** The member that the keyword is about, '' where it is about none. */
  readonly member: string;
  readonly schemas: readonly Schema[];
}

/** Where the run has a trail, a fault says which keyword it was. */
export interface FoundFault extends SchemaFault {
  readonly broken?: Broken;
}

/** `at` is the pointer of the value; it is only kept up to date while faults are collected. */
export type Check = (value: Json, at: string, run: Run) => boolean;

/** Makes checks of the schemas inside a schema. */
export interface Compile {
  (schema: Schema): Check;
  readonly test: (pattern: string) => PatternTest;
  readonly resolve: (schema: Schema) => Schema;
  readonly requirements: Requirements;
  /** A component and those that extend it by `allOf`. */
  readonly family: (base: SchemaObject) => readonly Schema[];
  /** The schemas that those are. */
  readonly heirs: (base: SchemaObject) => ReadonlySet<Schema>;
}

/** Which way the value travels. */
export type Direction = 'request' | 'response';

/** By the place of the schema in its document. Parameters and headers have no members that the server owns, so either will do. */
export function directionOf(pointer: string): Direction {
  const body = pointer.indexOf('/requestBod');
  return body >= 0 && body < pointer.indexOf('/content/') ? 'request' : 'response';
}

/** Makes the check for the keywords it knows, where the schema has them. */
export type Keyword = (schema: SchemaObject, compile: Compile) => Check | undefined;

export const COST_FAULT: SchemaFault = {
  pointer: '',
  keyword: 'cost',
  message: `is too costly to check: it takes more than ${CHECK_STEPS} steps, and ${CHECK_STEPS_PER_VALUE} for each value in it`,
};

/** Thrown inside a run, caught where it began. */
export const TOO_COSTLY = Symbol('a check that costs too much');

/** What costs more than looking at one value says so. */
export function spend(run: Run, steps: number): void {
  run.steps += steps;
  if (run.steps > run.most) throw TOO_COSTLY;
}

/** Keywords whose faults are about one member of an object, which the fault's pointer names. */
const ABOUT_MEMBERS = new Set(['required', 'additionalProperties', 'dependentRequired', 'propertyNames', 'false']);

/** False, unless the keyword is left out here. */
export function fault(run: Run, pointer: string, keyword: string, message: string): boolean {
  const { faults, trail } = run;
  if (!trail) {
    if (faults && faults.length < COUNTED_FAULTS) faults.push({ pointer, keyword, message });
    return false;
  }
  const member = ABOUT_MEMBERS.has(keyword) ? pointer.slice(pointer.lastIndexOf('/') + 1) : '';
  const broken = { keyword, member, schemas: [...trail.schemas] };
  if (trail.allows(broken)) return true;
  if (faults && faults.length < COUNTED_FAULTS) faults.push({ pointer, keyword, message, broken });
  return false;
}

/** Whether faults have to be named where they are found, rather than that there is one. */
export function isNaming({ faults, trail }: Run): boolean {
  return faults !== undefined || trail !== undefined;
}

/** The pointer of a member or item, built only where somebody will read it. */
export function pointerInside(run: Run, at: string, token: string | number): string {
  return isNaming(run) ? `${at}/${escapeToken(token)}` : at;
}

/** Asks without collecting: for branches that may well not fit. */
export function fits(check: Check, value: Json, run: Run): boolean {
  const { faults } = run;
  run.faults = undefined;
  const answer = check(value, '', run);
  run.faults = faults;
  return answer;
}

export function collect(check: Check, value: Json, at: string, run: Run): FoundFault[] {
  const { faults } = run;
  const found: FoundFault[] = [];
  run.faults = found;
  check(value, at, run);
  run.faults = faults;
  return found;
}

/** All of several checks: each of them while faults are collected, else up to the first that fails. */
export function all(checks: readonly Check[]): Check {
  const [first, second] = checks;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  return (value, at, run) => {
    let fitting = true;
    for (const check of checks) {
      if (check(value, at, run)) continue;
      if (!run.faults) return false;
      fitting = false;
    }
    return fitting;
  };
}
