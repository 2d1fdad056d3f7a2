/** What is known of both sides of the record locator: one note for each rule, with where it was seen. */
import { notedOn, type FidelityExample, type FidelityNote } from '../../src/mock/fidelity.ts';

export const day = '2026-11-29';
export const { observed, inferred, unknown, different } = notedOn(day);

export const contract = {
  name: 'Published contract',
  url: 'https://digital.nhs.uk/developer/api-catalogue/national-record-locator-fhir',
} as const;
const repository = 'https://github.com/NHSDigital/NRLF';
/** As it was in October 2024. */
export const code = { name: 'Published code of the service, 2024', url: repository } as const;
export const scenarios = { name: 'Published scenarios of the service, 2024', url: repository } as const;

export const headers = { 'NHSD-End-User-Organisation-ODS': 'RJ11' };
export const about = 'subject:identifier=https://fhir.nhs.uk/Id/nhs-number|9278693472';

/** Of a search that both sides have. */
export const asking = (more: string, answer: string): FidelityExample => ({ request: `GET /DocumentReference?${more}`, headers, answer });

export const ofBoth: readonly FidelityNote[] = [
  observed(contract, 'NHSD-End-User-Organisation-ODS is asked for before X-Request-ID, and both before anything of the request.', {
    request: 'GET /DocumentReference',
    headers: { 'X-Request-ID': '' },
    answer: '400 PRECONDITION_FAILED',
  }),
  inferred(contract, 'An organisation is named by letters and digits, with a part of it after a point or a bar.', {
    request: 'GET /DocumentReference',
    headers: { 'NHSD-End-User-Organisation-ODS': 'a b' },
    answer: '400 PRECONDITION_FAILED',
  }),
  observed(contract, 'X-Request-ID is a UUID; without one the code is MISSING_OR_INVALID_HEADER.', {
    request: 'GET /DocumentReference',
    headers: { ...headers, 'X-Request-ID': '1' },
    answer: '400 MISSING_OR_INVALID_HEADER',
  }),
  observed(contract, 'Where access is strict, an application is let in by a token of its own, and patients and staff are not.', {
    request: `GET /DocumentReference?${about}`,
    headers: { 'X-Sandbox-Access': 'strict' },
    answer: '401 ACCESS_DENIED',
  }),
  inferred(
    contract,
    'An application that was given leave for some organisations only is refused for another one: it has no pointers there.',
  ),
  observed(code, 'Whoever has leave for no type at all is refused with the code ACCESS DENIED, with a space.'),
  different(
    code,
    'Where access is open, everybody may use every type.',
    'The sandbox of the service has organisations with few types, and refuses all others.',
    asking(about, '200'),
  ),
  different(
    code,
    'Leave is given to an application, for all organisations or, with the code before the type, for one.',
    'A file for each application and organisation lists the types.',
  ),
  observed(code, 'The flag allow-all-pointer-types is leave for every type.'),
  observed(scenarios, 'An id that could be none, and that of a pointer which is gone, are NO_RECORD_FOUND.', {
    request: 'GET /DocumentReference/***',
    headers,
    answer: '404 NO_RECORD_FOUND',
  }),
  observed(
    scenarios,
    'A search wants subject:identifier, and refuses parameters that it does not know.',
    asking(`${about}&extra=1`, '400 INVALID_PARAMETER'),
  ),
  observed(scenarios, 'The same in a body is MESSAGE_NOT_WELL_FORMED, and no body is BAD_REQUEST.', {
    request: 'POST /DocumentReference/_search',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: { extra: 1 },
    answer: '400 MESSAGE_NOT_WELL_FORMED',
  }),
  observed(
    code,
    'A type of a system of which nothing is allowed is INVALID_CODE_SYSTEM; one that is not allowed, of a system that is, finds nothing.',
    asking(`${about}&type=http://example.org|1`, '400 INVALID_CODE_SYSTEM'),
  ),
  observed(
    contract,
    'Types and categories are lists with commas between.',
    asking(`${about}&type=http://snomed.info/sct|736253002,http://snomed.info/sct|736373009`, '200'),
  ),
  observed(scenarios, 'A search has one link, self, with its criteria and nothing encoded, also where they came in a body.'),
  inferred(contract, 'That link is absolute, as in the published examples; in the scenarios only its end is looked at.'),
  unknown('Pointers come by category, type and date: the order in which the service of 2024 kept them.'),
  different(
    code,
    'A part of an organisation is RJ11.A, and RJ11|A is read as the same, in headers, paths and bodies.',
    'Ids are made with the one and taken apart by the other, so that parts cannot delete their own pointers.',
  ),
  different(
    contract,
    'Pointers to plans in force, and to a summary at the practice, come with everybody of the population who is alive; those of the published scenarios too.',
    'Pointers are there where a producer made them.',
  ),
  different(
    contract,
    'Their documents are served at /documents/{id}: PDF, marked as synthetic.',
    'A pointer leads to its custodian, or through the proxy of Spine.',
    { request: 'GET /documents/RJ11-7a1d3f0c-94be-4c62-8d35-0b6f2e91c7a8', answer: '200' },
  ),
  inferred(
    { name: 'Published contract of the Booking and Referral Standard' },
    'Pointers to bookings that are announced by that standard are found here, under the code of their custodian.',
  ),
  unknown('Plans without a type of their own are told as personalised care and support plans; letters are no type of the record locator.'),
  unknown('Nothing is withheld of people whose whereabouts are.'),
];
