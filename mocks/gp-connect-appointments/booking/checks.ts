/** What a booking has to be, in the order in which the demonstrator of the service looks. The contract has seen which members are there. */
import type { Slot } from '../../../src/clinical-record.ts';
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { eachOf, elementsAt, stringAt } from '../../../src/fhir/clinical/element.ts';
import { englishInstant, minutesAfter } from '../../../src/fhir/clinical/england-time.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import type { Organisation } from '../../../src/population.ts';
import { isOpenTo } from '../../diaries/taken.ts';
import { appointmentsOf } from '../appointments/find.ts';
import { practiceOf } from '../asked-practice.ts';
import { clinicOf } from '../clinics.ts';
import { invalidResource, takenBy, unknownSlot } from '../faults.ts';
import { isLetGo, mostAhead, startOf } from '../practice-rules.ts';
import { appointmentProfile, bookingOrganisation } from '../systems.ts';

/** What is booked, once nothing is wrong with it. */
export interface Booking {
  readonly nhsNumber: string;
  readonly practice: Organisation;
  readonly slots: readonly [Slot, ...Slot[]];
  readonly booker: JsonObject;
}

/** A patient's booking has none of these. */
const forbidden = ['id', 'reason', 'specialty', 'appointmentType', 'indication', 'supportingInformation', 'incomingReferral'];

export function readBooking(call: AnyCall, appointment: JsonObject): Booking | Problem {
  const wrong = profileFault(appointment) ?? forbiddenFault(appointment, forbidden) ?? referenceFault(appointment);
  if (wrong) return wrong;
  const nhsNumber = actorOf(appointment, 'Patient');
  if (nhsNumber === undefined || actorOf(appointment, 'Location') === undefined)
    return invalidResource('participant: the patient and the location take part, as Patient/… and Location/….');
  const booker = bookerOf(appointment);
  if (booker === undefined)
    return invalidResource(
      'extension: …BookingOrganisation-1 refers to a contained Organization with an ODS code, a name and a telephone number.',
    );
  const practice = practiceOf(call, nhsNumber);
  if (isProblem(practice)) return practice;
  const slots = slotsIn(call, appointment, practice);
  if (isProblem(slots)) return slots;
  const booking = { nhsNumber, practice, slots, booker };
  return slotFault(call, appointment, booking) ?? booking;
}

export function profileFault(appointment: JsonObject): Problem | undefined {
  return elementsAt(appointment, 'meta', 'profile').includes(appointmentProfile)
    ? undefined
    : invalidResource(`meta.profile: it is ${appointmentProfile}.`);
}

export function forbiddenFault(appointment: JsonObject, names: readonly string[]): Problem | undefined {
  const name = names.find((each) => appointment[each] !== undefined);
  return name === undefined ? undefined : invalidResource(`${name}: it must not be there.`);
}

const relative = /^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/;

const referencesIn = (appointment: JsonObject): readonly (Json | undefined)[] => [
  ...eachOf(appointment['slot']),
  ...eachOf(appointment['participant']).map((each) => (isObject(each) ? each['actor'] : undefined)),
];

export function referenceFault(appointment: JsonObject): Problem | undefined {
  return referencesIn(appointment).every((each) => relative.test(stringAt(each, 'reference') ?? ''))
    ? undefined
    : invalidResource('slot, participant: references are relative, as in Slot/… and Patient/….');
}

/** The id of the one participant of this type; undefined where there is none, or several. */
export function actorOf(appointment: JsonObject, type: string): string | undefined {
  const ids = eachOf(appointment['participant']).flatMap((each) => {
    const [of, id] = (stringAt(each, 'actor', 'reference') ?? '').split('/');
    return of === type && id !== undefined ? [id] : [];
  });
  return ids.length === 1 ? ids[0] : undefined;
}

function bookerOf(appointment: JsonObject): JsonObject | undefined {
  const by = eachOf(appointment['extension']).find((each) => stringAt(each, 'url') === bookingOrganisation);
  const reference = stringAt(by, 'valueReference', 'reference');
  const booker = eachOf(appointment['contained']).find((each) => reference === `#${stringAt(each, 'id')}`);
  const phone = elementsAt(booker, 'telecom').some((each) => stringAt(each, 'value') !== undefined);
  const isWhole = stringAt(booker, 'identifier', 'value') !== undefined && stringAt(booker, 'name') !== undefined && phone;
  return isObject(booker) && isWhole ? booker : undefined;
}

/** In the order of time, as they are sent: of one clinic, each of them free, and each right after the one before. */
function slotsIn(call: AnyCall, appointment: JsonObject, practice: Organisation): Booking['slots'] | Problem {
  const ids = eachOf(appointment['slot']).map((each) => (stringAt(each, 'reference') ?? '').slice('Slot/'.length));
  const found = ids.flatMap((id) => call.population.slot(id) ?? []).filter(({ organisation }) => organisation === practice.ods);
  const [first, ...after] = found;
  if (first === undefined || found.length < ids.length) return unknownSlot(call);
  if (found.some(({ id }) => !isOpenTo(call, id))) return takenBy(call);
  const isInRow = after.every(({ clinic, on, at }, n) => {
    const before = found[n];
    return before?.clinic === clinic && minutesAfter(before.on, before.at, before.minutes) === englishInstant(on, at);
  });
  return isInRow
    ? [first, ...after]
    : invalidResource('slot: several slots are of one schedule, channel and kind of service, one right after the other.');
}

function slotFault(call: AnyCall, appointment: JsonObject, { nhsNumber, practice, slots }: Booking): Problem | undefined {
  const [first] = slots;
  const last = slots.at(-1) ?? first;
  const [start, end] = [englishInstant(first.on, first.at), minutesAfter(last.on, last.at, last.minutes)];
  if (stringAt(appointment, 'start') !== start || stringAt(appointment, 'end') !== end)
    return invalidResource(`start, end: they are those of the slots, ${start} and ${end}.`);
  if (actorOf(appointment, 'Location') !== practice.ods) return invalidResource(`participant: the slot is at Location/${practice.ods}.`);
  const practitioner = clinicOf(call, first.id)?.practitioner;
  const isOther = eachOf(appointment['participant']).some((each) => {
    const reference = stringAt(each, 'actor', 'reference') ?? '';
    return reference.startsWith('Practitioner/') && reference !== `Practitioner/${practitioner}`;
  });
  if (isOther) return invalidResource(`participant: the slot is with Practitioner/${practitioner}.`);
  if (startOf(first) <= call.clock.now()) return invalidResource('slot: it is in the past.');
  if (!slots.every((slot) => isLetGo(call, slot))) return invalidResource('slot: the practice has not let it go yet.');
  const ahead = appointmentsOf(call, nhsNumber, practice).filter(
    ({ entry }) => entry.status === 'booked' && startOf(entry) > call.clock.now(),
  );
  return ahead.length >= mostAhead ? invalidResource(`The practice lets a patient have ${mostAhead} appointments ahead.`) : undefined;
}
