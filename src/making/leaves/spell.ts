/** One value in the spellings that contracts ask for; the leaf's own constraints choose among them. */
import type { Json } from '../../contract/contract.ts';
import type { PersonName } from '../../population.ts';

export function spellNhsNumber(number: string): readonly Json[] {
  return [
    number,
    `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`,
    `https://fhir.nhs.uk/Id/nhs-number|${number}`,
    Number(number),
  ];
}

export function spellOds(code: string): readonly Json[] {
  return [code, `https://fhir.nhs.uk/Id/ods-organization-code|${code}`];
}

/** As dialled, grouped, and international. */
export function spellPhone(number: string): readonly Json[] {
  const digits = number.replace(/\D/g, '');
  const national = digits.startsWith('44') ? `0${digits.slice(2)}` : digits;
  const grouped = groupsOf(national).join(' ');
  return [national, grouped, `+44${national.slice(1)}`, `+44 ${grouped.slice(1)}`, `tel:+44${national.slice(1)}`];
}

/** Area codes of big cities leave more digits for the subscriber (Ofcom, National Telephone Numbering Plan). */
function groupsOf(national: string): readonly string[] {
  const cuts = national.startsWith('02') ? [3, 7] : /^01(1|\d1)/.test(national) ? [4, 7] : [5];
  return [0, ...cuts].map((from, i) => national.slice(from, cuts[i]));
}

export function spellGender(gender: string): readonly Json[] {
  const numbers: Readonly<Record<string, string>> = { male: '1', female: '2', other: '9', unknown: '0' };
  const initial = gender.charAt(0);
  return [
    gender,
    gender.charAt(0).toUpperCase() + gender.slice(1),
    gender.toUpperCase(),
    initial.toUpperCase(),
    initial,
    numbers[gender] ?? '0',
  ];
}

export function spellText(text: string): readonly Json[] {
  return [text, text.toUpperCase(), inPlainLetters(text)];
}

/** For contracts whose names have no accents, commas or typographic apostrophes. */
export function inPlainLetters(text: string): string {
  return text.normalize('NFD').replace(/[^A-Za-z' -]/g, '');
}

/** As spoken, with the title, and as lists sort it. */
export function spellName({ prefix, given, family }: PersonName): readonly Json[] {
  const first = given[0];
  if (first === undefined) return spellText(family);
  const upper = family.toUpperCase();
  const title = prefix === undefined ? '' : ` (${prefix})`;
  return [
    ...spellText(`${first} ${family}`),
    `${prefix === undefined ? '' : `${prefix} `}${first} ${family}`,
    `${first} ${upper}`,
    `${upper} ${first}`,
    `${upper} ${first}${title}`,
    `${upper}, ${first}`,
    `${upper}, ${first}${title}`,
    `${family}, ${first}`,
  ];
}

export function spellPostcode(postcode: string): readonly Json[] {
  return [postcode, postcode.replace(' ', '')];
}

/** A number may travel as text, and an identifier of digits as a number. */
export function spellNumber(number: number, decimals = 0): readonly Json[] {
  return [number, number.toFixed(decimals)];
}
