/** Worklists of referrals: of those that wait for somebody's action, by the state that each is in. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { fhirElement, listOf } from '../../../src/fhir/clinical/element.ts';
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import { findAppointment, type Appointment } from '../appointment/appointment.ts';
import { askerOf, isByItself } from '../asker/asker.ts';
import { isProvider } from '../asker/functions.ts';
import { refused, refusedFor } from '../faults/refusals.ts';
import { readParameters } from '../bodies/parameters.ts';
import type { Referral } from '../referral/referral.ts';
import { stateDisplays } from '../referral/states.ts';
import { writtenReason } from '../referral/told.ts';
import { serviceOf, type Service } from '../healthcare-services/offered.ts';
import { codes, codeSystemAt, identified, structure } from '../systems.ts';
import { dayOf } from '../booking/contact-day.ts';
import { contactBy } from './contact-by.ts';
import { filterParameters, readFilters, type Filters } from './filters.ts';
import { isListed, isListType, referralLists, type ReferralListType } from './listed.ts';
import { referralsAbout } from './whose.ts';

/** One referral, and where it leads. */
interface Item {
  readonly referral: Referral;
  readonly appointment: Appointment | undefined;
  readonly service: Service | undefined;
}

const mostEntries = 200;

export function referralWorklist(call: AnyCall): { readonly status: 200; readonly rendered: string } | Problem {
  const sent = readParameters(bodyOf(call), {
    listType: { kind: 'valueCodeableConcept', isRequired: true, codes: Object.keys(referralLists) },
    ...filterParameters,
  });
  const wrong = refusedFor(sent.faults);
  if (wrong) return wrong;
  const type = sent.code('listType') ?? '';
  if (!isListType(type)) return refused('INVALID_CODE', 'There is no such worklist.');
  const { side } = referralLists[type];
  const { organisation, businessFunction } = askerOf(call);
  const isOfProvider = isByItself(call) || isProvider(businessFunction);
  if ((isByItself(call) || businessFunction !== undefined) && isOfProvider !== (side === 'provider'))
    return refused('INVALID_VALUE', `'${type}' is a worklist of ${side}s.`, 'parameter[0].valueCodeableConcept');
  const filters = readFilters(call, sent, { side, organisation });
  if (isProblem(filters)) return filters;
  const entries: JsonObject[] = [];
  const people = new Map<string, JsonObject>();
  for (const item of itemsOf(call, organisation, side)) {
    if (entries.length === mostEntries) break;
    if (!isListed(type, item.referral) || item.appointment?.status === 'fulfilled' || !fits(item, filters)) continue;
    const person = personIn(type, people, item);
    entries.push(entryOf(call, type, item, person));
  }
  const list = fhirElement({
    resourceType: 'List',
    meta: { profile: [structure('eRS-FetchWorklist-List-1')] },
    contained: [...people.values()],
    status: 'current',
    mode: 'snapshot',
    entry: entries,
  });
  return { status: 200, rendered: JSON.stringify(list) };
}

function* itemsOf(call: AnyCall, organisation: string | undefined, side: 'referrer' | 'provider'): Generator<Item> {
  for (const referral of referralsAbout(call, organisation ?? '')) {
    const appointment = referral.appointment === undefined ? undefined : findAppointment(call, referral.appointment);
    const service = serviceOf(call, appointment?.service ?? referral.shortlist[0] ?? '');
    const whose = side === 'referrer' ? referral.referrer : service?.organisation;
    if (organisation === undefined || whose === organisation) yield { referral, appointment, service };
  }
}

function fits({ referral, appointment, service }: Item, { specialty, clinician, service: asked, isAssigned }: Filters): boolean {
  const own = referral.specialty ?? service?.specialty;
  const allocated = appointment?.clinician;
  return (
    (specialty === undefined || own === specialty) &&
    (isAssigned.specialty === undefined || isAssigned.specialty === (own !== undefined)) &&
    (clinician === undefined || allocated === clinician) &&
    (isAssigned.clinician === undefined || isAssigned.clinician === (allocated !== undefined)) &&
    (asked === undefined || service?.id === asked)
  );
}

/** In one of the lists people stand inside the list itself, once each; in the others they are named where they are. */
function personIn(type: ReferralListType, people: Map<string, JsonObject>, { referral, appointment }: Item) {
  if (type !== 'REFERRALS_FOR_REVIEW') return { patient: identified('nhsNumber', referral.nhsNumber) };
  const contained = (kind: 'Patient' | 'Practitioner', of: 'nhsNumber' | 'user', value: string): JsonObject => {
    const id = `${kind}-${value}`;
    people.set(id, {
      resourceType: kind,
      id,
      meta: { profile: [structure(`eRS-${kind}-1`)] },
      identifier: [{ ...identifierIn(of, value) }],
    });
    return { reference: `#${id}` };
  };
  const clinician = appointment?.clinician;
  return {
    patient: contained('Patient', 'nhsNumber', referral.nhsNumber),
    ...(clinician !== undefined && { clinician: contained('Practitioner', 'user', clinician) }),
  };
}

const identifierIn = (of: 'nhsNumber' | 'user', value: string): JsonObject => {
  const { identifier } = identified(of, value);
  return identifier as JsonObject; // as `identified` makes it
};

interface People {
  readonly patient: JsonObject;
  readonly clinician?: JsonObject;
}

type Part = JsonObject & { readonly url: string };

function entryOf(call: AnyCall, type: ReferralListType, item: Item, people: People): JsonObject {
  const { side, item: name } = referralLists[type];
  const parts = side === 'provider' ? providerParts(call, type, item, people) : referrerParts(call, type, item, people);
  return {
    extension: [{ url: structure(`Extension-eRS-${name}-WorkListItem-1`), extension: parts }],
    item: { reference: `ReferralRequest/${item.referral.ubrn}` },
  };
}

const concept = (url: string, system: string, code: string, display?: string): Part => ({
  url,
  valueCodeableConcept: { coding: [fhirElement({ system, code, display })] },
});
const at = (url: string, valueDateTime: string | undefined): readonly Part[] =>
  valueDateTime === undefined ? [] : [{ url, valueDateTime }];

const priorityPart = ({ priority }: Referral): Part => concept('priority', codes('eRS-Priority-1'), priority);

function providerParts(call: AnyCall, type: ReferralListType, { referral, appointment, service }: Item, people: People): readonly Part[] {
  const { specialty = service?.specialty ?? '', created, pathwayStart = created, clinicalFirst, clinicalLast, version } = referral;
  const before = [
    priorityPart(referral),
    concept('specialty', codeSystemAt(call, 'SPECIALTY'), specialty),
    { url: 'patient', valueReference: people.patient },
    ...listOf(people.clinician && { url: 'allocatedClinician', valueReference: people.clinician }),
    ...at('eReferralPathwayStart', pathwayStart),
    { url: 'clinicalInfoPrinted', valueBoolean: false },
  ];
  const where = listOf(
    service && { url: 'service', valueReference: fhirElement({ ...identified('service', service.id), display: service.name }) },
  );
  if (type === 'APPOINTMENT_SLOT_ISSUES') {
    const received = appointment?.created ?? created;
    return [
      ...before,
      ...at('ubrnReceived', received),
      { url: 'patientContactExpected', valueDate: contactBy(referral, received) },
      concept(
        'clinicalInformationStatus',
        codes('eRS-ClinicalInformationStatus-1'),
        clinicalFirst === undefined && referral.attachments.length === 0 ? 'NOT_PRESENT' : 'PRESENT',
      ),
      ...listOf(referral.reason && { url: 'reason', valueCodeableConcept: { coding: [writtenReason(call, referral.reason)] } }),
      ...where,
    ];
  }
  return [
    ...before,
    concept('requestContextStatus', codes('eRS-RequestContextStatus-1'), 'NEVER_REVIEWED', 'Never Reviewed'),
    ...at('clinicalInfoFirstSubmitted', clinicalFirst),
    ...at('clinicalInfoLastUpdated', clinicalLast),
    ...at('appointmentStart', appointment?.start),
    concept('referralType', codes('eRS-ReferralType-1'), referral.state === 'AWAITING_TRIAGE' ? 'TRIAGE_DEFERRAL' : 'APPOINTMENT'),
    ...where,
    { url: 'referralRequestVersion', valueInteger: version },
  ];
}

function referrerParts(call: AnyCall, type: ReferralListType, { referral, service }: Item, { patient }: People): readonly Part[] {
  const { specialty = service?.specialty, created, clinicalLast = created, referringClinician, state, reason, criteria } = referral;
  const clinicType = criteria.find(({ name }) => name === 'clinicType')?.['valueCoding'];
  const clinic = (clinicType as { readonly code?: string } | undefined)?.code; // as a client sent it, and the contract lets through
  const before = [
    { url: 'patient', valueReference: patient },
    priorityPart(referral),
    ...at('referralCreated', created),
    { url: 'clinicalContext', valueString: [specialty, clinic].filter((part) => part !== undefined).join('/') },
    ...listOf(referringClinician === undefined ? undefined : { url: 'referrer', valueReference: identified('user', referringClinician) }),
  ];
  if (type === 'LETTERS_OUTSTANDING') return [...before, { url: 'letterDue', valueDate: dayOf(created) }];
  return [
    ...before,
    ...at('referralLastUpdated', clinicalLast),
    concept('status', codes('eRS-ReferralState-1'), state, stateDisplays[state]),
    ...listOf(reason && { url: 'reason', valueCodeableConcept: { coding: [writtenReason(call, reason)] } }),
  ];
}
