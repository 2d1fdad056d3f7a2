/** The rules every period keeps: a start that has come, and no end before it. */
import { isRealDate } from '../../../src/fhir/instant.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { invalidUpdate, invalidValue, missingValue } from '../../../src/nhs/spine/spine-words.ts';
import type { Period } from '../record/patient.ts';

export function periodProblem(period: Partial<Period> | undefined, { path, today }: { path: string; today: string }): Problem | undefined {
  if (period === undefined) return undefined;
  const { start, end } = period;
  if (start === undefined) return missingValue(`${path}/start`);
  if (!isRealDate(start)) return invalidValue(start, `${path}/start`);
  if (end !== undefined && !isRealDate(end)) return invalidValue(end, `${path}/end`);
  if (start > today) return invalidUpdate(`Invalid patch - the start date of '${path}' is in the future`);
  if (end !== undefined && end < start) return invalidUpdate(`Invalid patch - the start date of '${path}' is after its end date`);
  return undefined;
}
