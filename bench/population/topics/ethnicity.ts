/** Ethnic category, place of birth and mixed families, as NHS records code them; who is not stated counts for nothing. */
import type { Counts } from '../counts.ts';
import { bandOf, bandsOf, close, figure, inside, portions, type Section, target } from '../figures.ts';
import { parentsAtHome } from '../kin.ts';
import type { Life } from '../life.ts';
import { observing, type Topic } from '../topic.ts';

/** Code, name, per cent of everybody, median age, born in the UK, and married to another group; gypsies and travellers are in C. */
const groups = [
  ['A', 'British', 73.54, 45, 98, 4],
  ['B', 'Irish', 0.87, 54, 44, 71],
  ['C', 'other White', 6.64, 37, 21, 39],
  ['D', 'White and Black Caribbean', 0.88, 22, 96, 85],
  ['E', 'White and Black African', 0.43, 16, 78, 85],
  ['F', 'White and Asian', 0.84, 16, 85, 85],
  ['G', 'other mixed', 0.8, 22, 70, 85],
  ['H', 'Indian', 3.26, 36, 43, 12],
  ['J', 'Pakistani', 2.78, 28, 58, 9],
  ['K', 'Bangladeshi', 1.11, 27, 55, 7],
  ['L', 'other Asian', 1.69, 35, 31, 28],
  ['M', 'Black Caribbean', 1.1, 46, 63, 39],
  ['N', 'Black African', 2.6, 29, 36, 22],
  ['P', 'other Black', 0.52, 29, 66, 62],
  ['R', 'Chinese', 0.76, 32, 26, 31],
  ['S', 'any other', 2.18, 32, 32, 41],
] as const;
const codes: ReadonlySet<string> = new Set(groups.map(([code]) => code));

const shares: Section = {
  title: 'Ethnic category',
  unit: '%',
  about: 'of the living whose category is known',
  figures: groups.map(([key, name, share]) => figure(name, { group: 'ethnic category', key }, share, 'censusEthnic')),
};

const medians: Section = {
  title: 'Median age by ethnic category',
  unit: 'years',
  about: 'of the living',
  figures: groups.map(([code, name, , age]) => figure(name, { values: `age of ${code}`, take: 'median' }, age, 'censusEthnicAge', 2)),
};

const bornHere: Section = {
  title: 'Born in the UK, by ethnic category',
  unit: '%',
  about: 'of those whose place of birth is known',
  figures: groups.map(([code, name, , , share]) => figure(name, { share: `born in the UK, ${code}` }, share, 'censusBirthplace', 4)),
};

const births: Section = {
  title: 'Births by ethnic group',
  unit: '%',
  about: 'of births of the last five years',
  figures: portions('group of births', ['White', 'Asian', 'Black', 'mixed', 'other'], [72, 13, 5, 7, 3], 'births', 1),
};

const mixedMarriages: Section = {
  title: 'Partner of another group, by ethnic category',
  unit: '%',
  about: 'of people who live as a couple',
  figures: [
    figure('everybody', { share: 'inter-ethnic' }, 9, 'couples2011', 1),
    ...groups.map(([code, name, , , , share]) => figure(name, { share: `inter-ethnic, ${code}` }, share, 'couples2011', 6)),
  ],
};

const britishAges = [0, 5, 16, 25, 35, 45, 55, 65, 75, 85];
const britishByAge: Section = {
  title: 'White British, by age',
  unit: '%',
  about: 'of the living of that age',
  figures: bandsOf(britishAges).map((band, n) =>
    figure(band, { share: `British at ${band}` }, [63, 65, 68, 65, 65, 74, 82, 87, 89, 91][n] ?? 0, 'censusEthnicAge', 2),
  ),
};

const abroadAges = [0, 16, 25, 35, 45, 55, 65];
const abroad: Section = {
  title: 'Born abroad, by age',
  unit: '%',
  about: 'of the living whose place of birth is known',
  figures: [
    target(close('everybody', { share: 'born abroad' }, 17, 'censusBirthplace', 1)),
    ...bandsOf(abroadAges).map((band, n) =>
      figure(band, { share: `born abroad at ${band}` }, [7, 15, 28, 31, 22, 14, 11][n] ?? 0, 'censusBirthplace', 1.5),
    ),
  ],
};

/** Thousands in England and Wales, of 59.6 million. */
const countries = [
  ['IND', 'India', 920],
  ['POL', 'Poland', 743],
  ['PAK', 'Pakistan', 624],
  ['ROU', 'Romania', 539],
  ['IRL', 'Ireland', 325],
  ['ITA', 'Italy', 277],
  ['BGD', 'Bangladesh', 273],
  ['NGA', 'Nigeria', 271],
  ['DEU', 'Germany', 262],
  ['ZAF', 'South Africa', 217],
] as const;

const birthplaces: Section = {
  title: 'Countries of birth',
  unit: '%',
  about: 'of the living whose place of birth is known',
  figures: countries.map(([key, name, people]) => figure(name, { group: 'country of birth', key }, people / 596, 'censusBirthplace', 0.1)),
};

const parents: Section = {
  title: 'Children and their parents',
  unit: '%',
  about: 'of people with a parent on record, or of those named',
  figures: [
    target(inside('in the category of mother or father, or mixed of both', { share: 'as their parents' }, [97, 100], 'target')),
    figure('of one parent’s category, where a mixed one would be right', { share: 'of one parent only' }, 25, 'couples2011', 8),
    figure('under-16s who live with an inter-ethnic couple', { share: 'children of inter-ethnic couples' }, 7, 'couples2011', 1),
  ],
};

export const ethnicity: Topic = {
  title: 'Ethnic group and country of birth',
  sections: [shares, britishByAge, births, medians, bornHere, abroad, birthplaces, mixedMarriages, parents],
  begin: observing((life, counts) => {
    const { person } = life;
    if (!life.isAlive) return;
    const isAbroad = life.isBornAbroad;
    if (isAbroad !== undefined) {
      counts.share('born abroad', isAbroad);
      counts.share(`born abroad at ${bandOf(abroadAges, life.age)}`, isAbroad);
      counts.among('country of birth', person.birthPlace?.country ?? '');
    }
    const code = categoryOf(life);
    if (code === undefined) return;
    counts.among('ethnic category', code);
    counts.value(`age of ${code}`, life.age);
    counts.share(`British at ${bandOf(britishAges, life.age)}`, code === 'A');
    if (isAbroad !== undefined) counts.share(`born in the UK, ${code}`, !isAbroad);
    if (life.age < 5 && isAbroad !== true)
      counts.among('group of births', mixed.has(code) ? 'mixed' : code === 'S' ? 'other' : broadOf(code));
    const partner = categoryOf(life.couple?.other);
    if (partner !== undefined) {
      counts.share('inter-ethnic', partner !== code);
      counts.share(`inter-ethnic, ${code}`, partner !== code);
    }
    seeParents(life, code, counts);
  }),
};

function categoryOf(life: Life | undefined): string | undefined {
  const code = life?.person.ethnicity;
  return code !== undefined && codes.has(code) ? code : undefined;
}

function seeParents(life: Life, code: string, counts: Counts): void {
  const mother = categoryOf(life.mother);
  const father = categoryOf(life.father);
  if (life.age < 16) counts.share('children of inter-ethnic couples', mother !== father && parentsAtHome(life).length === 2);
  const known = [mother, father].filter((each) => each !== undefined);
  if (known.length > 0) counts.share('as their parents', known.includes(code) || isMixedOf(code, known));
  if (mother === undefined || father === undefined) return;
  if (broadOf(mother) !== broadOf(father)) counts.share('of one parent only', code === mother || code === father);
}

const white = new Set(['A', 'B', 'C']);

/** The groups that a mixed category stands between. */
const broadOf = (code: string): string =>
  white.has(code) ? 'White' : 'HJKLR'.includes(code) ? 'Asian' : 'MNP'.includes(code) ? 'Black' : code;

const mixed = new Set(['D', 'E', 'F', 'G']);
/** The mixed categories of White and another: other mixed is right for any two. */
const withWhite: Readonly<Record<string, string>> = { M: 'D', N: 'E', P: 'DE', H: 'F', J: 'F', K: 'F', L: 'F', R: 'F' };

/** Mixed of both parents; where only one is known, or is mixed, any that is mixed. Two White categories make other White. */
function isMixedOf(code: string, parents: readonly string[]): boolean {
  const [one = '', other] = parents;
  if (other !== undefined && parents.every((parent) => white.has(parent))) return code === 'C';
  if (!mixed.has(code)) return false;
  if (other === undefined || parents.some((parent) => mixed.has(parent))) return true;
  const outside = white.has(one) ? other : white.has(other) ? one : undefined;
  return one !== other && (code === 'G' || (outside !== undefined && (withWhite[outside] ?? '').includes(code)));
}
