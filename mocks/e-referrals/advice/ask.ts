/** A referrer asks a service for advice about a patient. */
import { uuidBy } from '../../../src/contract/uuid.ts';
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import { attachedFiles } from '../attachments/attached.ts';
import { readFiles } from '../bodies/files.ts';
import { wrongNewPatient, wrongUser } from '../bodies/named.ts';
import { readParameters, type Wanted } from '../bodies/parameters.ts';
import { readShortlist, shortlisted } from '../bodies/shortlist.ts';
import { refused, refusedFor, wrongAt } from '../faults/refusals.ts';
import { missingClinician } from '../healthcare-services/patient-search.ts';
import { freshUbrn } from '../referral/referral.ts';
import { actingUser } from './acting.ts';
import { keepAdvice, messageId, type Advice } from './advice.ts';
import { communication, communicationRequest } from './told.ts';

const wanted: Readonly<Record<string, Wanted>> = {
  patient: { kind: 'valueIdentifier', isRequired: true },
  shortlist: { kind: 'resource', isRequired: true },
  request: { kind: 'valueString', isRequired: true },
  providerConversionAuthorisation: { kind: 'valueCoding', isRequired: true, codes: ['AUTHORISED_TO_CONVERT', 'NOT_AUTHORISED_TO_CONVERT'] },
  requestAttachmentFile: { kind: 'resource', isList: true },
  referringClinician: { kind: 'valueIdentifier' },
};

export function askForAdvice(call: AnyCall): { readonly status: 200; readonly rendered: string } | Problem {
  const read = readParameters(bodyOf(call), wanted);
  const sent = read.one('shortlist');
  const list = sent ? readShortlist(call, sent.value, sent.place) : undefined;
  const clinician = read.identifier('referringClinician');
  const named = readFiles(read.all('requestAttachmentFile'), 'ADVICE_REQUEST');
  const refusal = refusedFor([
    ...read.faults,
    ...(list?.faults ?? []),
    // One service gives advice: there is nobody else to ask.
    ...(list && list.ids.length > 1 && sent ? [wrongAt('TOO_MANY_ITEMS', `${sent.place}.entry`, 'advice is asked of one service')] : []),
    ...(clinician === undefined ? missingClinician(call) : wrongUser(call, clinician, read.placeOf('referringClinician'), 'RC')),
    ...named.faults,
  ]);
  if (refusal || !sent || !list?.criteria) return refusal ?? refused('MISSING_VALUE', 'The shortlist is missing.');
  const patient = read.identifier('patient') ?? '';
  const wrong = wrongNewPatient(call, patient, read.placeOf('patient'));
  if (wrong) return wrong;
  const { ids, criteria } = list;
  const chosen = shortlisted(call, { ids, criteria, at: sent.place, nhsNumber: patient, flows: ['ADVICE_REQUEST'] });
  if (isProblem(chosen)) return chosen;
  const files = attachedFiles(call, named.files, { type: 'ADVICE_REQUEST' });
  if ('problem' in files) return files;
  const [service] = chosen.services;
  if (!service) return refused('MISSING_VALUE', 'The shortlist is empty.');
  const { from } = actingUser(call);
  const requester = clinician === undefined ? from : { ...from, user: clinician, role: 'REFERRING_CLINICIAN' };
  const ubrn = freshUbrn(call);
  const advice: Advice = {
    ubrn,
    requestId: uuidBy((part) => call.chance(`request/${ubrn}/${part}`)),
    version: 1,
    patient,
    priority: criteria.priority,
    isConvertible: read.code('providerConversionAuthorisation') === 'AUTHORISED_TO_CONVERT',
    shortlist: [service.id],
    criteria: criteria.parameters,
    specialty: criteria.specialty ?? service.specialty,
    ...(criteria.clinicType !== undefined && { clinicType: criteria.clinicType }),
    service: service.id,
    provider: service.organisation,
    referrer: requester,
    status: 'PROVIDER_RESPONSE_REQUIRED',
    isOver: false,
    messages: [
      {
        id: messageId(ubrn, 0),
        since: 1,
        by: 'REQUESTER',
        from,
        requester,
        sent: call.clock.now(),
        text: read.text('request') ?? '',
        files,
      },
    ],
    files: [],
  };
  keepAdvice(call, advice);
  return told(call, advice);
}

function told(call: AnyCall, advice: Advice): { readonly status: 200; readonly rendered: string } {
  const parameter = [
    { name: 'createdCommunicationRequest', resource: communicationRequest(call, advice) },
    ...advice.messages.map((message) => ({
      name: 'createdCommunication',
      resource: communication(call, advice, message, 'contained').communication,
    })),
  ];
  const meta = { profile: ['https://fhir.nhs.uk/STU3/StructureDefinition/eRS-CreateAdviceAndGuidance-Response-Parameters-1'] };
  return { status: 200, rendered: JSON.stringify({ resourceType: 'Parameters', meta, parameter }) };
}
