/** What is known of the rules of prescribing: one note for each, with where it was seen, or how the service has it otherwise. */
import type { operations } from '../../src/generated/eps-prescribing.types.ts';
import { notedOn, type Fidelity, type FidelityExample } from '../../src/mock/fidelity.ts';

const day = '2026-11-30';
const contract = {
  name: 'Published contract',
  url: 'https://digital.nhs.uk/developer/api-catalogue/fhir-prescribing-service',
} as const;
const code = {
  name: 'Published code of the service',
  url: 'https://github.com/NHSDigital/electronic-prescription-service-api',
} as const;

const { observed, inferred, unknown, different } = notedOn(day);

const headers = { 'Content-Type': 'application/fhir+json', 'X-Request-ID': '7a1c9d52-3b6e-4f08-8c4d-2e5f6a7b8c9d' };
const path = 'POST /FHIR/R4/$process-message';

const sending = (body: unknown, answer: string, but: Readonly<Record<string, string>> = {}): FidelityExample => ({
  request: path,
  headers: { ...headers, ...but },
  body,
  answer,
});

const ods = (value: string) => ({ identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value } });
const item = 'c0ffee00-1a2b-4c3d-8e4f-5a6b7c8d9e0f';

const medication = (but: object) => ({
  resourceType: 'MedicationRequest',
  identifier: [{ system: 'https://fhir.nhs.uk/Id/prescription-order-item-number', value: item }],
  status: 'cancelled',
  statusReason: { coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/medicationrequest-status-reason', code: '0001' }] },
  intent: 'order',
  medicationCodeableConcept: { text: 'Amoxicillin 250mg capsules' },
  subject: { reference: 'urn:uuid:1' },
  groupIdentifier: { system: 'https://fhir.nhs.uk/Id/prescription-order-number', value: '24F5DA-A83008-7EFE6Z' },
  ...but,
});

const message = (event: string, ...resources: readonly object[]) => ({
  resourceType: 'Bundle',
  identifier: { system: 'https://tools.ietf.org/html/rfc4122', value: '46183abc-9fad-4673-85db-ce2cb6614732' },
  type: 'message',
  entry: [
    {
      resourceType: 'MessageHeader',
      eventCoding: { system: 'https://fhir.nhs.uk/CodeSystem/message-event', code: event },
      sender: ods('A83008'),
      source: { endpoint: 'urn:nhs-uk:addressing:ods:A83008' },
    },
    ...resources,
  ].map((resource, n) => ({ fullUrl: `urn:uuid:${n}`, resource })),
});

const cancelling = (but: object, answer: string) => sending(message('prescription-order-update', medication(but)), answer);
const ordering = (but: object, answer: string) =>
  sending(
    message('prescription-order', medication({ status: 'active', statusReason: undefined, dosageInstruction: [{ text: 'One' }], ...but })),
    answer,
  );

const orders = [
  observed(
    code,
    'All that breaks a rule is told at once, each with the place of it in FHIRPath.',
    ordering({ status: 'on-hold', dosageInstruction: [] }, '400 INVALID_VALUE'),
  ),
  observed(code, 'Items say the same of everything but the medicine, its dose and quantity; what was received is told in the answer.'),
  observed(
    code,
    'Several lines of dosage have sequence numbers.',
    ordering({ dosageInstruction: [{ text: 'One' }, { text: 'Two' }] }, '400 MISSING_VALUE'),
  ),
  observed(
    code,
    'One medicine is said in one way.',
    ordering({ medicationReference: { reference: 'urn:uuid:1' } }, '400 CONFLICTING_VALUES'),
  ),
  observed(code, 'Primary care (types that begin with 01) names what the practice is part of, and no healthcare service.'),
  observed(code, 'Repeat dispensing has a period of validity and how long an issue lasts, the same for every item.'),
  different(
    code,
    'A signature that has a value is held against the digest of the prescription; one without passes, and no certificate is asked for.',
    'Signatures and certificates are verified where that is switched on.',
  ),
  observed(
    code,
    'What Spine refuses is one issue: an id that was used before, an item that was, a check character that is wrong, a patient who has died.',
    ordering({ groupIdentifier: { value: '24F5DA-A83008-7EFE6A' } }, '400 MISSING_VALUE'),
  ),
  unknown('Where several of these hold, the order is: number of items, patient, id, repeats, items, signature, dates.'),
  inferred(
    code,
    'One that is dated ahead waits (0000) until its day; six months after it can be dispensed it expires, repeat dispensing after twelve.',
  ),
  different(
    contract,
    'A period that was over before the message came is counted from the day on which it came, so that published examples live.',
    'It would have expired.',
  ),
  different(
    code,
    'Orders for numbers of nobody are taken: the published examples name some.',
    'Whether Spine knows the patient is not in what is published.',
  ),
  inferred(code, 'Who is in the token is not held against who is in the message: the service writes down that they differ, and goes on.'),
];

export default {
  compared: { ...contract, name: 'published contract', version: '0.0.1 of 2026', on: day },
  answers: {
    'prepare-prescription': 'rule',
    'send-prescription-order-message': 'rule',
    'send-prescription-order-update-message': 'rule',
    validate: 'rule',
    convert: 'rule',
    metadata: 'rule',
    'fhir-metadata': 'rule',
  },
  everywhere: [
    observed(
      contract,
      'X-Request-ID is a UUID; without one the outcome is fatal.',
      sending(message('prescription-order'), '400 MISSING_FIELD', { 'X-Request-ID': 'one' }),
    ),
    observed(code, 'The validator comes before all rules, and x-skip-validation leaves it out.', cancelling({ intent: undefined }, '400')),
    different(
      code,
      'The validator asks for elements, codes and dates that matter to the rules.',
      'It holds all of a message against its profiles.',
    ),
    observed(
      code,
      'A resource of another type is refused, then a message of another event.',
      sending(message('prescription-renewal'), '400 INVALID_VALUE'),
    ),
    observed(
      code,
      'Whoever prescribes is signed in, with a scope for it: asked once the event is known.',
      sending(message('prescription-order'), '401 ACCESS_DENIED', { 'X-Sandbox-Access': 'strict' }),
    ),
    unknown('The code of the 403 is ACCESS_DENIED: its display is what is published.'),
    observed(
      code,
      'Messages of dispensers are for another address: here that functionality is disabled.',
      sending(message('dispense-notification'), '400 ACCESS_DENIED'),
    ),
    inferred(code, 'An application that has permissions here and not `prescribing` finds the functionality disabled.'),
    unknown('A malformed body is one fatal issue, `invalid`.'),
    inferred(code, 'The header x-raw-response changes nothing here.'),
    different(
      contract,
      'Prescriptions of people’s records are there from the start; of their repeat dispensing each issue is a prescription of its own.',
      'All issues of one share its id.',
    ),
  ],
  operations: {
    'prepare-prescription': [
      observed(contract, 'The digest is a SignedInfo in canonical form, in Base64; the algorithm is RS256.'),
      different(code, 'It is the same for the same prescription, whenever it is asked for.', 'The time of the asking is in it.'),
    ],
    'send-prescription-order-message': orders,
    'send-prescription-order-update-message': [
      observed(
        contract,
        'One item is cancelled by a message, with a reason.',
        cancelling({ statusReason: undefined }, '400 INVALID_VALUE'),
      ),
      observed(contract, 'What is not there is R-0008, without a prescription.', cancelling({}, '400 R-0008')),
      observed(contract, 'A reason that is none is R-5888.', cancelling({ statusReason: { coding: [{ code: '0042' }] } }, '400 R-5888')),
      observed(contract, 'Another patient than that of the prescription is R-5000.'),
      inferred(contract, 'R-0007 is said to another organisation than that which prescribed.'),
      different(
        contract,
        'R-0009 is said to an application that has permissions and not `cancellation`.',
        'It is switched off for everybody.',
      ),
      observed(code, 'Only R-0001 is answered with 200. R-0002 and R-0003 mark the item, which is cancelled when it is returned.'),
      inferred(code, 'Of repeat dispensing the issues that are still to come lose the item as well.'),
      different(
        contract,
        'The request in a refusal has the status that follows from the item.',
        'The published examples have active throughout, the published code says which is which.',
      ),
    ],
    validate: [unknown('Errors are sent with 400, everything else with 200.')],
    convert: [
      different(code, 'A sketch that names the message, the prescription and its items.', 'The whole HL7 V3 message that Spine is sent.'),
    ],
  },
} satisfies Fidelity<operations>;
