/** Needs of families: couples, children, next of kin. */
import type { MaritalStatus, Needs, NextOfKin, Partnership } from '../../population.ts';
import { dayOf } from '../calendar.ts';
import { type Surroundings, ageOf, childrenAtHome, grownUp, isCareHome, relativesAtHome } from './surroundings.ts';
import { numberOf, isIn, withinDays, type Need, amongWords, byItsName, range } from './need.ts';

/** The age from which somebody can be single, and could marry until 2023. */
const marries = 16;
export const frail = 80;
const near: readonly string[] = ['mother', 'father', 'child'];

type FamilyNeed =
  | 'maritalStatus'
  | 'sameSexCouple'
  | 'children'
  | 'childrenAtHome'
  | 'loneParent'
  | 'twin'
  | 'carer'
  | 'nextOfKin'
  | 'bereaved';

export const familyNeeds: { readonly [Name in FamilyNeed]: Need<NonNullable<Needs[Name]>> } = {
  maritalStatus: amongWords('status', ['single', 'married', 'cohabiting', 'separated', 'divorced', 'widowed'], {
    means:
      'How they stand as one of a couple. Single: 16 or over and never married. Separated: parted from a partner without a divorce. Whoever lives with a partner again is cohabiting or married.',
    example: 'widowed',
    why(wanted, about) {
      const isToldOf = about.relatives().every(({ relationship }) => relationship !== 'partner') || about.partnerships().length > 0;
      if (!isToldOf || about.age < marries) return undefined;
      return maritalStatusOf(about.partnerships()) === wanted ? wanted : undefined;
    },
  }),
  sameSexCouple: byItsName({
    means: 'Has a partner of the same sex, married or not.',
    why(_, { person, partnerships, find }) {
      const partner = partnerships().findLast(({ end }) => end === undefined)?.partner;
      const gender = partner === undefined ? undefined : find(partner)?.gender;
      if (gender !== person.gender || (gender !== 'female' && gender !== 'male')) return undefined;
      return `the partner is ${gender}, too`;
    },
  }),
  children: range('number', {
    means: 'Has so many children who were ever on record, of whatever age and wherever they live.',
    example: '2',
    why(wanted, { relatives }) {
      const count = relatives().filter(({ relationship }) => relationship === 'child').length;
      return isIn(count, wanted) ? numberOf(count, 'child', 'children') : undefined;
    },
  }),
  childrenAtHome: range('number', {
    means: 'Lives with so many children of their own who are under 18.',
    example: '1..',
    why(wanted, about) {
      const count = childrenAtHome(about).length;
      return about.others() !== undefined && isIn(count, wanted) ? `${numberOf(count, 'child', 'children')} under 18 at home` : undefined;
    },
  }),
  loneParent: byItsName({
    means: 'Lives with children of their own who are under 18, and with no partner.',
    why(_, about) {
      const count = childrenAtHome(about).length;
      if (count === 0 || relativesAtHome(about, 'partner').length > 0) return undefined;
      return `alone with ${numberOf(count, 'child', 'children')} under 18`;
    },
  }),
  twin: byItsName({
    means: 'Was born as one of twins or more.',
    why: (_, { person: { multipleBirth } }) => (multipleBirth === undefined ? undefined : `number ${multipleBirth} of a multiple birth`),
  }),
  carer: byItsName({
    means: `May be somebody's carer: ${grownUp} or over, and shares a home that is no care home with somebody of ${frail} or over. No record says who cares for whom.`,
    why(_, about) {
      if (about.age < grownUp || isCareHome(about.person)) return undefined;
      const oldest = Math.max(...(about.others() ?? []).map((other) => ageOf(about, other)));
      return oldest >= frail ? `lives with somebody of ${oldest}` : undefined;
    },
  }),
  nextOfKin: amongWords('who', ['partner', 'child', 'parent', 'sibling', 'none'], {
    means:
      'Who their next of kin is, of the living on record: partner, else a child of 18 or over, else mother, father or guardian, else a brother or sister of 18 or over.',
    example: 'none',
    why: (wanted, about) => (nextOfKinOf(about) === wanted ? (wanted === 'none' ? 'no next of kin' : `next of kin: ${wanted}`) : undefined),
  }),
  bereaved: withinDays({
    means: 'Lost a partner, a parent or a child within so many days.',
    example: '90',
    why(days, { today, relatives, partnerships }) {
      const isLate = (date: string | undefined): boolean => date !== undefined && dayOf(date) >= today - days;
      if (partnerships().some(({ end }) => end?.by === 'death' && isLate(end.date))) return 'lost a partner';
      const lost = relatives().find(({ relationship, person }) => near.includes(relationship) && isLate(person.death?.date));
      return lost && `lost ${lost.relationship === 'child' ? 'a child' : `their ${lost.relationship}`} on ${lost.person.death?.date}`;
    },
  }),
};

/** Of a couple, whether they wed and how it ended, whatever the days are written as. */
interface Standing {
  readonly wedding?: unknown;
  readonly end?: Pick<NonNullable<Partnership['end']>, 'by'> | undefined;
}

/** By the couple that there is, else by the last marriage, else by the last of other couples. */
export function maritalStatusOf(partnerships: readonly Standing[]): MaritalStatus {
  const present = partnerships.findLast(({ end }) => end === undefined);
  if (present !== undefined) return present.wedding === undefined ? 'cohabiting' : 'married';
  const marriage = partnerships.findLast(({ wedding }) => wedding !== undefined);
  if (marriage?.end !== undefined) return endOfMarriage[marriage.end.by];
  return partnerships.at(-1)?.end?.by === 'separation' ? 'separated' : 'single';
}

const endOfMarriage = { death: 'widowed', divorce: 'divorced', separation: 'separated' } as const;

function nextOfKinOf(about: Surroundings): NextOfKin {
  const living = about.relatives().filter(({ person }) => person.death === undefined);
  const has = (relationships: readonly string[], from = 0): boolean =>
    living.some(({ relationship, person }) => relationships.includes(relationship) && ageOf(about, person) >= from);
  if (has(['partner'])) return 'partner';
  if (has(['child'], grownUp)) return 'child';
  if (has(['mother', 'father', 'guardian'])) return 'parent';
  return has(['sibling'], grownUp) ? 'sibling' : 'none';
}
