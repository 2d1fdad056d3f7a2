/** What is known of the rules of GP Connect access record: one note for each, with where it was seen, or how the service has it otherwise. */
import type { operations } from '../../src/generated/gp-connect-record.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const day = '2026-11-30';
const contract = {
  name: 'Published contract',
  url: 'https://digital.nhs.uk/developer/api-catalogue/gp-connect-patient-facing-access-record-fhir',
} as const;
const code = {
  name: 'Published code of the service’s gateway',
  url: 'https://github.com/NHSDigital/gp-connect-access-record-fhir',
} as const;
const pack = {
  name: 'Published acceptance tests for providers',
  url: 'https://github.com/nhsconnect/GPConnect.PatientFacingService.Provider.AcceptanceTests',
} as const;
const demonstrator = { name: 'Published demonstrator of GP systems', url: 'https://github.com/nhsconnect/gpconnect-demonstrator' } as const;
const guide = { name: 'Published guides for providers', url: 'https://github.com/nhsconnect/gpconnect' } as const;

const { observed, inferred, unknown, different } = notedOn(day);

const headers = { 'X-Request-ID': '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10', 'Content-Type': 'application/fhir+json' };

const asking = (number: string, answer: string, parameters: readonly object[] = [], more: Readonly<Record<string, string>> = {}) => ({
  request: 'POST /Patient/$gpc.getstructuredrecord',
  headers: { ...headers, ...more },
  body: {
    resourceType: 'Parameters',
    parameter: [
      { name: 'patientNHSNumber', valueIdentifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: number } },
      ...parameters,
    ],
  },
  answer,
});

export default {
  compared: { ...contract, name: 'published contract', version: 'of March 2026', on: day },
  answers: { 'get-structured-record': 'record', 'get-document-patient': 'record', 'search-document': 'record', 'get-document': 'record' },
  everywhere: [
    observed(code, 'The gateway never compares the number that is asked about with the token: the practice does.'),
    inferred(code, 'Somebody else’s number is a 403 ACCESS_DENIED; `Prefer: contract=published` makes it REQUEST_UNMATCHED.'),
    observed(code, 'A path that is not there, or a practice without a system, is a 404 whose codes are the number.', {
      request: 'GET /documents/Patient/9990001308',
      headers,
      answer: '404 404',
    }),
    observed(code, 'Whoever is signed in is looked up at the Personal Demographics Service, whose fault is passed on as it is.', {
      request: 'GET /documents/Patient/9000000009',
      headers: { ...headers, Prefer: 'code=404_pds' },
      answer: '404 RESOURCE_NOT_FOUND',
    }),
    observed(code, 'A GP system that refuses the gateway’s token is a 401: Access Token for GPC Expired.', {
      request: 'GET /documents/Patient/9000000009',
      headers: { ...headers, Prefer: 'code=401_gp-token' },
      answer: '401 ACCESS_DENIED',
    }),
    observed(code, 'An answer of more than 10 MB is a fault of the gateway’s.', {
      request: 'GET /documents/Patient/9000000009',
      headers: { ...headers, Prefer: 'code=502_buffer' },
      answer: '502 BAD_GATEWAY_BUFFER_OVERFLOW',
    }),
    observed(guide, 'Faults are of the code system, where some examples write the value set.'),
    different(
      contract,
      'Everything is of the patient who is asked about, and follows the request.',
      'Its sandbox sends the first example to everybody.',
    ),
  ],
  operations: {
    'get-structured-record': [
      observed(
        pack,
        'Who is unknown, sensitive, inactive, dead, not verified or not online yet is not found, and the reason is not told.',
        asking('9990001200', '404 PATIENT_NOT_FOUND'),
      ),
      observed(guide, 'Dissent is a 403 NO_PATIENT_CONSENT.', asking('9690938576', '403 NO_PATIENT_CONSENT')),
      inferred(guide, 'A practice that does not offer its records is a 403 ACCESS_DENIED.', asking('9990001294', '403 ACCESS_DENIED')),
      observed(
        guide,
        'Another system for the number is a 400, and so is a number without its check digit.',
        asking('9000000008', '400 INVALID_NHS_NUMBER'),
      ),
      observed(
        pack,
        'A part that is missing, or has no value, is a 422.',
        asking('9000000009', '422 INVALID_PARAMETER', [{ name: 'includeAllergies' }]),
      ),
      different(
        pack,
        'These are 422 as in the providers’ tests; with `Prefer: contract=published` they are 404.',
        'The table of the contract has 404.',
        asking('9000000009', '404 INVALID_PARAMETER', [{ name: 'includeAllergies' }], { Prefer: 'contract=published' }),
      ),
      observed(
        demonstrator,
        'An area that is asked for twice is a 422, problems excepted.',
        asking('9000000009', '422 INVALID_PARAMETER', [{ name: 'includeMedication' }, { name: 'includeMedication' }]),
      ),
      observed(
        guide,
        'A parameter that is not known is a warning in the answer.',
        asking('9000000009', '200', [{ name: 'includeEverything' }]),
      ),
      observed(
        pack,
        'Beside consultations and problems some parts are refused; the example of the contract for the whole record has them.',
      ),
      observed(
        contract,
        'Referrals and what has no category were withdrawn in 2024: `Prefer: contract=2023` asks for them.',
        asking('9000000009', '422 INVALID_PARAMETER', [{ name: 'includeReferrals' }]),
      ),
      observed(guide, 'Each area has a List even where it is empty, with a reason then; other Lists are there with entries alone.'),
      observed(guide, 'Allergies that have ended stand inside a List of their own.'),
      observed(guide, 'Results that are not filed are never told; here these are those of the same day.'),
      inferred(guide, 'A repeat that goes on is of today, whenever it began: permissions look at it so.'),
      unknown('A record is in transit for a fortnight after somebody came to a practice.'),
      different(
        guide,
        'Problems have no relations among themselves, and no draft consultation is there to be left out.',
        'GP systems have both.',
      ),
    ],
    'get-document-patient': [
      observed(pack, 'Nobody is an empty answer, whatever the reason; who dissents is found.', {
        request: 'GET /documents/Patient/9690938533',
        headers,
        answer: '200',
      }),
      observed(guide, 'Documents can be read for 28 days after a death.'),
      observed(pack, 'No NHS number is a 400.', {
        request: 'GET /documents/Patient/9000000008',
        headers,
        answer: '400 INVALID_NHS_NUMBER',
      }),
    ],
    'search-document': [
      observed(
        pack,
        'The four includes and the roles of authors have to be asked for: a 422, or a 400 with `Prefer: contract=published`.',
        {
          request: 'GET /Patient/1/DocumentReference?patientNHSNumber=9000000009',
          headers,
          answer: '422 INVALID_PARAMETER',
        },
      ),
      observed(contract, 'An author is an ODS code or an SDS user id, each with its system.'),
      observed(guide, 'Of a document over 5 MB there is a title that says so, and no address.'),
      inferred(guide, 'What came today is not reviewed yet, and is not there.'),
    ],
    'get-document': [
      observed(pack, 'A document that is not there, or too large, is a 404 NO_RECORD_FOUND.', {
        request: 'GET /documents/Binary/1?patientNHSNumber=9000000009',
        headers,
        answer: '404 NO_RECORD_FOUND',
      }),
      unknown('Letters of hospitals are PDF; what practices write is RTF, HTML or text.'),
    ],
  },
} satisfies Fidelity<operations>;
