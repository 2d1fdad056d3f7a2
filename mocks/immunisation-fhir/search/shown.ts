/** What searches show of a vaccination: neither who gave it, nor for which organisation. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { memberOf } from '../../../src/contract/json-pointer.ts';
import { isObject } from '../../../src/contract/json.ts';
import { fhirElement } from '../../../src/fhir/clinical/element.ts';
import { system } from '../../../src/fhir/clinical/systems.ts';
import { objectsOf } from '../validate/elements.ts';
import { unknownPostcode } from '../record/told.ts';

/** `patientUrl` is the entry of the person in the same bundle. */
export function shownInSearch(resource: JsonObject, nhsNumber: string | undefined, patientUrl: string): JsonObject {
  const { contained: _, ...rest } = resource;
  return {
    ...rest,
    identifier: objectsOf(resource['identifier']).map((identifier) => ({ use: 'official', ...identifier })),
    patient: fhirElement({
      reference: patientUrl,
      type: 'Patient',
      identifier: nhsNumber === undefined ? undefined : { system: system.nhsNumber, value: nhsNumber },
    }),
    performer: withoutGiver(resource),
  };
}

const noOrganisation = { system: system.ods, value: 'N2N9I' };

const withoutGiver = (resource: JsonObject): readonly JsonObject[] =>
  objectsOf(resource['performer']).flatMap(({ actor }) =>
    memberOf(actor, 'type') === 'Organization' ? [{ actor: { type: 'Organization', identifier: noOrganisation } }] : [],
  );

/** Of somebody whose record is restricted nobody learns where they live or go. */
export function withoutPlaces(resource: JsonObject): JsonObject {
  return {
    ...resource,
    contained: objectsOf(resource['contained']).map((one) =>
      one['resourceType'] === 'Patient' ? { ...one, address: [{ postalCode: unknownPostcode }] } : one,
    ),
    location: { identifier: { system: system.ods, value: 'X99999' } },
    performer: objectsOf(resource['performer']).map((one) =>
      isObject(one['actor']) && one['actor']['type'] === 'Organization'
        ? { actor: { type: 'Organization', identifier: noOrganisation } }
        : one,
    ),
  };
}
