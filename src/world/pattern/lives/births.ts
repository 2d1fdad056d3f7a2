/** The children of couples, and of women without a partner. */
import { type Day, year } from '../../calendar.ts';
import { at, type Draws, percent } from '../draws.ts';
import { lifespan } from '../england/mortality.ts';
import * as rates from '../england/rates.ts';
import { ageAt, horizon, type Inhabitant, type Union, yearOfDay } from './members.ts';
import { female, male } from '../../peoples/people.ts';
import type { Community } from './neighbourhood.ts';

const month = year / 12;
/** Nobody is born in the last days of a parent's life, or of their living together. */
const safely = 30;

/** A couple's, until she has as many as she wants, or they part, or it is too late. */
export function bear(neighbourhood: Community, { a, b: mother, together, end }: Union): void {
  const { draws } = neighbourhood;
  if (mother.sex !== female || (a.sex === female && !percent(draws, rates.twoMothers))) return;
  const father = a.sex === male ? a : undefined;
  const waits = draws() * rates.waitingSpread < yearOfDay(together) - rates.waitingSince ? rates.firstChildLate : rates.firstChildSoon;
  const last = mother.children.at(-1);
  let day = together + Math.floor(at(waits, draws()) * year);
  if (last !== undefined) day = Math.max(day, last.birth + monthsAfter(0.3 + 0.7 * draws()));
  while (mother.children.length < mother.wants) {
    const age = ageAt(mother, day);
    if (age >= rates.youngestMother) {
      if (day + safely >= end || age > rates.oldestMother || draws() > at(rates.stillCan, age)) return;
      deliver(neighbourhood, mother, father, day);
    }
    day += monthsAfter(draws());
  }
}

export function loneChild(neighbourhood: Community, mother: Inhabitant, day: Day): void {
  if (day + safely >= mother.death || mother.wants === 0 || mother.children.length > 0 || mother.unions.length > 0) return;
  deliver(neighbourhood, mother, undefined, day);
}

function monthsAfter(chance: number): number {
  return Math.floor(at(rates.monthsBetween, chance) * month);
}

function deliver(neighbourhood: Community, mother: Inhabitant, father: Inhabitant | undefined, birth: Day): void {
  if (birth >= horizon) return;
  const { draws } = neighbourhood;
  const two = neighbourhood.registry.isTwins(birth, draws);
  for (let order = 1; order <= (two ? 2 : 1); order += 1) {
    const sex = neighbourhood.registry.sexOf(birth, draws);
    const child = neighbourhood.enter({
      // A child goes by the father's family, where there is one.
      stock: (father ?? mother).stock,
      category: categoryOf(mother, father, draws),
      sex,
      birth,
      arrival: Math.max(birth, mother.arrival),
      death: birth + lifespan(sex, 0, draws()),
      mother,
      father,
      multiple: two ? order : 0,
    });
    neighbourhood.liveOn(child);
    mother.children.push(child);
    father?.children.push(child);
  }
}

/** A parent's category, or that of both: as the census has it, some children of two are put down under one of them. */
function categoryOf(mother: Inhabitant, father: Inhabitant | undefined, draws: Draws): string {
  const theirs = father?.category ?? mother.category;
  if (theirs === mother.category) return theirs;
  if ((isWhite(theirs) && isWhite(mother.category)) || percent(draws, rates.underOneParent))
    return draws() < 0.5 ? theirs : mother.category;
  return isWhite(theirs)
    ? mixedOf(mother.category)
    : isWhite(mother.category)
      ? mixedOf(theirs)
      : (mixedOnesOf(theirs, mother.category) ?? 'G');
}

const isWhite = (category: string): boolean => 'ABC'.includes(category);
const isMixed = (category: string): boolean => 'DEFG'.includes(category);

function mixedOnesOf(one: string, other: string): string | undefined {
  return [one, other].find(isMixed);
}

/** White and …: Caribbean, African, Asian, or any other mixed background. */
function mixedOf(category: string): string {
  if (isMixed(category)) return category;
  return 'MP'.includes(category) ? 'D' : category === 'N' ? 'E' : 'HJKLR'.includes(category) ? 'F' : 'G';
}
