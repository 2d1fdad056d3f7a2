/** What happens by itself: the hour of an appointment passes, and it was kept or missed; and whoever dies has none ahead. */
import type { AppointmentEntry } from '../../src/clinical-record.ts';
import type { Json } from '../../src/contract/contract.ts';
import { memberOf } from '../../src/contract/json-pointer.ts';
import { parseNhsNumber } from '../../src/fhir/nhs-number.ts';
import type { Cue, MockEvents } from '../../src/mock/event.ts';
import { appointmentCancelled } from '../diaries/cancelled.ts';
import { demographicsNow } from '../demographics-now.ts';
import { startOf } from './practice-rules.ts';

/** One in so many of those that nobody cancelled. */
const missed = 0.05;

export const events: MockEvents = {
  emits: [appointmentCancelled],
  later: { 'appointment-over': appointmentOver },
  laterInWords: { 'appointment-over': 'The time of an appointment has passed' },
  on: { 'pds-death-notification-2': endWithDeath },
};

function appointmentOver(cue: Cue, about: Json): void {
  const id = String(about);
  const known = cue.population.entry(id);
  if (known?.entry.kind !== 'appointment' || known.entry.status !== 'booked') return;
  const hasDied = demographicsNow(cue, known.nhsNumber)?.death !== undefined;
  change(cue, known.nhsNumber, known.entry, hasDied ? 'cancelled' : cue.chance(`kept ${id}`) < missed ? 'missed' : 'fulfilled');
}

/** Of those that clients booked: what the population has ahead ends in the world itself. */
function endWithDeath(cue: Cue, about: Json): void {
  const number = String(memberOf(about, 'nhsNumber'));
  if (demographicsNow(cue, number)?.death === undefined) return;
  for (const entry of cue.population.record(number)?.of('appointment') ?? [])
    if (entry.status === 'booked' && startOf(entry) > cue.clock.now()) change(cue, number, entry, 'cancelled');
}

function change(cue: Cue, number: string, entry: AppointmentEntry, status: AppointmentEntry['status']): void {
  const nhsNumber = parseNhsNumber(number);
  if (nhsNumber !== undefined) cue.enter({ nhsNumber, id: entry.id, entry: { ...entry, status } });
}
