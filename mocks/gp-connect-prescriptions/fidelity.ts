/** What is known of the rules of prescriptions: one note for each, with where it was seen, or how the service has it otherwise. */
import type { operations } from '../../src/generated/gp-connect-prescriptions.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const day = '2026-11-30';
const contract = {
  name: 'Published contract',
  url: 'https://digital.nhs.uk/developer/api-catalogue/gp-connect-patient-facing-prescriptions-fhir',
};
const gateway = { name: 'Published code of the gateway', url: 'https://github.com/NHSDigital/gp-connect-prescriptions-management-fhir' };
const guide = { name: 'Published guide of GP Connect', url: 'https://simplifier.net/guide/gp-connect-patient-facing-services' };
const { observed, inferred, unknown, different } = notedOn(day);

const list = (query: string): string => `GET /Patient/9990000425/MedicationRequest?${query}`;
const patient = { reference: 'Patient/9000000009', identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9000000009' } };
const ordering = (changes: object, answer: string) => ({
  request: 'POST /Task',
  headers: { 'Content-Type': 'application/fhir+json' },
  body: {
    resourceType: 'Task',
    status: 'requested',
    intent: 'order',
    code: { coding: [{ system: 'http://snomed.info/sct', code: '103742009' }] },
    focus: { reference: 'MedicationRequest/b269d1d7-1acf-47bb-8b3c-e38b583d9a07' },
    for: patient,
    authoredOn: '2026-01-01T00:00:00+00:00',
    requester: patient,
    ...changes,
  },
  answer,
});

export default {
  compared: { ...contract, name: 'published contract', version: '1.0.0', on: day },
  answers: {
    'get-ordered-medicationrequest': 'record',
    'get-task': 'rule',
    'post-task': 'rule',
    'cancel-task': 'rule',
  },
  everywhere: [
    observed(contract, 'X-Request-ID must be there.', {
      request: list('intent=plan'),
      headers: { 'X-Request-ID': '' },
      answer: '400 BAD_REQUEST',
    }),
    observed(guide, 'A patient whose level of access is none is denied.', {
      request: 'GET /Patient/9990001219/MedicationRequest',
      answer: '403 ACCESS_DENIED',
    }),
    observed(guide, 'A patient without online access is not found until they have asked for their permissions.', {
      request: 'GET /Patient/9990001200/MedicationRequest',
      answer: '404 PATIENT_NOT_FOUND',
    }),
    different(
      gateway,
      'Faults of the gateway have an issue code of FHIR.',
      'The gateway writes a status as the issue code, which is no valid FHIR.',
    ),
  ],
  operations: {
    'get-ordered-medicationrequest': [
      observed(contract, 'A day is eq, ge or le and a date that is not in the future.', {
        request: list('authoredon=ge2999-01-01'),
        answer: '422 INVALID_PARAMETER',
      }),
      observed(contract, 'A number that is no NHS number is an invalid parameter.', {
        request: 'GET /Patient/first/MedicationRequest',
        answer: '422 INVALID_PARAMETER',
      }),
      observed(contract, 'An identifier is a UUID or the number of a prescription in EPS.', {
        request: list('identifier=x'),
        answer: '422 INVALID_PARAMETER',
      }),
      inferred(contract, 'An identifier that nothing has is not found.', {
        request: list('identifier=https://fhir.nhs.uk/Id/prescription-order-number|754CB4-E81001-0B9EB8'),
        answer: '404 RESOURCE_NOT_FOUND',
      }),
      different(
        contract,
        'Numbers of prescriptions have the form and the check character of EPS, and items ids of their own.',
        'Published examples have numbers of another form, and two orders with one item.',
      ),
    ],
    'post-task': [
      observed(contract, 'An order stands for its plan, as in the published example.', ordering({}, '201')),
      observed(contract, 'A request without a focus is an invalid resource.', ordering({ focus: {} }, '422 INVALID_RESOURCE')),
      observed(
        contract,
        'What a request refers to has to be there.',
        ordering({ focus: { reference: 'MedicationRequest/nothing' } }, '422 REFERENCE_NOT_FOUND'),
      ),
      observed(contract, 'Below the level manage nothing can be asked for.'),
      inferred(contract, 'A plan that is asked for already cannot be asked for again until the practice has decided.'),
      inferred(contract, 'The same request under the same X-Request-ID asks for nothing twice.'),
      unknown('A practice looks at a request after two hours, and decides after a day.'),
      unknown('It says no to what ended, to what is due for a review, and while less than a quarter of the last issue is used up.'),
    ],
    'get-task': [
      observed(contract, 'The patient or the id of a request must be there.', { request: 'GET /Task', answer: '400 BAD_REQUEST' }),
      observed(contract, 'An unknown request is not found.', {
        request: 'GET /Task?patient=9000000009&id=00000000-0000-4000-8000-000000000000',
        answer: '404 RESOURCE_NOT_FOUND',
      }),
      observed(contract, 'The requests of the published examples are there.', {
        request: 'GET /Task?id=aef77afb-7e3c-427a-8657-2c427f71a271',
        answer: '200',
      }),
    ],
    'cancel-task': [
      observed(gateway, 'It was withdrawn in 2024 and is still routed: Prefer: contract=2023 asks for it.'),
      observed(guide, 'A request can be cancelled as long as it is requested; an older guide has INVALID_REQUEST_STATE for it.'),
      observed(contract, 'The body is a list of one operation, or the operation alone.'),
    ],
  },
} satisfies Fidelity<operations>;
