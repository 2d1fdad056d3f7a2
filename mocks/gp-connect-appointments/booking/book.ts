/** Books an appointment: it takes its slots, and stands in the patient's record. */
import type { AppointmentEntry } from '../../../src/clinical-record.ts';
import type { JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { uuidBy } from '../../../src/contract/uuid.ts';
import { stringAt } from '../../../src/fhir/clinical/element.ts';
import { englishDayAndTime } from '../../../src/fhir/clinical/england-time.ts';
import { parseNhsNumber } from '../../../src/fhir/nhs-number.ts';
import { instant } from '../../../src/fhir/instant.ts';
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import { findAppointment } from '../appointments/find.ts';
import { keep } from '../appointments/kept.ts';
import { appointmentOf, etagOf, versionOfAppointment, type Found } from '../appointments/told.ts';
import { clinicOf } from '../clinics.ts';
import { endOf } from '../practice-rules.ts';
import { readBooking, type Booking } from './checks.ts';

interface Booked {
  readonly status: 201;
  readonly headers: { readonly Location: string; readonly ETag: string };
  readonly rendered?: string;
}

/** Keys are X-Request-IDs with what was sent under them, documents ids of appointments. */
const requests = 'gp-connect-appointments/request';

export function bookAppointment(call: AnyCall): Booked | Problem | undefined {
  const sent = bodyOf(call);
  if (!isObject(sent)) return undefined;
  const key = `${(call.header('X-Request-ID') ?? '').toLowerCase()}/${call.chance(call.bodyText ?? JSON.stringify(sent))}`;
  const earlier = findAppointment(call, call.store.get(requests, key) ?? '');
  if (earlier?.entry.status === 'booked') {
    call.note('This X-Request-ID was seen before with the same body: the appointment is told again, nothing is booked twice.');
    return booked(call, earlier);
  }
  const booking = readBooking(call, sent);
  if (isProblem(booking)) return booking;
  const made = { nhsNumber: booking.nhsNumber, practice: booking.practice, entry: entryOf(call, sent, booking) };
  store(call, sent, { booking, made });
  call.store.put(requests, key, made.entry.id);
  return booked(call, made);
}

function booked(call: AnyCall, made: Found): Booked {
  const appointment = appointmentOf(call, made);
  const location = call.url(`/Appointment/${made.entry.id}/_history/${versionOfAppointment(appointment)}`);
  const wantsNothing = /return=minimal/.test(call.header('Prefer') ?? '');
  return {
    status: 201,
    headers: { Location: location, ETag: etagOf(appointment) },
    ...(!wantsNothing && { rendered: JSON.stringify(appointment) }),
  };
}

function entryOf(call: AnyCall, sent: JsonObject, { practice, slots }: Booking): AppointmentEntry {
  const [first, ...after] = slots;
  const now = instant(call.clock.now());
  const clinic = clinicOf(call, first.id);
  const today = englishDayAndTime(now);
  return {
    kind: 'appointment',
    id: uuidBy((part) => call.chance(`appointment ${part} ${first.id} ${now} ${call.store.count(requests)}`)),
    recorded: today?.date ?? first.on,
    ...(today?.time !== undefined && { time: today.time }),
    organisation: practice.ods,
    ...(clinic && { practitioner: clinic.practitioner }),
    on: first.on,
    at: first.at,
    minutes: slots.reduce((sum, { minutes }) => sum + minutes, 0),
    status: 'booked',
    mode: clinic?.mode ?? 'face-to-face',
    reason: { text: stringAt(sent, 'description') ?? 'Appointment' },
    setting: 'general-practice',
    slot: first.id,
    ...(after.length > 0 && { slotsAfter: after.map(({ id }) => id) }),
  };
}

function store(call: AnyCall, sent: JsonObject, { booking, made }: { readonly booking: Booking; readonly made: Found }): void {
  const { entry } = made;
  const nhsNumber = parseNhsNumber(made.nhsNumber);
  if (nhsNumber !== undefined) call.enter({ nhsNumber, id: entry.id, entry });
  const [created, comment] = [stringAt(sent, 'created'), stringAt(sent, 'comment')];
  keep(call, entry, {
    version: 1,
    booker: booking.booker,
    ...(created !== undefined && { created }),
    ...(comment !== undefined && { comment }),
  });
  call.later({ at: endOf(entry), do: 'appointment-over', about: entry.id });
}
