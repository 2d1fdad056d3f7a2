/**
 * Households drawn at random, each told on a page of plain English, to be read aloud: what is wrong with a life is heard sooner than seen. Of
 * whoever it was drawn by the whole record follows, as the command line prints it.
 */
import { describePerson } from '../../src/cli/people/person.ts';
import type { Population } from '../../src/population.ts';
import { unit } from '../../src/world/hash.ts';
import { type Life, type People, peopleOf } from './life.ts';
import { storyOfPerson } from './story-of-person.ts';
import { ageInWords, dateInWords, fullName, listed, relationTo, theirWord } from './words.ts';
import { isoDate } from '../../src/world/calendar.ts';

export interface Draw {
  readonly count: number;
  /** Another number draws other households. */
  readonly seed: number;
}

const drawField = 1;

export function* drawnStories(population: Population, { count, seed }: Draw): Generator<string> {
  const people = peopleOf(population);
  const told = new Set<string>();
  // So many draws find nobody else only where there are too few households.
  for (let n = 0; told.size < count && n < 1_000 * count; n += 1) {
    const { nhsNumber } = population.at(Math.floor(unit(seed, n, drawField) * population.size));
    const life = people.of(nhsNumber);
    if (life === undefined || told.has(nhsNumber) || !isDrawn(life)) continue;
    told.add(nhsNumber);
    const page = describePerson(population, nhsNumber, { width: 110 }) ?? [];
    yield [storyOf(life.household, people, told.size), '', '```', ...page, '```'].join('\n');
  }
}

/** A household is drawn by one of its people only, so that large ones come no oftener. */
const isDrawn = ({ person, household }: Life): boolean =>
  household.length > 0 && household.every((other) => other.person.nhsNumber >= person.nhsNumber);

function storyOf(household: readonly Life[], people: People, number: number): string {
  const members = inOrder(household);
  const [first] = members;
  const home = first?.home;
  const address = [...(home?.lines ?? []), home?.postcode ?? ''].filter((line) => line !== '').join(', ');
  const area =
    home?.area === undefined ? '' : ` A ${home.area.rural ? 'rural' : 'town'} area in decile ${home.area.deprivation} of deprivation.`;
  return [
    `## ${number}. ${address}`,
    '',
    `${whoLivesHere(members)}${area}`,
    ...members.flatMap((life) => ['', storyOfPerson(life, people)]),
  ].join('\n');
}

/** Couples first, then parents, then by age. */
function inOrder(household: readonly Life[]): readonly Life[] {
  const weight = (life: Life): number => household.filter((other) => other !== life && relationTo(life, other) !== undefined).length;
  const grown = household.filter(({ age }) => age >= 16).toSorted((a, b) => weight(b) - weight(a) || a.birth - b.birth);
  const children = household.filter(({ age }) => age < 16).toSorted((a, b) => a.birth - b.birth);
  return [...grown, ...children];
}

function whoLivesHere(members: readonly Life[]): string {
  const [first, ...others] = members;
  if (first === undefined) return 'Nobody lives here.';
  const name = (life: Life): string => `${fullName(life.person)} (${ageInWords(life)})`;
  if (others.length === 0) return first.isInCare ? `${name(first)} lives in this home.` : `${name(first)} lives alone.`;
  const told: Life[] = [first];
  const rest = others.map((life) => {
    const by = told.filter((other) => relationTo(other, life) !== undefined);
    told.push(life);
    const [one] = by;
    if (one === undefined) return `${name(life)}, no relation that is known`;
    const relation = relationTo(one, life) ?? 'relative';
    const both = by.length > 1 && by.slice(0, 2).every((other) => relationTo(other, life) === relation);
    const wedding = one.couple?.other === life ? one.couple.wedding : undefined;
    const married = wedding === undefined ? '' : `, married on ${dateInWords(isoDate(wedding))}`;
    const whose = both ? 'their' : one === first ? theirWord(first) : `${one.person.names[0]?.given[0] ?? 'somebody'}’s`;
    return `${whose} ${relation} ${name(life)}${married}`;
  });
  return `Here live ${listed([name(first), ...rest])}.`;
}
