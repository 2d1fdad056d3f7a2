/** Whom somebody looks for: what was typed into particular fields, understood or found wrong. */
import type { Gender, IsoDate, Population, Trait } from '../population.ts';
import { traits } from '../world/traits.ts';
import { bornBetween } from './born.ts';

export interface Description {
  readonly family?: string;
  readonly given?: string;
  readonly gender?: Gender;
  readonly born?: { readonly from: IsoDate; readonly to: IsoDate };
  /** ODS code of the practice. */
  readonly gp?: string;
  /** Begins with this. */
  readonly postcode?: string;
  /** Town or county of an address. */
  readonly place?: string;
  readonly trait?: Trait;
  /** Also names that sound alike. */
  readonly fuzzy?: boolean;
  /** Also former family names. */
  readonly history?: boolean;
}

/** As typed. */
export interface TypedDescription extends Pick<Description, 'family' | 'given' | 'gp' | 'postcode' | 'place' | 'fuzzy' | 'history'> {
  readonly gender?: string;
  /** `1980`, `1980-02`, `1980-02-29`, `1980..1985`. */
  readonly born?: string;
  readonly trait?: string;
}

/** Of what was typed in a field, in a sentence. */
export interface Wrong {
  readonly field: keyof TypedDescription;
  readonly wrong: string;
}

const genders: readonly Gender[] = ['female', 'male', 'other', 'unknown'];

export function readDescription(population: Population, typed: TypedDescription): Description | Wrong {
  const { born: bornText, gender: genderText, trait: traitText, ...others } = typed;
  const born = bornText === undefined ? undefined : bornBetween(bornText);
  if (bornText !== undefined && born === undefined)
    return { field: 'born', wrong: 'born wants a year, a date, or two of them: 1980, 1980-02-29, 1980..1985' };
  const gender = genders.find((each) => each === genderText);
  if (genderText !== undefined && gender === undefined) return { field: 'gender', wrong: `gender is one of ${genders.join(', ')}` };
  const trait = traits.find((each) => each === traitText);
  if (traitText !== undefined && trait === undefined) return { field: 'trait', wrong: `trait is one of ${traits.join(', ')}` };
  if (others.gp !== undefined && population.organisation(others.gp)?.kind !== 'gp-practice')
    return { field: 'gp', wrong: 'gp wants the ODS code of a practice in this world, such as Y90001' };
  return { ...others, ...(born && { born }), ...(gender && { gender }), ...(trait && { trait }) };
}
