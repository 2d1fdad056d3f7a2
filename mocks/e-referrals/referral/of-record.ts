/** Referrals of people's records, in the state that the record of the day tells. */
import type { AppointmentEntry, ReferralEntry } from '../../../src/clinical-record.ts';
import { englishInstant } from '../../../src/fhir/clinical/england-time.ts';
import { toldOfEntry, type Appointment } from '../appointment/appointment.ts';
import { clinicService } from '../healthcare-services/offered.ts';
import { specialtyOf } from '../healthcare-services/specialties.ts';
import type { Priority, Reading, Referral, StateReason } from './referral.ts';
import type { ReferralState } from './states.ts';

interface Told {
  readonly referral: Referral;
  readonly appointment?: Appointment;
}

export function referralOfRecord(held: Reading, ubrn: string): Told | undefined {
  const found = held.population.referral(ubrn);
  return found && toldOf(held, found.nhsNumber, found.entry);
}

const priorities: Readonly<Record<ReferralEntry['priority'], Priority>> = {
  routine: 'ROUTINE',
  urgent: 'URGENT',
  'two-week-wait': 'TWO_WEEK_WAIT',
};

export function toldOf(held: Reading, nhsNumber: string, entry: ReferralEntry): Told | undefined {
  const service = clinicService(held, entry.to, entry.specialty.text);
  const own = held.population
    .record(nhsNumber)
    ?.of('appointment')
    .filter((each) => each.referral === entry.id);
  const last = own?.at(-1);
  const specialty = specialtyOf(entry.specialty.text);
  const created = englishInstant(entry.recorded, entry.time);
  const standing = standingOf(held, entry, last);
  const appointment = last && toldOfEntry(last, entry, nhsNumber, service?.id ?? '');
  const priority = priorities[entry.priority];
  const criteria = [
    { name: 'priority', valueCoding: { code: priority } },
    { name: 'specialty', valueCoding: { code: specialty.code } },
    { name: 'clinicType', valueCoding: { code: specialty.clinicTypes[0] ?? '' } },
  ];
  return {
    referral: {
      ubrn: entry.ubrn,
      version: versions[entry.status],
      nhsNumber,
      requestId: `r.${entry.id}`,
      created,
      referrer: entry.organisation ?? entry.to,
      ...(entry.practitioner !== undefined && { referringClinician: entry.practitioner }),
      priority,
      specialty: specialty.code,
      criteria,
      shortlist: service ? [service.id] : [],
      commissioning: entry.organisation ?? entry.to,
      pathwayStart: created,
      ...standing,
      ...(appointment && { appointment: appointment.id }),
      attachments: lettersOf(held, nhsNumber, entry),
      entry: entry.id,
    },
    ...(appointment && { appointment }),
  };
}

/** Letters of the record that are about it: the practice's own, and what the hospital wrote back. */
function lettersOf({ population }: Reading, nhsNumber: string, { id, to }: ReferralEntry): Referral['attachments'] {
  const letters =
    population
      .record(nhsNumber)
      ?.of('document')
      .filter(({ about }) => about.includes(id)) ?? [];
  return letters.map(({ id: letter, title, organisation, recorded, time }) => ({
    id: letter,
    type: organisation === to ? 'PROVIDER' : 'REFERRER',
    description: title,
    indexed: englishInstant(recorded, time),
  }));
}

/** Each step of it is a version. */
const versions: Readonly<Record<ReferralEntry['status'], number>> = { sent: 1, booked: 2, seen: 3, closed: 4 };

type Standing = Pick<Referral, 'state'> & { readonly reason?: StateReason };

/** What was booked last tells most; before that it waits for the referrer, or for the hospital. */
function standingOf(held: Reading, { id, status }: ReferralEntry, last: AppointmentEntry | undefined): Standing {
  const ofAppointment: Readonly<Record<AppointmentEntry['status'], ReferralState>> = {
    booked: 'BOOKED',
    fulfilled: 'BOOKED',
    missed: 'DID_NOT_ATTEND',
    cancelled: 'APPT_CANCELLED_BY_PATIENT',
  };
  if (status === 'closed') return closed(last);
  if (last) return { state: ofAppointment[last.status] };
  if (status !== 'sent') return { state: 'BOOKED' };
  const drawn = held.chance(`e-referrals/standing/${id}`);
  if (drawn < 0.4) return { state: 'DEFERRED_TO_PROVIDER', reason: { system: 'eRS-ReviewReason-1', code: 'NO_SLOTS_AT_SERVICE' } };
  return drawn < 0.6 ? { state: 'AWAITING_TRIAGE', reason: { system: 'eRS-ReviewReason-1', code: 'TRIAGE' } } : { state: 'NOT_BOOKED' };
}

const closed = (last: AppointmentEntry | undefined): Standing =>
  last?.status === 'fulfilled'
    ? { state: 'BOOKED' }
    : { state: 'CANCELLED_REFERRAL', reason: { system: 'REFERRAL-CANCELLATION-REASON', code: 'TREATMENT_NO_LONGER_REQUIRED' } };
