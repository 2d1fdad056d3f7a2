/**
 * The words for finding people by need, as one table: command line, control API, documents and tests are made of it. Whether somebody meets
 * a need is read off the record and what the population tells around it, so it holds of people whom a workspace brought and of test people too.
 */
import type { Needs, Person, Population, Sought } from '../../population.ts';
import { surroundingsOf, type Surroundings } from './surroundings.ts';
import { ageNeeds } from './age-needs.ts';
import { backgroundNeeds, serviceNeeds } from './background-needs.ts';
import { careNeeds } from './care-needs.ts';
import { conditionNeeds } from './condition-needs.ts';
import { familyNeeds } from './family-needs.ts';
import { homeNeeds } from './home-needs.ts';
import { medicineNeeds } from './medicine-needs.ts';
import type { Need } from './need.ts';
import { resultNeeds } from './result-needs.ts';
import { vaccinationNeeds } from './vaccination-needs.ts';

export type NeedName = keyof Needs;

type Values = { readonly [Name in NeedName]-?: NonNullable<Needs[Name]> };

export const needs: { readonly [Name in NeedName]: Need<Values[Name]> } = {
  ...ageNeeds,
  ...homeNeeds,
  ...familyNeeds,
  ...backgroundNeeds,
  ...serviceNeeds,
  // What costs more to tell is asked later.
  ...conditionNeeds,
  ...vaccinationNeeds,
  ...medicineNeeds,
  ...careNeeds,
  ...resultNeeds,
};

export const needNames: readonly NeedName[] = Object.keys(needs) as readonly NeedName[]; // its own members

/** As typed: `true` for what is asked by its name alone. */
export type TypedNeeds = { readonly [Name in NeedName]?: string | boolean };

export interface WrongNeed {
  readonly field: NeedName;
  /** What it wants, in a phrase. */
  readonly wants: string;
}

export function readNeeds(typed: TypedNeeds): { readonly needs: Needs } | WrongNeed {
  const read: Partial<Record<NeedName, unknown>> = {};
  for (const field of needNames) {
    const text = typed[field];
    if (text === undefined || text === false) continue;
    const value = needs[field].read(String(text).trim());
    if (value === undefined) return { field, wants: needs[field].wants };
    read[field] = value;
  }
  return { needs: read as Needs }; // each member by the reader of its own name
}

/** About how many people can be looked at in a second; undefined where nothing is asked that takes long to tell. */
export function lookedAtInASecond(asked: Needs): number | undefined {
  const those = needNames.flatMap((name) => (asked[name] === undefined ? [] : (needs[name].lookedAt ?? [])));
  return those.length === 0 ? undefined : Math.min(...those);
}

export const isAny = (asked: Needs): boolean => needNames.some((name) => asked[name] !== undefined);

type Asked = Pick<Sought, 'needs' | 'traits'>;

/** Needs are of the living where nothing else is said. */
export function isOfTheDead({ needs: { died }, traits = [] }: Asked): boolean {
  return died !== undefined || traits.includes('deceased-formal') || traits.includes('deceased-informal');
}

/** For each need that is asked, in a few words, why somebody meets it; undefined for whoever does not meet them all. */
export function whyMeets(population: Population, { needs: asked, traits = [] }: Asked): (person: Person) => readonly string[] | undefined {
  const isAsked = isAny(asked);
  const mayBeDead = isOfTheDead({ needs: asked, traits });
  return (person) => {
    if (!isAsked) return [];
    const { minimal, status, death } = person;
    if (minimal || (status.kind !== 'live' && !traits.includes(status.kind)) || (death !== undefined && !mayBeDead)) return undefined;
    return reasonsFor(asked, surroundingsOf(population, person));
  };
}

/** The same of somebody, dead or alive, of whom it is known already what is around them. */
export function reasonsFor(asked: Needs, about: Surroundings): readonly string[] | undefined {
  const reasons: string[] = [];
  for (const name of needNames) {
    if (asked[name] === undefined) continue;
    const why = reason(name, asked, about);
    if (why === undefined) return undefined;
    reasons.push(why);
  }
  return reasons;
}

function reason<Name extends NeedName>(name: Name, asked: Partial<Values>, about: Surroundings): string | undefined {
  const need: Need<Values[Name]> = needs[name];
  const value = asked[name];
  return value === undefined ? undefined : need.why(value, about);
}
