/** What the official sandbox looks at in somebody to be registered, whether by themselves or as a baby, and how it says what is wrong. */
import type { Json } from '../../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../../src/contract/json.ts';
import { valueAt } from '../../../../src/contract/json-pointer.ts';
import type { Problem } from '../../../../src/mock/problem.ts';
import { missingValue } from '../../../../src/nhs/spine/spine-words.ts';
import { invalid } from '../words.ts';

/** Of the value at a place: what is wrong with it, under the name that its field goes by. */
export type Check = (value: Json | undefined, field: string) => Problem | undefined;

/** A check, where its value stands, and what the place is called where that is something else. */
export type Checked = readonly [check: Check, place: string, field?: string];

export function firstProblem(sent: Json, checks: readonly Checked[]): Problem | undefined {
  for (const [check, place, field = place] of checks) {
    const problem = check(at(sent, place), field);
    if (problem) return problem;
  }
  return undefined;
}

export function at(sent: Json, place: string): Json | undefined {
  return valueAt(sent, place.split('/'));
}

/** Nought and an empty text are as good as nothing. */
export const present: Check = (value, field) => (value ? undefined : missingValue(field));

export const list: Check = (value, field) => (isArray(value) ? undefined : invalid(value, field));

export const noList: Check = (value, field) => (isArray(value) ? invalid(value, field) : undefined);

export const object: Check = (value, field) => (isObject(value) ? undefined : invalid(value, field));

export const between =
  (least: number, most: number): Check =>
  (value, field) =>
    typeof value === 'number' && value >= least && value <= most ? undefined : invalid(value, field);

const genders: ReadonlySet<Json | undefined> = new Set(['male', 'female', 'unknown']);

/** Whatever gender was sent, the text shows that of the published requests; so it is with a birth date. */
export const gender: Check = (value) => (genders.has(value) ? undefined : invalid('other', 'gender'));

export const birthDate: Check = (value) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? undefined : invalid('not-a-date', 'birthDate');
