/** An appointment of a referral, or the deferral that stands in its place. */
import type { AppointmentEntry, ReferralEntry } from '../../../src/clinical-record.ts';
import { englishInstant, minutesAfter } from '../../../src/fhir/clinical/england-time.ts';
import { counters, hasDied, toldAppointment, type Held, type Reading, type StateReason } from '../referral/referral.ts';
import { referralOfRecord } from '../referral/of-record.ts';

export interface Appointment {
  readonly id: string;
  readonly version: number;
  readonly ubrn: string;
  readonly nhsNumber: string;
  /** Id of the service. */
  readonly service: string;
  readonly status: 'booked' | 'proposed' | 'cancelled' | 'fulfilled' | 'noshow';
  readonly reason?: StateReason;
  readonly comment?: string;
  /** Instants. */
  readonly start?: string;
  readonly end?: string;
  readonly created: string;
  readonly slot?: string;
  /** SDS user id. */
  readonly clinician?: string;
  /** Id of the entry of the patient's record. */
  readonly entry?: string;
}

const appointments = 'e-referrals/appointment';

export function findAppointment(held: Reading, id: string): Appointment | undefined {
  const document = held.store.get(appointments, id);
  const found =
    document === undefined ? (toldAppointment(held, id) ?? appointmentOfRecord(held, id)) : (JSON.parse(document) as Appointment); // only `keepAppointment` writes these documents
  const isOpen = found?.status === 'proposed' || (found?.status === 'booked' && Date.parse(found.start ?? '') > held.clock.now());
  return isOpen && hasDied(held, found.nhsNumber) ? { ...found, version: found.version + 1, status: 'cancelled' } : found;
}

export const keepAppointment = ({ store }: Pick<Held, 'store'>, appointment: Appointment): void =>
  store.put(appointments, appointment.id, JSON.stringify(appointment));

export function freshAppointmentId({ store }: Pick<Held, 'store'>): string {
  const n = Number(store.get(counters, 'appointment') ?? '80000');
  store.put(counters, 'appointment', String(n + 1));
  return String(n);
}

/** Of the record's hospital appointments that came of a referral. */
function appointmentOfRecord(held: Reading, id: string): Appointment | undefined {
  const found = held.population.entry(id);
  if (found?.entry.kind !== 'appointment' || found.entry.referral === undefined) return undefined;
  const referral = held.population.entry(found.entry.referral)?.entry;
  return referral?.kind === 'referral' ? referralOfRecord(held, referral.ubrn)?.appointment : undefined;
}

const statuses: Readonly<Record<AppointmentEntry['status'], Appointment['status']>> = {
  booked: 'booked',
  fulfilled: 'fulfilled',
  missed: 'noshow',
  cancelled: 'cancelled',
};

/** As the record has it. */
export const toldOfEntry = (entry: AppointmentEntry, referral: ReferralEntry, nhsNumber: string, service: string): Appointment => ({
  id: entry.id,
  version: 1,
  ubrn: referral.ubrn,
  nhsNumber,
  service,
  status: statuses[entry.status],
  start: englishInstant(entry.on, entry.at),
  end: minutesAfter(entry.on, entry.at, entry.minutes),
  created: englishInstant(entry.recorded, entry.time),
  ...(entry.slot !== undefined && { slot: entry.slot }),
  ...(entry.practitioner !== undefined && { clinician: entry.practitioner }),
  entry: entry.id,
});
