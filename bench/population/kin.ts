/** Who somebody is to those they live with. */
import type { Life } from './life.ts';

const among = (lives: readonly Life[], person: Life): boolean =>
  lives.some(({ person: { nhsNumber } }) => nhsNumber === person.person.nhsNumber);

/** Two who are a couple today and live together. */
export const isCouple = (one: Life, other: Life): boolean => one.couple?.other?.person.nhsNumber === other.person.nhsNumber;

export const partnerAtHome = (life: Life): Life | undefined => life.household.slice(1).find((other) => isCouple(life, other));

export const parentsAtHome = (life: Life): readonly Life[] => life.parents.filter((parent) => among(life.household, parent));

export const childrenAtHome = (life: Life): readonly Life[] => life.children.filter((child) => among(life.household, child));

/** Parents, guardians, those parents live or lived with, grown brothers and sisters, their forebears, aunts and uncles. */
export function isKin(child: Life, adult: Life): boolean {
  const parents = child.related('mother', 'father', 'guardian');
  const grandparents = parents.flatMap((parent) => parent.parents);
  return (
    among([...parents, ...grandparents, ...grandparents.flatMap((each) => each.parents)], adult) ||
    parents.some((parent) => parent.couples.some(({ other }) => other !== undefined && among([other], adult))) ||
    among(child.related('sibling'), adult) ||
    parents.some((parent) => among(parent.related('sibling'), adult))
  );
}

/** In the census a child who is under 16, or under 19 and at school, as most at home are. */
export const isDependent = (life: Life): boolean => life.age < 18 && life.children.length === 0;

export type Composition =
  | 'one person, 66 or over'
  | 'one person, younger'
  | 'couple, both 66 or over'
  | 'married, no child'
  | 'married, dependent children'
  | 'married, grown children'
  | 'cohabiting, no child'
  | 'cohabiting, dependent children'
  | 'cohabiting, grown children'
  | 'lone parent, dependent children'
  | 'lone parent, grown children'
  | 'other';

/** The kinds of household of the census. Whatever is not one couple or parent with their own children, or either's, is another kind. */
export function compositionOf(household: readonly Life[]): Composition {
  const [first] = household;
  if (first === undefined) return 'other';
  if (household.length === 1) return first.age >= 66 ? 'one person, 66 or over' : 'one person, younger';
  const partnered = household.find((life) => partnerAtHome(life) !== undefined);
  const head = partnered ?? household.find((life) => childrenAtHome(life).length > 0);
  if (head === undefined) return 'other';
  const partner = partnerAtHome(head);
  const couple = partner === undefined ? [head] : [head, partner];
  const children = household.filter((life) => couple.some((parent) => among(parent.children, life)));
  if (couple.length + children.length < household.length) return 'other';
  if (children.some((child) => childrenAtHome(child).length > 0)) return 'other';
  const which = children.length === 0 ? 'no child' : children.some(isDependent) ? 'dependent children' : 'grown children';
  if (partner === undefined) return which === 'no child' ? 'other' : `lone parent, ${which}`;
  if (which === 'no child' && couple.every(({ age }) => age >= 66)) return 'couple, both 66 or over';
  return head.couple?.wedding === undefined ? `cohabiting, ${which}` : `married, ${which}`;
}
