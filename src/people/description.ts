/** Whom somebody looks for: what was typed into particular fields, understood or found wrong. */
import type { Gender, IsoDate, Needs, Population, Trait } from '../population.ts';
import { isAny, readNeeds, type TypedNeeds } from '../world/needs/needs.ts';
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
  /** All of them. */
  readonly traits?: readonly Trait[];
  /** Also names that sound alike. */
  readonly fuzzy?: boolean;
  /** Also former family names. */
  readonly history?: boolean;
  /** All of them; absent where none is asked. */
  readonly needs?: Needs;
  /** Drawn from all who fit with this seed, rather than the first of them. */
  readonly random?: number;
}

/** As typed. */
export interface TypedDescription
  extends TypedNeeds, Pick<Description, 'family' | 'given' | 'gp' | 'postcode' | 'place' | 'fuzzy' | 'history' | 'random'> {
  readonly gender?: string;
  /** `1980`, `1980-02`, `1980-02-29`, `1980..1985`. */
  readonly born?: string;
  /** One, or several with commas between. */
  readonly trait?: string;
}

/** Of what was typed in a field, in a sentence. */
export interface Wrong {
  readonly field: keyof TypedDescription;
  readonly wrong: string;
}

const genders: readonly Gender[] = ['female', 'male', 'other', 'unknown'];

/** `written` is how a field is written where it was typed. */
export function readDescription(
  population: Population,
  typed: TypedDescription,
  written: (field: string) => string = (field) => field,
): Description | Wrong {
  const { born: bornText, gender: genderText, trait: traitText, family, given, gp, postcode, place, fuzzy, history, random } = typed;
  const born = bornText === undefined ? undefined : bornBetween(bornText);
  if (bornText !== undefined && born === undefined)
    return { field: 'born', wrong: 'born wants a year, a date, or two of them: 1980, 1980-02-29, 1980..1985' };
  const gender = genders.find((each) => each === genderText);
  if (genderText !== undefined && gender === undefined) return { field: 'gender', wrong: `gender is one of ${genders.join(', ')}` };
  const words = traitText?.split(',').map((word) => word.trim()) ?? [];
  const asked = words.flatMap((word) => traits.find((each) => each === word) ?? []);
  if (asked.length < words.length) return { field: 'trait', wrong: `trait is one or more of ${traits.join(', ')}` };
  if (gp !== undefined && population.organisation(gp)?.kind !== 'gp-practice')
    return { field: 'gp', wrong: 'gp wants the ODS code of a practice in this world, such as Y90001' };
  const read = readNeeds(typed);
  if (!('needs' in read)) return { field: read.field, wrong: `${written(read.field)} wants ${read.wants}` };
  const { pharmacy = 'some' } = read.needs;
  if (!['some', 'none'].includes(pharmacy) && population.organisation(pharmacy)?.kind !== 'pharmacy')
    return { field: 'pharmacy', wrong: `${written('pharmacy')} wants some, none, or the ODS code of a pharmacy in this world` };
  return {
    ...(family !== undefined && { family }),
    ...(given !== undefined && { given }),
    ...(gp !== undefined && { gp }),
    ...(postcode !== undefined && { postcode }),
    ...(place !== undefined && { place }),
    ...(born && { born }),
    ...(gender && { gender }),
    ...(asked.length > 0 && { traits: asked }),
    ...(fuzzy && { fuzzy }),
    ...(history && { history }),
    ...(isAny(read.needs) && { needs: read.needs }),
    ...(random !== undefined && { random }),
  };
}
