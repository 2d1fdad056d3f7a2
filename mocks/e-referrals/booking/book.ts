/** An appointment is booked into a slot of a shortlisted service, or left to the provider with a reason. */
import { uuidBy } from '../../../src/contract/uuid.ts';
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { eachOf, stringAt } from '../../../src/fhir/clinical/element.ts';
import { etag } from '../../../src/fhir/version.ts';
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Fault, type Problem } from '../../../src/mock/problem.ts';
import { freshAppointmentId, keepAppointment, type Appointment } from '../appointment/appointment.ts';
import { writtenAppointment } from '../appointment/told.ts';
import { ofHospitalSystem, refused, refusedFor, wrongAt } from '../faults/refusals.ts';
import { isTriage, serviceOf, type Service } from '../healthcare-services/offered.ts';
import { moveOn, nowOf, withoutReason } from '../referral/change.ts';
import { enterAppointment } from '../referral/entered.ts';
import { findReferral, type Referral } from '../referral/referral.ts';
import { stateAfter, unrelated, wrongPatient } from '../referral/target.ts';
import { identifierSystem } from '../systems.ts';
import { isVersion, outdated } from '../versions.ts';
import { keepDeferral } from './deferral.ts';
import { providerBooksLater } from './provider-books.ts';
import { freeSlots, isSlot, slotOf, takeSlot } from './slots.ts';
import { visitLater } from './visit.ts';

export interface AppointmentReply<Status extends number> {
  readonly status: Status;
  readonly headers: { readonly ETag: string };
  readonly rendered: string;
}

/** Why it is left to the provider. */
const deferralReasons = ['NO_SLOTS_AT_SERVICE', 'SLOT_NOT_AVAILABLE', 'BOOKING_ATTEMPT_PROBLEM', 'TRIAGE'];

interface Sent {
  readonly status: 'booked' | 'proposed';
  readonly ubrn: string;
  readonly version: string;
  readonly service: string;
  readonly nhsNumber: string;
  readonly slot?: string;
  readonly reason?: string;
  readonly comment?: string;
  readonly clinician?: string;
}

export function bookOrDefer(call: AnyCall): AppointmentReply<201> | Problem {
  const sent = readSent(bodyOf(call));
  if (isProblem(sent)) return sent;
  const found = findReferral(call, sent.ubrn);
  if (!found) return refused('REFERENCE_NOT_FOUND', 'There is no such request.', 'incomingReferral[0].reference');
  if (!isVersion(found, sent.version)) return outdated(found.version);
  const refusal = unrelated(call, found) ?? wrongPatient(call, found.nhsNumber);
  if (refusal) return refusal;
  const service = serviceToBook(call, found, sent);
  if (isProblem(service)) return service;
  return sent.status === 'booked' ? book(call, found, sent, service) : defer(call, found, sent, service);
}

const known: ReadonlySet<string> = new Set(
  'resourceType id meta language status reason description start end slot created comment incomingReferral participant extension minutesDuration'.split(
    ' ',
  ),
);

function readSent(body: Json | undefined): Sent | Problem {
  const sent: JsonObject = isObject(body) ? body : {};
  const faults: Fault[] = Object.keys(sent)
    .filter((name) => !known.has(name))
    .map((name) => wrongAt('UNEXPECTED_FIELD', name, 'is not a member of this resource'));
  for (const name of ['slot', 'reason', 'incomingReferral', 'participant'])
    if (sent[name] !== undefined && !isArray(sent[name])) faults.push(wrongAt('INVALID_VALUE', name, 'must be a list'));
  const status = stringAt(sent, 'status');
  if (status === undefined) faults.push(wrongAt('MISSING_VALUE', 'status', 'is required'));
  else if (status !== 'booked' && status !== 'proposed') faults.push(wrongAt('INVALID_VALUE', 'status', 'must be booked or proposed'));
  const reference = stringAt(sent, 'incomingReferral', 'reference');
  const [, ubrn = '', version = ''] = /(?:^|\/)ReferralRequest\/(\d{12})\/_history\/(\d+)$/.exec(reference ?? '') ?? [];
  if (reference === undefined) faults.push(wrongAt('MISSING_VALUE', 'incomingReferral', 'is required'));
  else if (ubrn === '')
    faults.push(wrongAt('INVALID_VALUE', 'incomingReferral[0].reference', 'must be ReferralRequest/<UBRN>/_history/<version>'));
  const [service, nhsNumber] = [actorOf(sent, 'service'), actorOf(sent, 'nhsNumber')];
  if (service === undefined) faults.push(wrongAt('MISSING_VALUE', 'participant', 'the service is required'));
  if (nhsNumber === undefined) faults.push(wrongAt('MISSING_VALUE', 'participant', 'the patient is required'));
  const slotReference = stringAt(sent, 'slot', 'reference');
  const slot = /(?:^|\/)Slot\/([^/]+)$/.exec(slotReference ?? '')?.[1];
  if (slotReference !== undefined && slot === undefined) faults.push(wrongAt('INVALID_VALUE', 'slot[0].reference', 'must be Slot/<id>'));
  if (status === 'booked' && slotReference === undefined) faults.push(wrongAt('MISSING_VALUE', 'slot', 'is required of what is booked'));
  const reason = stringAt(sent, 'reason', 'coding', 'code');
  if (status === 'proposed') faults.push(...wrongReason(reason, slotReference));
  if (status === 'booked' && reason !== undefined)
    faults.push(wrongAt('INAPPROPRIATE_VALUE', 'reason', 'is of what is left to the provider'));
  const comment = stringAt(sent, 'comment');
  const clinician = actorOf(sent, 'user');
  const refusal = refusedFor(faults);
  if (refusal || (status !== 'booked' && status !== 'proposed') || service === undefined || nhsNumber === undefined)
    return refusal ?? refused('MISSING_VALUE', 'The appointment cannot be read.');
  return {
    status,
    ubrn,
    version,
    service,
    nhsNumber,
    ...(slot !== undefined && { slot }),
    ...(reason !== undefined && { reason }),
    ...(comment !== undefined && { comment }),
    ...(clinician !== undefined && { clinician }),
  };
}

function wrongReason(reason: string | undefined, slot: string | undefined): readonly Fault[] {
  if (reason === undefined) return [wrongAt('MISSING_VALUE', 'reason', 'is required of what is left to the provider')];
  if (!deferralReasons.includes(reason))
    return [wrongAt('INVALID_CODE', 'reason[0].coding[0].code', `must be one of ${deferralReasons.join(', ')}`)];
  return reason === 'SLOT_NOT_AVAILABLE' && slot === undefined ? [wrongAt('MISSING_VALUE', 'slot', 'is required with this reason')] : [];
}

const actorOf = (sent: JsonObject, of: keyof typeof identifierSystem): string | undefined =>
  eachOf(sent['participant'])
    .filter((each) => stringAt(each, 'actor', 'identifier', 'system') === identifierSystem[of])
    .map((each) => stringAt(each, 'actor', 'identifier', 'value'))[0];

function serviceToBook(call: AnyCall, found: Referral, { service: id, nhsNumber }: Sent): Service | Problem {
  if (nhsNumber !== found.nhsNumber) return refused('INAPPROPRIATE_VALUE', 'The request is about another patient.', 'participant');
  const service = serviceOf(call, id);
  if (!service) return refused('REFERENCE_NOT_FOUND', 'There is no such service.', 'participant');
  if (!found.shortlist.includes(id)) return refused('INAPPROPRIATE_VALUE', 'The service is not on the shortlist.', 'participant');
  return call.population.register.entry(service.organisation)?.isActive === false
    ? refused('SERVICE_UNAVAILABLE', 'The service has closed.', 'participant')
    : service;
}

function book(call: AnyCall, found: Referral, sent: Sent, service: Service): AppointmentReply<201> | Problem {
  const state = stateAfter(found, 'book');
  if (typeof state !== 'string') return state;
  if (service.bookable === 'INDIRECTLY_BOOKABLE')
    return refused('INAPPROPRIATE_VALUE', 'The service books its appointments itself.', 'participant');
  const id = sent.slot ?? '';
  const slot = slotOf(call, service, id);
  if (!slot)
    return isSlot(call, id)
      ? refused('INAPPROPRIATE_SLOT', 'The slot is of another service.', 'slot[0].reference')
      : refused('REFERENCE_NOT_FOUND', 'There is no such slot.', 'slot[0].reference');
  if (!slot.isFree) return refused('SLOT_NOT_AVAILABLE', 'The slot has been taken.', 'slot[0].reference');
  if (Date.parse(slot.start) < call.clock.now()) return refused('INVALID_STATE', 'The time of the slot has passed.', 'slot[0].reference');
  if (slot.provokes === 'UNCONFIRMED') return refused('UNABLE_TO_CONFIRM_APPOINTMENT', 'The hospital did not confirm the appointment.');
  if (slot.provokes) return ofHospitalSystem(`PAS unable to create booking into slot '${id}' for UBRN: ${found.ubrn}`, slot.provokes);
  takeSlot(call, id);
  const appointmentId = freshAppointmentId(call);
  const appointment: Appointment = {
    id: appointmentId,
    version: 0,
    ubrn: found.ubrn,
    nhsNumber: found.nhsNumber,
    service: service.id,
    status: 'booked',
    start: slot.start,
    end: slot.end,
    created: nowOf(call),
    slot: id,
    ...(sent.comment !== undefined && { comment: sent.comment }),
    clinician: sent.clinician ?? slot.clinician,
    entry: uuidBy((part) => call.chance(`appointment/${appointmentId}/${part}`)),
  };
  keepAppointment(call, appointment);
  const next = moveOn(call, { ...withoutReason(found), state, appointment: appointmentId });
  enterAppointment(call, appointment, next);
  visitLater(call, appointment);
  return told(call, appointment, next.version);
}

function defer(call: AnyCall, found: Referral, sent: Sent, service: Service): AppointmentReply<201> | Problem {
  const isForTriage = sent.reason === 'TRIAGE';
  const state = stateAfter(found, isForTriage ? 'send for triage' : 'defer');
  if (typeof state !== 'string') return state;
  if (isForTriage !== isTriage(service))
    return refused('INAPPROPRIATE_VALUE', 'TRIAGE is the reason of triage services, and of no others.', 'reason');
  const wrong = isForTriage ? undefined : notDeferrable(call, found, sent, service);
  if (wrong) return wrong;
  const reason = { system: 'eRS-ReviewReason-1', code: sent.reason ?? '' };
  const id = keepDeferral(call, found, { service: service.id, reason, ...(sent.comment !== undefined && { comment: sent.comment }) });
  const next = moveOn(call, {
    ...withoutReason(found),
    state,
    reason,
    ...(sent.comment !== undefined && { comments: sent.comment }),
    appointment: id,
  });
  if (!isForTriage) providerBooksLater(call, next, 'deferToProviderContactDays');
  const deferral: Appointment = {
    id,
    version: 0,
    ubrn: found.ubrn,
    nhsNumber: found.nhsNumber,
    service: service.id,
    status: 'proposed',
    reason,
    ...(sent.comment !== undefined && { comment: sent.comment }),
    created: nowOf(call),
  };
  return told(call, deferral, next.version);
}

/** While somebody could be booked, nothing is left to the provider: unless the booking was tried and failed. */
function notDeferrable(call: AnyCall, { priority }: Referral, { reason, slot = '' }: Sent, service: Service): Problem | undefined {
  if (reason === 'BOOKING_ATTEMPT_PROBLEM' || service.bookable === 'INDIRECTLY_BOOKABLE') return undefined;
  if (reason === 'SLOT_NOT_AVAILABLE')
    return slotOf(call, service, slot)?.isFree ? refused('THIS_SLOT_IS_AVAILABLE', 'The slot is free.', 'slot[0].reference') : undefined;
  return freeSlots(call, service, priority).length > 0
    ? refused('SLOTS_CURRENTLY_AVAILABLE', 'The service has free slots.', 'participant')
    : undefined;
}

const told = (call: AnyCall, appointment: Appointment, referralVersion: number): AppointmentReply<201> => ({
  status: 201,
  headers: { ETag: etag(String(appointment.version)) },
  rendered: JSON.stringify(writtenAppointment(call, appointment, referralVersion)),
});
