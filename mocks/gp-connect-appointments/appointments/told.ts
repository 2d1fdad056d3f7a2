/** Appointments as the practice tells them: out of the patient's record, with what is kept of them beside it. */
import type { AppointmentEntry } from '../../../src/clinical-record.ts';
import type { JsonObject } from '../../../src/contract/contract.ts';
import { extension } from '../../../src/fhir/clinical/concepts.ts';
import { deliveryChannel } from '../../../src/fhir/clinical/delivery-channels.ts';
import { fhirElement, listOf } from '../../../src/fhir/clinical/element.ts';
import { englishInstant, minutesAfter } from '../../../src/fhir/clinical/england-time.ts';
import { metaOf } from '../../../src/fhir/clinical/head.ts';
import { system } from '../../../src/fhir/clinical/systems.ts';
import { etag } from '../../../src/fhir/version.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Organisation } from '../../../src/population.ts';
import { clinicOf, offeredBy, roleExtension } from '../clinics.ts';
import { bookingOrganisation, cancellationReason, organisationTypes } from '../systems.ts';
import { keptOf, versionOf } from './kept.ts';

export interface Found {
  readonly nhsNumber: string;
  readonly entry: AppointmentEntry;
  /** Where it is. */
  readonly practice: Organisation;
}

const statuses = { booked: 'booked', fulfilled: 'fulfilled', missed: 'noshow', cancelled: 'cancelled' } as const;

export function appointmentOf(call: Pick<AnyCall, 'store' | 'population'>, { nhsNumber, entry, practice }: Found): JsonObject {
  const { id, on, at, minutes, status, mode, reason, slot, slotsAfter = [], practitioner, recorded, time } = entry;
  const kept = keptOf(call, id);
  const clinic = clinicOf(call, slot);
  const { category, type } = offeredBy(clinic);
  const why = kept?.reason ?? (status === 'cancelled' ? 'Cancelled at the practice.' : undefined);
  const actors = [`Patient/${nhsNumber}`, `Location/${practice.ods}`, ...listOf(practitioner && `Practitioner/${practitioner}`)];
  return fhirElement({
    resourceType: 'Appointment',
    id,
    meta: { ...metaOf('Appointment', 'STU3'), versionId: String(versionOf(entry, kept)) },
    contained: [kept?.booker ?? organisationOf(practice)],
    extension: [
      extension(bookingOrganisation, { valueReference: { reference: `#${String(kept?.booker?.['id'] ?? ownId)}` } }),
      ...listOf(why && extension(cancellationReason, { valueString: why })),
      roleExtension(clinic),
      deliveryChannel(mode, 'STU3'),
    ],
    status: statuses[status],
    serviceCategory: { text: category },
    serviceType: [{ text: type }],
    description: reason.text,
    start: englishInstant(on, at),
    end: minutesAfter(on, at, minutes),
    minutesDuration: minutes,
    slot: [...listOf(slot), ...slotsAfter].map((each) => ({ reference: `Slot/${each}` })),
    created: kept?.created ?? englishInstant(recorded, time),
    comment: kept?.comment,
    participant: actors.map((reference) => ({ actor: { reference }, status: 'accepted' })),
  });
}

const ownId = '1';

const organisationOf = ({ ods, name, phone }: Organisation): JsonObject => ({
  resourceType: 'Organization',
  id: ownId,
  identifier: [{ system: system.ods, value: ods }],
  type: [{ coding: [{ system: organisationTypes, code: 'gp-practice' }] }],
  name,
  telecom: [{ system: 'phone', value: phone, use: 'work' }],
});

export const versionOfAppointment = (appointment: JsonObject): string => {
  const { meta } = appointment as { readonly meta: { readonly versionId: string } }; // as `appointmentOf` writes it
  return meta.versionId;
};

export const etagOf = (appointment: JsonObject): string => etag(versionOfAppointment(appointment));
