/** The diary of an organisation: Slot, Schedule and HealthcareService. */
import type { Clinic, Slot } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import type { IsoDate, OdsCode } from '../../population.ts';
import { toOrganisation, toPractitioner, toSite, type WritingPlaces } from './about.ts';
import { period, writtenConcept } from './concepts.ts';
import { deliveryChannel } from './delivery-channels.ts';
import { fhirElement, listOf } from './element.ts';
import { englishInstant, minutesAfter } from './england-time.ts';
import { metaOf, uuidIdentifier } from './head.ts';

export function writeSlot({ id, clinic, on, at, minutes, isFree }: Slot, held: Clinic, writing: WritingPlaces): JsonObject {
  const { version, about } = writing;
  return fhirElement({
    resourceType: 'Slot',
    id,
    meta: metaOf('Slot', version),
    extension: [deliveryChannel(held.mode, version)],
    identifier: [uuidIdentifier(id)],
    serviceType: [writtenConcept(held.service)],
    schedule: about.refer({ type: 'Schedule', id: clinic }),
    status: isFree ? 'free' : 'busy',
    start: englishInstant(on, at),
    end: minutesAfter(on, at, minutes),
  });
}

interface Hours {
  readonly organisation: OdsCode;
  /** Of the days that are told. */
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export function writeSchedule(clinic: Clinic, { organisation, from, to }: Hours, writing: WritingPlaces): JsonObject {
  const { version, about } = writing;
  const { id, name, practitioner, service } = clinic;
  const actors = [toSite(writing, organisation), toPractitioner(writing, practitioner, organisation)].flatMap(listOf);
  return fhirElement({
    resourceType: 'Schedule',
    id,
    meta: metaOf('Schedule', version),
    identifier: [uuidIdentifier(id)],
    active: true,
    serviceCategory: version === 'R4' ? [{ text: name }] : { text: name },
    serviceType: [writtenConcept(service)],
    actor: [...actors, about.refer({ type: 'HealthcareService', id, display: name })],
    planningHorizon: period(englishInstant(from), englishInstant(to, '23:59')),
  });
}

export function writeHealthcareService({ id, name, service }: Clinic, organisation: OdsCode, writing: WritingPlaces): JsonObject {
  return fhirElement({
    resourceType: 'HealthcareService',
    id,
    meta: metaOf('HealthcareService', writing.version),
    identifier: [uuidIdentifier(id)],
    active: true,
    providedBy: toOrganisation(writing, organisation),
    type: [writtenConcept(service)],
    location: listOf(toSite(writing, organisation)),
    name,
  });
}
