/** What is known of the rules of this API, and where from. */
import type { operations } from '../../src/generated/prescription-status-update.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const day = '2026-11-30';
const url = 'https://github.com/NHSDigital/eps-prescription-status-update-api';
const code = { name: 'Source of the service', url };
const contract = { name: 'Published contract', url };
const { observed, inferred, unknown, different } = notedOn(day);

const headers = { 'Content-Type': 'application/fhir+json' };
const sending = (body: unknown, answer: string, more: Record<string, string> = {}) =>
  ({ request: 'POST /', headers: { ...headers, ...more }, body, answer }) as const;

export default {
  compared: { ...contract, name: 'published contract', version: '0.0.1', on: day },
  answers: {
    'prescription-status-update-bundle': 'rule',
    'prescription-status-update-metadata': 'rule',
    'check-prescription-status-updates': 'rule',
    'prescription-status-update-notification-delivery-status-callback': 'rule',
  },
  everywhere: [
    observed(code, 'Whatever becomes of updates, the answer is a transaction-response Bundle, and is not to be cached.'),
    inferred(contract, 'Refusals of the gateway come in that form, too.'),
    inferred(contract, 'Applications are let in by a signed JWT, and nobody else.'),
  ],
  operations: {
    'prescription-status-update-bundle': [
      observed(code, 'X-Request-ID has to be there; what it is does not matter.', sending({}, '400', { 'X-Request-ID': '' })),
      observed(code, 'The body is a Bundle of the type transaction.', sending({ resourceType: 'Bundle', type: 'batch' }, '400')),
      observed(
        code,
        'A Bundle of nothing is answered 200, and nothing is kept.',
        sending({ resourceType: 'Bundle', type: 'transaction', entry: [] }, '200'),
      ),
      observed(code, 'What is missing from an entry is named at once; of what is all there, all that is wrong, in one text.'),
      observed(
        code,
        'An update that is right beside one that is wrong is answered 200 OK in its entry, and is not kept; the whole is a 400.',
      ),
      observed(code, 'A lastModified is a day ahead at most, or 999 hours where meta.lastUpdated is there, too.'),
      observed(code, 'A status that is said in any case of letters is known, and kept as it was sent.'),
      observed(code, 'A task that was sent before for the same prescription is a conflict, and nothing of its Bundle is kept.'),
      inferred(code, 'The same task twice in one Bundle is such a conflict.'),
      observed(code, 'The issue code of too many requests is temporarily-forbidden, which FHIR does not have.'),
      different(
        code,
        'Faults on purpose are had by X-Sandbox-Scenario, and by rules for faults.',
        'In integration some ids of prescriptions force an answer.',
      ),
      observed(code, 'Nobody looks whether there is such a prescription, or such an item on it.'),
      inferred(code, 'A type that FHIR does not allow, where no rule of the service looks, is refused in the contract’s words.'),
      different(
        code,
        'What is said of an item of a record is told by the record as well.',
        'It is kept by this service, and read by Prescriptions for Patients.',
      ),
      inferred(
        code,
        'Ready to Collect, wholly or partly, is told to the patient by NHS Notify: once in a quarter of an hour for each pharmacy.',
      ),
      unknown('The words of that message are the sandbox’s own, and that it goes to the NHS App first and then as a text.'),
      observed(code, 'Updates are kept for two years.'),
    ],
    'check-prescription-status-updates': [
      observed(contract, 'Fifteen at a time; headers of the answer say where to go on.', {
        request: 'GET /checkprescriptionstatusupdates',
        answer: '200',
      }),
      inferred(contract, 'An application sees its own updates, and those of nobody in particular.'),
    ],
    'prescription-status-update-notification-delivery-status-callback': [
      observed(contract, 'The signature has to be there.', {
        request: 'POST /notification-delivery-status-callback',
        headers: { 'Content-Type': 'application/json' },
        body: { data: [] },
        answer: '400',
      }),
      different(
        code,
        'It may be any: the sandbox shares no secret with a stand-in for NHS Notify.',
        'It is checked against a shared secret.',
      ),
      different(code, 'What NHS Notify says here of its messages is heard at once, without a call.', 'NHS Notify calls this operation.'),
    ],
  },
} satisfies Fidelity<operations>;
