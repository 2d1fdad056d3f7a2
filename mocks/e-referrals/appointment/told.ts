/** An appointment as FHIR has it, but for the type of a participant, which is one concept and no list: as the service tells it. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { fhirElement, listOf } from '../../../src/fhir/clinical/element.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { writtenReason } from '../referral/told.ts';
import { serviceOf } from '../healthcare-services/offered.ts';
import { identified, structure } from '../systems.ts';
import type { Appointment } from './appointment.ts';

const profile = [structure('eRS-Appointment-1'), 'https://fhir.hl7.org.uk/STU3/StructureDefinition/CareConnect-Appointment-1'];

/** `referralVersion` is that of its referral now. */
export function writtenAppointment(call: AnyCall, appointment: Appointment, referralVersion: number): JsonObject {
  const { id, version, status, reason, start, end, slot, created, comment, ubrn, service, nhsNumber, clinician } = appointment;
  const name = serviceOf(call, service)?.name;
  return fhirElement({
    id,
    meta: { versionId: String(version), profile },
    language: 'en',
    resourceType: 'Appointment',
    status,
    reason: listOf(reason && { coding: [writtenReason(call, reason)] }),
    description: 'e-Referral Appointment',
    start,
    end,
    slot: listOf(slot === undefined ? undefined : { reference: `Slot/${slot}` }),
    created,
    comment,
    incomingReferral: [{ reference: `ReferralRequest/${ubrn}/_history/${referralVersion}` }],
    participant: [
      { actor: fhirElement({ ...identified('service', service), display: name }), status: 'accepted' },
      { actor: identified('nhsNumber', nhsNumber), status: 'accepted' },
      ...listOf(
        clinician === undefined
          ? undefined
          : {
              type: { coding: [{ system: 'http://hl7.org/fhir/ValueSet/encounter-participant-type', code: 'CON' }] },
              actor: identified('user', clinician),
              status: 'accepted',
            },
      ),
    ],
  });
}
