/** Services are searched for, for a patient. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { fhirElement, listOf } from '../../../src/fhir/clinical/element.ts';
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { askerOf } from '../asker/asker.ts';
import { readCriteria } from '../bodies/criteria.ts';
import { wrongNewPatient, wrongOrganisation, wrongUser } from '../bodies/named.ts';
import { readParameters, type Wanted } from '../bodies/parameters.ts';
import { refusedFor, wrongAt } from '../faults/refusals.ts';
import { codes, codeSystemAt, identifierSystem, structure } from '../systems.ts';
import { findServices, type FoundService } from './search.ts';
import type { RequestFlow, Service } from './offered.ts';

const wanted: Readonly<Record<string, Wanted>> = {
  requestType: { kind: 'valueCoding', isRequired: true, codes: ['APPOINTMENT_REQUEST', 'ADVICE_AND_GUIDANCE_REQUEST'] },
  sortBy: { kind: 'valueCoding', isRequired: true, codes: ['DISTANCE', 'IWT'] },
  patient: { kind: 'valueIdentifier', isRequired: true },
  searchCriteria: { kind: 'resource', isRequired: true },
  referringClinician: { kind: 'valueIdentifier' },
  commissioningRuleOrganisation: { kind: 'valueIdentifier' },
};

export function searchForPatient(call: AnyCall): { readonly status: 200; readonly rendered: string } | Problem {
  const read = readParameters(bodyOf(call), wanted);
  const sent = read.one('searchCriteria');
  const searched = sent ? readCriteria(call, sent.value, sent.place) : { faults: [] };
  const isAdvice = read.code('requestType') === 'ADVICE_AND_GUIDANCE_REQUEST';
  const [clinician, commissioning] = [read.identifier('referringClinician'), read.identifier('commissioningRuleOrganisation')];
  const faults = [
    ...read.faults,
    ...searched.faults,
    ...(clinician === undefined ? missingClinician(call) : wrongUser(call, clinician, read.placeOf('referringClinician'), 'RC')),
    ...(commissioning === undefined ? [] : wrongOrganisation(call, commissioning, read.placeOf('commissioningRuleOrganisation'))),
    ...(isAdvice && searched.criteria?.waitLimit !== undefined
      ? [wrongAt('FIELD_NOT_PERMITTED', read.placeOf('searchCriteria'), 'advice has no wait that could be limited')]
      : []),
  ];
  const nhsNumber = read.identifier('patient') ?? '';
  const refusal = refusedFor(faults) ?? wrongNewPatient(call, nhsNumber, read.placeOf('patient'));
  if (refusal || !searched.criteria) return refusal ?? unread;
  const found = findServices(call, searched.criteria, { nhsNumber, flows: flowsOf(isAdvice) }, read.code('sortBy') ?? '');
  return {
    status: 200,
    rendered: JSON.stringify({
      meta: { profile: [structure('eRS-FetchServices-List-1')] },
      resourceType: 'List',
      status: 'current',
      mode: 'snapshot',
      entry: found.map((each) => entryOf(call, each)),
      ...(found.length === 0 && { emptyReason }),
    }),
  };
}

const emptyReason = { coding: [{ system: 'http://hl7.org/fhir/ValueSet/list-empty-reason', code: 'nilknown', display: 'no results' }] };

const unread = { problem: 'unprocessable', message: 'The criteria cannot be read.' } as const;

const flowsOf = (isAdvice: boolean): readonly RequestFlow[] => (isAdvice ? ['ADVICE_REQUEST'] : ['APPOINTMENT_REQUEST', 'TRIAGE_REQUEST']);

/** An administrator refers for somebody. */
export const missingClinician = (call: AnyCall) =>
  askerOf(call).businessFunction === 'REFERRING_CLINICIAN_ADMIN'
    ? [wrongAt('VALUE_IS_REQUIRED', 'parameter', 'referringClinician is required of REFERRING_CLINICIAN_ADMIN')]
    : [];

const concept = (system: string, code: string): JsonObject => ({ valueCodeableConcept: { coding: [{ system, code }] } });

function entryOf(call: AnyCall, { service, distance }: FoundService): JsonObject {
  const wait = { url: 'indicativeAppointmentWaitTime' };
  return {
    extension: [
      {
        extension: [
          { url: 'displayProminently', valueBoolean: false },
          ...listOf(distance === undefined ? undefined : { url: 'distance', valueUnsignedInt: distance }),
          service.flows.includes('APPOINTMENT_REQUEST')
            ? { ...wait, valueUnsignedInt: service.waitDays }
            : { ...wait, ...concept(codes('eRS-IWT-1'), 'NOT_APPLICABLE') },
        ],
        url: structure('Extension-eRS-ServiceSearch-ListItem-1'),
      },
    ],
    item: {
      extension: [{ extension: summaryOf(call, service), url: structure('Extension-eRS-ServiceSummaryView-1') }],
      identifier: { system: identifierSystem.service, value: service.id },
    },
  };
}

function summaryOf(call: AnyCall, service: Service): readonly JsonObject[] {
  const { id, name, specialty, gender, bookable, letterRequired, organisation, flows } = service;
  const treated = gender === undefined ? 'MALE_AND_FEMALE' : gender === 'female' ? 'FEMALE' : 'MALE';
  return [
    { url: 'serviceName', valueString: name },
    { url: 'specialty', ...concept(codeSystemAt(call, 'SPECIALTY'), specialty) },
    { url: 'genderTreated', ...concept(codes('eRS-GenderTreated-1'), treated) },
    { url: 'bookableType', ...concept(codes('eRS-BookableType-1'), bookable) },
    { url: 'supportedAppointmentType', ...concept(codes('eRS-AppointmentType-1'), 'FIRST_OUTPATIENT') },
    { url: 'referralLetterRequired', valueBoolean: letterRequired },
    {
      url: 'location',
      valueReference: fhirElement({
        identifier: { system: 'https://directory.spineservices.nhs.uk/STU3/Organization', value: organisation },
        display: call.population.organisation(organisation)?.name,
      }),
    },
    { url: 'linkToNHSWebsite', valueString: `https://www.nhs.uk/service-search/other-services/chooseandbook?serviceId=${id}` },
    ...flows.map((flow) => ({
      url: 'supportedRequestFlowType',
      ...concept(codes('eRS-RequestFlowType-1'), flow === 'ADVICE_REQUEST' ? 'ADVICE_AND_GUIDANCE_REQUEST' : flow),
    })),
  ];
}
