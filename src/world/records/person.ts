/** A whole person as of a day, put together from the parts of the world: the one place where a record takes shape. */
import type { NhsNumber, Person, PersonName } from '../../population.ts';
import { ageOn, type Day, isoDate } from '../calendar.ts';
import { recordedAddresses } from './addresses.ts';
import { birthPlaceOf, ethnicityOf, needsInterpreter, orientationOf, preferredLanguageOf, religionIn } from './background.ts';
import { namesOf } from './names.ts';
import { bornInOf, type WorldParts, type Recorded } from './parts.ts';
import { deathOf, endingOf, registrationsOf, removalOf } from './registrations.ts';
import { servicesOf } from './nominations.ts';
import { contactPreferenceOf, emergencyContactOf, telecomsOf } from './telecoms.ts';
import { isSoUntidy } from './untidy.ts';

/** For those who are on record that day, whatever the standing of the record. */
export function personAt(parts: WorldParts, copy: number, member: number, today: Day): Person {
  const { numbers, standing, copies } = parts;
  const number = numbers.of(copies.index(copy, member));
  const kind = standing.of(copy, member);
  const survivor = kind === 'superseded' ? standing.survivor(copy, member) : undefined;
  if (survivor !== undefined) {
    // A superseded record is an earlier duplicate: the same person under a number that gave way to another.
    const person = liveRecord(parts, copies.copyOf(survivor), copies.memberOf(survivor), today);
    return { ...person, nhsNumber: number, status: { kind: 'superseded', by: person.nhsNumber } };
  }
  if (kind === 'minimal') return emptyRecord(number, copies.birth(copy, member));
  const person = liveRecord(parts, copy, member, today);
  return kind === 'invalidated' ? { ...person, status: { kind: 'invalidated' } } : person;
}

/** Nothing but a number: the other fields are empty, the birth date a stand-in that no API sends. */
function emptyRecord(nhsNumber: NhsNumber, birth: Day): Person {
  return {
    nhsNumber,
    status: { kind: 'live' },
    restricted: false,
    minimal: true,
    version: 2,
    names: [],
    gender: 'unknown',
    birthDate: isoDate(birth),
    addresses: [],
    telecoms: [],
    registrations: [],
    ethnicity: 'Z',
    interpreterRequired: false,
  };
}

/** A record while it is being written. */
type Draft = { -readonly [Field in keyof Person]: Person[Field] };

function liveRecord(parts: WorldParts, copy: number, member: number, today: Day): Person {
  const { seed, copies, numbers, homes } = parts;
  const index = copies.index(copy, member);
  const birth = copies.birth(copy, member);
  const death = deathOf(parts, copy, member, index);
  const last = death === undefined ? today : Math.min(today, death.day);
  const subject: Recorded = {
    copy,
    member,
    index,
    birth,
    bornIn: bornInOf(copies, copy, member),
    arrival: copies.arrival(copy, member),
    last,
    age: ageOn(birth, last),
    stays: homes.upTo(copy, member, last),
  };
  const gender = parts.otherGender(copy, member) ?? (copies.pattern.sex[member] === 0 ? 'female' : 'male');
  const removal = removalOf(parts, subject, death);
  const names = namesOf(parts, subject, gender);
  const addresses = recordedAddresses(parts, subject);
  const telecoms = telecomsOf(parts, subject);
  const registrations = registrationsOf(parts, subject, today, removal);
  const ending = endingOf(death, removal, today);
  const language = preferredLanguageOf(parts, subject);
  const draft: Draft = {
    nhsNumber: numbers.of(index),
    status: { kind: 'live' },
    restricted: isSoUntidy('restricted', seed, index),
    minimal: false,
    version: versionOf({ names, addresses, registrations, ...ending }, telecoms.past.length),
    names: isSoUntidy('capitals', seed, index) ? names.map(inCapitals) : names,
    gender,
    birthDate: isoDate(birth),
    addresses,
    telecoms: telecoms.present,
    registrations,
    ...ending,
    ethnicity: ethnicityOf(parts, subject),
    religion: religionIn(parts, subject),
    interpreterRequired: needsInterpreter(parts, subject, language),
  };
  const birthPlace = birthPlaceOf(parts, subject);
  const orientation = orientationOf(parts, subject);
  const preference = contactPreferenceOf(seed, index);
  const emergency = emergencyContactOf(parts, subject, today);
  const multiple = copies.pattern.multiple[member] ?? 0;
  const [present] = subject.stays;
  if (telecoms.past.length > 0) draft.formerTelecoms = telecoms.past;
  if (multiple > 0) draft.multipleBirth = multiple;
  if (birthPlace !== undefined) draft.birthPlace = birthPlace;
  if (present !== undefined) Object.assign(draft, servicesOf(parts, subject, present.home, registrations[0] !== undefined));
  if (orientation !== undefined) draft.sexualOrientation = orientation;
  if (language !== undefined) draft.language = language;
  if (preference !== undefined) draft.contactPreference = preference;
  if (emergency !== undefined) draft.emergencyContact = emergency;
  return draft;
}

type Changes = Pick<Person, 'names' | 'addresses' | 'registrations' | 'death' | 'removal'>;

/** One more for each thing that has happened since the record began. */
function versionOf({ names, addresses, registrations, death, removal }: Changes, formerTelecoms: number): number {
  const unnamed = names[0]?.given.length === 0 ? 0 : 1;
  const changes = Math.max(0, addresses.length - 1) + Math.max(0, registrations.length - 1) + formerTelecoms;
  return names.length + unnamed + changes + (death === undefined ? 0 : 1) + (removal === undefined ? 0 : 1);
}

function inCapitals(name: PersonName): PersonName {
  const { prefix } = name;
  return {
    ...name,
    ...(prefix !== undefined && { prefix: prefix.toUpperCase() }),
    given: name.given.map((each) => each.toUpperCase()),
    family: name.family.toUpperCase(),
  };
}
