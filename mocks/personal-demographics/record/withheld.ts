/** What an answer leaves out: location details of a restricted patient, and all that a search does not give. */
import { isRestricted } from '../../../src/nhs/restricted.ts';
import type { Patient, PatientFound } from './patient.ts';
import { extensionUrl } from './systems.ts';

/** The patient as a retrieval gives them. */
export function asRetrieved(patient: Patient): Patient {
  if (!isRestricted(patient)) return patient;
  const { address: _address, telecom: _telecom, generalPractitioner: _practice, ...rest } = patient;
  return rest;
}

/** The patient as a search gives them: current names, home address, no extension but the death notification. */
export function asFound(patient: Patient): PatientFound {
  const { managingOrganization: _organisation, extension, name, address, contact, ...rest } = asRetrieved(patient);
  const names = name?.filter(({ use }) => use === 'usual' || use === 'nickname' || use === 'temp') ?? [];
  const home = address?.filter(({ use }) => use === 'home') ?? [];
  const death = extension?.filter((each) => each.url === extensionUrl.deathNotification) ?? [];
  return {
    ...rest,
    ...(contact && !isRestricted(patient) && { contact }),
    ...(names.length > 0 && { name: names }),
    ...(home.length > 0 && { address: home }),
    ...(death.length > 0 && { extension: death }),
  };
}
