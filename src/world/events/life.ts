/** What the generators of events know about a person: the record, the family's dates, and where the person was registered when. */
import type { IsoDate, LifeEvent, OdsCode, Person, Practitioner } from '../../population.ts';
import { type Day, ageOn, isoDate, dayOf } from '../calendar.ts';
import { hash, unit } from '../hash.ts';

export interface Family {
  readonly weddings: readonly Day[];
  readonly children: readonly Day[];
}

export interface Life {
  readonly person: Person;
  readonly birth: Day;
  /** The last day that anything can happen: the day of death, or the population's date. */
  readonly end: Day;
  readonly family: Family;
  age(day: Day): number;
  /** Where the person was registered on a day. */
  practiceOn(day: Day): OdsCode | undefined;
  /** A number in [0, 1) for this person, an attribute and a count of it. */
  chance(field: number, n?: number): number;
  /** One of the people who work somewhere. */
  someoneAt(ods: OdsCode, field: number, n?: number): string | undefined;
  /** The hospital trust for a practice. */
  trustFor(practice: OdsCode): OdsCode | undefined;
}

export interface Setting {
  readonly seed: number;
  readonly asOf: IsoDate;
  practitioners(ods: OdsCode): readonly Practitioner[];
  trustFor(practice: OdsCode): OdsCode | undefined;
}

/** An event before it is numbered among its kind. */
export type Happening = Omit<LifeEvent, 'ordinal' | 'date'> & { readonly day: Day };

export function lifeOf(person: Person, family: Family, { seed, asOf, practitioners, trustFor }: Setting): Life {
  const key = Number(person.nhsNumber.slice(1));
  const birth = dayOf(person.birthDate);
  const registrations = person.registrations.map(({ practice, period }) => ({
    practice,
    from: dayOf(period.start),
    to: period.end === undefined ? Infinity : dayOf(period.end),
  }));
  const about = (n: number): number => (n === 0 ? key : hash(seed, key, n));
  return {
    person,
    birth,
    end: person.death === undefined ? dayOf(asOf) : dayOf(person.death.date),
    family,
    age: (day) => ageOn(birth, day),
    practiceOn: (day) => registrations.find(({ from, to }) => from <= day && day <= to)?.practice,
    chance: (field, n = 0) => unit(seed, about(n), field),
    someoneAt(ods, field, n = 0) {
      const staff = practitioners(ods);
      return staff[hash(seed, about(n), field) % Math.max(1, staff.length)]?.sdsUserId;
    },
    trustFor,
  };
}

/** In order of date, numbered from 0. */
export function numbered(happenings: readonly Happening[], life: Life): readonly LifeEvent[] {
  return happenings
    .filter(({ day }) => day >= life.birth && day <= life.end)
    .toSorted((a, b) => a.day - b.day)
    .map(({ day, ...event }, ordinal) => ({ ...event, date: isoDate(day), ordinal }));
}

export function placedAt(organisation: OdsCode | undefined, practitioner?: string): Pick<LifeEvent, 'organisation' | 'practitioner'> {
  return { ...(organisation === undefined ? {} : { organisation }), ...(practitioner === undefined ? {} : { practitioner }) };
}
