/** What a person types into one box: an NHS number, a postcode, the code of a practice, a place, a name, with a year of birth where one is known. */
import { isNhsNumber } from '../fhir/nhs-number.ts';
import type { Population } from '../population.ts';
import { bornBetween } from './born.ts';
import { readDescription, type Description } from './description.ts';
import { wordsOfNeed, type UnderstoodWords } from './words-of-need.ts';
import { findPeople, type FoundPerson, livesAt, type SearchBounds, type SearchResult } from './find-people.ts';
import type { Interruptible } from './interruptible.ts';

export interface ReadPeople extends SearchResult {
  /** What whoever typed it should know, in sentences. */
  readonly notes: readonly string[];
  /** Words that ask what a field of its own asks, where any is of a need. */
  readonly understood?: readonly UnderstoodWords[];
}

type Find = (description: Description) => Interruptible<SearchResult>;

const numberShape = /^\d{3}[\s-]?\d{3}[\s-]?\d{4}$/;
const postcodeShape = /^[a-z]{1,2}\d[a-z\d]?(?:\s*\d(?:[a-z]{2})?)?$/i;

/** `beside` is what was typed into particular fields. */
export function* findByFreeText(
  population: Population,
  text: string,
  beside: Description,
  bounds: SearchBounds,
): Interruptible<ReadPeople> {
  const typed = text.trim().replaceAll(/[\s,]+/g, ' ');
  if (typed === '') return { people: [], isMore: false, hasStopped: false, notes: [] };
  if (numberShape.test(typed)) return byNumber(population, typed.replaceAll(/\D/g, ''));
  const find: Find = (description) => findPeople(population, { ...beside, ...description }, bounds);
  if (population.organisation(typed)?.kind === 'gp-practice') return { ...(yield* find({ gp: typed })), notes: [] };
  if (postcodeShape.test(typed)) return { ...(yield* find({ postcode: typed })), notes: [] };
  return (yield* byNeeds(population, typed, { beside, bounds })) ?? (yield* byWords(population, typed.split(' '), find, bounds));
}

interface Asked {
  readonly beside: Description;
  readonly bounds: SearchBounds;
}

/** Undefined where nothing that was typed is a need: then it is a name. */
function* byNeeds(population: Population, typed: string, { beside, bounds }: Asked): Interruptible<ReadPeople | undefined> {
  const { understood, left } = wordsOfNeed(population, typed.split(' '));
  if (!understood.some(({ name }) => name !== 'place' && name !== 'family')) return undefined;
  const years = left.filter((word) => /\d/.test(word) && bornBetween(word) !== undefined);
  const names = left.filter((word) => isSurname(population, word));
  const asked = [
    ...understood,
    ...years.slice(0, 1).map((year) => ({ name: 'born', value: year, words: year })),
    ...names.slice(0, 1).map((name) => ({ name: 'family', value: name, words: name })),
  ];
  const description = readDescription(population, Object.fromEntries(asked.map(({ name, value }) => [name, value])));
  if ('wrong' in description) return undefined;
  const unread = left.filter((word) => !years.slice(0, 1).includes(word) && !names.slice(0, 1).includes(word));
  const needs = { ...beside.needs, ...description.needs };
  return {
    ...(yield* findPeople(population, { ...beside, ...description, ...(Object.keys(needs).length > 0 && { needs }) }, bounds)),
    notes: unread.length > 0 ? [`Not understood, so it was not looked for: ${unread.join(', ')}.`] : [],
    understood: asked,
  };
}

function isSurname(population: Population, word: string): boolean {
  if (!/^[\p{L}'’-]{2,}$/u.test(word)) return false;
  return !population.search({ family: word })[Symbol.iterator]().next().done;
}

function byNumber(population: Population, number: string): ReadPeople {
  const person = population.find(number);
  const found = { people: person ? [{ person, why: [] }] : [], isMore: false, hasStopped: false };
  if (person) return { ...found, notes: [] };
  return { ...found, notes: [isNhsNumber(number) ? 'Nobody has this NHS number.' : 'This is no NHS number: its check digit is wrong.'] };
}

function* byWords(population: Population, typed: readonly string[], find: Find, bounds: SearchBounds): Interruptible<ReadPeople> {
  const years = typed.filter((word) => /\d/.test(word) && bornBetween(word) !== undefined);
  const born = years[0] === undefined ? undefined : bornBetween(years[0]);
  const words = typed.filter((word) => !years.includes(word));
  const beside: Description = born ? { born } : {};
  if (words.length === 0) return { ...(yield* find(beside)), notes: [] };
  const place = placeAtEnd(population, words);
  const named = words.slice(0, words.length - (place?.words ?? 0));
  const descriptions: readonly Description[] = [
    ...(place && named.length === 0 ? [{ place: place.name }] : []),
    ...(place ? readingsOf(named).map((name) => ({ ...name, place: place.name })) : []),
    ...readingsOf(words),
  ];
  const found = yield* together(descriptions, (one) => find({ ...one, ...beside }), bounds);
  if (found.people.length > 0) return { ...found, notes: [] };
  const [likeliest = {}] = readingsOf(named.length > 0 ? named : words);
  const alike = yield* find({
    ...likeliest,
    ...(place && named.length > 0 && { place: place.name }),
    ...beside,
    fuzzy: true,
    history: true,
  });
  return {
    ...alike,
    hasStopped: found.hasStopped || alike.hasStopped,
    notes: alike.people.length > 0 ? ['Nobody who fits exactly was found. These names sound alike, or are former ones.'] : [],
  };
}

/** The longest place that the words end with: `Jane Smith Milton Keynes`. */
function placeAtEnd(population: Population, words: readonly string[]): { readonly name: string; readonly words: number } | undefined {
  const addresses = [...population.organisations('gp-practice')].map(({ address }) => address);
  for (let from = 0; from < words.length; from += 1) {
    const name = words.slice(from).join(' ');
    if (addresses.some((address) => livesAt(address, name))) return { name, words: words.length - from };
  }
  return undefined;
}

/** What may be given and what family name, the likeliest first: `Jane Smith`, `van der Berg`, `Smith, Jane`; one word may be either. */
function readingsOf(words: readonly string[]): readonly Description[] {
  const [first = '', ...others] = words;
  if (words.length === 0) return [];
  if (others.length === 0) return [{ family: first }, { given: first }];
  return [
    { given: first, family: others.at(-1) ?? '' },
    { given: first, family: others.join(' ') },
    { family: words.join(' ') },
    { family: first, given: others[0] ?? '' },
  ];
}

/** Of several readings together, nobody twice; a later one is not asked once there are enough. */
function* together(descriptions: readonly Description[], find: Find, { limit }: SearchBounds): Interruptible<SearchResult> {
  const people = new Map<string, FoundPerson>();
  let isMore = false;
  let hasStopped = false;
  for (const one of descriptions) {
    if (people.size >= limit) {
      isMore = true;
      break;
    }
    const found = yield* find(one);
    for (const one of found.people) if (people.size < limit) people.set(one.person.nhsNumber, one);
    isMore ||= found.isMore;
    // A lesser reading that finds nobody takes nothing away from a better one that did.
    hasStopped ||= found.hasStopped && (people.size === 0 || found.people.length > 0);
  }
  return { people: [...people.values()], isMore, hasStopped };
}
