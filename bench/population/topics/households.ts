/** Who lives with whom. Each person counts for their part of a household, so that a sample of people tells of all households. */
import type { Counts } from '../counts.ts';
import { close, figure, law, portions, type Section, target } from '../figures.ts';
import { compositionOf, isDependent, isKin, parentsAtHome, partnerAtHome, childrenAtHome } from '../kin.ts';
import type { Life } from '../life.ts';
import { observing, type Topic } from '../topic.ts';

const sizes: Section = {
  title: 'Size of households',
  unit: '%',
  about: 'of households',
  figures: [
    target(close('1', { group: 'size of household', key: '1' }, 30, 'censusHouseholds', 1)),
    ...portions('size of household', ['2', '3', '4', '5', '6+'], [34.0, 16.0, 13.0, 4.6, 2.3], 'censusHouseholds', 0.3),
  ],
};

const mean: Section = {
  title: 'Mean household',
  unit: 'people',
  about: 'in a household',
  figures: [target(close('people in a household', { values: 'size of household', take: 'harmonic mean' }, 2.35, 'censusHouseholds', 0.05))],
};

const kinds = [
  ['one person, 66 or over', 12.8],
  ['one person, younger', 17.3],
  ['couple, both 66 or over', 9.2],
  ['married, no child', 10.0],
  ['married, dependent children', 14.4],
  ['married, grown children', 5.7],
  ['cohabiting, no child', 6.8],
  ['cohabiting, dependent children', 4.5],
  ['cohabiting, grown children', 0.6],
  ['lone parent, dependent children', 6.9],
  ['lone parent, grown children', 4.2],
  ['other', 7.6],
] as const;

const composition: Section = {
  title: 'Kinds of household',
  unit: '%',
  about: 'of households',
  figures: kinds.map(([key, share]) => figure(key, { group: 'kind of household', key }, share, 'censusHouseholds', 0.4)),
};

const children: Section = {
  title: 'Whom children live with',
  unit: '%',
  about: 'of under-16s, or of those named',
  figures: [
    ...portions('whom children live with', ['a married couple', 'a cohabiting couple', 'one parent'], [63, 15, 22], 'families', 1.5),
    figure('women, of lone parents of them', { share: 'women among lone parents' }, 90, 'families'),
  ],
};

const living: Section = {
  title: 'With parents, alone, in care',
  unit: '%',
  about: 'of people of those ages',
  figures: [
    figure('20 to 34 with a parent', { share: 'with parents' }, 28, 'families'),
    figure('men of 20 to 34 with a parent', { share: 'with parents, male' }, 33, 'families', 2),
    figure('women of 20 to 34 with a parent', { share: 'with parents, female' }, 22, 'families', 2),
    figure('16 to 49 alone', { share: 'alone' }, 8.5, 'censusLiving'),
    figure('in a communal establishment', { share: 'in care' }, 1.7, 'census', 1.5),
    figure('85 and over in one', { share: 'in care, 85 and over' }, 12, 'census', 1.5),
    figure('95 and over in one', { share: 'in care, 95 and over' }, 28, 'census'),
  ],
};

const laws: Section = {
  title: 'Children are with family',
  unit: '%',
  about: 'of under-16s who have a home',
  figures: [law('without an adult of their family, or a guardian, at their address', { share: 'children without family' })],
};

export const households: Topic = {
  title: 'Households',
  sections: [laws, mean, sizes, composition, children, living],
  begin: observing((life, counts) => {
    if (!life.isAlive) return;
    seeCare(life, counts);
    const { household } = life;
    if (household.length === 0 || life.isInCare) return;
    const part = 1 / household.length;
    counts.value('size of household', household.length);
    counts.among('size of household', household.length < 6 ? String(household.length) : '6+', part);
    counts.among('kind of household', compositionOf(household), part);
    if (life.age < 16) seeChild(life, counts);
    seeAdult(life, counts);
  }),
};

function seeCare(life: Life, counts: Counts): void {
  if (life.home === undefined) return;
  counts.share('in care', life.isInCare);
  if (life.age >= 85) counts.share('in care, 85 and over', life.isInCare);
  if (life.age >= 95) counts.share('in care, 95 and over', life.isInCare);
}

function seeChild(life: Life, counts: Counts): void {
  const adults = life.household.filter(({ age }) => age >= 18);
  counts.share('children without family', !adults.some((adult) => isKin(life, adult)) && parentsAtHome(life).length === 0);
  const [parent] = parentsAtHome(life);
  if (parent === undefined) return;
  const isCohabiting = parent.couple?.wedding === undefined;
  const whom = partnerAtHome(parent) === undefined ? 'one parent' : isCohabiting ? 'a cohabiting couple' : 'a married couple';
  counts.among('whom children live with', whom);
}

function seeAdult(life: Life, counts: Counts): void {
  const { age, household, person } = life;
  if (age >= 20 && age < 35) {
    const isWithParent = parentsAtHome(life).length > 0;
    counts.share('with parents', isWithParent);
    counts.share(`with parents, ${person.gender}`, isWithParent);
  }
  if (age >= 16 && age < 50) counts.share('alone', household.length === 1);
  if (partnerAtHome(life) === undefined && childrenAtHome(life).some(isDependent)) {
    counts.share('women among lone parents', person.gender === 'female');
  }
}
