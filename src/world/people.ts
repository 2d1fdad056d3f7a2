/** A whole person, put together from the parts of the world: the one place where a record takes shape. */
import type { Address, IsoDate, NhsNumber, Person, PersonName, Registration } from '../population.ts';
import { addressAt, noFixedAbode, objectId, spotOf } from './addresses.ts';
import { ageOn, type Day, dateOf } from './calendar.ts';
import { contactPreferenceOf, languageOf, mobileOf, needsInterpreter, telecomsOf } from './contacts.ts';
import { ethnicityWeights } from './groups.ts';
import { field } from './fields.ts';
import type { FormerSurnames } from './former-surnames.ts';
import { hash, pick, unit } from './hash.ts';
import type { Households, Residence } from './households.ts';
import type { Kinship } from './kinship.ts';
import { female, type Layout } from './layout.ts';
import type { Death, Lives } from './lives.ts';
import type { Naming } from './naming.ts';
import type { NhsNumbers } from './nhs-numbers.ts';
import type { Organisations } from './organisations.ts';
import { towns } from './places.ts';
import type { Records } from './records.ts';

export interface Parts {
  readonly layout: Layout;
  readonly numbers: NhsNumbers;
  readonly naming: Naming;
  readonly former: FormerSurnames;
  readonly kinship: Kinship;
  readonly lives: Lives;
  readonly households: Households;
  readonly organisations: Organisations;
  readonly records: Records;
}

const registersWithin = 21;
const deregisters = 0.006;
const removalCodes = ['EMB', 'EMB', 'SCT', 'NIT', 'TRA', 'ORR'] as const;
const bornHere = 0.7;
const nominatesPharmacy = 0.6;

export function personAt(parts: Parts, index: number): Person {
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
    birthDate: dateOf(day),
    addresses: [],
    telecoms: [],
    registrations: [],
    ethnicity: 'Z',
    interpreterRequired: false,
  };
}

function livePerson(parts: Parts, index: number): Person {
  const { layout, numbers, lives, households, organisations, records } = parts;
  const { seed, today } = layout;
  const place = layout.locate(index);
  const group = layout.surnames[place.surname]?.group ?? 'british';
  const birth = layout.birthDay(place.surname, place.sex, place.rank);
  const death = lives.death(index);
  const age = ageOn(birth, today);
  const residences = households.residences(index);
  const [residence] = residences;
  const home = residence ?? { home: index, ordinal: 0, practice: 0, from: birth };
  const town = organisations.town(home.practice);
  const names = namesOf(parts, index, birth);
  const addresses = addressesOf(parts, index, residences);
  const leaves = removalOf(parts, index, birth, death);
  const registrations = records.registered(index)
    ? registrationsOf(parts, index, residences, { last: death?.day ?? today, end: leaves?.day })
    : [];
  const language = languageOf(seed, index, group);
  const contactPreference = contactPreferenceOf(seed, index);
  const nominates = unit(seed, index, field.pharmacy) < nominatesPharmacy;
  return {
    nhsNumber: numbers.of(index),
    status: { kind: 'live' },
    restricted: records.restricted(index),
    minimal: false,
    version:
      1 + (names.length - 1) + Math.max(0, addresses.length - 1) + Math.max(0, registrations.length - 1) + (death === undefined ? 0 : 1),
    names,
    gender: place.sex === female ? 'female' : 'male',
    birthDate: dateOf(birth),
    ...(unit(seed, index, field.birthPlace) < bornHere
      ? { birthPlace: { city: towns[pick(seed, index, field.birthTown, towns.length)]?.name ?? '', country: 'GBR' } }
      : {}),
    ...(death === undefined ? {} : { death: { date: dateOf(death.day), notification: death.formal ? 'formal' : 'informal' } }),
    addresses,
    telecoms: records.reachable(index)
      ? telecomsOf(seed, {
          index,
          home: home.home,
          age,
          town,
          since: home.from,
          birth,
          given: names[0]?.given[0],
          family: names[0]?.family ?? '',
        })
      : [],
    registrations,
    ...(leaves === undefined ? {} : { removal: { code: leaves.code, period: { start: dateOf(leaves.day) } } }),
    ...(nominates ? { pharmacy: organisations.pharmacyNear(home.practice, hash(seed, index, field.whichPharmacy)) } : {}),
    ethnicity: ethnicityOf(seed, index, ethnicityWeights(group, age)),
    ...(language === undefined ? {} : { language }),
    interpreterRequired: needsInterpreter(seed, index, language),
    ...(contactPreference === undefined ? {} : { contactPreference }),
    ...(unit(seed, index, field.emergency) < 0.2
      ? { emergencyContact: { id: objectId(seed, index, field.emergency), phone: mobileOf(hash(seed, index, field.emergency)) } }
      : {}),
  };
}

function namesOf(parts: Parts, index: number, birth: Day): readonly PersonName[] {
  const { layout, naming, kinship, former } = parts;
  const { seed } = layout;
  const place = layout.locate(index);
  const family = layout.surnames[place.surname]?.name ?? '';
  const given = naming.given(index, place, birth);
  const wedding = kinship.changedName(index) ? kinship.marriage(index) : undefined;
  const before = wedding === undefined ? family : (layout.surnames[former.of(index)]?.name ?? family);
  const prefix = naming.prefix(index, place, birth, kinship.marriage(index) !== undefined);
  const suffix = naming.suffix(index, birth);
  const changed = wedding !== undefined && before !== family ? wedding : undefined;
  const names: PersonName[] = [
    {
      id: objectId(seed, index, field.nameId),
      use: 'usual',
      ...(prefix === undefined ? {} : { prefix }),
      given,
      family,
      ...(suffix === undefined ? {} : { suffix }),
      period: { start: dateOf(changed ?? birth) },
    },
  ];
  const nickname = naming.nickname(index, given);
  if (nickname !== undefined) names.push({ id: objectId(seed, index, field.nameId + 1), use: 'nickname', given: [nickname], family });
  if (changed !== undefined) {
    const period = { start: dateOf(birth), end: dateOf(changed - 1) };
    names.push({ id: objectId(seed, index, field.nameId + 2), use: 'maiden', given, family: before, period });
  }
  return names;
}

function addressesOf(parts: Parts, index: number, residences: readonly Residence[]): readonly Address[] {
  const { layout, organisations, records } = parts;
  const { seed } = layout;
  const kind = records.place(index);
  if (kind === 'none') return [];
  return residences.map((stay, n) => {
    const spot =
      kind === 'no-fixed-abode' && n === 0 ? noFixedAbode : spotOf(seed, stay.home, stay.ordinal, organisations.town(stay.practice));
    return addressAt(spot, objectId(seed, index, field.addressId + n), stay.to === undefined ? 'home' : 'old', periodOf(stay));
  });
}

function periodOf(stay: { from: Day; to?: Day }): { start: IsoDate; end?: IsoDate } {
  return { start: dateOf(stay.from), ...(stay.to === undefined ? {} : { end: dateOf(stay.to) }) };
}

/** Formal notice of death ends registration, as does leaving for good. */
function removalOf(parts: Parts, index: number, birth: Day, death: Death | undefined): { day: Day; code: string } | undefined {
  const { layout } = parts;
  if (death !== undefined) return death.formal ? { day: death.day, code: 'DEA' } : undefined;
  if (unit(layout.seed, index, field.removal) >= deregisters) return undefined;
  const day = birth + Math.floor((layout.today - birth) * (0.5 + unit(layout.seed, index, field.removalDay) / 2));
  return { day, code: removalCodes[pick(layout.seed, index, field.removalCode, removalCodes.length)] ?? 'ORR' };
}

/** Registrations follow residences a little later, and run on where the practice stays the same. */
function registrationsOf(
  parts: Parts,
  index: number,
  residences: readonly Residence[],
  life: { last: Day; end: Day | undefined },
): readonly Registration[] {
  const { layout, organisations } = parts;
  const { last, end } = life;
  const lag = pick(layout.seed, index, field.registrationLag, registersWithin);
  const stays: { practice: number; from: Day }[] = [];
  for (const stay of residences.toReversed()) {
    const previous = stays.at(-1);
    if (previous?.practice === stay.practice) continue;
    // A newborn may not be registered yet; whoever has been once is with the practice of the present home.
    if (previous === undefined && stay.from + lag > last) continue;
    stays.push({ practice: stay.practice, from: Math.min(stay.from + lag, last) });
  }
  const registrations: Registration[] = [];
  stays.forEach(({ practice, from }, n) => {
    const next = stays[n + 1];
    const ends = [end, next === undefined ? undefined : next.from - 1].filter((day) => day !== undefined);
    const to = ends.length === 0 ? undefined : Math.min(...ends);
    if (to !== undefined && to < from) return;
    registrations.push({ practice: organisations.practiceCode(practice), period: periodOf({ from, ...(to === undefined ? {} : { to }) }) });
  });
  return registrations.toReversed();
}

function ethnicityOf(seed: number, index: number, weights: Readonly<Record<string, number>>): string {
  let left = unit(seed, index, field.ethnicity) * 1000;
  for (const code in weights) {
    left -= weights[code] ?? 0;
    if (left < 0) return code;
  }
  return 'Z';
}
