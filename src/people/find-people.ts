/** Who fits a description. Candidates come from what narrows them most; how many are looked at is bounded, since 880,000 are too many. */
import type { Address, Person, PersonQuery, Population } from '../population.ts';
import { dayOf, isoDate } from '../world/calendar.ts';
import { foldName } from '../world/fold.ts';
import { fitting } from '../world/person-criteria.ts';
import { hasTrait } from '../world/traits.ts';
import type { Description } from './description.ts';

export interface SearchBounds {
  /** People who are given. */
  readonly limit: number;
  /** People who are looked at; all of them where nothing is said. */
  readonly most?: number;
}

export interface SearchResult {
  readonly people: readonly Person[];
  /** There are others who fit. */
  readonly isMore: boolean;
  /** Not all who might fit were looked at. */
  readonly hasStopped: boolean;
}

export function findPeople(population: Population, description: Description, { limit, most = Infinity }: SearchBounds): SearchResult {
  const fits = fitsOf(population, description);
  const people: Person[] = [];
  const { candidates, isWhole } = candidatesFor(population, description, most);
  let looked = 0;
  for (const person of candidates) {
    if (looked === most) return { people, isMore: false, hasStopped: true };
    looked += 1;
    if (!fits(person)) continue;
    if (people.length === limit) return { people, isMore: true, hasStopped: false };
    people.push(person);
  }
  return { people, isMore: false, hasStopped: !isWhole };
}

function fitsOf(population: Population, { gp, postcode, place, trait, ...names }: Description): (person: Person) => boolean {
  const query = queryOf(names);
  const isNamed = Object.keys(query).length > 0 ? fitting(query) : () => true;
  return (person) =>
    isNamed(person) &&
    (gp === undefined || isRegistered(person, gp)) &&
    (postcode === undefined || person.addresses.some((address) => isIn(address, postcode))) &&
    (place === undefined || person.addresses.some((address) => address.use !== 'old' && livesAt(address, place))) &&
    (trait === undefined || hasTrait(person, trait, population.asOf));
}

function queryOf({ family, given, gender, born, fuzzy, history }: Description): PersonQuery {
  return {
    ...(family !== undefined && { family }),
    ...(given !== undefined && { given: [given] }),
    ...(gender !== undefined && { gender }),
    ...(born !== undefined && { born }),
    ...(fuzzy !== undefined && { fuzzy }),
    ...(history !== undefined && { history }),
  };
}

interface Candidates {
  readonly candidates: Iterable<Person>;
  /** Whoever fits is among them. */
  readonly isWhole: boolean;
}

/** Longer than anybody counts as newly born. */
const newbornDays = 60;

function candidatesFor(population: Population, description: Description, most: number): Candidates {
  const { family, given, born, gp, postcode, place, trait } = description;
  const query = queryOf(description);
  if (family !== undefined) return { candidates: population.search(query), isWhole: true };
  if (trait === 'newborn-without-name') {
    const from = isoDate(dayOf(population.asOf) - newbornDays);
    return { candidates: population.search({ born: { from, to: population.asOf } }), isWhole: true };
  }
  if (gp !== undefined) return { candidates: population.members(gp), isWhole: true };
  if (place !== undefined) return near(population, (address) => livesAt(address, place));
  if (postcode !== undefined) return near(population, (address) => isInArea(address, postcode));
  if (trait !== undefined) return { candidates: population.withTrait(trait), isWhole: true };
  if (given !== undefined && born === undefined && most < Infinity) return bySomeYears(population, query);
  return { candidates: population.search(query), isWhole: true };
}

function near(population: Population, isNear: (address: Address) => boolean): Candidates {
  const brought = [...population.brought()];
  const members = membersNear(population, isNear);
  return { candidates: brought.length > 0 ? andOthers(brought, members) : members, isWhole: true };
}

/** Those who were brought may have any practice, or none. */
function* andOthers(brought: readonly Person[], members: Iterable<Person>): Generator<Person> {
  yield* brought;
  const numbers = new Set(brought.map(({ nhsNumber }) => nhsNumber));
  for (const person of members) if (!numbers.has(person.nhsNumber)) yield person;
}

/** Everybody's practice is near home, so only those practices need to be asked. */
function* membersNear(population: Population, isNear: (address: Address) => boolean): Generator<Person> {
  for (const { ods, address } of population.organisations('gp-practice')) if (isNear(address)) yield* population.members(ods);
}

/** A given name alone narrows nothing that is counted: years of birth are asked one by one, those of every age first. */
const yearsAsked = 12;
const yearsBetween = 7;

function bySomeYears(population: Population, query: PersonQuery): Candidates {
  const thisYear = Number(population.asOf.slice(0, 4));
  function* candidates(): Generator<Person> {
    for (let n = 1; n <= yearsAsked; n += 1) {
      const year = thisYear - n * yearsBetween;
      yield* population.search({ ...query, born: { from: `${year}-01-01`, to: `${year}-12-31` } });
    }
  }
  return { candidates: candidates(), isWhole: false };
}

function isRegistered({ registrations }: Person, ods: string): boolean {
  return registrations.some(({ practice, period }) => practice === ods.toUpperCase() && period.end === undefined);
}

const compact = (text: string): string => text.replaceAll(/[\s*]/g, '').toUpperCase();

const isIn = ({ postcode = '' }: Address, start: string): boolean => compact(postcode).startsWith(compact(start));

/** The letters that a postcode begins with name its area; fewer may have been typed. */
function isInArea({ postcode = '' }: Address, start: string): boolean {
  const area = (text: string): string => /^[A-Z]*/.exec(compact(text))?.[0] ?? '';
  const isWhole = /\d/.test(start);
  return isWhole ? area(postcode) === area(start) : area(postcode).startsWith(area(start));
}

/** By its town or its county. */
export function livesAt({ lines }: Pick<Address, 'lines'>, place: string): boolean {
  const wanted = foldName(place.trim());
  return wanted !== '' && lines.slice(-2).some((line) => foldName(line) === wanted);
}
