/** What is known of the rules of bookings and referrals: one note for each, with where it was seen, or how the service has it otherwise. */
import type { operations } from '../../src/generated/booking-and-referral.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const day = '2026-11-29';
const contract = { name: 'Published contract', url: 'https://digital.nhs.uk/developer/api-catalogue/booking-and-referral-fhir' };
const sandbox = { name: 'Official sandbox, published tests', url: 'https://github.com/NHSDigital/booking-and-referral-fhir-api' };
const gateway = { name: 'Published code of the service’s gateway', url: 'https://github.com/NHSDigital/booking-and-referral-fhir-api' };
const guide = { name: 'Booking and Referral Standard guide', url: 'https://simplifier.net/guide/nhsbookingandreferralstandard' };
const { observed, inferred, unknown, different } = notedOn(day);

const base64 = (value: unknown): string => btoa(JSON.stringify(value));
const targeting = (value: string) => ({ 'NHSD-Target-Identifier': base64({ value, system: 'https://fhir.nhs.uk/Id/dos-service-id' }) });
const headers = {
  'X-Correlation-Id': '3b9d4e7c-2a6f-4c58-b1d0-6e8f9a7c5d42',
  'NHSD-End-User-Organisation': base64({ resourceType: 'Organization' }),
  'NHSD-Requesting-Software': base64({ resourceType: 'Device' }),
  'use-context': 'a4t2|booking|booking-request|new',
  ...targeting('2000011147'),
};
const { 'NHSD-Requesting-Software': _, ...unsaid } = headers;
const booking = 'GET /Appointment/c3f6145e-1a26-4345-b3f2-dccbcba62049';
const shown = (request: string, answer: string, more: Readonly<Record<string, string>> = {}, body?: unknown) => ({
  request,
  headers: { ...headers, ...more },
  ...(body !== undefined && { body }),
  answer,
});
const slots = (query: string): string => `GET /Slot?${query}&_include=Slot:schedule&_include=Schedule:actor:HealthcareService`;

export default {
  compared: { ...contract, name: 'published contract', version: '1.4.0', on: day },
  answers: {
    getMeta: 'rule',
    getMessageDefinition: 'rule',
    processMessage: 'rule',
    getSlots: 'record',
    getBookingByPatient: 'record',
    createAppointment: 'rule',
    getBooking: 'record',
    updateAppointment: 'rule',
    patchAppointment: 'rule',
    deleteAppointment: 'rule',
    getReferralByPatient: 'record',
    createReferral: 'rule',
    getReferral: 'record',
    putReferral: 'rule',
    patchReferral: 'rule',
    deleteReferral: 'rule',
    searchDocumentReference: 'rule',
    createDocumentReference: 'rule',
    readDocumentReference: 'rule',
    updateDocumentReference: 'rule',
    deleteDocumentReference: 'rule',
    getHealthcareServices: 'record',
    createHealthcareService: 'rule',
    getHealthcareService: 'record',
    replaceHealthcareService: 'rule',
    deleteHealthcareService: 'rule',
    getEndpoints: 'record',
    createEndpoint: 'rule',
    getEndpointTemplates: 'rule',
    createEndpointTemplate: 'rule',
    getEndpoint: 'record',
    replaceEndpoint: 'rule',
    deleteEndpoint: 'rule',
    replaceEndpointTemplate: 'rule',
    deleteEndpointTemplate: 'rule',
  },
  everywhere: [
    observed(
      gateway,
      'X-Request-Id and X-Correlation-Id must be there, before the target is looked at.',
      shown(booking, '400 SEND_BAD_REQUEST', { 'X-Request-ID': '', ...targeting('nobody') }),
    ),
    observed(
      gateway,
      'A target that is no base64 has the issue code 400.',
      shown(booking, '400 PROXY_BAD_REQUEST', { 'NHSD-Target-Identifier': '%%%' }),
    ),
    observed(
      gateway,
      'A target is a system and a value.',
      shown(booking, '400 PROXY_BAD_REQUEST', { 'NHSD-Target-Identifier': base64({ system: 'x' }) }),
    ),
    observed(
      gateway,
      'A target that the catalogue does not know is PROXY_NOT_FOUND.',
      shown(booking, '404 PROXY_NOT_FOUND', targeting('invalid')),
    ),
    different(
      sandbox,
      'The catalogue knows every organisation of the population, by its ODS code or by the number that the directory of services gives for it, the published targets, and what the workspace has entered or subscribed to.',
      'The official sandbox takes whatever begins with 2000 or NHS; so does the mode of compatibility.',
      shown(booking, '404 PROXY_NOT_FOUND', targeting('2000999999')),
    ),
    observed(contract, 'The headers of the sender’s organisation and software are demanded.', {
      request: booking,
      headers: unsaid,
      answer: '400 SEND_BAD_REQUEST',
    }),
    observed(sandbox, 'The official sandbox does not demand them, nor does the mode of compatibility.'),
    observed(
      sandbox,
      'A fault has a fixed id and a profile of its own, as published; its coding has no display.',
      shown('GET /Appointment/7', '400 REC_BAD_REQUEST'),
    ),
    different(
      sandbox,
      'The targets NHS0001-400 to NHS0001-504 fail on every operation that names a receiver.',
      'The official sandbox has them on a path of their own; the published tests use them on slots.',
      shown('GET /ServiceRequest', '409 REC_CONFLICT', targeting('NHS0001-409')),
    ),
    observed(
      gateway,
      'A receiver that is too late is 408: its 504 is turned into that.',
      shown(booking, '408 REC_TIMEOUT', targeting('NHS0001-504')),
    ),
    unknown('Which fault each of NHS0001-400-1, 400-2, 500-1 and 500-2 stands for is the sandbox’s own choice.'),
    observed(
      gateway,
      'No token is 401 with the issue code unknown, a wrong one with security, and an application that is not subscribed is 403.',
    ),
    observed(contract, 'Versions in Accept are compared as major, minor and patch, and the highest one counts.'),
    different(contract, 'Every version is answered alike, in JSON.', 'The service answers in the version that is asked for, and in XML.'),
    observed(
      sandbox,
      'An unknown method is 405 with the methods that the path has in Allow.',
      shown('PUT /metadata', '405 REC_METHOD_NOT_ALLOWED', {}, {}),
    ),
    inferred(guide, 'Nobody is booked or referred after their death, and a number whose check digit is wrong is refused.'),
  ],
  operations: {
    getMeta: [
      observed(
        contract,
        'Without a target the gateway tells what it can do itself.',
        shown('GET /metadata', '200', { 'NHSD-Target-Identifier': '' }),
      ),
      observed(
        gateway,
        'A target is checked here as well, where there is one.',
        shown('GET /metadata', '404 PROXY_NOT_FOUND', targeting('invalid')),
      ),
    ],
    getMessageDefinition: [
      observed(
        sandbox,
        '`context` names a service, with its system or without.',
        shown('GET /MessageDefinition?context=2000099999', '200'),
      ),
      unknown('A service that nobody knows has no definitions: the Bundle is empty.'),
    ],
    processMessage: [
      observed(
        guide,
        'The first entry is the MessageHeader, with an event and a reason, and its focus is in the Bundle.',
        shown(
          'POST /$process-message',
          '400 REC_BAD_REQUEST',
          { 'Content-Type': 'application/fhir+json' },
          { resourceType: 'Bundle', type: 'message', id: '2d7b90e4-81f5-4c6a-b3e2-59a0d8f7c141', entry: [] },
        ),
      ),
      observed(guide, 'The same Bundle.id again is a duplicate; a slot that somebody has is a conflict.'),
      observed(guide, 'An update or a cancellation is of what has the same business identifier; an older version is refused.'),
      inferred(guide, 'Without a business identifier it is of what has the same id.'),
      observed(contract, 'The code systems of events and reasons are those of the guide, or those of the published example.'),
      inferred(guide, 'A cancelled booking is cancelled, a cancelled referral revoked, and neither takes the other along.'),
      observed(guide, 'The answer is a message that names the one that it answers.'),
      inferred(
        guide,
        'A referral is answered after two minutes of the clock by a message in the inbox: accepted by 2000011147, rejected by 2000099999; 2000072491 says after 30 seconds that it looks at it.',
      ),
      unknown('Which event the answer to a booking has is nowhere said: it is servicerequest-response, as the published example has it.'),
      inferred(guide, 'What refers to a patient inside the message refers to the NHS number once it stands alone.'),
      different(
        guide,
        'A receiver of the workspace’s own is asked where it has subscribed to `to-<target>` and may be reached; else the message is in the inbox.',
        'The service sends to the address of the catalogue.',
      ),
    ],
    getSlots: [
      observed(
        contract,
        '`start` is sent twice for a range, `status` is a list with commas.',
        shown(slots('status=free,busy&start=ge2026-01-05T00:00:00Z&start=le2026-01-06T00:00:00Z'), '200'),
      ),
      different(
        sandbox,
        'The documented search works.',
        'The official sandbox answers it with 400, since its parameters have other types.',
      ),
      observed(contract, 'An `_include` that is not supported is ignored, and the self link leaves it out.'),
      observed(
        contract,
        'Too wide a range is 422 too-costly.',
        shown(slots('status=free&start=ge2026-01-05T00:00:00Z&start=le2026-06-06T00:00:00Z'), '422 REC_UNPROCESSABLE_ENTITY'),
      ),
      unknown('Too wide is more than 14 days, which is also how far a search without an end looks.'),
      inferred(guide, 'Slots are those of the diary of the receiver, from the clock on; one that is booked is busy.'),
      observed(
        sandbox,
        '918999198999 is another name of the service that is asked.',
        shown(slots('status=free&start=2026-01-05T09:00:00&Schedule.actor:HealthcareService=918999198999'), '200'),
      ),
    ],
    getBookingByPatient: [
      observed(
        contract,
        'A patient is named by NHS number; or by name, date of birth and postcode together.',
        shown('GET /Appointment?patient:name=Smith', '400 REC_BAD_REQUEST'),
      ),
      observed(
        sandbox,
        '4857773456 stands for a test patient, though its check digit is wrong.',
        shown('GET /Appointment?patient:identifier=4857773456', '200'),
      ),
      different(
        sandbox,
        'Without a patient all bookings of the workspace are listed.',
        'The official sandbox wants one, and so does the mode of compatibility.',
      ),
      inferred(guide, 'Somebody whose address is withheld is not found by it.'),
    ],
    createAppointment: [
      observed(guide, 'A slot is booked once.'),
      inferred(guide, 'A booking is in the patient’s record, and fulfilled when its hour has passed and nobody said otherwise.'),
      different(sandbox, 'A booking is kept.', 'The official sandbox stores nothing.'),
      unknown('A booking that names no slot of a diary takes none, and is kept as it is.'),
    ],
    updateAppointment: [inferred(guide, 'An older `meta.lastUpdated` than was sent last is a conflict; the same one is not.')],
    deleteAppointment: [
      different(
        sandbox,
        'An id of nothing is 404 with a fault.',
        'The official sandbox answers with a body of null.',
        shown('DELETE /Appointment/00000000-0000-4000-8000-000000000000', '404 REC_NOT_FOUND'),
      ),
      unknown('What is deleted is found no more, where a message would leave it cancelled.'),
    ],
    getReferral: [inferred(guide, 'A referral leads to the booking that was made for it, in supportingInfo.')],
    readDocumentReference: [
      observed(
        gateway,
        'Pointers need version 1.1.0 or later.',
        shown('GET /DocumentReference/4d90b7f2-6a1e-4c83-b5f9-08e7d2c3a165', '406 SEND_NOT_ACCEPTABLE', {
          Accept: 'application/fhir+json;version=1.0.0',
        }),
      ),
      different(gateway, 'Without a version they are served.', 'The gateway takes 1.0.0 where none is named, and refuses.'),
    ],
    createDocumentReference: [
      observed(gateway, 'The record locator keeps pointers: its own APIs find one that is made here, until it is deleted.'),
    ],
    getHealthcareServices: [
      inferred(
        contract,
        'The service of an organisation of the population is found by its ODS code, with the number by which it is a target.',
      ),
    ],
    createEndpoint: [inferred(contract, 'Its identifiers are targets from then on, and no longer when it is deleted.')],
    getEndpointTemplates: [
      inferred(contract, 'Templates stand beside endpoints, under ids of their own.', shown('GET /Endpoint/$template', '200')),
    ],
  },
} satisfies Fidelity<operations>;
