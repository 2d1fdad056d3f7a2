/** Antenatal care as NICE sets it out (NG201): what is looked at in which week, and some weeks after the birth. */
import type { LivedPregnancy } from '../health.ts';
import type { Body } from '../observations/body.ts';
import { drawnBy } from './draws.ts';
import { both, type Bundle, measures, occasion, type TestOccasion, tests, investigatedFrom } from './occasions.ts';

const booking = both(
  ['blood-pressure', 'weight', 'height', 'bmi', 'smoking', 'cigarettes'],
  ['full-blood-count', 'antenatal-bloods', 'urinalysis', 'dating-scan'],
);
const early = both(['blood-pressure'], ['urinalysis']);
const later = both(['blood-pressure', 'fundal-height', 'fetal-heart'], ['urinalysis']);
/** By completed weeks. */
const visits: readonly (readonly [week: number, bundle: Bundle])[] = [
  [16, early],
  [20, tests('anomaly-scan')],
  [25, later],
  [28, both(later.measures, ['urinalysis', 'full-blood-count'])],
  [31, later],
  [34, later],
  [36, later],
  [38, later],
  [40, later],
];
const glucoseWeek = 26;
const heavy = 30;
const atRiskByOrigin = 'HJKLMNP';
const afterBirth = measures('blood-pressure', 'weight');

export function antenatalOf(body: Body): TestOccasion[] {
  const { life, pregnancies } = body.health;
  const occasions: TestOccasion[] = [];
  const begins = investigatedFrom(life);
  for (const pregnancy of pregnancies) if (pregnancy.recorded >= begins) note(occasions, body, pregnancy);
  return occasions;
}

function note(occasions: TestOccasion[], body: Body, { ordinal, recorded, lastPeriod, ends, how }: LivedPregnancy): void {
  const { life, lifestyle } = body.health;
  const last = Math.min(ends, body.until) - 8;
  if (recorded > last) return;
  occasions.push(occasion(recorded, booking));
  for (const [week, bundle] of visits) {
    const day = lastPeriod + 7 * week + Math.floor(life.chance(drawnBy.antenatal, 100 * ordinal + week) * 6);
    if (day > recorded && day < last) occasions.push(occasion(day, bundle));
  }
  const tested = lastPeriod + 7 * glucoseWeek;
  const isAtRisk =
    lifestyle.bmi(lastPeriod) >= heavy ||
    atRiskByOrigin.includes(life.ethnicity) ||
    body.illOn('gestational-diabetes', tested + 30) !== undefined;
  if (isAtRisk && tested > recorded && tested < last) occasions.push(occasion(tested, tests('glucose-tolerance')));
  if (how === 'birth' && ends + 60 < body.until) occasions.push(occasion(ends + 45, afterBirth));
}
