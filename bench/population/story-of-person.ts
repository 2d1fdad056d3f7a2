/** One person of a household, told in a paragraph or two: birth, family elsewhere, couples, moves, practice, and what is odd. */
import type { Person } from '../../src/population.ts';
import { isoDate } from '../../src/world/calendar.ts';
import {
  ageInWords,
  dateInWords,
  firstName,
  fullName,
  listed,
  monthInWords,
  relationTo,
  theirWord,
  theyWord,
  townIn,
  yearIn,
} from './words.ts';
import type { Couple, Life, People } from './life.ts';

const categories: Readonly<Record<string, string>> = {
  A: 'White British',
  B: 'White Irish',
  C: 'other White',
  D: 'White and Black Caribbean',
  E: 'White and Black African',
  F: 'White and Asian',
  G: 'otherwise mixed',
  H: 'Indian',
  J: 'Pakistani',
  K: 'Bangladeshi',
  L: 'other Asian',
  M: 'Black Caribbean',
  N: 'Black African',
  P: 'other Black',
  R: 'Chinese',
  S: 'of another ethnic group',
  Z: 'of an ethnic group not stated',
};

export function storyOfPerson(life: Life, people: People): string {
  const odd = oddities(life);
  return [
    birthOf(life),
    ...namesOf(life),
    ...life.couples.map((couple) => coupleOf(life, couple)).filter((sentence) => sentence !== ''),
    ...kinElsewhere(life),
    ...movesOf(life),
    careOf(life, people),
    ...(odd.length > 0 ? [`Odd: ${odd.join('; ')}.`] : []),
  ].join(' ');
}

const languages = new Intl.DisplayNames('en-GB', { type: 'language' });

/** Codes of the NHS that are no languages of BCP 47 stay as they are. */
function nameOfLanguage(code: string): string {
  try {
    return languages.of(code) ?? code;
  } catch {
    return `the language ${code}`;
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function birthOf(life: Life): string {
  const { person } = life;
  const { birthPlace, language, interpreterRequired } = person;
  const place = birthPlace === undefined ? '' : ` in ${birthPlace.city}${life.isBornAbroad === true ? ` (${birthPlace.country})` : ''}`;
  const tongue =
    language === undefined ? '' : `; prefers ${nameOfLanguage(language)}${interpreterRequired ? ' and needs an interpreter' : ''}`;
  const twin =
    person.multipleBirth === undefined
      ? ''
      : `, the ${['', 'first', 'second', 'third'][person.multipleBirth] ?? 'last'} of a multiple birth`;
  return `${fullName(person)}, ${ageInWords(life)}, was born on ${dateInWords(person.birthDate)}${place}${twin}; ${categories[person.ethnicity] ?? person.ethnicity}${tongue}.`;
}

function namesOf({ person }: Life): readonly string[] {
  const former = person.names.slice(1).filter(({ use }) => use === 'maiden' || use === 'old');
  return former.map(({ given, family, period }) => {
    const until = period?.end === undefined ? '' : ` until ${monthInWords(period.end)}`;
    return `Was ${[...given.slice(0, 1), family].join(' ')}${until}.`;
  });
}

function coupleOf(life: Life, { other, together, wedding, end }: Couple): string {
  const whom = other === undefined ? 'somebody of whom there is no record' : fullName(other.person);
  const since = `Has lived with ${whom} since ${monthInWords(isoDate(together))}`;
  if (end === undefined) return wedding === undefined ? `${since}, unmarried.` : `${since}, married on ${dateInWords(isoDate(wedding))}.`;
  const from =
    wedding === undefined
      ? `Lived with ${whom} from ${monthInWords(isoDate(together))}`
      : `Married ${whom} on ${dateInWords(isoDate(wedding))}`;
  const until = dateInWords(isoDate(end.day));
  if (end.by !== 'death') return `${from}; ${end.by === 'divorce' ? 'divorced' : 'parted'} on ${until}.`;
  return `${from}; ${life.isAlive && wedding !== undefined ? 'widowed' : 'ended by death'} on ${until}.`;
}

function kinElsewhere(life: Life): readonly string[] {
  const home = new Set(life.household.map(({ person }) => person.nhsNumber));
  const elsewhere = life.related('mother', 'father', 'child', 'sibling', 'guardian').filter(({ person }) => !home.has(person.nhsNumber));
  if (elsewhere.length === 0) return [];
  const told = elsewhere.map((other) => {
    const relation = relationTo(life, other) ?? 'relative';
    if (other.death !== undefined)
      return `${theirWord(life)} ${relation} ${firstName(other.person)} died in ${monthInWords(isoDate(other.death))} at ${ageInWords(other)}`;
    const where = other.home === undefined ? 'is of no known address' : `lives in ${townIn(other.home.lines)}`;
    return `${theirWord(life)} ${relation} ${firstName(other.person)}, ${ageInWords(other)}, ${where}`;
  });
  return [`${capital(listed(told))}.`];
}

function movesOf({ person }: Life): readonly string[] {
  const former = person.addresses.filter(({ use, text }) => use === 'old' && text === undefined);
  const current = person.addresses.find(({ use }) => use === 'home');
  const came = current?.period?.start;
  const here = came === undefined || came === person.birthDate ? [] : [`Came here in ${monthInWords(came)}.`];
  if (former.length === 0) return here;
  const homes = former.map(({ lines, period }) => `${townIn(lines)}${period === undefined ? '' : ` from ${yearIn(period.start)}`}`);
  return [...here, `Before that: ${homes.join('; ')}.`];
}

function careOf(life: Life, { population }: People): string {
  const { registrations, pharmacy } = life.person;
  const they = capital(theyWord(life));
  const nameOf = (ods: string): string => population.organisation(ods)?.name ?? ods;
  const [current] = registrations;
  const chemist = pharmacy === undefined ? '' : `, and medicines come from ${nameOf(pharmacy)}`;
  const verb = they === 'They' ? 'are' : 'is';
  if (current === undefined || current.period.end !== undefined) return `${they} ${verb} registered with no practice${chemist}.`;
  return `${they} ${verb} registered with ${nameOf(current.practice)} since ${monthInWords(current.period.start)}${chemist}.`;
}

const tests: readonly (readonly [string, (person: Person, life: Life) => boolean])[] = [
  ['location withheld', ({ restricted }) => restricted],
  ['nothing on record to be reached by', ({ telecoms }) => telecoms.length === 0],
  ['no practice', ({ registrations }) => registrations[0] === undefined || registrations[0].period.end !== undefined],
  ['address without a postcode', ({ addresses }) => addresses.some(({ postcode }) => postcode === undefined)],
  ['a temporary address', ({ addresses }) => addresses.some(({ use }) => use === 'temp')],
  ['family name in capitals', ({ names: [name] }) => name !== undefined && /^[A-Z' -]{2,}$/.test(name.family)],
  ['known by one name', ({ names: [name] }) => name !== undefined && name.given.length === 0],
  ['born on 1 January', ({ birthDate }) => birthDate.endsWith('-01-01')],
  ['gender other or unknown', ({ gender }) => gender === 'other' || gender === 'unknown'],
  ['over a hundred', (_, { age }) => age >= 100],
  ['a parent before 16', (_, life) => life.children.some(({ birth }) => life.yearsOldOn(birth) < 16)],
  ['a mother after 46', ({ gender }, life) => gender === 'female' && life.children.some(({ birth }) => life.yearsOldOn(birth) > 46)],
  ['more than twenty years between partners', (_, { birth, couple }) => Math.abs((couple?.other?.birth ?? birth) - birth) > 20 * 365.25],
];

const oddities = (life: Life): readonly string[] => tests.filter(([, test]) => test(life.person, life)).map(([name]) => name);
