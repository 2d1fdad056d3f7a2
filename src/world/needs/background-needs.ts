/** Needs of origin and of care: where from, which language, faith and category; which services; how lately dead. */
import type { Needs } from '../../population.ts';
import { dayOf } from '../calendar.ts';
import { countries, languages } from './names-by-code.ts';
import { coded, withinDays, type Need, byItsName } from './need.ts';

type BackgroundNeed = 'bornAbroad' | 'bornIn' | 'language' | 'ethnicity' | 'religion';
type ServiceNeed = 'pharmacy' | 'died';

/** Codes of the NHS Data Dictionary, grouped as the 2021 Census of England groups them. */
const ethnicities = {
  white: 'A B C',
  mixed: 'D E F G',
  asian: 'H J K L R',
  black: 'M N P',
  other: 'S',
  british: 'A',
  irish: 'B',
  indian: 'H',
  pakistani: 'J',
  bangladeshi: 'K',
  chinese: 'R',
  caribbean: 'M',
  african: 'N',
  'not-stated': 'Z',
} as const;

/** RELIGIOUS OR OTHER BELIEF SYSTEM AFFILIATION GROUP CODE of the NHS Data Dictionary. */
const religions = {
  bahai: 'A',
  buddhist: 'B',
  christian: 'C',
  hindu: 'D',
  jain: 'E',
  jewish: 'F',
  muslim: 'G',
  pagan: 'H',
  sikh: 'I',
  zoroastrian: 'J',
  other: 'K',
  none: 'L',
  declined: 'M',
  unknown: 'N',
} as const;

export const otherThanEnglish = 'other';

export const backgroundNeeds: { readonly [Name in BackgroundNeed]: Need<NonNullable<Needs[Name]>> } = {
  bornAbroad: byItsName({
    means: 'The record has a place of birth, and it is outside the United Kingdom.',
    why: (_, { person: { birthPlace } }) =>
      birthPlace === undefined || birthPlace.country === 'GBR'
        ? undefined
        : `born in ${birthPlace.city}, ${nameOfCountry(birthPlace.country)}`,
  }),
  bornIn: {
    value: 'country',
    means: 'The country of the place of birth that is on record: its name, or its code of three letters (ISO 3166).',
    example: 'Poland',
    wants: 'the name of a country, or its code of three letters: Poland or POL',
    read: (typed) => codeOf(countries, typed, /^[A-Z]{3}$/, typed.toUpperCase()),
    why: (wanted, { person: { birthPlace } }) =>
      birthPlace?.country === wanted ? `born in ${birthPlace.city}, ${nameOfCountry(wanted)}` : undefined,
  },
  language: {
    value: 'language',
    means: `The language that is preferred to English, by its name or code; "${otherThanEnglish}" is any. With the trait interpreter: those who need one.`,
    example: 'Polish',
    wants: 'the name of a language, or its code, or other for any but English: Polish, pl, other',
    read: (typed) => (typed === otherThanEnglish ? typed : codeOf(languages, typed, /^[a-z]{2,3}$/, typed)),
    why: (wanted, { person: { language } }) =>
      language !== undefined && language !== 'en' && (wanted === otherThanEnglish || wanted === language)
        ? `prefers ${languages[language] ?? language}`
        : undefined,
  },
  ethnicity: coded('category', ethnicities, {
    means: `NHS ethnic category: its letter, or ${Object.keys(ethnicities).join(', ')}.`,
    example: 'asian',
    why: (codes, { person: { ethnicity } }) => (codes.includes(ethnicity) ? `ethnic category ${ethnicity}` : undefined),
  }),
  religion: coded('religion', religions, {
    means: `Religion or belief: its letter in the NHS Data Dictionary, or ${Object.keys(religions).join(', ')}.`,
    example: 'sikh',
    why: (codes, { person: { religion } }) =>
      religion !== undefined && codes.includes(religion) ? `religion: ${nameOfReligion(religion)}` : undefined,
  }),
};

export const serviceNeeds: { readonly [Name in ServiceNeed]: Need<NonNullable<Needs[Name]>> } = {
  pharmacy: {
    value: 'which',
    means: 'Has nominated some pharmacy, none, or the one of this ODS code.',
    example: 'none',
    wants: 'some, none, or the ODS code of a pharmacy',
    read: (typed) =>
      /^(?:some|none)$/i.test(typed) ? typed.toLowerCase() : /^[A-Za-z0-9]{3,10}$/.test(typed) ? typed.toUpperCase() : undefined,
    why(wanted, { person: { pharmacy } }) {
      if (wanted === 'none') return pharmacy === undefined ? 'no nominated pharmacy' : undefined;
      return pharmacy !== undefined && (wanted === 'some' || wanted === pharmacy) ? `nominated pharmacy ${pharmacy}` : undefined;
    },
  },
  died: withinDays({
    means: 'Died within so many days. All other needs are of the living, where this or a trait of the dead is not asked.',
    example: '30',
    why: (days, { person: { death }, today }) =>
      death !== undefined && dayOf(death.date) >= today - days ? `died on ${death.date}` : undefined,
  }),
};

/** The code of a name, whatever the case; or what was typed, where it is a code. */
function codeOf(names: Readonly<Record<string, string>>, typed: string, code: RegExp, asCode: string): string | undefined {
  const wanted = typed.trim().toLowerCase();
  const named = Object.keys(names).find((each) => names[each]?.toLowerCase() === wanted);
  return named ?? (code.test(asCode) ? asCode : undefined);
}

const nameOfCountry = (code: string): string => countries[code] ?? code;

const nameOfReligion = (code: string): string => Object.entries(religions).find(([, each]) => each === code)?.[0] ?? code;
