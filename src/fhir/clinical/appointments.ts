/** Appointments as Appointment, and back. */
import type { AppointmentEntry } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { toOrganisation, toPerson, toPractitioner, toResource, toSite, type Writing } from './about.ts';
import { extension, maybeConcept, readConcept, writtenConcept } from './concepts.ts';
import { deliveryChannel, modeIn } from './delivery-channels.ts';
import { eachOf, fhirElement, listOf, numberAt, present, stringAt, elementAt } from './element.ts';
import { englishDayAndTime, englishDateTime, englishInstant, minutesAfter, minutesBetween } from './england-time.ts';
import {
  beforeOf,
  headOfEntry,
  idReferredTo,
  idsReferredTo,
  organisationAmong,
  readHead,
  uuidIdentifier,
  type ReadingEntry,
} from './head.ts';
import { toEntry } from './referents.ts';
import { ukCoreExtension } from './systems.ts';

const statuses = { booked: 'booked', fulfilled: 'fulfilled', missed: 'noshow', cancelled: 'cancelled' } as const;

const settings = { 'general-practice': 'General practice', hospital: 'Hospital' } as const;

export function writtenAppointment(entry: AppointmentEntry, writing: Writing): readonly JsonObject[] {
  const { version } = writing;
  const { on, at, minutes, status, mode, reason, setting, specialty, slot, slotsAfter = [], referral, recorded, time } = entry;
  const actors = [toPerson(writing), toSite(writing, entry.organisation), toPractitioner(writing, entry.practitioner, entry.organisation)];
  const shared = {
    identifier: [uuidIdentifier(entry.id)],
    status: statuses[status],
    description: reason.text,
    start: englishInstant(on, at),
    end: minutesAfter(on, at, minutes),
    minutesDuration: minutes,
    slot: [...listOf(slot), ...slotsAfter].flatMap((id) => listOf(toResource(writing, { type: 'Slot', id }))),
    created: englishDateTime(recorded, time),
    participant: actors.flatMap(listOf).map((actor) => ({ actor, status: 'accepted' })),
  };
  const head = headOfEntry('Appointment', entry, writing);
  const serviceType = [specialty ? writtenConcept(specialty) : { text: settings[setting] }];
  const place = toOrganisation(writing, entry.organisation);
  const referred = toEntry(writing, referral);
  if (version === 'STU3')
    return [
      fhirElement({
        ...head,
        extension: [
          ...listOf(
            place &&
              extension('https://fhir.nhs.uk/STU3/StructureDefinition/Extension-GPConnect-BookingOrganisation-1', {
                valueReference: place,
              }),
          ),
          deliveryChannel(mode, version),
        ],
        ...shared,
        serviceCategory: { text: settings[setting] },
        serviceType,
        reason: [writtenConcept(reason)],
        incomingReferral: listOf(referred),
      }),
    ];
  return [
    fhirElement({
      ...head,
      extension: [
        deliveryChannel(mode, version),
        ...listOf(place && extension(ukCoreExtension('BookingOrganization'), { valueReference: place })),
      ],
      ...shared,
      cancelationReason: status === 'cancelled' ? { text: 'Cancelled' } : undefined,
      serviceCategory: [{ text: settings[setting] }],
      serviceType,
      specialty: listOf(maybeConcept(specialty)),
      reasonCode: [writtenConcept(reason)],
      basedOn: listOf(referred),
    }),
  ];
}

/** Undefined where nothing says when it is. */
export function readAppointment(resource: JsonObject, reading: ReadingEntry): AppointmentEntry | undefined {
  const before = beforeOf('appointment', reading);
  const start = englishDayAndTime(stringAt(resource, 'start') ?? stringAt(resource, 'requestedPeriod', 'start'));
  const on = start?.date ?? before?.on;
  if (on === undefined) return undefined;
  const at = start?.time ?? before?.at ?? '09:00';
  const actors = eachOf(resource['participant']).flatMap((each) => listOf(elementAt(each, 'actor')));
  const booked = eachOf(resource['contained']).filter((each) => stringAt(each, 'resourceType') === 'Organization');
  const head = readHead('appointment', { recorded: [stringAt(resource, 'created')], by: actors }, reading);
  const category = readConcept(resource['serviceCategory'])?.text;
  const reason = readConcept(resource['reasonCode']) ?? readConcept(resource['reason']);
  const words = stringAt(resource, 'description') ?? stringAt(resource, 'comment');
  const [slot, ...slotsAfter] = idsReferredTo(eachOf(resource['slot']));
  const place = organisationAmong(actors, reading) ?? head.organisation ?? organisationAmong(booked, reading);
  return {
    ...head,
    ...(place !== undefined && { organisation: place }),
    on,
    at,
    minutes:
      numberAt(resource, 'minutesDuration') ??
      minutesBetween(stringAt(resource, 'start'), stringAt(resource, 'end')) ??
      before?.minutes ??
      10,
    status: statusIn(stringAt(resource, 'status')),
    mode: modeIn(resource, before?.mode) ?? 'face-to-face',
    reason: reason ?? (words === undefined ? undefined : { text: words }) ?? before?.reason ?? { text: 'Appointment' },
    setting: category === settings.hospital ? 'hospital' : (before?.setting ?? 'general-practice'),
    ...present({
      specialty: readConcept(resource['specialty']) ?? before?.specialty,
      slot,
      slotsAfter: slotsAfter.length > 0 ? slotsAfter : undefined,
      referral: idReferredTo(elementAt(resource, 'basedOn') ?? elementAt(resource, 'incomingReferral')),
    }),
  };
}

function statusIn(text: string | undefined): AppointmentEntry['status'] {
  for (const name of ['booked', 'fulfilled', 'missed', 'cancelled'] as const) if (statuses[name] === text) return name;
  return text === 'entered-in-error' ? 'cancelled' : 'booked';
}
