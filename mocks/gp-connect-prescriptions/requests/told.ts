/** A request as a Task: as it was sent, with how far it has come. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { system } from '../../../src/fhir/clinical/systems.ts';
import { instant } from '../../../src/fhir/instant.ts';
import type { Request } from './requests.ts';

export const orderingParameters = 'https://fhir.nhs.uk/England/CodeSystem/England-PFSPrescriptionOrderingParameter';

export function taskOf({ id, status, modified, reason, item, sent }: Request): JsonObject {
  return {
    ...sent,
    id,
    status,
    ...(reason !== undefined && { statusReason: { text: reason } }),
    // Until something becomes of it the client's own time stands.
    ...(status !== 'requested' && { lastModified: instant(modified) }),
    ...(item !== undefined && {
      output: [
        {
          type: { coding: [{ system: orderingParameters, code: 'sent-to-eps', display: 'Sent to EPS' }] },
          valueIdentifier: { system: system.prescriptionItem, value: item },
        },
      ],
    }),
  };
}
