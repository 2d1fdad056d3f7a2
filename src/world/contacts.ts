/** How people are reached, and in what language: telephone, e-mail, preferences. Every number and domain is reserved for fiction. */
import type { PersonName, Telecom } from '../population.ts';
import { objectId } from './object-id.ts';
import { type Day, isoDate } from './calendar.ts';
import { field } from './fields.ts';
import { foldName } from './fold.ts';
import { type Group, groupShare, spokenBy } from './groups.ts';
import { hash, pick, unit } from './hash.ts';
import { phoneOf } from './organisations.ts';
import type { Town } from './places.ts';
import { rates } from './records.ts';

/** RFC 2606 reserves these. */
const mailHosts = ['example.com', 'example.org', 'example.net'] as const;
const landline = 0.45;
const mobileByAge = (age: number): number => (age < 12 ? 0.03 : age < 16 ? 0.5 : age < 75 ? 0.94 : 0.6);
const emailByAge = (age: number): number => (age < 14 ? 0.02 : age < 65 ? 0.7 : age < 80 ? 0.4 : 0.12);

/** A mobile number in Ofcom's range for drama: there are a thousand, so people share them, as records allow. */
export function mobileOf(choice: number): string {
  return `07700900${String(choice % 1000).padStart(3, '0')}`;
}

export interface Contactable {
  readonly index: number;
  readonly home: number;
  readonly age: number;
  readonly town: Town;
  readonly since: Day;
  readonly name: PersonName | undefined;
}

export function telecomsOf(seed: number, person: Contactable): readonly Telecom[] {
  const { index, age } = person;
  const telecoms: Telecom[] = [];
  const start = isoDate(person.since);
  // A landline is the household's, so everybody under one roof has the same.
  if (unit(seed, person.home, field.homePhone) < landline) {
    const value = phoneOf(person.town, hash(seed, person.home, field.homePhone)).replaceAll(' ', '');
    telecoms.push({ id: objectId(seed, index, field.telecomId), system: 'phone', use: 'home', value, period: { start } });
  }
  if (unit(seed, index, field.mobile) < mobileByAge(age)) {
    const value = mobileOf(hash(seed, index, field.mobile) >>> 7);
    telecoms.push({ id: objectId(seed, index, field.telecomId + 1), system: 'phone', use: 'mobile', value, period: { start } });
  }
  if (unit(seed, index, field.email) < emailByAge(age)) {
    const host = mailHosts[pick(seed, index, field.emailHost, mailHosts.length)] ?? 'example.com';
    const local = [person.name?.given[0] ?? 'contact', person.name?.family ?? '']
      .map((part) => foldName(part).replaceAll(/[^a-z]/g, ''))
      .join('.');
    const value = `${local}${pick(seed, index, field.email, 90) + 10}@${host}`;
    telecoms.push({ id: objectId(seed, index, field.telecomId + 2), system: 'email', use: 'home', value, period: { start } });
  }
  return telecoms;
}

export function languageOf(seed: number, index: number, group: Group): string | undefined {
  const spoken = spokenBy[group];
  if (spoken === undefined) return undefined;
  const share = (unit(seed, index, field.language) * 1000) / spoken.perThousand;
  // Squaring what is below 1 favours the head of the list.
  return share < 1 ? spoken.codes[Math.floor(share * share * spoken.codes.length)] : undefined;
}

/** Share of those who prefer another language that makes the wanted share of everybody need an interpreter. */
const interpreterShare = interpreters();

function interpreters(): number {
  const total = Object.values(groupShare).reduce((sum, share) => sum + share, 0);
  let speakers = 0;
  for (const [group, share] of Object.entries(groupShare))
    speakers += ((share / total) * (spokenBy[group as Group]?.perThousand ?? 0)) / 1000;
  return rates.interpreter / speakers;
}

export function needsInterpreter(seed: number, index: number, language: string | undefined): boolean {
  return language !== undefined && unit(seed, index, field.interpreter) < interpreterShare;
}

/** Codes of UK Core's PreferredContactMethod and PreferredWrittenCommunicationFormat. */
const methods = ['1', '3', '4'] as const;
const formats = ['11', '12', '13'] as const;
const times = ['Not after 7pm', 'Mornings only', 'Weekdays after 5pm', 'Any time'] as const;

export function contactPreferenceOf(seed: number, index: number): { method?: string; format?: string; times?: string } | undefined {
  const chance = unit(seed, index, field.contact);
  if (chance >= 0.08) return undefined;
  const bits = hash(seed, index, field.contactMethod);
  const method = methods[bits % methods.length] ?? '1';
  const format = chance < 0.015 ? formats[(bits >>> 4) % formats.length] : undefined;
  const when = chance >= 0.05 ? times[(bits >>> 8) % times.length] : undefined;
  return { method, ...(format === undefined ? {} : { format }), ...(when === undefined ? {} : { times: when }) };
}
