/** The service that a referral leads to. */
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { askForService, type ToldService } from '../referrals-told.ts';
import { concept, identifierOf, referenceTo } from './systems.ts';

const notFound: Problem = { problem: 'not-found', message: 'There is no such service.' };

/** The one of the published examples: it is there where nobody keeps referrals, too. */
const published: ToldService = {
  id: '11002',
  name: 'Good Cardiology Business Service',
  organisation: 'R69',
  site: 'R6901',
  specialty: { code: 'CARDIOLOGY', display: 'Cardiology' },
};

export function readService(call: AnyCall): { readonly status: 200; readonly rendered: string } | Problem {
  const asked = call.path['id'] ?? '';
  const service = askForService(call, asked) ?? (asked === published.id ? published : undefined);
  if (!service) return notFound;
  const { id, name, organisation, site, specialty } = service;
  const body = {
    resourceType: 'HealthcareService',
    id,
    meta: { versionId: '1', profile: ['https://fhir.nhs.uk/StructureDefinition/NHSDigital-HealthcareService-PatientCare'] },
    identifier: [identifierOf('service', id)],
    providedBy: referenceTo('organisation', organisation),
    type: [concept('eRS-AppointmentType', 'FIRST_OUTPATIENT')],
    specialty: [concept('eRS-Specialty', specialty.code, specialty.display)],
    location: [referenceTo('site', site)],
    name,
  };
  return { status: 200, rendered: JSON.stringify(body) };
}
