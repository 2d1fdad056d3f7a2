/** What is known of the rules of appointments: one note for each, with where it was seen, or how the service has it otherwise. */
import type { operations } from '../../src/generated/gp-connect-appointments.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const day = '2026-11-30';
const contract = {
  name: 'Published contract',
  url: 'https://digital.nhs.uk/developer/api-catalogue/gp-connect-patient-facing-appointments-fhir',
};
const gateway = { name: 'Published code of the gateway', url: 'https://github.com/NHSDigital/gp-connect-appointments-management-fhir' };
const guide = { name: 'Published guide of GP Connect', url: 'https://github.com/nhsconnect/gpconnect' };
const demonstrator = { name: 'Published demonstrator of GP Connect', url: 'https://github.com/nhsconnect/gpconnect-demonstrator' };
const providers = { name: 'Published tests of GP systems', url: 'https://github.com/nhsconnect/gpconnect-provider-testing' };
const { observed, inferred, unknown, different } = notedOn(day);

const slots = (query: Readonly<Record<string, string>>): string =>
  `GET /Slot?${new URLSearchParams({ start: 'ge2026-01-05', end: 'le2026-01-16', status: 'free', _include: 'Slot:schedule', ...query })}`;
const list = (query: string): string => `GET /Patient/9000000009/Appointment?${query}`;

export default {
  compared: { ...contract, name: 'published contract', version: '1.0.0', on: day },
  answers: {
    'find-slots': 'record',
    'book-appointment': 'rule',
    'list-appointments': 'record',
    'read-appointment': 'record',
    'cancel-appointment': 'rule',
  },
  everywhere: [
    observed(contract, 'X-Request-ID must be there.', {
      request: 'GET /Appointment/1',
      headers: { 'X-Request-ID': '' },
      answer: '400 BAD_REQUEST',
    }),
    observed(gateway, 'The gateway finds the practice by the NHS number of whoever is signed in.'),
    different(
      gateway,
      'Where nobody is signed in the practice is that of 9000000009.',
      'Nobody asks the service unsigned; its sandbox has one answer for all.',
    ),
    observed(guide, 'A patient who cannot have online access is not found, whatever the reason.', {
      request: 'GET /Patient/9990001200/Appointment?start=ge2026-01-01&start=le2026-01-31',
      answer: '404 PATIENT_NOT_FOUND',
    }),
    observed(guide, 'Codes stand in a CodeSystem; the examples of the contract write ValueSet.'),
    inferred(guide, 'An appointment of somebody else is ACCESS_DENIED; with Prefer: contract=published it is REQUEST_UNMATCHED.'),
    unknown('A practice lets book 42 days ahead, and lets go some slots at eight in the morning of their day.'),
  ],
  operations: {
    'find-slots': [
      observed(demonstrator, 'What is missing is a bad request.', { request: 'GET /Slot?status=free', answer: '400 BAD_REQUEST' }),
      observed(guide, 'Another status than free is an invalid parameter.', {
        request: slots({ status: 'busy' }),
        answer: '422 INVALID_PARAMETER',
      }),
      observed(guide, 'A start begins with ge and an end with le.', {
        request: slots({ start: 'gt2026-01-05' }),
        answer: '422 INVALID_PARAMETER',
      }),
      observed(guide, 'A time has the offset that the United Kingdom has on that day.', {
        request: slots({ start: 'ge2026-01-05T09:00:00+01:00' }),
        answer: '422 INVALID_PARAMETER',
      }),
      observed(guide, 'A search spans 14 days at most.', { request: slots({ end: 'le2026-01-20' }), answer: '422 INVALID_PARAMETER' }),
      observed(demonstrator, 'Presence, include, status, form, prefix, offset and span are looked at in this order.'),
      observed(guide, 'Nothing found is an empty Bundle.', {
        request: slots({ start: 'ge2026-01-10', end: 'le2026-01-11' }),
        answer: '200',
      }),
      observed(guide, 'Slots that are kept for a kind of organisation, or for one, are told to whoever names it in searchFilter.'),
      observed(guide, 'A system that is unknown in searchFilter is passed over.', {
        request: slots({ searchFilter: 'https://example.org/kind|any' }),
        answer: '200',
      }),
    ],
    'book-appointment': [
      observed(demonstrator, 'A slot that is taken is a duplicate with the issue code conflict.'),
      observed(guide, 'The guide has the issue code duplicate: Prefer: contract=published asks for it.'),
      observed(guide, 'An unknown slot is a reference that is not found; by the demonstrator, with the same header, an invalid resource.'),
      observed(providers, 'A description has 100 characters at most and a comment 500: longer ones are refused, never cut.'),
      observed(demonstrator, 'Several slots are of one schedule, channel and kind of service, one right after the other.'),
      inferred(guide, 'A slot in the past cannot be booked, nor more than four appointments ahead.'),
      inferred(contract, 'The same request under the same X-Request-ID books nothing twice.'),
      different(
        contract,
        'A booking has its participants, times and slots at the top.',
        'The published example has them inside the contained organisation, with the status proposed.',
      ),
    ],
    'list-appointments': [
      observed(guide, 'Two days bound a list.', { request: list('start=ge2026-01-05'), answer: '422 INVALID_PARAMETER' }),
      observed(contract, 'Past appointments are told, as many as past-appt-limit says.', {
        request: list('start=ge2020-01-01&start=le2026-01-01&past-appt-limit=2'),
        answer: '200',
      }),
      observed(guide, 'Cancelled appointments are told as well.'),
    ],
    'read-appointment': [
      observed(guide, 'An unknown appointment is no record.', { request: 'GET /Appointment/nothing', answer: '404 NO_RECORD_FOUND' }),
      observed(contract, 'The id 1 of the published tests is told as the appointment 150.', {
        request: 'GET /Appointment/1',
        answer: '200',
      }),
    ],
    'cancel-appointment': [
      observed(providers, 'A cancellation without a reason is an invalid parameter; with Prefer: contract=published a bad request.'),
      observed(guide, 'A version that is past is a conflict.'),
      different(contract, 'If-Match may be left out.', 'The guide for patients asks for it, the contract does not name it.'),
      observed(contract, 'Too late has the status 461, which nobody has registered.'),
      unknown('It is too late two hours before the appointment.'),
      unknown('Vaccinations cannot be cancelled online, and at the practice Y55511 nothing can.'),
    ],
  },
} satisfies Fidelity<operations>;
