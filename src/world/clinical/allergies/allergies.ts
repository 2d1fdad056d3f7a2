/** Which allergies are recorded in a life, and of how many that none are known. */
import { type Day, dayOf, year, yearOf } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { Health, LivedAllergy } from '../health.ts';
import type { Life } from '../life.ts';
import { recordsBegan } from '../records-began.ts';
import { workingDay } from '../working-days.ts';
import { allergyAges, type Substance, substances } from './substances.ts';

const draws = {
  onset: field.allergy,
  reaction: field.allergy + 1,
  severity: field.allergy + 2,
  noneKnown: field.allergy + 3,
  asked: field.allergy + 4,
};

/** No allergy is recorded of somebody before it could be asked. */
const oldestRecord: Day = dayOf('1970-01-01');

export function allergiesOf({ life }: Health): readonly LivedAllergy[] {
  const born = yearOf(life.birth);
  const found = substances.flatMap((substance, n) => {
    const age = onsetAge(substance, life, born, life.chance(draws.onset, n));
    return age === undefined ? [] : (allergyAt(life, substance, n, Math.floor(life.birth + age * year)) ?? []);
  });
  if (found.length > 0) return found.toSorted((a, b) => a.recorded - b.recorded).map((allergy, ordinal) => ({ ...allergy, ordinal }));
  return noneKnown(life);
}

/** The age at which as many have it as the draw says, if that many ever do. */
function onsetAge({ women, men, born: cohorts }: Substance, { sex }: Life, born: number, draw: number): number | undefined {
  const curve = sex === 'female' ? women : men;
  const percent = (draw * 100) / (cohorts === undefined ? 1 : timesAmong(cohorts, born));
  const after = curve.findIndex((share) => share > percent);
  if (after < 1) return undefined;
  const [low = 0, high = 0] = [curve[after - 1], curve[after]];
  const [from = 0, to = 0] = [allergyAges[after - 1], allergyAges[after]];
  return from + ((percent - low) / (high - low)) * (to - from);
}

function timesAmong(cohorts: NonNullable<Substance['born']>, born: number): number {
  const after = cohorts.findIndex(([until]) => until > born);
  const [to, high] = cohorts[after === -1 ? cohorts.length - 1 : after] ?? [0, 1];
  const [from, low] = cohorts[after === -1 ? cohorts.length - 1 : Math.max(0, after - 1)] ?? [0, 1];
  return to === from ? high : low + ((born - from) / (to - from)) * (high - low);
}

type Unnumbered = Omit<LivedAllergy, 'ordinal'>;

function allergyAt(life: Life, { sort, reactions }: Substance, n: number, onset: Day): Unnumbered | undefined {
  // Newcomers are asked when they register.
  const recorded = workingDay(Math.max(onset, life.arrival > life.birth ? life.arrival + 20 : 0, oldestRecord));
  if (recorded > life.end || recorded < life.birth) return undefined;
  const drawn = life.chance(draws.reaction, n) * 3;
  // In a third of records.
  const reaction = drawn < 1 ? reactionOf(reactions, drawn) : undefined;
  const isGrave = reaction !== undefined && reaction.text.toLowerCase().includes('anaphyla');
  return {
    sort,
    recorded,
    ...(onset >= life.arrival && { onset }),
    ...(reaction && { reaction, severity: isGrave ? 'severe' : life.chance(draws.severity, n) < 0.7 ? 'mild' : 'moderate' }),
  };
}

function reactionOf(reactions: Substance['reactions'], draw: number): LivedAllergy['reaction'] {
  let left = draw * reactions.reduce((sum, [, weight]) => sum + weight, 0);
  return reactions.find(([, weight]) => (left -= weight) < 0)?.[0];
}

/** A quarter of people have it coded that none are known, asked at some visit. */
const codedNone = 0.33;

function noneKnown(life: Life): readonly LivedAllergy[] {
  if (life.chance(draws.noneKnown) >= codedNone) return [];
  const began = Math.max(recordsBegan, life.arrival);
  const recorded = workingDay(began + 14 + Math.floor(life.chance(draws.asked) * 2_000));
  return recorded > life.end ? [] : [{ ordinal: 0, sort: 'none-known', recorded }];
}
