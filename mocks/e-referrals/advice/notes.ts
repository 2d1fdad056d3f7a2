/** What is known of the rules about advice, files, worklists, lists of codes, staff and services. */
import type { operations } from '../../../src/generated/e-referrals.types.ts';
import { notedOn, type Fidelity, type FidelityExample } from '../../../src/mock/fidelity.ts';

const contract = { name: 'Published contract', url: 'https://digital.nhs.uk/developer/api-catalogue/e-referral-service-fhir' };
const sandbox = { name: 'Official sandbox', url: 'https://github.com/NHSDigital/e-referrals-service-api' };
const { observed, inferred, unknown, different } = notedOn('2026-11-30');

const provider = { 'NHSD-End-User-Organisation-ODS': 'R69', 'NHSD-eRS-Business-Function': 'SERVICE_PROVIDER_CLINICIAN' };
const reading = (request: string, answer: string): FidelityExample => ({ request, headers: provider, answer });
const sending = (request: string, answer: string, body: unknown, more: Readonly<Record<string, string>> = {}): FidelityExample => ({
  request,
  headers: { ...provider, 'Content-Type': 'application/fhir+json', ...more },
  body,
  answer,
});
const parameters = (...parameter: readonly object[]) => ({ resourceType: 'Parameters', parameter });
const listType = (code: string) => ({ name: 'listType', valueCodeableConcept: { coding: [{ code }] } });
const answering = 'POST /STU3/CommunicationRequest/000000070000/$ers.sendCommunicationToRequester';

export const adviceNotes: Fidelity<operations>['operations'] = {
  'a004-retrieve-reference-data': [
    observed(contract, 'A list of another name is not there.', reading('GET /STU3/CodeSystem/COLOURS', '404 RESOURCE_NOT_FOUND')),
    unknown(
      'The published lists of specialties and types of clinics are beginnings: those of the sandbox’s hospitals follow in its own codes.',
    ),
  ],
  'a006-retrieve-attachment': [
    observed(
      contract,
      'A file in which a threat was found is kept back.',
      reading('GET /STU3/Binary/adda8c72-4a91-4dc7-a918-b6d12fb28085', '422 THREATS_FOUND'),
    ),
    observed(
      contract,
      'Files of more than 5 MB are fetched by R4 alone.',
      reading('GET /STU3/Binary/att-70012-70099', '422 FILE_SIZE_ERROR'),
    ),
    different(sandbox, 'Only files are there that somebody uploaded, and those of published examples.', 'Any UUID is the same page.'),
    inferred(contract, 'Letters of a referral that stand in the patient’s record are files, by the id that they have there.'),
  ],
  'a008-retrieve-worklist': [
    observed(
      contract,
      'Each list is of referrers or of providers.',
      sending('POST /STU3/ReferralRequest/$ers.fetchworklist', '422 INVALID_VALUE', parameters(listType('AWAITING_BOOKING'))),
    ),
    inferred(contract, 'A filter in a list of referrers is UNEXPECTED_FIELD, as their lists have none.'),
    inferred(contract, 'A list holds the referrals whose state is one of its own; one that was accepted has been reviewed.'),
    different(
      contract,
      'Of the population, 50 people of the practice, or of the practices around the hospital, are looked at.',
      'The service lists all, up to 10 MB.',
    ),
    unknown('Nobody says how the limit of two calls a day by an application is kept to: it is not.'),
  ],
  'a020-upload-file-to-document-store': [
    observed(contract, 'A file is empty or too large with FILE_SIZE_ERROR.'),
    inferred(contract, 'A type that does not go with the extension is CONFLICTING_VALUES; a name without one is INAPPROPRIATE_VALUE.'),
    inferred(contract, 'Content that does not begin as its type does fails validation once it is scanned, five minutes later.'),
  ],
  'a023-retrieve-a&g-worklist': [
    inferred(contract, 'Requests are listed until they are over, also while the referrer is to go on.'),
    unknown('The clinician of a request is whoever answered it last.'),
  ],
  'a024-retrieve-advice-and-guidance': [
    observed(
      contract,
      'A referral that was no request for advice is of another type.',
      reading('GET /STU3/CommunicationRequest/000000070011', '422 INVALID_REQUEST_TYPE'),
    ),
  ],
  'a024-retrieve-advice-and-guidance-versioned': [
    observed(
      contract,
      'Only the current version is there.',
      reading('GET /STU3/CommunicationRequest/000000070000/_history/4', '404 RESOURCE_NOT_FOUND'),
    ),
  ],
  'a025-retrieve-advice-and-guidance-conversation': [
    observed(contract, 'Without `_include` everything comes along.'),
    inferred(contract, 'The newest message comes first.'),
    different(
      sandbox,
      'Published requests name versions that are not the current one: they are taken until somebody answers.',
      'They are fixed.',
    ),
  ],
  'a026-send-a&g-response': [
    observed(contract, 'Another version is a conflict.', sending(answering, '409 VERSION_CONFLICT', parameters(), { 'If-Match': 'W/"9"' })),
    inferred(
      contract,
      'A recommendation goes with RETURN_TO_REFERRER_WITH_ADVICE and with nothing else.',
      sending(
        answering,
        '422 VALUE_IS_REQUIRED',
        parameters(
          { name: 'guidanceOutcome', valueCoding: { code: 'RETURN_TO_REFERRER_WITH_ADVICE' } },
          { name: 'guidance', valueString: 'Stockings will do.' },
          { name: 'updatedPriority', valueCoding: { code: 'ROUTINE' } },
        ),
        { 'If-Match': 'W/"5"' },
      ),
    ),
    inferred(contract, 'A request is answered while it waits for the provider, and at no other time.'),
    unknown('Codes of recommendations beside the two that are published are taken as they come.'),
    different(
      contract,
      'Two days after an answer the referrer sends what was asked for, or has read the advice.',
      'Referrers do so in its own application.',
    ),
  ],
  'a027-convert-a&g-to-referral': [
    inferred(contract, 'Where the referrer has not allowed it, it is INVALID_STATE.'),
    inferred(contract, 'The referral is TRIAGED_PROVIDER_TO_ACTION, with the conversation as a file.'),
  ],
  'a030-retrieve-business-functions': [
    inferred(contract, 'Somebody of whom nothing is known has all functions at the organisation that they name.'),
  ],
  'a033-retrieve-healthcare-service': [
    observed(contract, 'The type of a service is one concept, and no list.'),
    unknown('Services are of version 1: they do not change.'),
  ],
  'a035-search-for-healthcare-services': [
    observed(contract, 'More than 20 ids are REC_BAD_REQUEST, and those that are none.'),
    different(sandbox, 'Of ids that are well formed those are told that are there.', 'Any but three published lists is 404.'),
  ],
  'a041-search-service-request': [
    different(
      sandbox,
      'A number that is a referral and a request for advice tells both.',
      'Published numbers tell one of the two: so they do here, untouched.',
    ),
  ],
  'a042-retrieve-attachment': [
    observed(
      contract,
      'Faults have codes of a system of their own.',
      reading('GET /R4/Binary/9e554611-3378-425c-9cab-700b697e52d3', '422 VALIDATION_FAILED'),
    ),
    inferred(contract, 'The address in Location asks for no token.', {
      request: 'GET /ObjectStore/d497bbe3-f88b-45f1-b3d4-9c563e4c0f5f',
      answer: '200',
    }),
  ],
  'a044-create-advice-and-guidance-request': [
    observed(contract, 'One service is asked.'),
    inferred(contract, 'Files that were uploaded for no request yet are attached to a new one.'),
  ],
};
