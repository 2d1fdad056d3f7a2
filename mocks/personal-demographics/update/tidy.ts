/** Puts a patched record into the form the service keeps: nothing empty, prefixes and times written one way, ids and periods filled in. */
import type { Json } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { plainSpaces } from '../../../src/nhs/spine/spine-words.ts';
import { withWholeCodings } from '../record/codings.ts';
import type { Patient, Period } from '../record/patient.ts';
import { objectId } from '../record/patient-record.ts';

/** FHIR has no blank strings, and no empty lists or objects. */
export function withoutEmpty(value: Json): Json {
  return without(value, (member) => isHollow(member) || (typeof member === 'string' && member.trim() === ''));
}

/** What is empty stays until the rules have seen it: a list or an object may stand where none belongs, and address lines go by their places. */
export function withoutNull(value: Json): Json {
  return without(value, (member) => member === null);
}

/** What needs nothing done, as most does not, is given back as it is. */
function without(value: Json, unwanted: (member: Json) => boolean): Json {
  if (typeof value === 'string') return plainSpaces(value);
  if (isArray(value)) {
    let kept: Json[] | undefined;
    for (let index = 0; index < value.length; index++) {
      const before = value[index] ?? null;
      const item = without(before, unwanted);
      const isKept = !unwanted(item);
      if (!isKept || item !== before) kept ??= value.slice(0, index);
      if (isKept) kept?.push(item);
    }
    return kept ?? value;
  }
  if (!isObject(value)) return value;
  const names = Object.keys(value);
  let kept: [string, Json][] | undefined;
  for (const [index, name] of names.entries()) {
    const before = value[name] ?? null;
    const member = without(before, unwanted);
    const isKept = !unwanted(member);
    if (!isKept || member !== before) kept ??= names.slice(0, index).map((earlier) => [earlier, value[earlier] ?? null]);
    if (isKept) kept?.push([name, member]);
  }
  return kept ? Object.fromEntries(kept) : value;
}

function isHollow(value: Json): boolean {
  if (isArray(value)) return value.length === 0;
  return value === null || (isObject(value) && Object.keys(value).length === 0);
}

/** A record made of what a client sent, nothing empty in it. */
export function tidied(patient: Patient): Patient {
  // Only empty members go, all of which the type has as optional or as list items.
  return withoutEmpty(patient) as Patient;
}

/** A date of death may come as a date or without its offset; it is kept as an instant in UTC. */
export function withDeathInUtc(document: Json): Json {
  if (!isObject(document)) return document;
  const { deceasedDateTime: text } = document;
  if (typeof text !== 'string') return document;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { ...document, deceasedDateTime: `${text}T00:00:00+00:00` };
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(text) ? { ...document, deceasedDateTime: `${text}+00:00` } : document;
}

const writtenTitles = ['Mr', 'Mrs', 'Ms', 'Dr', 'Rev', 'Sir', 'Lady', 'Lord'];

function tidyPrefix(prefix: string): string {
  const bare = prefix.replace(/\.+$/, '');
  return writtenTitles.find((title) => title.toLowerCase() === bare.toLowerCase()) ?? bare;
}

export interface Finish {
  readonly before: Patient;
  readonly today: string;
  readonly version: string;
}

/** The record as it is saved: the next version, an id for every new object, a start for every object without a period. */
export function finished(patient: Patient, { before, today, version }: Finish): Patient {
  const [security, tag] = [before.meta?.security, before.meta?.tag];
  const named = <Member extends { id?: string; period?: Period }>(member: Member, list: string, index: number): Member => ({
    id: objectId(patient.id, `${version}/${list}/${index}`),
    ...member,
    ...(member.period === undefined && isNew(member, before) && { period: { start: today } }),
  });
  return {
    ...withWholeCodings(patient),
    meta: { versionId: version, ...(security && { security }), ...(tag && { tag }) },
    ...(patient.name && {
      name: patient.name.map((name, index) => ({
        ...named(name, 'name', index),
        ...(name.prefix && { prefix: name.prefix.map(tidyPrefix) }),
      })),
    }),
    ...(patient.address && { address: patient.address.map((address, index) => named(address, 'address', index)) }),
    ...(patient.telecom && { telecom: patient.telecom.map((telecom, index) => named(withWholeCodings(telecom), 'telecom', index)) }),
    ...(patient.contact && { contact: patient.contact.map((contact, index) => named(contact, 'contact', index)) }),
    ...(patient.generalPractitioner && {
      generalPractitioner: patient.generalPractitioner.map((practice, index) => ({
        ...practice,
        id: practice.id ?? objectId(patient.id, `${version}/generalPractitioner/${index}`),
        type: 'Organization',
        identifier: { ...practice.identifier, period: practice.identifier.period ?? { start: today } },
      })),
    }),
  };
}

/** New, or replaced as a whole without a period: a member that had a period before keeps it, unless the whole was replaced. */
function isNew(member: { readonly id?: string }, before: Patient): boolean {
  const held = [...(before.name ?? []), ...(before.address ?? []), ...(before.telecom ?? []), ...(before.contact ?? [])];
  const was = held.find(({ id }) => id !== undefined && id === member.id);
  return was === undefined || was.period !== undefined;
}
