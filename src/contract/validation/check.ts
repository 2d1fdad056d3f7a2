/** What a schema becomes before it meets values: a function, made once, that says whether a value fits and, on demand, why not. */
import type { Json, Schema, SchemaFault, SchemaObject } from '../contract.ts';
import { escapeToken } from '../json.ts';
import { CHECK_STEPS, CHECK_STEPS_PER_VALUE } from '../limits.ts';
import type { Requirements } from './requirements.ts';

/** One run over one value. */
export interface Run {
  /** Where faults are collected; absent while only "fits or not" is asked, which stops at the first fault. */
  faults: SchemaFault[] | undefined;
  steps: number;
  /** How many steps it may take. */
  most: number;
}

/** `at` is the pointer of the value; it is only kept up to date while faults are collected. */
export type Check = (value: Json, at: string, run: Run) => boolean;

/** Makes checks of the schemas inside a schema. */
export interface Compile {
  (schema: Schema): Check;
  readonly test: (pattern: string) => (text: string) => boolean;
  readonly resolve: (schema: Schema) => Schema;
  readonly requirements: Requirements;
  /** A component and those that extend it by `allOf`. */
  readonly family: (base: SchemaObject) => readonly Schema[];
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

export function fault(run: Run, pointer: string, keyword: string, message: string): false {
  run.faults?.push({ pointer, keyword, message });
  return false;
}

/** The pointer of a member or item, built only where somebody will read it. */
export function inside(run: Run, at: string, token: string | number): string {
  return run.faults ? `${at}/${escapeToken(token)}` : at;
}

/** Asks without collecting: for branches that may well not fit. */
export function fits(check: Check, value: Json, run: Run): boolean {
  const { faults } = run;
  run.faults = undefined;
  const answer = check(value, '', run);
  run.faults = faults;
  return answer;
}

export function collect(check: Check, value: Json, at: string, run: Run): SchemaFault[] {
  const { faults } = run;
  const found: SchemaFault[] = [];
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
