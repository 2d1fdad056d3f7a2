/** What elements may hold: each check says what is wrong with one, or nothing. `at` is how the service names its place. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { isConceptId } from '../../../src/fhir/check-digits.ts';
import { dateOf, isRealDate } from '../../../src/fhir/instant.ts';

export type Wrong = string | undefined;
type Value = Json | undefined;

interface TextRule {
  readonly length?: number;
  readonly most?: number;
  readonly among?: readonly string[];
}

/** What is not there is none of its business. */
export function text(value: Value, at: string, { length, most, among }: TextRule = {}): Wrong {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') return `${at} must be a string`;
  if (length !== undefined && value.length !== length) return `${at} must be ${length} characters`;
  if (value.trim() === '') return `${at} must be a non-empty string`;
  if (most !== undefined && value.length > most) return `${at} must be ${most} or fewer characters`;
  return among && !among.includes(value) ? `${at} must be one of the following: ${among.join(', ')}` : undefined;
}

interface ListRule {
  readonly length?: number;
  readonly most?: number;
  readonly of?: 'objects';
}

export function list(value: Value, at: string, { length, most, of }: ListRule = {}): Wrong {
  if (value === undefined) return undefined;
  if (!isArray(value)) return `${at} must be an array`;
  if (length !== undefined && value.length !== length) return `${at} must be an array of length ${length}`;
  if (value.length === 0) return `${at} must be a non-empty array`;
  if (most !== undefined && value.length > most) return `${at} must be an array of maximum length ${most}`;
  if (of === undefined) return undefined;
  if (!value.every(isObject)) return `${at} must be an array of objects`;
  return value.some((one) => Object.keys(one).length === 0) ? `${at} must be an array of non-empty objects` : undefined;
}

export function date(value: Value, at: string, latest?: number): Wrong {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') return `${at} must be a string`;
  if (!isRealDate(value)) return `${at} must be a valid date string in the format "YYYY-MM-DD"`;
  return latest !== undefined && value > dateOf(latest) ? `${at} must not be in the future` : undefined;
}

const dateTimeForm = /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?(Z|[+-]\d{2}:?\d{2}))?$/;

/** Offsets are those of England, unless any will do. */
export function dateTime(value: Value, at: string, now: number, offsets: 'english' | 'any'): Wrong {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') return `${at} must be a string`;
  const [, day = '', time, offset = ''] = dateTimeForm.exec(value) ?? [];
  const isFuture = time === undefined ? day > dateOf(now) : Date.parse(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')) > now;
  const isEnglish = time === undefined || offsets === 'any' || /^\+0[01]:?00$/.test(offset);
  if (isRealDate(day) && isEnglish && !isFuture) return undefined;
  const zones = offsets === 'english' ? " Only '+00:00' and '+01:00' are accepted as valid timezone offsets." : '';
  return `${at} must be a valid datetime, not in the future, in one of the following formats: 'YYYY-MM-DD', 'YYYY-MM-DDThh:mm:ss%z', 'YYYY-MM-DDThh:mm:ss.f%z'.${zones}`;
}

export function conceptId(value: Value, at: string): Wrong {
  if (value === undefined) return undefined;
  return text(value, at) ?? (isConceptId(String(value)) ? undefined : `${at} is not a valid snomed code`);
}

export function oneSystemEach(codings: readonly JsonObject[], at: string): Wrong {
  const systems = codings.map(({ system }) => system);
  const twice = systems.find((system, index) => systems.indexOf(system) !== index);
  return twice === undefined ? undefined : `${at}.coding[?(@.system=='${String(twice)}')] must be unique`;
}

/** Objects of a list; none where there is no list. */
export const objectsOf = (value: Value): readonly JsonObject[] => (isArray(value) ? value.filter(isObject) : []);
