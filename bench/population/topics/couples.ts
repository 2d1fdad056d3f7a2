/** Who is married, lives together, is divorced or widowed; and how couples are made up. Couples are seen from the woman's side. */
import type { Counts } from '../counts.ts';
import { bandOf, bandsOf, close, figure, inside, portions, type Section, target } from '../figures.ts';
import type { Couple, Life } from '../life.ts';
import { observing, type Topic } from '../topic.ts';
import { isoDate } from '../../../src/world/calendar.ts';

const states = ['never married', 'married', 'divorced', 'widowed'] as const;
type State = (typeof states)[number];

const status: Section = {
  title: 'Legal status',
  unit: '%',
  about: 'of people aged 16 and over',
  figures: portions('legal status', states, [37.9, 46.9, 9.1, 6.1], 'censusMarital').map(target),
};

const stateAges = [35, 45, 55, 65, 75, 85];
const stateShares = [
  [38, 53, 8, 0.5],
  [25, 58, 15, 1],
  [16, 62, 18, 4],
  [8, 65, 16, 11],
  [5, 58, 9, 28],
  [5, 34, 4, 57],
];

const statusByAge: readonly Section[] = bandsOf(stateAges).map((band, n) => ({
  title: `Legal status at ${band}`,
  unit: '%',
  about: 'of people of that age',
  figures: portions(`legal status at ${band}`, states, stateShares[n] ?? [], 'censusMarital', 2),
}));

/** Read in their source, as the shares by age above were not. */
const neverMarried: Section = {
  title: 'Never married at 25 to 34',
  unit: '%',
  about: 'of people of that age and sex',
  figures: (
    [
      ['women of 25–29', 'female 25', 80.5],
      ['women of 30–34', 'female 30', 54.2],
      ['men of 25–29', 'male 25', 88.1],
      ['men of 30–34', 'male 30', 63.8],
    ] as const
  ).map(([label, key, share]) => figure(label, { share: `never married, ${key}` }, share, 'censusMarital')),
};

const byCategory: Section = {
  title: 'Married, by ethnic category',
  unit: '%',
  about: 'of people aged 16 and over',
  figures: [
    figure('White British', { share: 'married, A' }, 43.5, 'civitas'),
    ...(['Indian', 'Pakistani', 'Bangladeshi'] as const).map((name, n) =>
      inside(name, { share: `married, ${['H', 'J', 'K'][n]}` }, [56, 72], 'civitas'),
    ),
    figure('Black Caribbean', { share: 'married, M' }, 27, 'civitas'),
  ],
};

const coupleAges = [16, 25, 35, 45, 55, 65];
const together: Section = {
  title: 'Couples',
  unit: '%',
  about: 'of people aged 16 and over, or of couples',
  figures: [
    figure('in a couple, of adults', { share: 'in a couple' }, 57.8, 'censusLiving'),
    target(figure('cohabiting, of adults', { share: 'cohabiting' }, 14, 'censusLiving')),
    target(figure('same-sex, of couples', { share: 'same-sex couples' }, 1, 'censusLiving', 0.2)),
    figure('same-sex, of marriages', { share: 'same-sex marriages' }, 0.6, 'civitas', 0.2),
    figure('same-sex, of cohabiting couples', { share: 'same-sex cohabiting' }, 1.7, 'censusLiving', 0.4),
    ...bandsOf(coupleAges).map((band, n) =>
      figure(`cohabiting, of couples at ${band}`, { share: `cohabiting at ${band}` }, [86, 52, 31, 23, 15, 7][n] ?? 0, 'censusLiving', 3),
    ),
  ],
};

const ages: Section = {
  title: 'Ages in a couple',
  unit: '%',
  about: 'of couples of a man and a woman',
  figures: [
    figure('the man is older', { group: 'older', key: 'man' }, 62, 'censusLiving', 3),
    figure('of one age', { group: 'older', key: 'neither' }, 12, 'censusLiving', 3),
    figure('the woman is older', { group: 'older', key: 'woman' }, 26, 'censusLiving', 3),
    figure('five years apart or more, married', { share: 'five years apart, married' }, 31.1, 'censusLiving'),
    figure('five years apart or more, cohabiting', { share: 'five years apart, cohabiting' }, 33.7, 'censusLiving'),
  ],
};

const ageGap: Section = {
  title: 'Years that the man is older',
  unit: 'years',
  about: 'in couples of a man and a woman',
  figures: [
    figure('mean', { values: 'man older by', take: 'mean' }, 2.3, 'censusLiving', 0.3),
    figure('standard deviation', { values: 'man older by', take: 'sd' }, 4.9, 'censusLiving', 0.3),
  ],
};

const decades = [1970, 1980, 1990, 2000, 2010, 2020];
const decadeName = (decade: number): string => (decade === 1970 ? 'before 1980' : `${decade}s`);

const surnames: Section = {
  title: 'One surname or two',
  unit: '%',
  about: 'of married couples of a man and a woman, by decade of the wedding',
  figures: [
    target(inside('two surnames, of all', { share: 'two surnames' }, [4, 16], 'surnames')),
    ...decades.map((decade, n) =>
      close(
        `one surname, married ${decadeName(decade)}`,
        { share: `one surname, ${decade}` },
        [98, 96, 94, 92, 88, 84][n] ?? 0,
        'surnames',
        4,
      ),
    ),
  ],
};

export const couples: Topic = {
  title: 'Couples',
  sections: [status, ...statusByAge, together, ages, ageGap, neverMarried, byCategory, surnames],
  begin: observing((life, counts) => {
    if (!life.isAlive || life.age < 16) return;
    seeStatus(life, counts);
    const { couple } = life;
    if (couple?.other !== undefined) seeCouple(life, couple, couple.other, counts);
  }),
};

function stateOf(life: Life): State {
  const last = life.couples.findLast(({ wedding }) => wedding !== undefined);
  if (last === undefined) return 'never married';
  if (last.end === undefined || last.end.by === 'separation') return 'married';
  return last.end.by === 'divorce' ? 'divorced' : 'widowed';
}

function seeStatus(life: Life, counts: Counts): void {
  const state = stateOf(life);
  const band = bandOf(stateAges, life.age);
  counts.among('legal status', state);
  if (band !== undefined) counts.among(`legal status at ${band}`, state);
  const { couple, age, person } = life;
  if (age >= 25 && age < 35) counts.share(`never married, ${person.gender} ${age < 30 ? 25 : 30}`, state === 'never married');
  counts.share(`married, ${person.ethnicity}`, state === 'married');
  counts.share('in a couple', couple !== undefined);
  counts.share('cohabiting', couple !== undefined && couple.wedding === undefined);
}

function seeCouple(life: Life, { wedding }: Couple, other: Life, counts: Counts): void {
  const { gender } = life.person;
  const isMarried = wedding !== undefined;
  const isSameSex = gender === other.person.gender;
  counts.share(`cohabiting at ${bandOf(coupleAges, life.age)}`, !isMarried);
  counts.share('same-sex couples', isSameSex);
  counts.share(isMarried ? 'same-sex marriages' : 'same-sex cohabiting', isSameSex);
  if (gender !== 'female' || other.person.gender !== 'male') return;
  const older = other.age - life.age;
  counts.among('older', older > 0 ? 'man' : older < 0 ? 'woman' : 'neither');
  counts.share(`five years apart, ${isMarried ? 'married' : 'cohabiting'}`, Math.abs(other.birth - life.birth) >= 5 * 365.25);
  counts.value('man older by', (life.birth - other.birth) / 365.25);
  if (wedding === undefined) return;
  const decade = Math.max(1970, 10 * Math.floor(Number(isoDate(wedding).slice(0, 4)) / 10));
  counts.share('two surnames', life.family !== other.family);
  counts.share(`one surname, ${decade}`, life.family === other.family);
}
