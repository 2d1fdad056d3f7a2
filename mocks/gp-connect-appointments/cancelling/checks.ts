/** What a cancellation has to be, in the order in which the demonstrator of the service looks. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { equal } from '../../../src/contract/equal.ts';
import { eachOf, stringAt } from '../../../src/fhir/clinical/element.ts';
import { versionOf } from '../../../src/fhir/version.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { versionOfAppointment, type Found } from '../appointments/told.ts';
import { forbiddenFault, profileFault, referenceFault } from '../booking/checks.ts';
import { clinicOf } from '../clinics.ts';
import { cancellingIsOff, cannotBeCancelled, invalidResource, noReason, stale, tooLate } from '../faults.ts';
import { hoursToCancel, isCancellable, letsCancel, startOf } from '../practice-rules.ts';
import { bookingOrganisation, cancellationReason, practitionerRole } from '../systems.ts';

const forbidden = ['reason', 'specialty', 'appointmentType', 'indication', 'supportingInformation', 'incomingReferral'];
const channel = 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-GPConnect-DeliveryChannel-2';
const extensions: ReadonlySet<string | undefined> = new Set([bookingOrganisation, cancellationReason, practitionerRole, channel]);

/** Before it is looked for. */
export function shapeFault({ path }: AnyCall, sent: JsonObject): Problem | undefined {
  return (
    profileFault(sent) ??
    forbiddenFault(sent, forbidden) ??
    (stringAt(sent, 'id') === path['id'] ? undefined : invalidResource('id: it is not the id in the path.'))
  );
}

/** `appointment` is what it is now, as it was told. */
export function cancellationFault(call: AnyCall, sent: JsonObject, known: { readonly found: Found; readonly appointment: JsonObject }) {
  const { found, appointment } = known;
  const match = call.header('If-Match');
  if (match !== undefined && versionOf(match) !== versionOfAppointment(appointment)) return stale;
  return referenceFault(sent) ?? stateFault(call, sent, found) ?? changeFault(sent, appointment) ?? practiceFault(call, found);
}

function stateFault(call: AnyCall, sent: JsonObject, { entry }: Found): Problem | undefined {
  if (stringAt(sent, 'status') !== 'cancelled')
    return invalidResource('status: it is cancelled; nothing else of an appointment can be changed.');
  if (startOf(entry) <= call.clock.now()) return invalidResource('It is in the past.');
  if (entry.status !== 'booked') return invalidResource('It is cancelled already.');
  const urls = eachOf(sent['extension']).map((each) => stringAt(each, 'url'));
  if (!urls.every((url) => extensions.has(url)))
    return invalidResource(`extension: one of them is none of an appointment's; the reason is in ${cancellationReason}.`);
  return reasonIn(sent) === undefined ? noReason(call) : undefined;
}

export const reasonIn = (sent: JsonObject): string | undefined =>
  eachOf(sent['extension'])
    .filter((each) => stringAt(each, 'url') === cancellationReason)
    .map((each) => stringAt(each, 'valueString'))[0];

/** Those that have to be sent as they were read; of the others, what is sent has to be the same. */
const mandatory = ['description', 'comment', 'start', 'end', 'slot', 'created'];
const told = ['minutesDuration', 'serviceCategory', 'serviceType'];

function changeFault(sent: JsonObject, appointment: JsonObject): Problem | undefined {
  const isSame = (name: string): boolean => same(sent[name], appointment[name]);
  const changed = [...mandatory, ...told.filter((name) => sent[name] !== undefined)].find((name) => !isSame(name));
  if (changed !== undefined) return invalidResource(`${changed}: it is not as it was read; a cancellation changes nothing else.`);
  const own = actorsIn(appointment);
  const sentActors = actorsIn(sent);
  const isKept =
    sentActors.every((one) => own.includes(one)) &&
    own.filter((one) => !one.startsWith('Practitioner/')).every((one) => sentActors.includes(one));
  return isKept ? undefined : invalidResource('participant: they are not as they were read.');
}

const same = (a: Json | undefined, b: Json | undefined): boolean => (a === undefined || b === undefined ? a === b : equal(a, b));

const actorsIn = (appointment: JsonObject): readonly string[] =>
  eachOf(appointment['participant']).map((each) => stringAt(each, 'actor', 'reference') ?? '');

function practiceFault(call: AnyCall, { entry, practice }: Found): Problem | undefined {
  if (!letsCancel(practice)) return cancellingIsOff;
  if (!isCancellable(clinicOf(call, entry.slot))) return cannotBeCancelled;
  return startOf(entry) - call.clock.now() < hoursToCancel * 3_600_000 ? tooLate : undefined;
}
