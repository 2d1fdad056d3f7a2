/** Who may meet the needs of origin and of care, by people, place and what is drawn for each. */
import type { Gender } from '../../population.ts';
import type { Day } from '../calendar.ts';
import { otherThanEnglish } from '../needs/background-needs.ts';
import { religions } from '../peoples/people.ts';
import { peoples } from '../peoples/peoples.ts';
import type { WorldParts } from '../records/parts.ts';
import { isSoUntidy } from '../records/untidy.ts';
import { mayFallIn, reach, type Sieve, type Sieves } from './sieve.ts';

type BackgroundNeed = 'bornAbroad' | 'bornIn' | 'language' | 'ethnicity' | 'religion' | 'died';

const unitedKingdom = 'GBR';
const notStated = 'Z';
/** No religion, not said and not known: of every people. */
const saidByAny: readonly string[] = ['L', 'M', 'N'];

export const backgroundSieves: Sieves<BackgroundNeed> = {
  bornAbroad: (_, parts) => ({ member: cameFromAbroad(parts) }),
  bornIn: (country, parts) => {
    const isFromAbroad = cameFromAbroad(parts);
    if (country === unitedKingdom) return { member: (member) => !isFromAbroad(member) };
    const isOf = ofPeoples(parts, ({ countries }) => countries.some(([code]) => code === country));
    return { member: (member) => isFromAbroad(member) && isOf(member) };
  },
  language: (wanted, parts) => ({
    member: ofPeoples(parts, ({ languages }) => languages !== undefined && (wanted === otherThanEnglish || wanted in languages.codes)),
  }),
  ethnicity: (codes, { seed, copies: { pattern } }) =>
    codes.includes(notStated)
      ? { person: (_, __, index) => isSoUntidy('notStatedEthnicity', seed, index) }
      : { member: (member) => codes.includes(String.fromCharCode(pattern.ethnicity[member] ?? 0)) },
  religion: (codes, parts) => ({
    member: ofPeoples(parts, ({ religion }) =>
      religions.some((code) => codes.includes(code) && ((religion[code] ?? 0) > 0 || saidByAny.includes(code))),
    ),
  }),
  died: (within, { copies: { pattern }, days }, today) => ({
    member: (member) => mayFallIn(pattern.death[member] ?? 0, { from: today - within, to: today }),
    person(copy, member) {
      const day = days.death(copy, member);
      return day >= today - within && day <= today;
    },
  }),
};

function cameFromAbroad({ copies: { pattern } }: WorldParts): (member: number) => boolean {
  return (member) => pattern.arrival[member] !== pattern.birth[member];
}

function ofPeoples(
  { copies: { pattern } }: WorldParts,
  isMeant: (people: (typeof peoples)[number]) => boolean,
): (member: number) => boolean {
  const meant = peoples.map(isMeant);
  return (member) => meant[pattern.people[member] ?? 0] === true;
}

export function genderSieve({ copies: { pattern }, otherGender }: WorldParts, gender: Gender): Sieve {
  if (gender === 'other' || gender === 'unknown') return { person: (copy, member) => otherGender(copy, member) === gender };
  const sex = gender === 'female' ? 0 : 1;
  return { member: (member) => pattern.sex[member] === sex };
}

/** Not dead on a day. */
export function livingSieve({ copies: { pattern }, days }: WorldParts, today: Day): Sieve {
  return {
    member: (member) => (pattern.death[member] ?? 0) > today - reach,
    person: (copy, member) => days.death(copy, member) > today,
  };
}
