/** The worklist of requests for advice: those of the provider that are not over. */
import { fhirElement } from '../../../src/fhir/clinical/element.ts';
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import { adviceAskedOf, isEnded, type Advice } from '../advice/advice.ts';
import { askerOf } from '../asker/asker.ts';
import { refusedFor } from '../faults/refusals.ts';
import { readParameters } from '../bodies/parameters.ts';
import { serviceOf } from '../healthcare-services/offered.ts';
import { codes, codeSystemAt, identified, structure } from '../systems.ts';
import { filterParameters, readFilters } from './filters.ts';

export function adviceWorklist(call: AnyCall): { readonly status: 200; readonly rendered: string } | Problem {
  const sent = readParameters(bodyOf(call), {
    listType: { kind: 'valueCodeableConcept', isRequired: true, codes: ['ADVICE_AND_GUIDANCE_REQUESTS'] },
    ...filterParameters,
  });
  const wrong = refusedFor(sent.faults);
  if (wrong) return wrong;
  const { organisation } = askerOf(call);
  const filters = readFilters(call, sent, { side: 'provider', organisation });
  if (isProblem(filters)) return filters;
  const { specialty, clinician, service, isAssigned } = filters;
  const entries = adviceAskedOf(call, organisation ?? '').filter((one) => {
    const answeredBy = clinicianOf(one);
    return (
      !isEnded(call, one) &&
      (specialty === undefined || one.specialty === specialty) &&
      isAssigned.specialty !== false &&
      (clinician === undefined || answeredBy === clinician) &&
      (isAssigned.clinician === undefined || isAssigned.clinician === (answeredBy !== undefined)) &&
      (service === undefined || one.service === service)
    );
  });
  const list = fhirElement({
    resourceType: 'List',
    meta: { profile: [structure('eRS-FetchWorklist-List-1')] },
    status: 'current',
    mode: 'snapshot',
    entry: entries.map((one) => entryOf(call, one)),
  });
  return { status: 200, rendered: JSON.stringify(list) };
}

/** Whoever has answered last. */
const clinicianOf = ({ messages }: Advice): string | undefined => messages.findLast(({ by }) => by === 'RESPONDER')?.requester.user;

function entryOf(call: AnyCall, { ubrn, version, patient, priority, specialty, status, messages, referrer, service, clinicType }: Advice) {
  const concept = (url: string, system: string, code: string) => ({ url, valueCodeableConcept: { coding: [{ system, code }] } });
  const at = (url: string, sent: number | undefined) => (sent === undefined ? [] : [{ url, valueDateTime: new Date(sent).toISOString() }]);
  return {
    extension: [
      {
        url: structure('Extension-eRS-AdviceAndGuidanceRequests-WorkListItem-1'),
        extension: [
          concept('priority', codes('eRS-Priority-1'), priority),
          concept('specialty', codeSystemAt(call, 'SPECIALTY'), specialty),
          { url: 'patient', valueReference: identified('nhsNumber', patient) },
          concept('category', codes('eRS-AdviceAndGuidanceStatus-1'), status),
          ...at('adviceFirstRequested', messages[0]?.sent),
          ...at('adviceLastUpdated', messages.at(-1)?.sent),
          { url: 'referrer', valueReference: identified('user', referrer.user) },
          {
            url: 'service',
            valueReference: fhirElement({ ...identified('service', service), display: serviceOf(call, service)?.name }),
          },
          ...(clinicType === undefined ? [] : [concept('clinicType', codeSystemAt(call, 'CLINIC-TYPE'), clinicType)]),
          { url: 'communicationRequestVersion', valueInteger: version },
        ],
      },
    ],
    item: { reference: `CommunicationRequest/${ubrn}` },
  };
}
