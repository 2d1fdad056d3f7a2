/** What is known of the rules of the dispensing side: one note for each, with where it was seen, or how the service has it otherwise. */
import type { operations } from '../../src/generated/eps-dispensing.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const day = '2026-11-29';
const contract = { name: 'Published contract', url: 'https://digital.nhs.uk/developer/api-catalogue/electronic-prescription-service-fhir' };
const code = { name: 'Published code of the façade', url: 'https://github.com/NHSDigital/electronic-prescription-service-api' };
const sandbox = { name: 'Official sandbox', url: contract.url };
const { observed, inferred, unknown, different } = notedOn(day);

const headers = { 'X-Request-ID': '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10', 'Content-Type': 'application/fhir+json' };
const sending = (path: string, body: unknown, answer: string) => ({ request: `POST /FHIR/R4/${path}`, headers, body, answer });
const owner = {
  name: 'owner',
  resource: { resourceType: 'Organization', identifier: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'VNE51' }] },
};
const agent = {
  name: 'agent',
  resource: { resourceType: 'PractitionerRole', telecom: [{ system: 'phone', use: 'work', value: '01632960417' }] },
};
const status = { name: 'status', valueCode: 'accepted' };
const releasing = (answer: string, ...parameter: readonly unknown[]) =>
  sending('Task/$release', { resourceType: 'Parameters', parameter }, answer);
const group = (value: string) => ({
  name: 'group-identifier',
  valueIdentifier: { system: 'https://fhir.nhs.uk/Id/prescription-order-number', value },
});
const bundleOf = (event: string) => ({
  resourceType: 'Bundle',
  type: 'message',
  entry: [{ resource: { resourceType: 'MessageHeader', eventCoding: { code: event }, source: { endpoint: 'urn:x' } } }],
});

export default {
  compared: { ...contract, name: 'published contract', version: 'of November 2026', on: day },
  answers: {
    release: 'record',
    return: 'rule',
    withdraw: 'rule',
    track: 'record',
    'send-dispense-notification-message': 'rule',
    'send-dispense-claim-message': 'rule',
    validate: 'rule',
    capabilities: 'rule',
    metadata: 'rule',
  },
  everywhere: [
    observed(code, 'X-Request-ID is a UUID: without one nothing is looked at.', {
      ...releasing('400 MISSING_FIELD'),
      headers: { ...headers, 'X-Request-ID': 'none' },
    }),
    observed(
      code,
      'A resource of another type than the path takes ends the request.',
      sending('Claim', { resourceType: 'Patient' }, '400 INVALID_VALUE'),
    ),
    observed(code, 'All that breaks the rules of a message is told at once, an issue each.', releasing('400 INVALID_VALUE')),
    observed(
      code,
      'Who may do it is asked once the type of the message is known: a scope that names dispensing, and somebody signed in for all but nominated release and tracking.',
    ),
    different(
      code,
      'The header x-skip-validation leaves out what the validator says of elements, codes and dates; the structure of JSON is looked at all the same.',
      'The service leaves out its validator altogether.',
    ),
    different(code, 'The header x-raw-response changes nothing.', 'The service gives the answer of Spine as it came, in HL7 version 3.'),
    unknown('Displays of outcomes that no source words are the words of their codes.'),
    different(
      sandbox,
      'Every step has to follow from the one before it, and every API tells it.',
      'The official sandbox has one answer for each interaction, whatever is sent.',
    ),
    inferred(
      contract,
      'The prescriptions of the published examples stand, when the first message about one comes, where that message wants them.',
    ),
    unknown('Whether a user or role of the payload may be another than that of the token: it is not looked at.'),
  ],
  operations: {
    release: [
      observed(
        code,
        'The parameters owner, agent and status are required, and the agent can be telephoned.',
        releasing('400 INVALID_VALUE', owner, status),
      ),
      observed(
        contract,
        'A prescription that nobody knows is RESOURCE_NOT_FOUND.',
        releasing('400 RESOURCE_NOT_FOUND', owner, agent, status, group('7B2E10-Y90001-3C4D5W')),
      ),
      inferred(
        code,
        'A wrong check character is found before that.',
        releasing('400 INVALID_CHECK_DIGIT', owner, agent, status, group('24F5DA-A83008-7EFE6A')),
      ),
      observed(contract, 'Where another dispenser has it, their name, telephone and address are told.'),
      inferred(code, 'Where nothing waits, that is no fault: 200 with NO_MORE_PRESCRIPTIONS.'),
      different(
        sandbox,
        'A pharmacy of the population is given what waits there for its patients.',
        'The official sandbox gives the same prescriptions to everybody.',
        releasing('200', owner, agent, status),
      ),
      inferred(code, 'A signature that is none fails, and the prescription is given back with reason 0005.'),
      unknown('Whoever has a prescription already and asks again is told it again.'),
      unknown('A prescription that is not ready yet is not found; one that was not dispensed counts as dispensed.'),
      unknown('SERVICE_DISABLED is said to dispensers that have closed.'),
      unknown('A prescription that nobody ordered here has a signature that nobody made.'),
    ],
    return: [
      observed(
        code,
        'Its intent is order, its status rejected, and the reason of its own list.',
        sending('Task', { resourceType: 'Task', status: 'rejected', intent: 'order' }, '400 INVALID_VALUE'),
      ),
      inferred(code, 'What was marked for cancellation is cancelled when it is given back; the rest waits again.'),
    ],
    withdraw: [
      observed(
        code,
        'It is a Task in-progress of code abort.',
        sending('Task', { resourceType: 'Task', status: 'in-progress', intent: 'order' }, '400 INVALID_VALUE'),
      ),
      inferred(code, 'The issue stands again at what it stood before the notification in focus, which is the last.'),
      unknown('The published contract says that it is there in the sandbox alone.'),
    ],
    track: [
      observed(code, 'One of identifier, focus:identifier and patient:identifier is wanted.', {
        request: 'GET /FHIR/R4/Task?business-status=0001',
        headers,
        answer: '400 INVALID_VALUE',
      }),
      different(
        sandbox,
        'It is served here, at the dispensing side.',
        'The official sandbox says INTERACTION_NOT_SUPPORTED; NHS 111 asks at an address of its own.',
      ),
      unknown('The words of its refusals, and most of what a Task says.'),
    ],
    'send-dispense-notification-message': [
      observed(code, 'The header says which message it is.', sending('$process-message', bundleOf('dispense'), '400 INVALID_VALUE')),
      inferred(
        code,
        'Messages of prescribers are not taken at this address.',
        sending('$process-message', bundleOf('prescription-order'), '400 ACCESS_DENIED'),
      ),
      observed(code, 'The organisation that dispenses names who reimburses it.'),
      inferred(code, 'What became of the items says what becomes of the prescription, whatever status the message has for it.'),
      unknown('What is settled of an item stays settled, but in a notification that takes the place of the last.'),
      unknown('A number of repeats allowed is that of all issues, or of those after the first: either is taken.'),
      inferred(code, 'Nothing is handed over to somebody after their death.'),
    ],
    'send-dispense-claim-message': [
      observed(code, 'One insurance, whose payor is T1450 or RQFZ1, and an endorsement of each item.', {
        ...sending('Claim', { resourceType: 'Claim' }, '400 INVALID_VALUE'),
        headers: { ...headers, 'x-skip-validation': 'true' },
      }),
      observed(code, 'What is not dispensed is not claimed for: CLAIM_INVALID_NOT_DISPENSED.'),
      inferred(code, 'A claim that takes the place of another names the last one, and comes by the fifth of the month after the first.'),
    ],
    validate: [
      inferred(
        code,
        'A message without a fault is told so, and nothing is done.',
        sending('$validate', bundleOf('dispense-notification'), '200'),
      ),
    ],
    metadata: [inferred(contract, 'It is told at both addresses alike.', { request: 'GET /metadata', answer: '200' })],
  },
} satisfies Fidelity<operations>;
