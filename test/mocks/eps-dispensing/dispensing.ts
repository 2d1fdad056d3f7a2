/** Both sides of electronic prescriptions in one sandbox, and messages to send: an order, and what a dispenser says of it. */
import { mod37Check } from '../../../src/fhir/check-digits.ts';
import type { AnyMock } from '../../../src/mock/mock.ts';
import { ownApis } from '../../../src/runtimes/own-apis.ts';
import { given, type Given } from '../../given.ts';
import { sandboxOf, world, type Answer, type Loose, type Sandbox } from '../../sandbox.ts';
import type { TokenRecord } from '../../../src/workspace/applications/tokens.ts';

const served = await ownApis(['eps-dispensing', 'eps-prescribing', 'gp-connect-prescriptions']);
const mocks = Object.fromEntries(served.flatMap(({ contract, mock }): [string, AnyMock][] => (mock ? [[contract.slug, mock]] : [])));
const contracts = served.map(({ contract }) => contract);

export const patient = '9000000009';
/** Of the published test people, and their pharmacy. */
export const published = { id: '24F5DA-A83008-7EFE6Z', patient: '9449304130', pharmacy: 'VNE51' } as const;
export const publishedItems = [
  'a54219b8-f741-4c47-b662-e4f8dfa49ab6',
  '6989b7bd-8db6-428c-a593-4022e3044c00',
  '2868554c-5565-4d31-b92a-c5b8dab8b90a',
  '5cb17f5a-11ac-4e18-825f-6470467238b3',
] as const;
export const pharmacy = 'FCG71';

export interface Sent {
  readonly headers?: Record<string, string>;
  /** A token that was given so; without, nobody is asked for one. */
  readonly as?: { readonly application?: Parameters<typeof given>[1]; readonly token?: Partial<TokenRecord> };
}

export interface Pharmacy {
  readonly sandbox: Sandbox;
  readonly post: (path: string, body: unknown, sent?: Sent) => Promise<Answer>;
  readonly get: (path: string, sent?: Sent) => Promise<Answer>;
  readonly prescribe: (body: unknown) => Promise<Answer>;
  /** The code of the status that a prescription stands at, as the tracker tells it. */
  readonly status: (id: string) => Promise<unknown>;
}

export function open(): Pharmacy {
  const sandbox = sandboxOf(contracts, { mocks, population: world() });
  const ask = async (method: string, path: string, body: unknown, { headers = {}, as }: Sent = {}): Promise<Answer> => {
    const token = (made: Given): Record<string, string> => ({ Authorization: `Bearer ${made.token}`, 'X-Sandbox-Access': 'strict' });
    const response = await sandbox.send(method, path, body, {
      'X-Request-ID': crypto.randomUUID(),
      ...(body !== undefined && { 'Content-Type': 'application/fhir+json' }),
      ...(as && token(given(sandbox, as.application, as.token))),
      ...headers,
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Loose };
  };
  const get: Pharmacy['get'] = (path, sent) => ask('GET', `/fhir-dispensing${path}`, undefined, sent);
  return {
    sandbox,
    get,
    post: (path, body, sent) => ask('POST', `/fhir-dispensing/FHIR/R4/${path}`, body, sent),
    prescribe: (body) => ask('POST', '/fhir-prescribing/FHIR/R4/$process-message', body),
    async status(id) {
      const { body } = await get(`/FHIR/R4/Task?identifier=${id}`);
      return body['entry']?.[0]?.['resource']?.['businessStatus']?.['coding']?.[0]?.['code'];
    },
  };
}

/** Status, code and words of each issue; of a success that has nothing to say the status alone. */
export function said({ status, body }: Answer): readonly unknown[] {
  const issues = (body['issue'] as unknown as readonly Loose[] | undefined) ?? [];
  return [status, ...issues.flatMap((issue) => issue['details']?.['coding']?.[0]?.['code'] ?? issue['diagnostics'] ?? [])];
}

export const shortId = (digits: string): string => {
  const stem = `${digits}-A83008-1E240`;
  return stem + mod37Check(stem.replaceAll('-', ''));
};

const identifier = (system: string, value: string) => ({ system: `https://fhir.nhs.uk/Id/${system}`, value });
const coded = (system: string, code: string) => ({ coding: [{ system, code }] });
const phone = [{ system: 'phone', use: 'work', value: '01632960417' }];
const extension = (name: string, value: object) => ({ url: `https://fhir.nhs.uk/StructureDefinition/Extension-${name}`, ...value });
const organisationOf = (ods: string) => ({
  resourceType: 'Organization',
  id: 'organisation',
  identifier: [identifier('ods-organization-code', ods)],
  name: `Pharmacy ${ods}`,
  telecom: phone,
  address: [{ use: 'work', line: ['3 Copper Row'], city: 'Leeds', postalCode: 'LS71 2AB' }],
});
const roleOf = (id: string, more: object) => ({
  resourceType: 'PractitionerRole',
  id,
  identifier: [identifier('sds-role-profile-id', '555010203040')],
  practitioner: { identifier: identifier('sds-user-id', '555010203011'), display: 'Ivy Partridge' },
  telecom: phone,
  ...more,
});

export interface Ordered {
  readonly id: string;
  readonly items: readonly string[];
  readonly patient?: string;
  readonly pharmacy?: string;
  /** How often it is dispensed. */
  readonly issues?: number;
  /** What stands for the signature. */
  readonly signature?: string;
  readonly more?: Record<string, unknown>;
}

const form =
  '<Signature><SignedInfo><DigestValue></DigestValue></SignedInfo><SignatureValue></SignatureValue><X509Certificate></X509Certificate></Signature>';

export function order({ id, items, patient: of = patient, pharmacy: at = pharmacy, issues = 1, signature = form, more = {} }: Ordered) {
  const isRepeat = issues > 1;
  const resources: Record<string, Record<string, unknown>> = {
    'urn:uuid:5c0e9d1a-0001-4a6b-8c7d-9e0f1a2b3c4d': {
      resourceType: 'MessageHeader',
      eventCoding: { system: 'https://fhir.nhs.uk/CodeSystem/message-event', code: 'prescription-order' },
      sender: { identifier: identifier('ods-organization-code', 'A83008') },
      source: { endpoint: 'urn:nhs-uk:addressing:ods:A83008' },
      focus: [],
    },
    ...Object.fromEntries(
      items.map((item) => [
        `urn:uuid:${item}`,
        {
          resourceType: 'MedicationRequest',
          extension: [
            extension('DM-PrescriptionType', { valueCoding: { system: 'https://fhir.nhs.uk/CodeSystem/prescription-type', code: '0101' } }),
            ...(isRepeat
              ? [
                  {
                    url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-MedicationRepeatInformation',
                    extension: [{ url: 'authorisationExpiryDate', valueDateTime: '2026-12-01' }],
                  },
                ]
              : []),
          ],
          identifier: [identifier('prescription-order-item-number', item)],
          status: 'active',
          intent: isRepeat ? 'original-order' : 'order',
          category: [coded('http://terminology.hl7.org/CodeSystem/medicationrequest-category', 'community')],
          medicationCodeableConcept: {
            coding: [{ system: 'http://snomed.info/sct', code: '39732311000001104', display: 'Amoxicillin 250mg capsules' }],
          },
          subject: { reference: 'urn:uuid:5c0e9d1a-0002-4a6b-8c7d-9e0f1a2b3c4d' },
          requester: { reference: 'urn:uuid:5c0e9d1a-0003-4a6b-8c7d-9e0f1a2b3c4d' },
          authoredOn: '2026-01-01T00:00:00+00:00',
          groupIdentifier: {
            ...identifier('prescription-order-number', id),
            extension: [
              extension('DM-PrescriptionId', { valueIdentifier: identifier('prescription', '5c0e9d1a-0009-4a6b-8c7d-9e0f1a2b3c4d') }),
            ],
          },
          courseOfTherapyType: coded(
            'http://terminology.hl7.org/CodeSystem/medicationrequest-course-of-therapy',
            isRepeat ? 'continuous-repeat-dispensing' : 'acute',
          ),
          dosageInstruction: [{ text: 'One daily' }],
          dispenseRequest: {
            extension: [
              extension('DM-PerformerSiteType', {
                valueCoding: { system: 'https://fhir.nhs.uk/CodeSystem/dispensing-site-preference', code: 'P1' },
              }),
            ],
            validityPeriod: { start: '2026-01-01', end: '2026-12-01' },
            quantity: { value: 28, unit: 'capsule' },
            expectedSupplyDuration: { value: 28, unit: 'day' },
            performer: { identifier: identifier('ods-organization-code', at) },
            ...(isRepeat && { numberOfRepeatsAllowed: issues - 1 }),
          },
          substitution: { allowedBoolean: false },
          ...more,
        },
      ]),
    ),
    'urn:uuid:5c0e9d1a-0002-4a6b-8c7d-9e0f1a2b3c4d': { resourceType: 'Patient', identifier: [identifier('nhs-number', of)] },
    'urn:uuid:5c0e9d1a-0003-4a6b-8c7d-9e0f1a2b3c4d': roleOf('role', {
      practitioner: { reference: 'urn:uuid:5c0e9d1a-0004-4a6b-8c7d-9e0f1a2b3c4d' },
      organization: { reference: 'urn:uuid:5c0e9d1a-0005-4a6b-8c7d-9e0f1a2b3c4d' },
    }),
    'urn:uuid:5c0e9d1a-0004-4a6b-8c7d-9e0f1a2b3c4d': {
      resourceType: 'Practitioner',
      identifier: [identifier('sds-user-id', '555010203011'), { system: 'https://fhir.hl7.org.uk/Id/gmc-number', value: 'C6095103' }],
      name: [{ family: 'Partridge' }],
    },
    'urn:uuid:5c0e9d1a-0005-4a6b-8c7d-9e0f1a2b3c4d': {
      ...organisationOf('A83008'),
      partOf: { identifier: identifier('ods-organization-code', '84H') },
    },
    'urn:uuid:5c0e9d1a-0006-4a6b-8c7d-9e0f1a2b3c4d': {
      resourceType: 'Provenance',
      target: [{ reference: 'urn:uuid:5c0e9d1a-0003-4a6b-8c7d-9e0f1a2b3c4d' }],
      recorded: '2026-01-01T00:00:00+00:00',
      agent: [{ who: { reference: 'urn:uuid:5c0e9d1a-0003-4a6b-8c7d-9e0f1a2b3c4d' } }],
      signature: [
        {
          type: [{ system: 'urn:iso-astm:E1762-95:2013', code: '1.2.840.10065.1.12.1.1' }],
          when: '2026-01-01T00:00:00+00:00',
          who: { reference: 'urn:uuid:5c0e9d1a-0003-4a6b-8c7d-9e0f1a2b3c4d' },
          data: btoa(signature),
        },
      ],
    },
  };
  return {
    resourceType: 'Bundle',
    type: 'message',
    identifier: { system: 'https://tools.ietf.org/html/rfc4122', value: '5c0e9d1a-0007-4a6b-8c7d-9e0f1a2b3c4d' },
    entry: Object.entries(resources).map(([fullUrl, resource]) => ({ fullUrl, resource })),
  };
}

export const releaseOf = (ods: string, id?: string) => ({
  resourceType: 'Parameters',
  parameter: [
    { name: 'owner', resource: organisationOf(ods) },
    { name: 'status', valueCode: 'accepted' },
    { name: 'agent', resource: roleOf('agent', {}) },
    ...(id === undefined ? [] : [{ name: 'group-identifier', valueIdentifier: identifier('prescription-order-number', id) }]),
  ],
});

export interface Notified {
  readonly id: string;
  /** Item statuses by the ids of items. */
  readonly items: Readonly<Record<string, string>>;
  readonly patient?: string;
  readonly pharmacy?: string;
  readonly message?: string;
  readonly replaces?: string;
  readonly repeats?: { readonly allowed: number; readonly issued: number };
  readonly handedOver?: string;
  /** Laid over each MedicationDispense. */
  readonly dispense?: Record<string, unknown>;
  /** Laid over the Organization. */
  readonly organisation?: Record<string, unknown>;
  readonly event?: string;
}

const messageId = (value: string) => ({ system: 'https://tools.ietf.org/html/rfc4122', value });
const replacing = (id: string | undefined) =>
  id === undefined ? {} : { extension: [extension('replacementOf', { valueIdentifier: messageId(id) })] };
const repeatsOf = (repeats: Notified['repeats']) =>
  repeats
    ? [
        extension('EPS-RepeatInformation', {
          extension: [
            { url: 'numberOfRepeatsAllowed', valueInteger: repeats.allowed },
            { url: 'numberOfRepeatsIssued', valueInteger: repeats.issued },
          ],
        }),
      ]
    : [];

export function notificationOf(notified: Notified) {
  const { id, items, patient: of = patient, pharmacy: at = pharmacy, message = crypto.randomUUID(), replaces, repeats } = notified;
  const { handedOver = '2026-01-01T10:00:00+00:00', dispense = {}, organisation = {}, event = 'dispense-notification' } = notified;
  const reimbursed = extension('ODS-OrganisationRelationships', {
    extension: [{ url: 'reimbursementAuthority', valueIdentifier: identifier('ods-organization-code', 'T1450') }],
  });
  const subject = { identifier: identifier('nhs-number', of) };
  const medicine = { medicationCodeableConcept: { text: 'Amoxicillin 250mg capsules' } };
  return {
    resourceType: 'Bundle',
    type: 'message',
    identifier: messageId(message),
    entry: [
      {
        fullUrl: 'urn:uuid:7d1e9d1a-0001-4a6b-8c7d-9e0f1a2b3c4d',
        resource: {
          resourceType: 'MessageHeader',
          eventCoding: { system: 'https://fhir.nhs.uk/CodeSystem/message-event', code: event },
          source: { endpoint: `urn:nhs-uk:addressing:ods:${at}` },
          ...replacing(replaces),
        },
      },
      ...Object.entries(items).map(([item, status]) => ({
        fullUrl: `urn:uuid:${item}`,
        resource: {
          resourceType: 'MedicationDispense',
          contained: [
            roleOf('performer', { organization: { reference: 'urn:uuid:7d1e9d1a-0002-4a6b-8c7d-9e0f1a2b3c4d' } }),
            {
              resourceType: 'MedicationRequest',
              id: 'prescribed',
              identifier: [identifier('prescription-order-item-number', item)],
              status: 'active',
              intent: 'order',
              ...medicine,
              subject,
              groupIdentifier: identifier('prescription-order-number', id),
            },
          ],
          extension: repeatsOf(repeats),
          identifier: [identifier('prescription-dispense-item-number', item)],
          status: 'completed',
          ...medicine,
          subject,
          performer: [{ actor: { reference: '#performer' } }],
          authorizingPrescription: [{ reference: '#prescribed' }],
          type: coded('https://fhir.nhs.uk/CodeSystem/medicationdispense-type', status),
          whenHandedOver: handedOver,
          ...dispense,
        },
      })),
      {
        fullUrl: 'urn:uuid:7d1e9d1a-0002-4a6b-8c7d-9e0f1a2b3c4d',
        resource: { ...organisationOf(at), extension: [reimbursed], ...organisation },
      },
    ],
  };
}

export interface Tasked {
  readonly id: string;
  readonly patient?: string;
  readonly pharmacy?: string;
  readonly focus?: string;
  readonly more?: Record<string, unknown>;
}

const taskOf = ({ id, patient: of = patient, pharmacy: at = pharmacy, focus = crypto.randomUUID(), more = {} }: Tasked) => ({
  resourceType: 'Task',
  contained: [roleOf('requester', { organization: { reference: '#organisation' } }), organisationOf(at)],
  identifier: [messageId(crypto.randomUUID())],
  intent: 'order',
  groupIdentifier: identifier('prescription-order-number', id),
  focus: { identifier: messageId(focus) },
  for: { identifier: identifier('nhs-number', of) },
  requester: { reference: '#requester' },
  ...more,
});

export const returnOf = (tasked: Tasked) => ({
  status: 'rejected',
  statusReason: coded('https://fhir.nhs.uk/CodeSystem/EPS-task-dispense-return-status-reason', '0003'),
  ...taskOf(tasked),
});

export const withdrawOf = (tasked: Tasked) => ({
  status: 'in-progress',
  statusReason: coded('https://fhir.nhs.uk/CodeSystem/EPS-task-dispense-withdraw-reason', 'MU'),
  code: coded('http://hl7.org/fhir/CodeSystem/task-code', 'abort'),
  ...taskOf(tasked),
});

export interface Claimed {
  readonly id: string;
  readonly items: readonly string[];
  readonly patient?: string;
  readonly pharmacy?: string;
  readonly message?: string;
  readonly replaces?: string;
  readonly payors?: readonly string[];
  readonly endorsement?: string;
}

export function claimOf(claimed: Claimed) {
  const { id, items, patient: of = patient, pharmacy: at = pharmacy, message = crypto.randomUUID(), replaces } = claimed;
  const { payors = ['T1450'], endorsement = 'NDEC' } = claimed;
  const sort = (code: string) => coded('http://terminology.hl7.org/CodeSystem/claim-type', code);
  return {
    resourceType: 'Claim',
    contained: [roleOf('provider', { organization: { reference: '#organisation' } }), organisationOf(at)],
    identifier: [messageId(message)],
    ...replacing(replaces),
    status: 'active',
    type: sort('pharmacy'),
    use: 'claim',
    priority: sort('normal'),
    patient: { identifier: identifier('nhs-number', of) },
    created: '2026-01-03T10:00:00+00:00',
    provider: { reference: '#provider' },
    insurance: payors.map((payor, n) => ({
      sequence: n + 1,
      focal: n === 0,
      coverage: { identifier: identifier('ods-organization-code', payor) },
    })),
    prescription: {
      extension: [
        extension('DM-GroupIdentifier', {
          extension: [{ url: 'shortForm', valueIdentifier: identifier('prescription-order-number', id) }],
        }),
      ],
    },
    item: [
      {
        sequence: 1,
        productOrService: { text: 'Prescription' },
        detail: items.map((item, n) => ({
          sequence: n + 1,
          extension: [
            extension('ClaimMedicationRequestReference', {
              valueReference: { identifier: identifier('prescription-order-item-number', item) },
            }),
          ],
          productOrService: { text: 'Amoxicillin 250mg capsules' },
          programCode: endorsement === '' ? [] : [coded('https://fhir.nhs.uk/CodeSystem/medicationdispense-endorsement', endorsement)],
        })),
      },
    ],
  };
}

/** Everything of an order that a dispenser was given. */
export function releasedIn({ body }: Answer, part: 'passedPrescriptions' | 'failedPrescriptions'): readonly Loose[] {
  const parameters = (body['parameter'] as unknown as readonly Loose[] | undefined) ?? [];
  const found = parameters.find((one) => (one['name'] as unknown) === part);
  return ((found?.['resource']?.['entry'] as unknown as readonly Loose[] | undefined) ?? []).map((entry) => entry['resource'] as Loose);
}
