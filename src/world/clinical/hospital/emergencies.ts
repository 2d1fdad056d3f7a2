/** What happens in no clinic's diary: what begins as an emergency, what gets worse, accidents, and the last days of many. */
import { type Day, year } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { uncoded } from '../coded.ts';
import type { Health, LivedCondition } from '../health.ts';
import { recordsBegan } from '../records-began.ts';
import type { CareBook } from './care-book.ts';
import { type EmergencyReason, emergencyReason, onsets, turns } from './emergency-reasons.ts';
import { type Intervention, operations } from './operations.ts';
import { admittedOfAttended, yearsOld, attendancesAYear } from './rates.ts';
import { serviceAt } from './specialties.ts';

/** As much longer as the old stay, and shorter the young. */
const nightsAt = (age: number, nights: number, chance: number): number =>
  Math.round(nights * (age < 15 ? 0.6 : age < 45 ? 0.8 : age < 75 ? 1 : 1.3) * (0.25 + 2.2 * chance * chance));

function stay(
  book: CareBook,
  day: Day,
  { reason, specialty, nights }: EmergencyReason,
  chance: number,
  more: { readonly condition?: LivedCondition; readonly operation?: Intervention },
): number | undefined {
  const age = yearsOld(book.life, day);
  return book.admit({
    recorded: day,
    admitted: day,
    discharged: day + nightsAt(age, nights, chance),
    method: 'emergency',
    specialty: serviceAt(specialty === 'emergency' ? 'acuteMedicine' : specialty, age),
    reason,
    procedures: [],
    isLast: false,
    ...more,
  });
}

/** Conditions that begin as one. */
export function emergencyOnsets(book: CareBook, { life, conditions }: Health): void {
  for (const condition of conditions) {
    const { illness, onset: day, ordinal } = condition;
    const onset = onsets[illness.sort];
    if (onset === undefined || day < recordsBegan || book.isIn(day, day) || life.chance(field.hospital + 20, ordinal + 1) >= onset.comes)
      continue;
    const reason = { reason: illness.what, specialty: onset.specialty, nights: onset.nights, gravity: 1 };
    const [name, operated] = onset.operation ?? [];
    const operation = name !== undefined && life.chance(field.hospital + 21, ordinal + 1) < (operated ?? 0) ? operations[name] : undefined;
    const isIn = life.chance(field.hospital + 22, ordinal + 1) < onset.stays;
    const chance = life.chance(field.hospital + 23, ordinal + 1);
    const admission = isIn ? stay(book, day, reason, chance, { condition, ...(operation && { operation }) }) : undefined;
    book.attend({ recorded: day, reason: illness.what, condition, ...(admission !== undefined && { admission }) });
  }
}

/** Half the people come seldom, a sixth often: shares, and how much as often as the mean. */
const frequencies = [
  [0.5, 0.35],
  [0.83, 0.9],
  [1, 3.15],
] as const;

export function frequency({ chance }: Health['life']): number {
  const own = chance(field.hospital + 24);
  return frequencies.find(([below]) => own < below)?.[1] ?? 1;
}

/** Of what the tables count, what is left when conditions that begin as an emergency have had theirs. */
const leftToChance = 0.9;

export function accidentsAndTurns(book: CareBook, { life, conditions }: Health): void {
  const { arrival, end, sex, chance } = life;
  const often = frequency(life) * leftToChance;
  const lasting = conditions.filter(({ illness }) => turns[illness.sort] !== undefined);
  const firstYear = Math.max(0, Math.floor((arrival - recordsBegan) / year));
  const lastYear = Math.floor((end - recordsBegan) / year);
  for (let ofYear = firstYear; ofYear <= lastYear; ofYear += 1) {
    const begins = recordsBegan + Math.floor(ofYear * year);
    const expected = often * attendancesAYear(sex, yearsOld(life, begins + 183));
    const times = Math.floor(expected + chance(field.hospital + 25, ofYear + 1));
    for (let time = 0; time < times; time += 1) {
      const n = ofYear * 16 + time + 1;
      const day = begins + Math.floor(chance(field.hospital + 26, n) * year);
      if (day < arrival || day > end) continue;
      const age = yearsOld(life, day);
      const [reason, condition] = turnOf(lasting, day, chance(field.hospital + 27, n), age);
      if (reason === undefined || book.isIn(day, day)) continue;
      const isIn = chance(field.hospital + 28, n) < admittedOfAttended(sex, age) * reason.gravity;
      const admission = isIn ? stay(book, day, reason, chance(field.hospital + 29, n), { ...(condition && { condition }) }) : undefined;
      book.attend({ recorded: day, reason: reason.reason, ...(condition && { condition }), ...(admission !== undefined && { admission }) });
    }
  }
}

/** Either something that lasts got worse, or what anybody of that age comes with. */
function turnOf(
  lasting: readonly LivedCondition[],
  day: Day,
  chance: number,
  age: number,
): readonly [EmergencyReason | undefined, LivedCondition?] {
  let all = 100;
  const isThere = ({ recorded, end }: LivedCondition): boolean => recorded <= day && (end === undefined || end > day);
  for (const condition of lasting) if (isThere(condition)) all += turns[condition.illness.sort]?.weight ?? 0;
  let left = chance * all;
  if (left < 100) return [emergencyReason(age, left / 100)];
  left -= 100;
  for (const condition of lasting) {
    const turn = isThere(condition) ? turns[condition.illness.sort] : undefined;
    if (turn !== undefined && (left -= turn.weight) < 0) return [turn, condition];
  }
  return [undefined];
}

/** Not quite half of those who die do so in hospital (Office for National Statistics, deaths by place). */
const diesInHospital = 0.44;

export function lastStay(book: CareBook, { life, conditions }: Health): void {
  const { end, dies, chance } = life;
  if (!dies || end < recordsBegan || chance(field.hospital + 30) >= diesInHospital) return;
  const nights = Math.floor(16 * chance(field.hospital + 31) * chance(field.hospital + 32));
  const day = Math.max(end - nights, life.arrival);
  const age = yearsOld(life, day);
  const cause = conditions.findLast(
    ({ illness, recorded, end: over }) =>
      (illness.group === 'cancer' || fatal.has(illness.sort)) && recorded <= day && (over ?? end) >= end,
  );
  const turn = cause && turns[cause.illness.sort];
  const reason = turn?.reason ?? cause?.illness.what ?? uncoded(age < 15 ? 'Severe illness' : age < 65 ? 'Collapse' : 'Pneumonia');
  const specialty = turn?.specialty ?? (age < 75 ? 'acuteMedicine' : 'elderly');
  const admission = book.admit({
    recorded: day,
    admitted: day,
    discharged: end,
    method: 'emergency',
    specialty: serviceAt(specialty, age),
    reason,
    ...(cause && { condition: cause }),
    procedures: [],
    isLast: true,
  });
  if (admission !== undefined) book.attend({ recorded: day, reason, ...(cause && { condition: cause }), admission });
}

/** What people die of in a hospital beside cancer, as the last of it to be found is taken for the cause. */
const fatal = new Set([
  'heart-failure',
  'copd',
  'pulmonary-fibrosis',
  'dementia',
  'stroke',
  'myocardial-infarction',
  'coronary-heart-disease',
  'cirrhosis',
  'chronic-kidney-disease-5',
  'parkinsons-disease',
  'motor-neurone-disease',
  'congenital-heart-disease',
  'prematurity',
  'frailty',
]);
