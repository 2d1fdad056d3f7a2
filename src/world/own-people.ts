/** The population as a workspace sees it: everybody of the world, and those whom the workspace brought beside them. */
import type { ClinicalRecord } from '../clinical-record.ts';
import { nobody, type IsoDate, type LifeEvent, type NhsNumber, type Person, type Population, type Relative } from '../population.ts';
import { entryId, readEntryId } from './clinical/entry-ids.ts';
import { onPrescription, peopleOfShortId } from './clinical/medicines/prescription-ids.ts';
import type { ToldHistory } from './clinical/told/told-history.ts';
import { toldRecord } from './clinical/told/told-record.ts';
import { eventsAnew } from './events/events.ts';
import { type OwnPerson, recordOfOwn } from './own-person.ts';
import { fitting } from './search/whole-record.ts';
import { goesTo } from './pharmacy-lists.ts';
import { isListed, wholeList } from './practice-lists.ts';
import { recordOn } from './record-on.ts';
import { beforeOthers } from './seeking/drawn.ts';
import { hasTrait } from './traits.ts';

/** Ids of their entries are hidden by a seed that is of no world. */
const ownSeed = -1;

/** Those whom a workspace brought, to be looked up. */
export interface OwnPeopleIndex {
  readonly people: ReadonlyMap<string, Person>;
  /** What they are told to have: nothing, as a rule. */
  readonly histories: ReadonlyMap<string, ToldHistory>;
  /** What is told of somebody's family, by them or by whoever names them: people of the world are among them. */
  readonly relatives: ReadonlyMap<string, readonly Relative[]>;
}

/** As they are told, by their numbers. */
export function indexOwnPeople(told: ReadonlyMap<NhsNumber, OwnPerson>): OwnPeopleIndex {
  const people = new Map<string, Person>();
  for (const [number, one] of told) people.set(number, recordOfOwn(one, number));
  const relatives = new Map<string, Relative[]>();
  const add = (of: string, relative: Relative): void => {
    const known = relatives.get(of) ?? [];
    if (!known.some(({ nhsNumber }) => nhsNumber === relative.nhsNumber)) relatives.set(of, [...known, relative]);
  };
  // What somebody says of their own family counts before what follows from what others say.
  for (const [number, { relatives: own = [] }] of told)
    for (const { relationship, nhsNumber } of own) add(number, { relationship, nhsNumber: nhsNumber as NhsNumber }); // checked when it was told
  for (const [number, { gender, relatives: own = [] }] of told)
    for (const { relationship, nhsNumber } of own) add(nhsNumber, { relationship: seenFrom(relationship, gender), nhsNumber: number });
  return { people, histories: told, relatives };
}

/** What somebody is to their relative, who is this to them. */
function seenFrom(relationship: Relative['relationship'], gender: Person['gender'] | undefined): Relative['relationship'] {
  if (relationship === 'partner' || relationship === 'sibling') return relationship;
  if (relationship !== 'child') return 'child';
  return gender === 'female' ? 'mother' : gender === 'male' ? 'father' : 'guardian';
}

/** Those of them who were there on a day, as they were then. */
function ownPeopleOn({ people, ...others }: OwnPeopleIndex, date: IsoDate): OwnPeopleIndex {
  const then = [...people].flatMap(([number, person]) => {
    const record = recordOn(person, date);
    return record ? [[number, record] as const] : [];
  });
  return { people: new Map(then), ...others };
}

/** `told` gives those there are now; undefined where there are none, and then everything is the world's own answer. */
export function withOwnPeople(world: Population, told: () => OwnPeopleIndex | undefined): Population {
  let known: { readonly all: OwnPeopleIndex; readonly then: OwnPeopleIndex } | undefined;

  function own(): OwnPeopleIndex | undefined {
    const all = told();
    if (!all) return undefined;
    if (known?.all !== all) known = { all, then: ownPeopleOn(all, world.asOf) };
    return known.then;
  }

  const find: Population['find'] = (nhsNumber) => own()?.people.get(nhsNumber) ?? world.find(nhsNumber);
  const isThere = ({ nhsNumber }: Relative): boolean => nhsNumber === undefined || find(nhsNumber) !== undefined;

  function record(nhsNumber: string): ClinicalRecord | undefined {
    const held = own();
    const person = held?.people.get(nhsNumber);
    if (!person) return world.record(nhsNumber);
    return toldRecord({
      person,
      history: held?.histories.get(nhsNumber) ?? {},
      asOf: world.asOf,
      idOf: (kind, ordinal) => entryId(ownSeed, { person: Number(nhsNumber.slice(1)), kind, ordinal }),
      staffAt: (ods) => (ods === undefined ? undefined : world.practitioners(ods)[0]?.sdsUserId),
      trustFor: () => undefined,
    });
  }

  /** Whose entry has this id, of those whom a workspace brought. */
  function ownPersonOf(id: string): NhsNumber | undefined {
    const digits = readEntryId(ownSeed, id)?.person;
    for (const { nhsNumber } of digits === undefined ? [] : (own()?.people.values() ?? []))
      if (Number(nhsNumber.slice(1)) === digits) return nhsNumber;
    return undefined;
  }

  const ownMembers = (ods: string): readonly Person[] => [...(own()?.people.values() ?? [])].filter((person) => isListed(person, ods));

  function* search(people: OwnPeopleIndex['people'], fits: (person: Person) => boolean, others: Iterable<Person>): Generator<Person> {
    for (const person of people.values()) if (fits(person)) yield person;
    yield* others;
  }

  return {
    get size() {
      return world.size;
    },
    asOf: world.asOf,
    on: (date, made) => withOwnPeople(world.on(date, made), told),
    get published() {
      return world.published;
    },
    brought: () => own()?.people.values() ?? [],
    find,
    search(query) {
      const held = own();
      return held ? search(held.people, fitting(query), world.search(query)) : world.search(query);
    },
    organisation: (ods) => world.organisation(ods),
    organisations: (kind) => world.organisations(kind),
    get register() {
      return world.register;
    },
    practitioners: (ods) => world.practitioners(ods),
    relatives(nhsNumber) {
      const added = own()?.relatives.get(nhsNumber);
      return added ? [...world.relatives(nhsNumber), ...added.filter(isThere)] : world.relatives(nhsNumber);
    },
    // Of somebody who was brought it is known who their relatives are, and no more of their family.
    partnerships: (nhsNumber) => (own()?.people.has(nhsNumber) ? [] : world.partnerships(nhsNumber)),
    household: (nhsNumber) => (own()?.people.has(nhsNumber) ? [] : world.household(nhsNumber)),
    addresses: (postcode, paf) => world.addresses(postcode, paf),
    *members(ods, { from, to } = wholeList) {
      const those = ownMembers(ods);
      yield* those.slice(from, to);
      yield* world.members(ods, { from: Math.max(0, from - those.length), to: Math.max(0, to - those.length) });
    },
    suppliedBy: (ods, from) => search(own()?.people ?? new Map(), (person) => goesTo(person, ods), world.suppliedBy(ods, from)),
    placesOnList: (ods) => ownMembers(ods).length + world.placesOnList(ods),
    record,
    entry(id) {
      const nhsNumber = ownPersonOf(id);
      const entry = nhsNumber === undefined ? undefined : record(nhsNumber)?.entry(id);
      return nhsNumber !== undefined && entry !== undefined ? { nhsNumber, entry } : world.entry(id);
    },
    prescription(id) {
      const nhsNumber = peopleOfShortId(0, id).find((each) => own()?.people.has(each));
      const found = nhsNumber === undefined ? undefined : onPrescription(id, record(nhsNumber));
      return found ?? world.prescription(id);
    },
    referral(ubrn) {
      const nhsNumber = ubrn.slice(0, 10);
      const found = own()?.people.has(nhsNumber) ? record(nhsNumber) : undefined;
      const entry = found?.of('referral').find((each) => each.ubrn === ubrn);
      return found && entry ? { nhsNumber: found.person.nhsNumber, entry } : world.referral(ubrn);
    },
    diary: (ods) => world.diary(ods),
    slot: (id) => world.slot(id),
    events(nhsNumber, window) {
      const told = own()?.people.has(nhsNumber) ? record(nhsNumber) : undefined;
      return told ? eventsAnew(told, eventsTold(told.person), window) : world.events(nhsNumber, window);
    },
    at: (index) => world.at(index),
    seek(sought) {
      const held = own();
      return held ? beforeOthers([...held.people.values()], world.seek(sought), sought.draw) : world.seek(sought);
    },
    withTrait(trait) {
      const held = own();
      return held ? search(held.people, (person) => hasTrait(person, trait, world.asOf), world.withTrait(trait)) : world.withTrait(trait);
    },
    spareNumber: (n) => world.spareNumber(n),
  };
}

/** The places of a world, with nobody at them. */
export const withNobody = (world: Population): Population => ({
  ...nobody,
  asOf: world.asOf,
  on: (date, made) => withNobody(world.on(date, made)),
  organisation: (ods) => world.organisation(ods),
  organisations: (kind) => world.organisations(kind),
  get register() {
    return world.register;
  },
  practitioners: (ods) => world.practitioners(ods),
  addresses: (postcode, paf) => world.addresses(postcode, paf),
  diary: (ods) => world.diary(ods),
  slot: (id) => world.slot(id),
});

/** What was told of somebody, as a timeline: nothing is made up of a person whom somebody else made up. */
function eventsTold({ birthDate, registrations, death }: Person): readonly LifeEvent[] {
  return [
    { kind: 'birth', date: birthDate, ordinal: 0, summary: 'Born' },
    ...registrations.map(({ practice, period }, ordinal): LifeEvent => ({
      kind: 'registration',
      date: period.start,
      ordinal,
      organisation: practice,
      summary: 'Registered with a practice',
    })),
    ...(death ? [{ kind: 'death', date: death.date, ordinal: 0, summary: 'Died' } satisfies LifeEvent] : []),
  ];
}
