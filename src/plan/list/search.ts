/** Filters items by query parameters: by a property of the same name, or by the meaning FHIR gives the parameter (R4 search). */
import type { Json } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import { plainName } from '../resource/names.ts';

/**
 * FHIR search parameters whose name is not the path of the element they look at (HL7 FHIR R4, SearchParameter registry);
 * one table for every resource, since an element that a resource does not have never matches.
 */
const fhirPaths: Readonly<Record<string, readonly string[]>> = {
  _id: ['id'],
  _lastupdated: ['meta.lastUpdated'],
  _profile: ['meta.profile'],
  _tag: ['meta.tag'],
  patient: ['patient', 'subject', 'for', 'beneficiary'],
  subject: ['subject', 'patient', 'for'],
  beneficiary: ['beneficiary', 'subject'],
  subscriber: ['subscriber'],
  birthdate: ['birthDate'],
  family: ['name.family'],
  given: ['name.given'],
  phone: ['telecom.value'],
  email: ['telecom.value'],
  'address-postalcode': ['address.postalCode'],
  'general-practitioner': ['generalPractitioner'],
  date: ['date', 'occurrenceDateTime', 'authoredOn', 'effectiveDateTime', 'created', 'period', 'recorded', 'start'],
  'authored-on': ['authoredOn'],
  'vaccine-code': ['vaccineCode'],
  'focus-identifier': ['focus.identifier'],
  focus: ['focus'],
  'based-on': ['basedOn'],
  'business-status': ['businessStatus'],
  'appointment-type': ['appointmentType'],
  'service-type': ['serviceType'],
  'owner-identifier': ['owner.identifier'],
  organization: ['organization', 'managingOrganization', 'serviceProvider'],
};

const comparisons = /^(eq|ne|gt|lt|ge|le|sa|eb|ap)(?=\d)/;
const isoDate = /^\d{4}(-\d\d(-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/** What an item has at the place a parameter looks at; undefined where no item could have it. */
export function valuesFor(item: Json, parameter: string): readonly Json[] | undefined {
  const [name = ''] = parameter.split(':');
  const wrapped = isObject(item) && isObject(item['data']) ? item['data'] : undefined;
  const attributes = wrapped && isObject(wrapped['attributes']) ? wrapped['attributes'] : undefined;
  for (const place of [item, wrapped, attributes]) {
    if (place === undefined) continue;
    for (const path of [...(fhirPaths[name.toLowerCase()] ?? []), name]) {
      const values = collect([place], path.split('.'));
      if (values.length > 0) return values;
    }
  }
  return undefined;
}

function collect(values: readonly Json[], path: readonly string[]): readonly Json[] {
  const [step, ...rest] = path;
  const flat = values.flatMap((value): readonly Json[] => (Array.isArray(value) ? value : [value]));
  if (step === undefined) return flat;
  const next = flat.flatMap((value) => {
    if (!isObject(value)) return [];
    const name = Object.keys(value).find((key) => key === step) ?? Object.keys(value).find((key) => plainName(key) === plainName(step));
    const found = name === undefined ? undefined : value[name];
    return found === undefined ? [] : [found];
  });
  return next.length === 0 ? [] : collect(next, rest);
}

/** A comma separates alternatives; a value that is asked for as an array must be matched in every part. */
export function matches(values: readonly Json[], wanted: Json): boolean {
  if (Array.isArray(wanted)) return wanted.every((one: Json) => matches(values, one));
  return String(wanted)
    .split(',')
    .some((one) => values.some((value) => matchesOne(value, one)));
}

function matchesOne(value: Json, wanted: string): boolean {
  if (Array.isArray(value)) return value.some((one: Json) => matchesOne(one, wanted));
  if (isObject(value)) return matchesObject(value, wanted);
  const held = String(value);
  if (held.toLowerCase() === wanted.toLowerCase()) return true;
  return isoDate.test(held) ? matchesDate(held, wanted) : typeof value === 'number' && Number(wanted) === value;
}

/** A token is `system|code` in an Identifier, Coding or CodeableConcept; a reference is matched by its end. */
function matchesObject(value: { readonly [key: string]: Json }, wanted: string): boolean {
  const bar = wanted.indexOf('|');
  const system = bar < 0 ? undefined : wanted.slice(0, bar);
  const code = bar < 0 ? wanted : wanted.slice(bar + 1);
  const same = (held: Json | undefined): boolean => held !== undefined && String(held).toLowerCase() === code.toLowerCase();
  if (Array.isArray(value['coding'])) return matchesOne(value['coding'], wanted);
  if (isObject(value['identifier'])) return matchesObject(value['identifier'], wanted) || refersTo(value['reference'], wanted);
  if (value['reference'] !== undefined) return refersTo(value['reference'], wanted);
  if (system !== undefined && system !== '' && value['system'] !== undefined && value['system'] !== system) return false;
  if (isObject(value['resource'])) return matchesOne(value['resource'], wanted);
  if (value['start'] !== undefined || value['end'] !== undefined) {
    return [value['start'], value['end']].some((edge) => edge !== undefined && matchesOne(edge, wanted));
  }
  return (
    same(value['value']) ||
    same(value['code']) ||
    same(value['id']) ||
    (value['extension'] === undefined && bar < 0 && Object.values(value).some((held) => typeof held === 'string' && same(held)))
  );
}

function refersTo(reference: Json | undefined, wanted: string): boolean {
  return typeof reference === 'string' && (reference === wanted || reference.endsWith(`/${wanted}`) || wanted.endsWith(`/${reference}`));
}

/** FHIR date comparison: a shorter date stands for all of its days. */
function matchesDate(held: string, wanted: string): boolean {
  const prefix = comparisons.exec(wanted)?.[1] ?? 'eq';
  const date = wanted.replace(comparisons, '');
  if (!isoDate.test(date)) return false;
  const length = Math.min(held.length, date.length, 19);
  const a = held.slice(0, length);
  const b = date.slice(0, length);
  switch (prefix) {
    case 'ne':
      return a !== b;
    case 'gt':
    case 'sa':
      return a > b;
    case 'lt':
    case 'eb':
      return a < b;
    case 'ge':
      return a >= b;
    case 'le':
      return a <= b;
    default:
      return a === b;
  }
}

/** `_sort=-date,name`: the value at each key, code-point order. */
export function sortItems(items: readonly Json[], order: string): readonly Json[] {
  const keys = order
    .split(',')
    .filter(Boolean)
    .map((key) => ({ name: key.replace(/^-/, ''), down: key.startsWith('-') }));
  const at = (item: Json, name: string): string | number => {
    const value = valuesFor(item, name)?.[0];
    return typeof value === 'number' ? value : value === undefined ? '' : String(value);
  };
  return [...items].sort((a, b) => {
    for (const { name, down } of keys) {
      const [x, y] = [at(a, name), at(b, name)];
      if (x !== y) return (x < y ? -1 : 1) * (down ? -1 : 1);
    }
    return 0;
  });
}
