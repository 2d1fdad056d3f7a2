/** Letters between practices and hospitals: referral, clinic, and to those who did not come. */
import type { Day } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { snomed } from '../coded.ts';
import type { LivedAppointment, LivedReferral } from '../health.ts';
import { firstOfHospital } from '../hospital/care-book.ts';
import { consultantAt, doctorAt } from '../hospital/told-places.ts';
import type { RecordTelling } from '../telling.ts';
import type { DocumentDraft } from './draft.ts';
import { aboutPerson, allergiesOn, dateInWords, lowerFirst, medicinesOn, nameOn, problemsOn, syntheticMark, whoIs } from './wording.ts';

const referralLetter = snomed('25611000000107', 'Referral letter');
const outpatientLetter = snomed('823681000000100', 'Outpatient letter');
const letter = snomed('823751000000102', 'Letter');

const urgency = {
  routine: 'I would be grateful for a routine appointment.',
  urgent: 'I would be grateful for an urgent appointment.',
  'two-week-wait': 'I am referring under the urgent suspected cancer pathway.',
} as const;

export function referralLetters(telling: RecordTelling): readonly DocumentDraft[] {
  const { health, person, nameOf, staffName } = telling;
  return health.hospital.referrals.flatMap((referral): readonly DocumentDraft[] => {
    const { recorded, specialty, reason, priority, by, condition, ordinal } = referral;
    if (recorded > telling.today) return [];
    const to = telling.trustOn(recorded);
    const from = by === 'hospital' ? to : telling.practiceOn(recorded);
    if (to === undefined || from === undefined) return [];
    const practitioner = by === 'hospital' ? consultantAt(telling, to, specialty) : doctorAt(telling, from, recorded);
    const known = condition !== undefined && condition.recorded <= recorded ? [telling.idOf('condition', condition.ordinal)] : [];
    return [
      {
        source: 'referral',
        of: ordinal,
        recorded,
        organisation: from,
        practitioner,
        sort: 'referral-letter',
        title: `Referral to ${lowerFirst(specialty.text)}`,
        type: referralLetter,
        about: [telling.idOf('referral', ordinal), ...known],
        say: () => [
          syntheticMark,
          `${nameOf(from)}\n${dateInWords(recorded)}`,
          `To: ${specialty.text}, ${nameOf(to)}`,
          aboutPerson(telling, recorded),
          `Reason for referral: ${reason.text}.`,
          `Thank you for seeing ${nameOn(person, recorded)}, a ${whoIs(telling, recorded)}. ${urgency[priority]}`,
          problemsOn(telling, recorded),
          medicinesOn(telling, recorded),
          allergiesOn(telling, recorded),
          `Yours sincerely,\n${practitioner === undefined ? nameOf(from) : staffName(from, practitioner)}`,
          syntheticMark,
        ],
      },
    ];
  });
}

/** Letters are typed in so many days, and one more. */
const typing = 9;
const noticed = 2;

export function clinicLetters(telling: RecordTelling): readonly DocumentDraft[] {
  const { life, hospital } = telling.health;
  const referrals = new Map(hospital.referrals.map((referral) => [referral.ordinal, referral]));
  return hospital.appointments.flatMap((appointment): readonly DocumentDraft[] => {
    const { ordinal, status, day, specialty } = appointment;
    const isMissed = status === 'missed';
    const recorded = day + (isMissed ? noticed : 1 + Math.floor(life.chance(field.document, ordinal) * typing));
    const trust = recorded > telling.today ? undefined : telling.trustOn(appointment.recorded);
    if (trust === undefined || specialty === undefined || status === 'cancelled') return [];
    const referral = referrals.get(appointment.referral ?? -1);
    const practitioner = consultantAt(telling, trust, specialty);
    const isTold = referral !== undefined && telling.trustOn(referral.recorded) !== undefined;
    return [
      {
        source: isMissed ? 'missed' : 'clinic',
        of: ordinal - firstOfHospital,
        recorded,
        organisation: trust,
        practitioner,
        sort: 'clinic-letter',
        title: isMissed ? `Did not attend: ${lowerFirst(specialty.text)}` : `${specialty.text} clinic`,
        type: isMissed ? letter : outpatientLetter,
        about: [telling.idOf('appointment', ordinal), ...(isTold ? [telling.idOf('referral', referral.ordinal)] : [])],
        say: () => {
          const practice = telling.practiceOn(day);
          return [
            syntheticMark,
            `${telling.nameOf(trust)}\n${specialty.text}\n${dateInWords(recorded)}`,
            ...(practice === undefined ? [] : [`To: ${telling.nameOf(practice)}`]),
            aboutPerson(telling, recorded),
            ...(isMissed ? missedWords(appointment) : clinicWords(telling, appointment, referral)),
            `Yours sincerely,\n${practitioner === undefined ? telling.nameOf(trust) : telling.staffName(trust, practitioner)}`,
            syntheticMark,
          ];
        },
      },
    ];
  });
}

const missedWords = ({ day, reason }: LivedAppointment): readonly string[] => [
  `They did not come to their appointment on ${dateInWords(day)} about: ${lowerFirst(reason.text)}.`,
  'Follow-up: we will offer one more appointment. Please let us know if they no longer need to be seen.',
];

const seenHow: Partial<Record<LivedAppointment['mode'], string>> = {
  telephone: 'I spoke by telephone with',
  video: 'I spoke by video with',
};

function clinicWords(telling: RecordTelling, { day, mode, reason }: LivedAppointment, referral?: LivedReferral): readonly string[] {
  const { person } = telling;
  const found = referral?.condition;
  const diagnosis = found !== undefined && found.recorded <= day ? found.illness.what.text : undefined;
  return [
    `Reason: ${reason.text}.`,
    `Diagnosis: ${diagnosis ?? 'none new'}.`,
    `${seenHow[mode] ?? 'I saw'} ${nameOn(person, day)}, a ${whoIs(telling, day)}, on ${dateInWords(day)}.`,
    problemsOn(telling, day),
    medicinesOn(telling, day),
    allergiesOn(telling, day),
    `Plan: ${planOf(telling, { day, referral, diagnosis })}`,
  ];
}

interface Seen {
  readonly day: Day;
  readonly referral: LivedReferral | undefined;
  readonly diagnosis: string | undefined;
}

function planOf({ health }: RecordTelling, { day, referral, diagnosis }: Seen): string {
  if (referral === undefined) return 'to go on as now, and to be seen again.';
  const { ordinal, closes, treatedBy } = referral;
  const { admissions, appointments, procedures } = health.hospital;
  if (day < closes && treatedBy !== undefined) {
    const stay = admissions.find(({ admitted }) => admitted === closes);
    const operation = procedures.find((each) => each.ordinal === stay?.procedures[0]);
    return `${operation === undefined ? 'an operation' : lowerFirst(operation.what.text)}, to which they agree. They are on our waiting list.`;
  }
  if (day < closes) return 'tests have been asked for, and they will be seen with the results.';
  const isSeenAgain = appointments.some((each) => each.referral === ordinal && each.day > day);
  const found =
    treatedBy !== undefined
      ? 'recovery is as expected.'
      : diagnosis === undefined
        ? 'nothing of concern was found.'
        : 'treatment goes on as agreed. Please continue the medicines above.';
  return `${found} ${isSeenAgain ? 'We will see them again.' : 'They are discharged to your care.'}`;
}
