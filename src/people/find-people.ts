/** Who fits a description. Candidates come from what narrows them most; how many are looked at is bounded, since they are too many. */
import type { Address, Person, PersonQuery, Population } from '../population.ts';
import { dayOf, isoDate } from '../world/calendar.ts';
import { foldName } from '../world/fold.ts';
import { birthDaysFor } from '../world/needs/age-needs.ts';
import { isOfTheDead, lookedAtInASecond, whyMeets } from '../world/needs/needs.ts';
import { fitting } from '../world/search/whole-record.ts';
import { inDrawnOrder } from '../world/seeking/drawn.ts';
import { hasTrait } from '../world/traits.ts';
import type { Description } from './description.ts';
import type { Interruptible } from './interruptible.ts';

export interface SearchBounds {
  /** People who are given. */
  readonly limit: number;
  /** People who are looked at; all of them where nothing is said. */
  readonly most?: number;
  /** For about how long clinical records are looked through, which takes longer; by a number of people, which is the same everywhere. */
  readonly seconds?: number;
  /** Among whom relatives and households are looked for; among those who are looked at, where nothing is said. */
  readonly around?: Population;
}

export interface FoundPerson {
  readonly person: Person;
  /** For each need that was asked, in a few words, why they meet it. */
  readonly why: readonly string[];
}

export interface SearchResult {
  readonly people: readonly FoundPerson[];
  /** There are others who fit. */
  readonly isMore: boolean;
  /** Not all who might fit were looked at. */
  readonly hasStopped: boolean;
}

/** Whoever serves others as well goes on with them between two people who are looked at. */
export function* findPeople(population: Population, description: Description, bounds: SearchBounds): Interruptible<SearchResult> {
  const { limit, around = population } = bounds;
  const most = mostOf(bounds, description);
  const why = whyFits(around, description);
  const people: FoundPerson[] = [];
  const { candidates, isWhole, isDrawn } = candidatesFor(population, description, most);
  const { random } = description;
  const isToBeDrawn = random !== undefined && !isDrawn;
  let looked = 0;
  let hasStopped = !isWhole;
  for (const person of candidates) {
    if (looked === most) {
      hasStopped = true;
      break;
    }
    looked += 1;
    yield;
    const reasons = why(person);
    if (reasons === undefined) continue;
    if (people.length === limit && !isToBeDrawn) return { people, isMore: true, hasStopped: false };
    people.push({ person, why: reasons });
  }
  if (!isToBeDrawn) return { people, isMore: false, hasStopped };
  return { people: inDrawnOrder(people, random, ({ person }) => person).slice(0, limit), isMore: people.length > limit, hasStopped };
}

function mostOf({ most = Infinity, seconds = Infinity }: SearchBounds, { needs = {} }: Description): number {
  const inASecond = lookedAtInASecond(needs);
  return inASecond === undefined ? most : Math.min(most, inASecond * seconds);
}

function whyFits(population: Population, description: Description): (person: Person) => readonly string[] | undefined {
  const { gp, postcode, place, traits = [], needs } = description;
  const query = queryOf(description);
  const isNamed = Object.keys(query).length > 0 ? fitting(query) : () => true;
  const why = needs === undefined ? () => [] : whyMeets(population, { needs, traits });
  return (person) =>
    isNamed(person) &&
    (gp === undefined || isRegistered(person, gp)) &&
    (postcode === undefined || person.addresses.some((address) => isIn(address, postcode))) &&
    (place === undefined || person.addresses.some((address) => address.use !== 'old' && livesAt(address, place))) &&
    traits.every((trait) => hasTrait(person, trait, population.asOf))
      ? why(person)
      : undefined;
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
  /** They come in an order that was drawn. */
  readonly isDrawn?: boolean;
}

function candidatesFor(population: Population, description: Description, most: number): Candidates {
  const { family, given, gender, born, gp, postcode, place, traits, needs = {}, random } = description;
  const query = queryOf(description);
  if (family !== undefined) return { candidates: population.search({ ...query, ...bornFor(population, description) }), isWhole: true };
  if (gp !== undefined) return { candidates: population.members(gp), isWhole: true };
  if (postcode !== undefined) return { candidates: near(population, postcode), isWhole: true };
  if ([description.needs, traits, place, random].some((asked) => asked !== undefined)) {
    const sought = {
      needs,
      ...(gender !== undefined && { gender }),
      ...(born !== undefined && { born }),
      ...(traits !== undefined && { traits }),
      ...(place !== undefined && { place }),
      ...(random !== undefined && { draw: random }),
    };
    return { candidates: population.seek(sought), isWhole: true, isDrawn: random !== undefined };
  }
  if (given !== undefined && born === undefined && most < Infinity) return bySomeYears(population, query);
  return { candidates: population.search(query), isWhole: true };
}

/** Days of birth that are asked for, or follow from an age. */
function bornFor({ asOf }: Population, { born, needs = {}, traits = [] }: Description): Pick<PersonQuery, 'born'> {
  const days = isOfTheDead({ needs, traits }) ? undefined : birthDaysFor(needs, dayOf(asOf));
  if (days === undefined) return born === undefined ? {} : { born };
  const [from, to] = [isoDate(days.from), isoDate(days.to)];
  if (born === undefined) return { born: { from, to } };
  return { born: { from: born.from > from ? born.from : from, to: born.to < to ? born.to : to } };
}

/** Those who were brought may have any practice, or none. Everybody else's is near home, so only those practices need to be asked. */
function* near(population: Population, postcode: string): Generator<Person> {
  const numbers = new Set<string>();
  for (const person of population.brought()) {
    numbers.add(person.nhsNumber);
    yield person;
  }
  for (const { ods, address } of population.organisations('gp-practice')) {
    if (!isInArea(address, postcode)) continue;
    for (const person of population.members(ods)) if (!numbers.has(person.nhsNumber)) yield person;
  }
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

/** By its town or its county, or the village or borough above them. */
export function livesAt({ lines }: Pick<Address, 'lines'>, place: string): boolean {
  const wanted = foldName(place.trim());
  return wanted !== '' && lines.slice(-3).some((line) => foldName(line) === wanted);
}
