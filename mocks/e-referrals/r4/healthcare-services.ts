/** Services as R4 has them, but for their type, which is one concept and no list: as the service tells it. */
import { etag } from '../../../src/fhir/version.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { nothingThere } from '../faults/refusals.ts';
import { serviceOf, type RequestFlow, type Service } from '../healthcare-services/offered.ts';
import { found, type Found } from './found.ts';
import { concept, referenceTo } from './systems.ts';

const notFound = nothingThere('There is no such service.');
/** Services do not change here. */
const version = '1';
const headers = { ETag: etag(version), 'Cache-Control': 'no-cache' };

export function readService(
  call: AnyCall,
): { readonly status: 200; readonly headers: typeof headers; readonly rendered: string } | Problem {
  const service = serviceOf(call, call.path['id'] ?? '');
  return service ? { status: 200, headers, rendered: JSON.stringify(writtenService(call, service)) } : notFound;
}

export function serviceVersion(call: AnyCall): { readonly status: 200; readonly headers: typeof headers } | Problem {
  return serviceOf(call, call.path['id'] ?? '') ? { status: 200, headers } : notFound;
}

const most = 20;

export function severalServices(call: AnyCall): Found | Problem {
  const ids = String(call.query['_id'] ?? '').split(',');
  if (ids.some((id) => !/^\d{1,12}$/.test(id))) return badIds('Ids of services are numbers, with commas between them.');
  if (ids.length > most) return badIds(`${most} services may be asked for at once.`);
  const services = [...new Set(ids)].flatMap((id) => serviceOf(call, id) ?? []);
  return found(
    call,
    services.map((service) => writtenService(call, service)),
  );
}

const badIds = (message: string): Problem => ({
  problem: 'invalid-value',
  message,
  said: { status: 400, code: 'REC_BAD_REQUEST', issue: 'invalid' },
});

/** Published ones that say no more than what they must. */
const minimal: ReadonlySet<string> = new Set(['1', '4']);

const extension = (name: string) => `https://fhir.nhs.uk/StructureDefinition/Extension-eRS-${name}`;
const flowWords: Readonly<Record<RequestFlow, readonly [code: string, display: string]>> = {
  APPOINTMENT_REQUEST: ['BOOKABLE', 'A service which supports a patient appointment'],
  TRIAGE_REQUEST: ['TRIAGE', 'A service which looks through referrals first'],
  ADVICE_REQUEST: ['ADVICE', 'A service which gives advice'],
};
const bookableWords = { DIRECTLY_BOOKABLE: 'Directly Bookable', INDIRECTLY_BOOKABLE: 'Indirectly Bookable' } as const;

function writtenService({ population }: Pick<AnyCall, 'population'>, service: Service) {
  const { id, name, organisation, flows, bookable } = service;
  const shared = {
    resourceType: 'HealthcareService',
    id,
    meta: { versionId: version },
    language: 'en',
    location: [referenceTo('site', siteOf(population, organisation))],
    name,
  };
  if (minimal.has(id)) return shared;
  const phone = population.organisation(organisation)?.phone;
  return {
    ...shared,
    extension: [
      { url: extension('HoursOfOperation'), valueString: '9-5 Mon-Fri' },
      ...(phone === undefined
        ? []
        : [
            {
              url: extension('HealthcareService-Contact'),
              extension: [
                {
                  url: 'purpose',
                  valueCodeableConcept: {
                    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/contactentity-type', code: 'PATINF', display: 'Patient' }],
                  },
                },
                { url: 'telecom', valueContactPoint: { system: 'phone', value: phone } },
              ],
            },
          ]),
    ],
    active: true,
    type: concept('eRS-AppointmentType', 'OUTPATIENT', 'Outpatient'),
    characteristic: [
      ...flows.map((flow) => concept('eRS-RequestFlowType', ...flowWords[flow])),
      concept('eRS-BookableType', bookable, bookableWords[bookable]),
    ],
  };
}

/** A hospital of the organisation, where it has one. */
export function siteOf(population: AnyCall['population'], ods: string): string {
  for (const hospital of population.organisations('hospital')) if (hospital.parent === ods) return hospital.ods;
  return `${ods}01`;
}
