/** What a hospital measures of those who come as emergencies. */
import type { LivedCondition } from '../health.ts';
import type { Body } from '../observations/body.ts';
import { drawnBy } from './draws.ts';
import { both, inHospital, investigatedFrom, measures, type TestOccasion, tests } from './occasions.ts';
import { imageOf } from './passing.ts';

const observed = ['temperature', 'pulse', 'respiratory-rate', 'oxygen-saturation', 'blood-pressure', 'early-warning-score'] as const;
const atAdmission = both(observed, ['full-blood-count', 'urea-and-electrolytes', 'inflammation']);
const atDischarge = measures(...observed);
/** The early warning score is for adults. */
const youngest = 16;

export function emergenciesOf({ until, health: { life, hospital } }: Body): TestOccasion[] {
  const occasions: TestOccasion[] = [];
  const begins = investigatedFrom(life);
  for (const { ordinal, admitted, discharged, method, condition } of hospital.admissions) {
    if (method !== 'emergency' || admitted < begins || admitted > until || life.age(admitted) < youngest) continue;
    const ill = 0.35 + 0.6 * life.chance(drawnBy.admission, ordinal + 1);
    occasions.push(inHospital(admitted, atAdmission, ill));
    noteImage(occasions, admitted, condition);
    if (discharged > admitted && discharged < life.end) occasions.push(inHospital(discharged, atDischarge, 0.1));
  }
  for (const { recorded, condition, admission } of hospital.attendances) {
    if (admission === undefined && recorded >= begins && recorded <= until) noteImage(occasions, recorded, condition);
  }
  return occasions;
}

function noteImage(occasions: TestOccasion[], day: number, condition: LivedCondition | undefined): void {
  const sort = condition?.illness.sort ?? '';
  const image = imageOf(sort);
  if (image !== undefined) occasions.push(inHospital(day, tests(image), 0, sort));
}
