/** The world as of a day: the questions of the port, answered from its parts. */
import type { ClinicalRecord, Diary } from '../clinical-record.ts';
import type { IsoDate, Partnership, Person, Population, Relative, Sought } from '../population.ts';
import type { World } from './build-world.ts';
import { dayOf, isoDate } from './calendar.ts';
import { aroundTold, clinicalRecordOf, emptyRecord, personOfEntry } from './clinical/clinical-records.ts';
import { diaryOf } from './clinical/diaries/diary.ts';
import { onPrescription, peopleOfShortId } from './clinical/medicines/prescription-ids.ts';
import { readSlotId } from './clinical/diaries/slot-ids.ts';
import type { LifeFacts } from './clinical/life.ts';
import { toldRecord } from './clinical/told/told-record.ts';
import { referralWith } from './clinical/ubrns.ts';
import { eventsOf } from './events/events.ts';
import type { Family } from './events/registered.ts';
import { hash } from './hash.ts';
import { type RegisterOfDay, registerOn } from './organisations/register/register.ts';
import { daysSince, goesTo, maybeSupplied } from './pharmacy-lists.ts';
import { isListed, maybeListed, wholeList } from './practice-lists.ts';
import type { Persona } from './personas/persona.ts';
import type { PersonasOfDay } from './personas/personas-of-day.ts';
import { never } from './pattern/pattern.ts';
import { personAt } from './records/person.ts';
import { homeMates } from './records/home-mates.ts';
import { beforeOthers } from './seeking/drawn.ts';
import { peopleSought } from './seeking/seek.ts';
import { hasTrait } from './traits.ts';

export type WorldView = Omit<Population, 'size' | 'asOf' | 'on' | 'published' | 'brought'>;

/** Of a day; one in which everything was told takes a third of a megabyte. */
const recordsKept = 64;

/** With the test people as they are on that day. */
export function viewOf(world: World, asOf: IsoDate, personas: readonly Persona[], published: PersonasOfDay): WorldView {
  const { parts, numbers, settings } = world;
  const { copies, kin, standing, organisations, places } = parts;
  const { size, seed } = settings;
  const today = dayOf(asOf);

  const recordOf = (index: number): Person => personAt(parts, copies.copyOf(index), copies.memberOf(index), today);

  /** The index of a number that somebody generated has by then, whatever the standing of the record. */
  function indexOf(nhsNumber: string): number | undefined {
    const index = published.has(nhsNumber) ? undefined : numbers.index(nhsNumber);
    if (index === undefined || index >= world.end) return undefined;
    return standing.onRecord(copies.copyOf(index), copies.memberOf(index), today) ? index : undefined;
  }

  function find(nhsNumber: string): Person | undefined {
    const persona = published.find(nhsNumber);
    if (persona !== undefined) return persona;
    const index = indexOf(nhsNumber);
    return index === undefined ? undefined : recordOf(index);
  }

  function familyOf(index: number): Family {
    const [copy, member] = [copies.copyOf(index), copies.memberOf(index)];
    return {
      weddings: kin.couples(copy, member, today).flatMap(({ wedding }) => wedding ?? []),
      children: kin
        .relatives(copy, member, today)
        .filter(({ relationship }) => relationship === 'child')
        .map((child) => copies.birth(copy, child.member)),
    };
  }

  /** The facts of a life, those ahead included: what the generators of its record begin with. */
  function lifeFactsOf({ nhsNumber, birthDate, ethnicity, gender, death }: Person): LifeFacts {
    const about = { nhsNumber, birthDate, ethnicity };
    const index = indexOf(nhsNumber);
    if (index === undefined) {
      const children = published.family(nhsNumber).children.map((day) => ({ day }));
      const sex = gender === 'male' ? 'male' : 'female';
      return { ...about, sex, arrival: dayOf(birthDate), death: death && dayOf(death.date), children, sibship: undefined };
    }
    const [copy, member] = [copies.copyOf(index), copies.memberOf(index)];
    const dies = parts.days.death(copy, member);
    const sibship = copies.pattern.sibship[member] ?? -1;
    const children = kin
      .relatives(copy, member, world.clinical.horizon)
      .filter(({ relationship }) => relationship === 'child')
      .map((child) => ({ day: copies.birth(copy, child.member), nhsNumber: numbers.of(copies.index(copy, child.member)) }))
      .toSorted((a, b) => a.day - b.day);
    return {
      ...about,
      sex: copies.pattern.sex[member] === 0 ? 'female' : 'male',
      arrival: copies.arrival(copy, member),
      death: dies === never ? undefined : dies,
      children,
      sibship: sibship === -1 ? undefined : hash(copies.seed, copy, sibship),
    };
  }

  /** Those that were asked for lately, the longest ago first: a request asks for one and the same again and again. */
  const recordsTold = new Map<string, ClinicalRecord>();

  function record(nhsNumber: string): ClinicalRecord | undefined {
    const before = recordsTold.get(nhsNumber);
    const told = before ?? tellRecord(nhsNumber);
    if (told === undefined || before === told) return told;
    recordsTold.set(nhsNumber, told);
    for (const oldest of recordsTold.keys()) {
      if (recordsTold.size <= recordsKept) break;
      recordsTold.delete(oldest);
    }
    return told;
  }

  function tellRecord(nhsNumber: string): ClinicalRecord | undefined {
    const person = find(nhsNumber);
    if (person === undefined) return undefined;
    const { status, minimal } = person;
    // A duplicate gave its record to the number that it gave way to.
    if (minimal || status.kind !== 'live') return emptyRecord(person, asOf);
    const history = published.history(nhsNumber);
    if (history !== undefined) return toldRecord({ person, history, asOf, ...aroundTold(person, world.clinical) });
    return clinicalRecordOf(person, world.lives(lifeFactsOf(person)), today, world.clinical);
  }

  function diary(ods: string): Diary | undefined {
    const clinics = world.clinical.clinics(ods);
    return clinics && diaryOf(seed, clinics, today);
  }

  let registerOfDay: RegisterOfDay | undefined;
  const register = (): RegisterOfDay => (registerOfDay ??= registerOn(seed, world.register(), asOf));

  const isThere = ({ nhsNumber }: Relative): boolean => nhsNumber === undefined || find(nhsNumber) !== undefined;

  const testPeopleOf = (ods: string): readonly Person[] => personas.flatMap(({ person }) => (isListed(person, ods) ? [person] : []));

  function* generated(sought: Sought): Generator<Person> {
    for (const index of peopleSought(parts, sought, today)) yield recordOf(index);
  }

  return {
    find,
    *search(query) {
      yield* published.search(query);
      const isByGiven = query.given !== undefined && query.given.length > 0;
      for (const index of world.finder.candidates(query, today)) {
        const person = recordOf(index);
        // A newborn that is not named yet is not found by the name it is to have.
        if (!isByGiven || (person.names[0]?.given.length ?? 0) > 0) yield person;
      }
    },
    organisation: (ods) => organisations.byCode(ods) ?? register().organisation(ods),
    *organisations(kind) {
      for (const each of organisations.all(kind)) if (register().isOpen(each.ods)) yield each;
      yield* register().organisationsBeside(kind);
    },
    get register() {
      return register();
    },
    practitioners: world.practitioners,
    relatives(nhsNumber) {
      const told = published.relatives(nhsNumber);
      if (told !== undefined) return told.filter(isThere);
      const index = indexOf(nhsNumber);
      if (index === undefined) return [];
      const copy = copies.copyOf(index);
      return kin
        .relatives(copy, copies.memberOf(index), today)
        .map(({ relationship, member }) => ({ relationship, nhsNumber: numbers.of(copies.index(copy, member)) }));
    },
    partnerships(nhsNumber) {
      const index = indexOf(nhsNumber);
      if (index === undefined) return [];
      const copy = copies.copyOf(index);
      return kin.couples(copy, copies.memberOf(index), today).map(({ partner, together, wedding, end }): Partnership => {
        const isKnown = partner >= 0 && standing.exists(copy, partner, today);
        return {
          ...(isKnown && { partner: numbers.of(copies.index(copy, partner)) }),
          together: isoDate(together),
          ...(wedding !== undefined && { wedding: isoDate(wedding) }),
          ...(end !== undefined && { end: { date: isoDate(end.day), by: end.by } }),
        };
      });
    },
    household(nhsNumber) {
      const index = indexOf(nhsNumber);
      if (index === undefined) return [];
      const copy = copies.copyOf(index);
      const member = copies.memberOf(index);
      const those = homeMates(parts, copy, member, today);
      if (!those.includes(member)) return [];
      return [member, ...those.filter((each) => each !== member)].map((each) => numbers.of(copies.index(copy, each)));
    },
    addresses: (postcode, paf) => published.filed(postcode, paf) ?? places.filed(postcode, paf),
    *members(ods, { from, to } = wholeList) {
      const those = testPeopleOf(ods);
      yield* those.slice(from, to);
      let place = those.length;
      for (const index of maybeListed(world, ods, today)) {
        place += 1;
        if (place > to) return;
        if (place <= from) continue;
        const [copy, member] = [copies.copyOf(index), copies.memberOf(index)];
        if (!standing.exists(copy, member, today)) continue;
        const person = personAt(parts, copy, member, today);
        if (isListed(person, ods)) yield person;
      }
    },
    placesOnList(ods) {
      let places = testPeopleOf(ods).length;
      for (const _ of maybeListed(world, ods, today)) places += 1;
      return places;
    },
    *suppliedBy(ods, from) {
      for (const { person } of personas) if (goesTo(person, ods)) yield person;
      for (const index of maybeSupplied(world, ods, daysSince(from, asOf))) {
        const [copy, member] = [copies.copyOf(index), copies.memberOf(index)];
        if (!standing.exists(copy, member, today)) continue;
        const person = personAt(parts, copy, member, today);
        if (goesTo(person, ods)) yield person;
      }
    },
    record,
    entry(id) {
      const told = record(personOfEntry(seed, id) ?? '');
      const entry = told?.entry(id);
      return told && entry && { nhsNumber: told.person.nhsNumber, entry };
    },
    prescription(id) {
      // Told histories have no seed.
      for (const number of [seed, 0].flatMap((each) => peopleOfShortId(each, id))) {
        const found = onPrescription(id, record(number));
        if (found) return found;
      }
      const told = personas.find(({ history }) => history?.prescriptions?.some((one) => one.id === id));
      return told && onPrescription(id, record(told.person.nhsNumber));
    },
    referral: (ubrn) => referralWith(ubrn, seed, record),
    diary,
    slot: (id) => diary(readSlotId(seed, id)?.organisation ?? '')?.slot(id),
    events(nhsNumber, window) {
      const told = record(nhsNumber);
      if (told === undefined || told.person.minimal || told.person.status.kind !== 'live') return [];
      const index = indexOf(nhsNumber);
      return eventsOf(told, index === undefined ? published.family(nhsNumber) : familyOf(index), window);
    },
    at(index) {
      const start = ((index % size) + size) % size;
      for (let step = 0; step < world.end; step += 1) {
        const candidate = (start + step) % world.end;
        const [copy, member] = [copies.copyOf(candidate), copies.memberOf(candidate)];
        if (standing.exists(copy, member, today)) return personAt(parts, copy, member, today);
      }
      throw new RangeError('nobody is left in a world as small as this: choose a larger size');
    },
    seek: (sought) =>
      beforeOthers(
        personas.map(({ person }) => person),
        generated(sought),
        sought.draw,
      ),
    *withTrait(trait) {
      for (const { person } of personas) if (hasTrait(person, trait, asOf)) yield person;
      for (const person of generated({ needs: {}, traits: [trait] })) if (hasTrait(person, trait, asOf)) yield person;
    },
    spareNumber: (n) => numbers.spare(n),
  };
}
