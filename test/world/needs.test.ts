/** Nobody who meets a need is passed over by the quick tests that candidates for it go through: held against reading everybody's record. */
import { expect, test } from 'vitest';
import type { Gender, Person, Sought } from '../../src/population.ts';
import { dayOf } from '../../src/world/calendar.ts';
import { whoCanHave } from '../../src/world/clinical/conditions/who-can-have.ts';
import { surroundingsOf } from '../../src/world/needs/surroundings.ts';
import { type NeedName, needNames, needs, readNeeds, reasonsFor } from '../../src/world/needs/needs.ts';
import { nhsNumbers } from '../../src/world/nhs-numbers.ts';
import { hasTrait, traits } from '../../src/world/traits.ts';
import { createWorld } from '../../src/world/world.ts';
import { runs } from '../runs.ts';

const [seed, size] = [7, runs(400)];
const world = createWorld({ seed, size });
const numbers = nhsNumbers(seed);
const records = Array.from({ length: size }, (_, index) => world.find(numbers.of(index))).filter((person) => person !== undefined);
/** What is known around each of those who can meet needs is asked once, however many needs there are. */
const known = records
  .filter(({ minimal, status }) => !minimal && status.kind === 'live')
  .map((person) => ({ person, about: surroundingsOf(world, person) }));

function expectAmongCandidates(meant: readonly Person[], sought: Sought): void {
  const candidates = [...world.seek(sought)].map(({ nhsNumber }) => nhsNumber);
  const found = new Set<string>(candidates);
  expect(meant.filter(({ nhsNumber }) => !found.has(nhsNumber)).map(({ nhsNumber }) => nhsNumber)).toEqual([]);
  expect(candidates).toHaveLength(found.size);
}

const more: Readonly<Partial<Record<NeedName, readonly string[]>>> = {
  age: ['0', '..17', '85..', '18..18'],
  turns: ['1', '18:300', '80:0'],
  livesWith: ['nobody', 'parents,siblings', '3..', 'children,2', '0'],
  livesIn: ['shared-house'],
  maritalStatus: ['single', 'married', 'cohabiting', 'separated', 'divorced'],
  children: ['0', '3..', '..1'],
  childrenAtHome: ['0', '2'],
  nextOfKin: ['partner', 'child', 'parent', 'sibling'],
  bereaved: ['3650'],
  moved: ['30', '3650'],
  bornIn: ['GBR', 'IND'],
  language: ['other'],
  ethnicity: ['white', 'Z', 'g'],
  religion: ['none', 'M', 'muslim'],
  pharmacy: ['some'],
  died: ['3650'],
  pregnant: ['true'],
  gaveBirth: ['1000'],
  condition: ['cancer', 'women', 'men', 'dementia', 'asthma', 'pregnancy', 'hip-fracture', 'croup,eczema'],
};

/** What takes longest to tell of a record is told by that alone: no quick test can pass anybody over. */
const quick = needNames.filter((name) => (needs[name].lookedAt ?? Infinity) >= 2_500);
const asked = quick.flatMap((name) => [needs[name].example, ...(more[name] ?? [])].map((value) => [name, value] as const));

test.each(asked)('whoever meets %s=%s is among the candidates for it', (name, value) => {
  const read = readNeeds({ [name]: value });
  if (!('needs' in read)) throw new Error(`${name} wants ${read.wants}`);
  const meant = known.filter(
    ({ person, about }) => (person.death === undefined || name === 'died') && reasonsFor(read.needs, about) !== undefined,
  );
  expectAmongCandidates(
    meant.map(({ person }) => person),
    read,
  );
});

test('nobody has a condition that by sex and age they cannot have', () => {
  const impossible = known.flatMap(({ person, about }) =>
    (about.record()?.of('condition') ?? []).flatMap(({ sort, recorded }) => {
      const { sex = person.gender, from } = whoCanHave(sort);
      const isUntold = person.gender !== 'female' && person.gender !== 'male';
      const age = (dayOf(recorded) - dayOf(person.birthDate)) / 365;
      return (isUntold || person.gender === sex) && age >= from - 1 ? [] : [`${sort} of ${person.nhsNumber}`];
    }),
  );
  expect(impossible).toEqual([]);
});

test.each(traits)('whoever is %s is among the candidates for it', (trait) => {
  const meant = records.filter((person) => hasTrait(person, trait, world.asOf));
  expectAmongCandidates(meant, { needs: {}, traits: [trait] });
});

test.each<Gender>(['female', 'male', 'other', 'unknown'])('whoever is of gender %s is among the candidates for it', (gender) => {
  const meant = records.filter((person) => person.gender === gender && !person.minimal && person.status.kind === 'live');
  expectAmongCandidates(meant, { needs: {}, gender });
});

test('whoever lives in a town, a village or a county is among the candidates for it', () => {
  const homes = known.flatMap(({ person: { addresses } }) => addresses.find(({ use, area }) => use === 'home' && area !== undefined) ?? []);
  for (const [, , locality, town, county] of homes.slice(0, runs(4)).map(({ lines }) => lines)) {
    const livesAt = (place: string, ...at: readonly number[]): void =>
      expectAmongCandidates(
        known
          .filter(
            ({
              person: {
                addresses: [home],
                death,
              },
            }) => death === undefined && at.some((n) => home?.lines[n] === place),
          )
          .map(({ person }) => person),
        { needs: {}, place },
      );
    livesAt(town, 3);
    livesAt(county, 4);
    if (homes.some(({ area, lines }) => area?.rural === true && lines[2] === locality)) livesAt(locality, 2);
  }
});

test('candidates that are drawn are the same, in another order', () => {
  const numbersOf = (sought: Sought) => [...world.seek(sought)].map(({ nhsNumber }) => nhsNumber);
  const [listed, drawn, others] = [undefined, 5, 6].map((draw) =>
    numbersOf({ needs: { twin: true }, ...(draw !== undefined && { draw }) }),
  );
  expect(drawn?.toSorted()).toEqual(listed?.toSorted());
  expect([drawn?.join() === listed?.join(), drawn?.join() === others?.join()]).toEqual([false, false]);
});
