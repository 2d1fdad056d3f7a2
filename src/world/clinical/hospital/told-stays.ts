/** Stays in hospital and what was done in them, as of a day. */
import type { AdmissionEntry, ProcedureEntry, TimeOfDay } from '../../../clinical-record.ts';
import { isoDate } from '../../calendar.ts';
import type { LivedAdmission } from '../health.ts';
import { clock } from '../clock.ts';
import { type RecordTelling, written } from '../telling.ts';
import { anyHour, consultantAt, specialtyNumber } from './told-places.ts';

export function admissionEntries(telling: RecordTelling): readonly AdmissionEntry[] {
  const { today, health } = telling;
  return health.hospital.admissions
    .filter(({ recorded }) => recorded <= today)
    .map((admission): AdmissionEntry => {
      const { recorded, admitted, discharged, method, specialty, reason, procedures } = admission;
      const trust = telling.trustOn(recorded);
      const practitioner = trust && consultantAt(telling, trust, specialty);
      return {
        ...written(telling, 'admission', admission, trust),
        time: hourOfStay(telling, admission),
        ...(practitioner !== undefined && { practitioner }),
        admitted: isoDate(admitted),
        ...(discharged <= today && { discharged: isoDate(discharged) }),
        method,
        specialty,
        ward: wardOf(admission),
        reason,
        procedures: procedures.map((procedure) => telling.idOf('procedure', procedure)),
      };
    });
}

/** At which hour it begins: early in the day where it is planned. */
export const hourOfStay = (telling: RecordTelling, { method, ordinal }: LivedAdmission): TimeOfDay =>
  method === 'elective' || method === 'day-case' ? clock(7 * 60 + 30 + 15 * (ordinal % 20)) : anyHour(telling, 85, ordinal);

function wardOf({ method, specialty, procedures }: LivedAdmission): string {
  if (method === 'day-case') return 'Day case unit';
  if (method === 'maternity') return 'Maternity ward';
  return `Ward ${1 + specialtyNumber(specialty)}${procedures.length === 0 ? 'A' : 'B'}`;
}

export function procedureEntries(telling: RecordTelling): readonly ProcedureEntry[] {
  const { today, health } = telling;
  return health.hospital.procedures
    .filter(({ recorded }) => recorded <= today)
    .map((procedure): ProcedureEntry => {
      const { sort, what, recorded, reason, admission } = procedure;
      const trust = telling.trustOn(recorded);
      return {
        // What was done before stays were told of was written down at the practice.
        ...written(telling, 'procedure', procedure, admission === undefined ? undefined : trust),
        sort,
        what,
        performed: isoDate(recorded),
        ...(reason && { reason }),
        ...(admission !== undefined && { admission: telling.idOf('admission', admission) }),
      };
    });
}
