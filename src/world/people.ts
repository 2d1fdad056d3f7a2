/** A whole person, put together from the parts of the world: the one place where a record takes shape. */
import type { Address, NhsNumber, Person } from '../population.ts';
import { noFixedAbode, periodOf, spotOf } from './addresses.ts';
import { objectId } from './object-id.ts';
import { ageOn, type Day, isoDate } from './calendar.ts';
import { contactPreferenceOf, languageOf, mobileOf, needsInterpreter, telecomsOf } from './contacts.ts';
import { field } from './fields.ts';
import { ethnicityWeights } from './groups.ts';
import { hash, pick, unit } from './hash.ts';
import type { Residence } from './households.ts';
import { female } from './layout.ts';
import type { WorldParts } from './parts.ts';
import { namesOf } from './person-names.ts';
import { towns } from './places.ts';
import { registrationsOf, removalOf } from './registrations.ts';

const bornHere = 0.7;
const nominatesPharmacy = 0.6;
const hasEmergencyContact = 0.2;

export function personAt(parts: WorldParts, index: number): Person {
  const { layout, numbers, records } = parts;
  const kind = records.kind(index);
  const survivor = kind === 'superseded' ? records.survivor(index) : undefined;
  if (survivor !== undefined) {
    // A superseded record is an earlier duplicate: the same person under a number that gave way to another.
    return { ...livePerson(parts, survivor), nhsNumber: numbers.of(index), status: { kind: 'superseded', by: numbers.of(survivor) } };
  }
  if (kind === 'minimal') return emptyRecord(numbers.of(index), layout.today - 1);
  const person = livePerson(parts, index);
  return kind === 'invalidated' ? { ...person, status: { kind: 'invalidated' } } : person;
}

/** Nothing but a number: the other fields are empty, the birth date a stand-in that no API sends. */
function emptyRecord(nhsNumber: NhsNumber, day: Day): Person {
  return {
    nhsNumber,
    status: { kind: 'live' },
    restricted: false,
    minimal: true,
    version: 2,
    names: [],
    gender: 'unknown',
    birthDate: isoDate(day),
    addresses: [],
    telecoms: [],
    registrations: [],
    ethnicity: 'Z',
    interpreterRequired: false,
  };
}

/** A record while it is being written. */
type Draft = { -readonly [Field in keyof Person]: Person[Field] };

function livePerson(parts: WorldParts, index: number): Person {
  const { layout, numbers, lives, households, organisations, records } = parts;
  const { seed, today } = layout;
  const place = layout.locate(index);
  const group = layout.surnames[place.surname]?.group ?? 'british';
  const birth = layout.birthDay(place.surname, place.sex, place.rank);
  const age = ageOn(birth, today);
  const death = lives.death(index);
  const removal = removalOf(parts, index, birth, death);
  const residences = households.residences(index);
  const [home] = residences;
  const names = namesOf(parts, index, birth);
  const addresses = addressesOf(parts, index, residences);
  const registrations = records.registered(index)
    ? registrationsOf(parts, index, residences, { last: death?.day ?? today, end: removal?.day })
    : [];
  const language = languageOf(seed, index, group);
  const contactPreference = contactPreferenceOf(seed, index);
  const draft: Draft = {
    nhsNumber: numbers.of(index),
    status: { kind: 'live' },
    restricted: records.restricted(index),
    minimal: false,
    version: names.length + Math.max(0, addresses.length - 1) + Math.max(0, registrations.length - 1) + (death === undefined ? 0 : 1),
    names,
    gender: place.sex === female ? 'female' : 'male',
    birthDate: isoDate(birth),
    addresses,
    telecoms:
      home !== undefined && records.reachable(index)
        ? telecomsOf(seed, { index, home: home.home, age, town: organisations.town(home.practice), since: home.from, name: names[0] })
        : [],
    registrations,
    ethnicity: ethnicityOf(seed, index, ethnicityWeights(group, age)),
    interpreterRequired: needsInterpreter(seed, index, language),
  };
  if (unit(seed, index, field.birthPlace) < bornHere) {
    draft.birthPlace = { city: towns[pick(seed, index, field.birthTown, towns.length)]?.name ?? '', country: 'GBR' };
  }
  if (death !== undefined) draft.death = { date: isoDate(death.day), notification: death.formal ? 'formal' : 'informal' };
  if (removal !== undefined) draft.removal = { code: removal.code, period: { start: isoDate(removal.day) } };
  if (home !== undefined && unit(seed, index, field.pharmacy) < nominatesPharmacy) {
    draft.pharmacy = organisations.pharmacyNear(home.practice, hash(seed, index, field.whichPharmacy));
  }
  if (language !== undefined) draft.language = language;
  if (contactPreference !== undefined) draft.contactPreference = contactPreference;
  if (unit(seed, index, field.emergency) < hasEmergencyContact) {
    draft.emergencyContact = { id: objectId(seed, index, field.emergency), phone: mobileOf(hash(seed, index, field.emergency)) };
  }
  return draft;
}

function addressesOf({ layout, organisations, records }: WorldParts, index: number, residences: readonly Residence[]): readonly Address[] {
  const { seed } = layout;
  const kind = records.place(index);
  if (kind === 'none') return [];
  return residences.map(({ home, ordinal, practice, from, to }, n) => {
    const id = objectId(seed, index, field.addressId + n);
    const use = to === undefined ? 'home' : 'old';
    const period = periodOf(from, to);
    if (kind === 'no-fixed-abode' && n === 0) return { id, use, ...noFixedAbode, period };
    const { lines, postcode, uprn, paf } = spotOf(seed, home, ordinal, organisations.town(practice));
    return { id, use, lines, postcode, uprn, paf, period };
  });
}

function ethnicityOf(seed: number, index: number, weights: Readonly<Record<string, number>>): string {
  let left = unit(seed, index, field.ethnicity) * 1000;
  for (const code in weights) {
    left -= weights[code] ?? 0;
    if (left < 0) return code;
  }
  return 'Z';
}
