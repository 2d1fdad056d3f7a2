/** What the codes of a record stand for. */

/** Ethnic category, NHS Data Dictionary. */
export const ethnicityWords: Readonly<Record<string, string>> = {
  A: 'White British',
  B: 'White Irish',
  C: 'Any other White background',
  D: 'White and Black Caribbean',
  E: 'White and Black African',
  F: 'White and Asian',
  G: 'Any other mixed background',
  H: 'Indian',
  J: 'Pakistani',
  K: 'Bangladeshi',
  L: 'Any other Asian background',
  M: 'Caribbean',
  N: 'African',
  P: 'Any other Black background',
  R: 'Chinese',
  S: 'Any other ethnic group',
  Z: 'Not stated',
};

/** Why somebody is on no practice's list any more. */
export const removalWords: Readonly<Record<string, string>> = {
  DEA: 'died',
  EMB: 'left the country',
  SCT: 'moved to Scotland',
  NIT: 'moved to Northern Ireland',
  TRA: 'stayed for a time only',
  ORR: 'another reason',
};

/** `French (fr)`; a code that is no tag of a language stays as it is. */
export function languageInWords(code: string): string {
  try {
    const name = new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'none' }).of(code);
    return name === undefined ? code : `${name} (${code})`;
  } catch (error) {
    if (error instanceof RangeError) return code;
    throw error;
  }
}
