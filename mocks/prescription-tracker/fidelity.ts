/** What is known of the rules of this API, and where from. */
import type { operations } from '../../src/generated/prescription-tracker.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const day = '2026-11-30';
const url = 'https://github.com/NHSDigital/electronic-prescription-service-clinical-prescription-tracker';
const code = { name: 'Source of the service', url };
const contract = { name: 'Published contract', url };
const { observed, inferred, unknown, different } = notedOn(day);

const headers = {
  'nhsd-organization-uuid': 'Y12345',
  'nhsd-session-urid': '555010203040',
  'nhsd-identity-uuid': '555010203011',
  'nhsd-session-jobrole': 'S8000:G8000:R8000',
};

export default {
  compared: { ...contract, name: 'published contract', version: '0.0.1', on: day },
  answers: { 'clinical-prescription-tracker-bundle': 'record', 'prescription-details-bundle': 'record' },
  everywhere: [
    different(
      code,
      'Prescriptions are those of people’s records and those that clients order here, as they stand by the workspace’s clock.',
      'It asks Spine.',
    ),
    observed(code, 'All that is wrong is said at once: the query first, then each header that is missing.', {
      request: 'GET /RequestGroup',
      answer: '400 BAD_REQUEST',
    }),
    inferred(contract, 'Staff who are signed in are let in, and nobody else.'),
    observed(contract, 'A medicine has no code but that of the whole of SNOMED CT.'),
    unknown('Small letters in the id of a prescription are read as capitals.'),
  ],
  operations: {
    'clinical-prescription-tracker-bundle': [
      observed(code, 'By a prescription or by a person, never by both.', {
        request: 'GET /RequestGroup?prescriptionId=24F5DA-A83008-7EFE6Z&nhsNumber=9449304130',
        headers,
        answer: '400 BAD_REQUEST',
      }),
      observed(code, 'The form and the check character of an id are faults of their own; so are those of a number.', {
        request: 'GET /RequestGroup?prescriptionId=24F5DA-A83008-7EFE6Y',
        headers,
        answer: '400 BAD_REQUEST',
      }),
      observed(contract, 'Where nothing is found the answer is a Bundle of nothing.', {
        request: 'GET /RequestGroup?prescriptionId=24F5DA-A83008-7EFE6Z',
        headers,
        answer: '200',
      }),
      observed(code, 'Two years are looked through, where no other days are said.'),
      inferred(code, 'A day that is none is a fault of its own.'),
      inferred(contract, 'Each issue of repeat dispensing is an entry; total counts these.'),
    ],
    'prescription-details-bundle': [
      observed(code, 'A prescription that is not there is a 404.', {
        request: 'GET /RequestGroup/24F5DA-A83008-7EFE6Z',
        headers,
        answer: '404 NOT_FOUND',
      }),
      inferred(code, 'Without an issueNumber it is the issue that the prescription is about now; one that is not there is a 404.'),
      observed(code, 'Of dispense notifications the last is in progress, and those before are unknown.'),
      observed(
        contract,
        'The status of an item is that of its dispensing; what the pharmacy says of it stands beside, where it has said anything.',
      ),
      inferred(code, 'Steps of the clock are those of batch workers, at NHS England.'),
      unknown('Which worker takes which of them, and whether a death is told as an administrative update.'),
      inferred(code, 'The address of whoever is restricted is not told.'),
    ],
  },
} satisfies Fidelity<operations>;
