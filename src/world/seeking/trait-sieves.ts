/** Who may have a trait, by what decides it. */
import type { Trait } from '../../population.ts';
import { type Day, isoDate } from '../calendar.ts';
import type { StandingKind } from '../copies/standing.ts';
import { isKnownByOneName } from '../peoples/given-names.ts';
import { peoples } from '../peoples/peoples.ts';
import { type Housing, housingOf } from '../records/addresses.ts';
import { mayBeAway } from '../records/elsewhere.ts';
import type { WorldParts } from '../records/parts.ts';
import { deathOf } from '../records/registrations.ts';
import { isSoUntidy, isUntidyOf, type Untidiness } from '../records/untidy.ts';
import { bornIn, mayFallIn, type Sieve } from './sieve.ts';

/** Nobody is without a name, or a practice, for longer, who is to have one. */
const namedWithin = 28;
const registersWithin = 430;
/** No death is told of informally for longer. */
const informalAtLongest = 340;

const sieves: Readonly<Partial<Record<Trait, (parts: WorldParts, today: Day) => Sieve>>> = {
  restricted: (parts) => untidy(parts, 'restricted'),
  superseded: (parts) => standing(parts, 'superseded'),
  invalidated: (parts) => standing(parts, 'invalidated'),
  minimal: (parts) => standing(parts, 'minimal'),
  'deceased-informal': (parts, today) => dead(parts, today, 'informal'),
  'deceased-formal': (parts, today) => dead(parts, today, 'formal'),
  'no-address': (parts) => housed(parts, 'none'),
  'no-fixed-abode': (parts) => housed(parts, 'no-fixed-abode'),
  'no-practice': ({ seed, copies, families }, today) => ({
    person: (copy, member, index) =>
      isSoUntidy('noPractice', seed, index) ||
      (families.solitary[member] === 1 && isUntidyOf(families.solitaryOneIn, 'removed', seed, index)) ||
      copies.arrival(copy, member) > today - registersWithin,
  }),
  interpreter: ({ copies: { pattern } }) => ({ member: (member) => peoples[pattern.people[member] ?? 0]?.languages !== undefined }),
  'one-name': ({ seed }) => ({ person: (_, __, index) => isKnownByOneName(seed, index) }),
  'newborn-without-name': ({ copies }, today) => bornIn(copies, { from: today - namedWithin, to: today }),
  'changed-name': ({ seed, surnames: { spells } }) => ({
    person: (_, member, index) =>
      (spells.first[member + 1] ?? 0) - (spells.first[member] ?? 0) > 1 || isSoUntidy('nameVariant', seed, index),
  }),
  'temporary-address': ({ seed }) => ({ person: (_, __, index) => mayBeAway(seed, index) }),
  'billing-address': (parts) => untidy(parts, 'billingAddress'),
  'work-address': (parts) => untidy(parts, 'workAddress'),
  'no-postcode': (parts) => untidy(parts, 'noPostcode'),
  capitals: (parts) => untidy(parts, 'capitals'),
  'work-phone': (parts) => untidy(parts, 'workPhone'),
  'temporary-phone': ({ seed }) => ({ person: (_, __, index) => isSoUntidy('temporaryPhone', seed, index) && mayBeAway(seed, index) }),
  fax: (parts) => untidy(parts, 'fax'),
  textphone: (parts) => untidy(parts, 'textphone'),
  'gender-other': (parts) => untidy(parts, 'genderOther'),
  'gender-unknown': (parts) => untidy(parts, 'genderUnknown'),
  'name-variant': (parts) => untidy(parts, 'nameVariant'),
  'born-on-1-january': ({ copies }) => ({ person: (copy, member) => isoDate(copies.birth(copy, member)).endsWith('-01-01') }),
  'managing-organisation': (parts) => untidy(parts, 'managed'),
  'dispensing-practice': (parts) => untidy(parts, 'dispensed'),
  'appliance-supplier': (parts) => untidy(parts, 'appliances'),
};

export function traitSieve(parts: WorldParts, trait: Trait, today: Day): Sieve {
  return sieves[trait]?.(parts, today) ?? {};
}

function untidy({ seed }: WorldParts, kind: Untidiness): Sieve {
  return { person: (_, __, index) => isSoUntidy(kind, seed, index) };
}

function standing(parts: WorldParts, kind: StandingKind): Sieve {
  return { person: (copy, member) => parts.standing.of(copy, member) === kind };
}

function dead(parts: WorldParts, today: Day, notification: 'informal' | 'formal'): Sieve {
  const { death: deaths } = parts.copies.pattern;
  const from = notification === 'informal' ? today - informalAtLongest : -Infinity;
  return {
    member: (member) => mayFallIn(deaths[member] ?? 0, { from, to: today }),
    person(copy, member, index) {
      const death = deathOf(parts, copy, member, index);
      return death !== undefined && death.day <= today && death.formalOn <= today === (notification === 'formal');
    },
  };
}

function housed(parts: WorldParts, kind: Housing): Sieve {
  return {
    member: (member) => parts.families.solitary[member] === 1,
    person: (_, member, index) => housingOf(parts, member, index) === kind,
  };
}
