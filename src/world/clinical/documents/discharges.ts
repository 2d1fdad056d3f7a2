/** What hospitals write when somebody leaves: after a stay, and from accident and emergency. */
import { snomed } from '../coded.ts';
import type { LivedAdmission, LivedProcedure } from '../health.ts';
import { consultantAt } from '../hospital/told-places.ts';
import { specialties } from '../hospital/specialties.ts';
import type { RecordTelling } from '../telling.ts';
import type { DocumentDraft } from './draft.ts';
import { aboutPerson, allergiesOn, dateInWords, lowerFirst, medicinesOn, problemsOn, syntheticMark } from './wording.ts';

export const dischargeSummary = snomed('373942005', 'Discharge summary');

export function dischargeSummaries(telling: RecordTelling): readonly DocumentDraft[] {
  const { hospital } = telling.health;
  return hospital.admissions.flatMap((admission): readonly DocumentDraft[] => {
    const { ordinal, recorded, discharged, specialty, condition, procedures } = admission;
    const trust = discharged > telling.today ? undefined : telling.trustOn(recorded);
    if (trust === undefined) return [];
    const practitioner = consultantAt(telling, trust, specialty);
    const known = condition !== undefined && condition.recorded <= discharged ? [telling.idOf('condition', condition.ordinal)] : [];
    return [
      {
        source: 'stay',
        of: ordinal,
        recorded: discharged,
        organisation: trust,
        practitioner,
        sort: 'discharge-summary',
        title: `Discharge summary: ${lowerFirst(specialty.text)}`,
        type: dischargeSummary,
        about: [telling.idOf('admission', ordinal), ...known, ...procedures.map((each) => telling.idOf('procedure', each))],
        say: () => [
          syntheticMark,
          `${telling.nameOf(trust)}\n${specialty.text}\n${dateInWords(discharged)}`,
          aboutPerson(telling, discharged),
          ...stayWords(telling, admission),
          `Completed by: ${practitioner === undefined ? telling.nameOf(trust) : telling.staffName(trust, practitioner)}`,
          syntheticMark,
        ],
      },
    ];
  });
}

const methods: Readonly<Record<LivedAdmission['method'], string>> = {
  elective: 'planned',
  'day-case': 'planned, home on the same day',
  emergency: 'emergency',
  maternity: 'maternity',
};

function stayWords(
  telling: RecordTelling,
  { admitted, discharged, method, reason, condition, procedures, isLast }: LivedAdmission,
): readonly string[] {
  const { health } = telling;
  const done = health.hospital.procedures.filter(({ ordinal }) => procedures.includes(ordinal));
  const begun = health.courses.filter(({ start, recorded }) => start >= admitted && start <= discharged && recorded <= discharged);
  const stopped = health.courses.filter(({ end }) => end !== undefined && end >= admitted && end <= discharged);
  const diagnosis = condition !== undefined && condition.recorded <= discharged ? condition.illness.what.text : reason.text;
  return [
    `Admission: ${dateInWords(admitted)} (${methods[method]}). Discharge: ${dateInWords(discharged)}.`,
    `Reason for admission: ${reason.text}.`,
    `Diagnosis: ${diagnosis}.`,
    `Procedures: ${done.length === 0 ? 'none' : done.map(({ what }: LivedProcedure) => lowerFirst(what.text)).join('; ')}.`,
    problemsOn(telling, discharged),
    medicinesOn(telling, discharged),
    `Medicines changed: ${changes(
      begun.map(({ product }) => `started ${product.what.text}`),
      stopped.map(({ product }) => `stopped ${product.what.text}`),
    )}.`,
    allergiesOn(telling, discharged),
    isLast
      ? `They died in hospital on ${dateInWords(discharged)}. The family has been told.`
      : `Follow-up: ${method === 'emergency' ? 'please review within two weeks.' : 'with us as planned. Nothing is asked of the practice.'}`,
  ];
}

const changes = (begun: readonly string[], stopped: readonly string[]): string => [...begun, ...stopped].join('; ') || 'none';

/** Of attendances after which people went home. */
export function attendanceLetters(telling: RecordTelling): readonly DocumentDraft[] {
  return telling.health.hospital.attendances.flatMap((attendance): readonly DocumentDraft[] => {
    const { ordinal, recorded, reason, condition, admission } = attendance;
    const trust = recorded > telling.today || admission !== undefined ? undefined : telling.trustOn(recorded);
    if (trust === undefined) return [];
    const practitioner = consultantAt(telling, trust, specialties.emergency.service);
    return [
      {
        source: 'attendance',
        of: ordinal,
        recorded,
        organisation: trust,
        practitioner,
        sort: 'discharge-summary',
        title: 'Accident and emergency attendance',
        type: dischargeSummary,
        about: condition !== undefined && condition.recorded <= recorded ? [telling.idOf('condition', condition.ordinal)] : [],
        say: () => [
          syntheticMark,
          `${telling.nameOf(trust)}\nAccident and emergency\n${dateInWords(recorded)}`,
          aboutPerson(telling, recorded),
          `Reason for attendance: ${reason.text}.`,
          `Diagnosis: ${condition?.illness.what.text ?? reason.text}.`,
          medicinesOn(telling, recorded),
          allergiesOn(telling, recorded),
          'Outcome: treated and went home. Follow-up: with the practice if it does not settle.',
          `Completed by: ${practitioner === undefined ? telling.nameOf(trust) : telling.staffName(trust, practitioner)}`,
          syntheticMark,
        ],
      },
    ];
  });
}
