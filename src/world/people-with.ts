/** Who may have a trait, found by what decides it: members of the pattern first, then each in every copy. The record says who has it. */
import type { Trait } from '../population.ts';
import type { World } from './build-world.ts';
import { type Day, isoDate } from './calendar.ts';
import { largestShift } from './copies/copies.ts';
import type { RecordStanding } from './copies/standing.ts';
import { isKnownByOneName } from './peoples/given-names.ts';
import { peoples } from './peoples/peoples.ts';
import { housingOf } from './records/addresses.ts';
import { mayBeAway } from './records/elsewhere.ts';
import type { Parts } from './records/parts.ts';
import { deathOf } from './records/registrations.ts';
import { isUntidy, isUntidyOf, type Untidiness } from './records/untidy.ts';

/** Nobody with the trait fails either; they are quicker than making whole records to look at. */
interface Sieve {
  readonly member?: (member: number) => boolean;
  readonly index?: (copy: number, member: number, index: number) => boolean;
}

/** Births and deaths in a copy are less than this many days from those of the pattern. */
const reach = largestShift + 40;
/** Nobody is without a name, or a practice, for longer, who is to have one. */
const namedWithin = 28;
const registersWithin = 430;
/** No death is told of informally for longer. */
const informalAtLongest = 340;

const sieves: Readonly<Partial<Record<Trait, (parts: Parts, today: Day) => Sieve>>> = {
  restricted: (parts) => untidy(parts, 'restricted'),
  superseded: (parts) => standing(parts, 'superseded'),
  invalidated: (parts) => standing(parts, 'invalidated'),
  minimal: (parts) => standing(parts, 'minimal'),
  'deceased-informal': (parts, today) => ({
    member: (member) => (parts.copies.pattern.death[member] ?? 0) > today - reach - informalAtLongest && dead(parts, today).member(member),
    index(copy, member, index) {
      const death = deathOf(parts, copy, member, index);
      return death !== undefined && death.day <= today && death.formalOn > today;
    },
  }),
  'deceased-formal': dead,
  'no-address': (parts) => abode(parts, 'none'),
  'no-fixed-abode': (parts) => abode(parts, 'no-fixed-abode'),
  'no-practice': ({ seed, copies, families }, today) => ({
    index: (copy, member, index) =>
      isUntidy('noPractice', seed, index) ||
      (families.solitary[member] === 1 && isUntidyOf(families.solitaryOneIn, 'removed', seed, index)) ||
      copies.arrival(copy, member) > today - registersWithin,
  }),
  interpreter: ({ copies: { pattern } }) => ({ member: (member) => peoples[pattern.people[member] ?? 0]?.languages !== undefined }),
  'one-name': ({ seed }) => ({ index: (_, __, index) => isKnownByOneName(seed, index) }),
  'newborn-without-name': ({ copies }, today) => ({
    member: (member) => Math.abs((copies.pattern.birth[member] ?? 0) - today) < reach + namedWithin,
    index: (copy, member) => copies.birth(copy, member) >= today - namedWithin,
  }),
  'changed-name': ({ seed, surnames: { spells } }) => ({
    index: (_, member, index) => (spells.first[member + 1] ?? 0) - (spells.first[member] ?? 0) > 1 || isUntidy('nameVariant', seed, index),
  }),
  'temporary-address': ({ seed }) => ({ index: (_, __, index) => mayBeAway(seed, index) }),
  'billing-address': (parts) => untidy(parts, 'billingAddress'),
  'work-address': (parts) => untidy(parts, 'workAddress'),
  'no-postcode': (parts) => untidy(parts, 'noPostcode'),
  capitals: (parts) => untidy(parts, 'capitals'),
  'work-phone': (parts) => untidy(parts, 'workPhone'),
  'temporary-phone': ({ seed }) => ({ index: (_, __, index) => isUntidy('temporaryPhone', seed, index) && mayBeAway(seed, index) }),
  fax: (parts) => untidy(parts, 'fax'),
  textphone: (parts) => untidy(parts, 'textphone'),
  'gender-other': (parts) => untidy(parts, 'genderOther'),
  'gender-unknown': (parts) => untidy(parts, 'genderUnknown'),
  'name-variant': (parts) => untidy(parts, 'nameVariant'),
  'born-on-1-january': ({ copies }) => ({ index: (copy, member) => isoDate(copies.birth(copy, member)).endsWith('-01-01') }),
  'managing-organisation': (parts) => untidy(parts, 'managed'),
  'dispensing-practice': (parts) => untidy(parts, 'dispensed'),
  'appliance-supplier': (parts) => untidy(parts, 'appliances'),
};

/** Indices, in order. */
export function* peopleWith({ parts }: Pick<World, 'parts'>, trait: Trait, today: Day): Generator<number> {
  const { copies } = parts;
  const { pattern } = copies;
  const { member: isOne = () => true, index: may = () => true } = sieves[trait]?.(parts, today) ?? {};
  const members = Array.from({ length: pattern.size }, (_, member) => member).filter(isOne);
  for (let copy = 0; copy < copies.copiesKept; copy += 1) {
    for (const member of members) {
      if (!copies.keeps(copy, pattern.family[member] ?? 0)) break;
      const index = copies.index(copy, member);
      if (may(copy, member, index)) yield index;
    }
  }
}

function untidy({ seed }: Parts, kind: Untidiness): Sieve {
  return { index: (_, __, index) => isUntidy(kind, seed, index) };
}

function standing(parts: Parts, kind: RecordStanding): Sieve {
  return { index: (copy, member) => parts.standing.of(copy, member) === kind };
}

function dead({ copies: { pattern }, days }: Parts, today: Day): Required<Sieve> {
  return {
    member: (member) => (pattern.death[member] ?? 0) < today + reach,
    index: (copy, member) => days.death(copy, member) <= today,
  };
}

function abode(parts: Parts, kind: 'none' | 'no-fixed-abode'): Sieve {
  return {
    member: (member) => parts.families.solitary[member] === 1,
    index: (_, member, index) => housingOf(parts, member, index) === kind,
  };
}
