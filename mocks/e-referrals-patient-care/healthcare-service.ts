/** The service that a referral leads to. */
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { askForService } from '../referrals-told.ts';
import { concept, identifierOf, referenceTo } from './systems.ts';

const notFound: Problem = { problem: 'not-found', message: 'There is no such service.' };

export function readService(call: AnyCall): { readonly status: 200; readonly rendered: string } | Problem {
  const service = askForService(call, call.path['id'] ?? '');
  if (!service) return notFound;
  const { id, name, organisation, site, specialty } = service;
  const body = {
    resourceType: 'HealthcareService',
    id,
    meta: { versionId: '1', profile: ['https://fhir.nhs.uk/StructureDefinition/NHSDigital-HealthcareService-PatientCare'] },
    identifier: [identifierOf('service', id)],
    providedBy: referenceTo('organisation', organisation),
    type: [concept('eRS-AppointmentType', 'OUTPATIENT')],
    specialty: [concept('eRS-Specialty', specialty.code, specialty.display)],
    location: [referenceTo('site', site)],
    name,
  };
  return { status: 200, rendered: JSON.stringify(body) };
}
