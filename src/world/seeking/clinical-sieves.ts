/** Who may meet the needs of health, by sex, age and the death that is ahead: their records are not asked here. */
import { year, type Day } from '../calendar.ts';
import { whoCanHave } from '../clinical/conditions/who-can-have.ts';
import type { WorldParts } from '../records/parts.ts';
import { genderSieve } from './background-sieves.ts';
import { bornIn, type Days, mayFallIn, type Sieve, type Sieves } from './sieve.ts';

type ClinicalNeed = 'condition' | 'frail' | 'pregnant' | 'gaveBirth' | 'endOfLife' | 'behindOnVaccinations' | OfTheOld;

/** Of whom most are old. */
type OfTheOld = 'medicines' | 'twoWeekWait' | 'inHospital' | 'discharged' | 'adjustment' | 'lastEgfr' | 'lastSystolic' | 'lastHba1c';

/** Nobody is older, or gives birth younger or older. */
const oldest = 200;
const mothers = { from: 10, to: 60 };
const adult = 18;
const old = 65;

export const clinicalSieves: Sieves<ClinicalNeed> = {
  condition: (asked, parts, today) => allOf(asked.map((sorts) => canHaveOne(sorts, parts, today))),
  frail: (_, parts, today) => canHaveOne(['frailty'], parts, today),
  pregnant: (_, parts, today) => motherSieve(parts, today),
  gaveBirth: (_, parts, today) => motherSieve(parts, today),
  endOfLife: (_, parts, today) => canHaveOne(['palliative-care'], parts, today),
  behindOnVaccinations: (_, parts, today) => agedSieve(parts, today, { from: 0, to: adult }),
  medicines: (_, parts, today) => oldFirst(parts, today),
  twoWeekWait: (_, parts, today) => oldFirst(parts, today),
  inHospital: (_, parts, today) => oldFirst(parts, today),
  discharged: (_, parts, today) => oldFirst(parts, today),
  adjustment: (_, parts, today) => oldFirst(parts, today),
  lastEgfr: (_, parts, today) => oldFirst(parts, today),
  lastSystolic: (_, parts, today) => oldFirst(parts, today),
  lastHba1c: (_, parts, today) => oldFirst(parts, today),
};

const oldFirst = ({ copies: { pattern } }: WorldParts, today: Day): Sieve => ({
  likely: (member) => (pattern.birth[member] ?? 0) < today - old * year,
});

const motherSieve = (parts: WorldParts, today: Day): Sieve => allOf([genderSieve(parts, 'female'), agedSieve(parts, today, mothers)]);

/** Those of an age, and of up to a year beside it, since not every day of birth is known. */
const agedSieve = ({ copies }: WorldParts, today: Day, { from, to }: { readonly from: number; readonly to: number }): Sieve =>
  bornIn(copies, { from: Math.floor(today - (to + 2) * year), to: Math.ceil(today - (from - 1) * year) });

function canHaveOne(sorts: readonly string[], parts: WorldParts, today: Day): Sieve {
  const those = sorts.map(whoCanHave);
  const [sex, ...otherSexes] = new Set(those.map((each) => each.sex));
  const years = Math.max(...those.map(({ diesWithin = Infinity }) => diesWithin));
  return allOf([
    ...(sex === undefined || otherSexes.length > 0 ? [] : [genderSieve(parts, sex)]),
    ...(years === Infinity ? [] : [dyingSieve(parts, { from: today, to: today + (years + 1) * year })]),
    agedSieve(parts, today, {
      from: Math.min(...those.map(({ from }) => from)),
      to: Math.max(...those.map(({ to = oldest }) => to)),
    }),
  ]);
}

const dyingSieve = ({ copies: { pattern }, days }: WorldParts, soon: Days): Sieve => ({
  member: (member) => mayFallIn(pattern.death[member] ?? 0, soon),
  person: (copy, member) => days.death(copy, member) <= soon.to,
});

function allOf(sieves: readonly Sieve[]): Sieve {
  const ofMembers = sieves.flatMap(({ member }) => member ?? []);
  const ofPeople = sieves.flatMap(({ person }) => person ?? []);
  return {
    member: (member) => ofMembers.every((isMeant) => isMeant(member)),
    person: (copy, member, index) => ofPeople.every((isMeant) => isMeant(copy, member, index)),
  };
}
