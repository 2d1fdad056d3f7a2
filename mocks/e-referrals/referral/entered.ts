/** What happens to a referral is written into the patient's record, so that every API tells it. */
import type { AppointmentEntry, CodedText, ReferralEntry } from '../../../src/clinical-record.ts';
import { englishDayAndTime, minutesBetween } from '../../../src/fhir/clinical/england-time.ts';
import type { OdsCode } from '../../../src/population.ts';
import type { Appointment } from '../appointment/appointment.ts';
import { serviceOf } from '../healthcare-services/offered.ts';
import { serviceText } from '../healthcare-services/specialties.ts';
import type { Held, Priority, Referral } from './referral.ts';
import { isOver, type ReferralState } from './states.ts';

const priorities: Readonly<Record<Priority, ReferralEntry['priority']>> = {
  ROUTINE: 'routine',
  URGENT: 'urgent',
  TWO_WEEK_WAIT: 'two-week-wait',
};

const statusOf = (state: ReferralState, before: ReferralEntry['status'] | undefined): ReferralEntry['status'] => {
  if (isOver(state)) return 'closed';
  if (state === 'BOOKED') return before === 'seen' ? 'seen' : 'booked';
  return state === 'ASSESSMENT_RESULT' ? 'seen' : 'sent';
};

const textOf = (specialty: string | undefined): CodedText =>
  (specialty === undefined ? undefined : serviceText(specialty)) ?? { text: 'Referral' };

export function enterReferral(held: Held, referral: Referral, seen?: 'seen'): void {
  const found = held.population.record(referral.nhsNumber);
  if (!found) return;
  const before = found.entry(referral.entry);
  const known = before?.kind === 'referral' ? before : undefined;
  const { date, time } = englishDayAndTime(referral.created) ?? {};
  const status = seen ?? statusOf(referral.state, known?.status);
  const entry: ReferralEntry = {
    kind: 'referral',
    id: referral.entry,
    recorded: known?.recorded ?? date ?? found.asOf,
    ...(time !== undefined && { time }),
    organisation: known?.organisation ?? odsOf(referral.referrer),
    ...(referral.referringClinician !== undefined && { practitioner: referral.referringClinician }),
    specialty: known?.specialty ?? textOf(referral.specialty),
    reason: known?.reason ?? textOf(referral.specialty),
    priority: priorities[referral.priority],
    status,
    ubrn: referral.ubrn,
    to: known?.to ?? odsOf(providerOf(held, referral)),
    about: known?.about ?? [],
    ...(status === 'sent' || status === 'booked' ? { waitingFor: 'appointment' } : {}),
  };
  held.enter({ nhsNumber: found.person.nhsNumber, id: referral.entry, entry });
}

const providerOf = (held: Held, { shortlist, referrer }: Referral): string =>
  shortlist.map((id) => serviceOf(held, id)?.organisation).find((each) => each !== undefined) ?? referrer;

/** It is the code of an organisation that is known. */
const odsOf = (code: string): OdsCode => code as OdsCode;

const statuses: Readonly<Partial<Record<Appointment['status'], AppointmentEntry['status']>>> = {
  booked: 'booked',
  cancelled: 'cancelled',
  fulfilled: 'fulfilled',
  noshow: 'missed',
};

/** A deferral is no appointment yet. */
export function enterAppointment(held: Held, appointment: Appointment, referral: Referral): void {
  const found = held.population.record(appointment.nhsNumber);
  const status = statuses[appointment.status];
  const start = englishDayAndTime(appointment.start);
  const { entry: id } = appointment;
  if (!found || status === undefined || start?.time === undefined || id === undefined) return;
  const before = found.entry(id);
  const known = before?.kind === 'appointment' ? before : undefined;
  const service = serviceOf(held, appointment.service);
  const entry: AppointmentEntry = {
    kind: 'appointment',
    id,
    recorded: known?.recorded ?? englishDayAndTime(appointment.created)?.date ?? found.asOf,
    organisation: odsOf(service?.organisation ?? referral.referrer),
    ...(appointment.clinician !== undefined && { practitioner: appointment.clinician }),
    on: start.date,
    at: start.time,
    minutes: minutesBetween(appointment.start, appointment.end) ?? known?.minutes ?? 20,
    status,
    mode: known?.mode ?? 'face-to-face',
    reason: known?.reason ?? textOf(referral.specialty),
    setting: 'hospital',
    specialty: known?.specialty ?? textOf(referral.specialty),
    ...(appointment.slot !== undefined && held.population.slot(appointment.slot) && { slot: appointment.slot }),
    referral: referral.entry,
  };
  held.enter({ nhsNumber: found.person.nhsNumber, id, entry });
}
