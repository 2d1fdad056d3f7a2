/** Needs of the home: with whom, in what, and where. */
import type { Company, Needs, Relative } from '../../population.ts';
import { dayOf } from '../calendar.ts';
import { type Surroundings, ageOf, grownUp, isCareHome, relativesAtHome } from './surroundings.ts';
import { numberOf, isIn, withinDays, type Need, amongWords, byItsName, readRange } from './need.ts';

type HomeNeed = 'livesWith' | 'livesIn' | 'deprived' | 'rural' | 'moved' | 'newToEngland';

const company: readonly Company[] = ['nobody', 'partner', 'parents', 'children', 'siblings'];
const relationships: Readonly<Record<Exclude<Company, 'nobody'>, readonly Relative['relationship'][]>> = {
  partner: ['partner'],
  parents: ['mother', 'father'],
  children: ['child'],
  siblings: ['sibling'],
};
/** Who shares a house with strangers, or with friends, is of about their age. */
const yearsApart = 15;
/** Deciles of the Index of Multiple Deprivation that count as deprived (Core20PLUS5, NHS England). */
export const deprivedUpTo = 2;
export const newFor = 365;

export const homeNeeds: { readonly [Name in HomeNeed]: Need<NonNullable<Needs[Name]>> } = {
  livesWith: {
    value: 'whom',
    means: `Who shares their home: ${company.join(', ')}, or so many others; several with commas between. Nobody in a care home lives alone.`,
    example: 'partner,children',
    wants: `one or more of ${company.join(', ')}, or how many others: partner,children or 3..`,
    read(typed) {
      const who: Company[] = [];
      let others: NonNullable<Needs['livesWith']>['others'];
      for (const word of typed.toLowerCase().split(',')) {
        const one = company.find((each) => each === word.trim());
        const count = one === undefined ? readRange(word.trim()) : undefined;
        if (one !== undefined) who.push(one);
        else if (count !== undefined && others === undefined) others = count;
        else return undefined;
      }
      return who.includes('nobody') && (who.length > 1 || others !== undefined) ? undefined : { who, ...(others && { others }) };
    },
    why({ who, others: wanted }, about) {
      const others = about.others();
      if (others === undefined || (wanted !== undefined && !isIn(others.length, wanted))) return undefined;
      if (who.includes('nobody')) return others.length === 0 && !isCareHome(about.person) ? 'lives alone' : undefined;
      const found = who.map((each) => (each === 'nobody' ? undefined : sharing(each, about)));
      if (found.includes(undefined)) return undefined;
      return `lives with ${[...found, ...(wanted === undefined ? [] : [`${numberOf(others.length, 'other')} in all`])].join(', ')}`;
    },
  },
  livesIn: amongWords('home', ['care-home', 'shared-house'], {
    means: `A care home, or a house or flat that they share with others of 18 or over and about their age (within ${yearsApart} years) who are no relatives.`,
    example: 'care-home',
    why(wanted, about) {
      const { person } = about;
      if (wanted === 'care-home') return isCareHome(person) ? `lives in ${person.addresses[0]?.lines[0]}` : undefined;
      const others = about.others() ?? [];
      if (others.length === 0 || isCareHome(person) || about.age < grownUp) return undefined;
      const related = new Set<string>(about.relatives().map((relative) => relative.person.nhsNumber));
      const isMate = (age: number): boolean => age >= grownUp && Math.abs(age - about.age) <= yearsApart;
      const areMates = others.every((other) => isMate(ageOf(about, other)) && !related.has(other.nhsNumber));
      return areMates ? `shares with ${numberOf(others.length, 'other')}` : undefined;
    },
  }),
  deprived: byItsName({
    means: `The home is in one of the most deprived fifth of areas: decile 1 or ${deprivedUpTo} of the Index of Multiple Deprivation.`,
    why(_, { person }) {
      const decile = person.addresses[0]?.area?.deprivation;
      return decile !== undefined && decile <= deprivedUpTo ? `deprivation decile ${decile}` : undefined;
    },
  }),
  rural: byItsName({
    means: 'The home is in a place of fewer than 10,000 people.',
    why(_, { person }) {
      const [home] = person.addresses;
      return home?.area?.rural === true ? `lives in ${home.lines[2] || home.lines[3]}` : undefined;
    },
  }),
  moved: withinDays({
    means: 'Moved to the present home from another in England within so many days.',
    example: '365',
    why(days, { person, today }) {
      const [home] = person.addresses;
      const hasMoved = person.addresses.some(({ use, text }) => use === 'old' && text === undefined);
      const since = home?.use === 'home' ? home.period?.start : undefined;
      return hasMoved && since !== undefined && dayOf(since) >= today - days ? `moved on ${since}` : undefined;
    },
  }),
  newToEngland: byItsName({
    means: 'Was born abroad, and came to England within a year: the first address on record is no older.',
    why(_, { person, today }) {
      if (person.birthPlace === undefined || person.birthPlace.country === 'GBR') return undefined;
      const starts = person.addresses.flatMap(({ period }) => period?.start ?? []).toSorted();
      const [first] = starts;
      return first !== undefined && dayOf(first) >= today - newFor ? `came on ${first}` : undefined;
    },
  }),
};

/** Who of them it is, in words. */
function sharing(company: Exclude<Company, 'nobody'>, about: Surroundings): string | undefined {
  const those = relativesAtHome(about, ...relationships[company]);
  if (those.length === 0) return undefined;
  if (company === 'partner') return 'a partner';
  return company === 'children' ? numberOf(those.length, 'child', 'children') : numberOf(those.length, company.slice(0, -1));
}
