/** How one person is related to another, in the codes of the published contract: a Role and a Type, and Next-of-Kin where it holds. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Relative } from '../../../src/population.ts';
import type { Patient, RelatedPerson } from '../record/patient.ts';
import { system } from '../record/systems.ts';

export type Relationship = Relative['relationship'];
type Coding = RelatedPerson['relationship'][0]['coding'][0];

const type = (code: Coding['code'], display: string): Coding => ({ system: system.relationship, code, display });
const role = (code: Coding['code'], display: string): Coding => ({ system: system.additionalRole, code, display });

/** The contract wants both a Role and a Type, but for a guardian, whose one code is both. */
const personal = role('Personal', 'Personal relationship with the patient');
const guardian = role('Guardian', 'Guardian of patient');
const spouse = type('SPS', 'spouse');
const nextOfKin = type('N', 'Next-of-Kin');

type Sort = Exclude<Relationship, 'guardian' | 'sibling'> | 'brother' | 'sister' | 'of the family';

const types: Readonly<Record<Sort, Coding>> = {
  mother: type('MTH', 'mother'),
  father: type('FTH', 'father'),
  partner: type('DOMPART', 'domestic partner'),
  child: type('CHILD', 'child'),
  sister: type('SIS', 'sister'),
  brother: type('BRO', 'brother'),
  'of the family': type('FAMMEMB', 'family member'),
};

/**
 * Whom a service would ask first. The published contract says that one of them may be the next of kin, not how that is decided: here it
 * is the nearest of full age, a husband or wife before children and parents, and for a child whoever brings them up.
 */
const nearness: Readonly<Record<'child' | 'adult', readonly Relationship[]>> = {
  child: ['guardian', 'mother', 'father', 'sibling', 'partner', 'child'],
  adult: ['partner', 'child', 'mother', 'father', 'guardian', 'sibling'],
};

const fullAge = 18;
/** Until then whoever brings a child up is written to as well: nobody publishes to whom that applies. */
const ageOfOwnLetters = 16;

export interface Related {
  readonly patient: Patient;
  readonly relative: Patient;
  readonly relationship: Relationship;
}

export function isRelationship(text: string): text is Relationship {
  return nearness.adult.some((each) => each === text);
}

export function codingsOf(call: Pick<AnyCall, 'population'>, related: Related, isNextOfKin: boolean): [Coding, ...Coding[]] {
  const own: [Coding, ...Coding[]] = related.relationship === 'guardian' ? [guardian] : [personal, typeOf(call, related)];
  return isNextOfKin ? [...own, nextOfKin] : own;
}

function typeOf({ population }: Pick<AnyCall, 'population'>, { patient, relative, relationship }: Related): Coding {
  switch (relationship) {
    case 'sibling':
      return types[relative.gender === 'female' ? 'sister' : relative.gender === 'male' ? 'brother' : 'of the family'];
    case 'partner':
      return [patient, relative].some(({ id }) => population.events(id, { kind: 'marriage' }).length > 0) ? spouse : types.partner;
    case 'guardian':
      return guardian;
    default:
      return types[relationship];
  }
}

/** In the order in which they are to be tried, and who of them is the next of kin. */
export function ranked(related: readonly Related[], today: string): { readonly inOrder: readonly Related[]; readonly nextOfKin?: Related } {
  const [first] = related;
  if (first === undefined) return { inOrder: related };
  const order = nearness[isOlder(first.patient, fullAge, today) ? 'adult' : 'child'];
  const inOrder = related.toSorted((a, b) => order.indexOf(a.relationship) - order.indexOf(b.relationship));
  const nearest = inOrder.find(({ relative }) => isOlder(relative, fullAge, today));
  return { inOrder, ...(nearest && { nextOfKin: nearest }) };
}

export function isWrittenToAsWell({ patient, relationship }: Related, today: string): boolean {
  if (relationship === 'guardian') return true;
  return (relationship === 'mother' || relationship === 'father') && !isOlder(patient, ageOfOwnLetters, today);
}

/** Whose birth date is not known is taken for an adult. */
function isOlder({ birthDate = '' }: Patient, years: number, today: string): boolean {
  return birthDate <= `${Number(today.slice(0, 4)) - years}${today.slice(4)}`;
}
