/** Prescribers and dispensers in one sandbox, and what they send each other. */
import { given } from '../../given.ts';
import { sandboxForAll, type Answer, type Loose, type Sandbox } from '../../sandbox.ts';

const nhs = 'https://fhir.nhs.uk';
export const id = '24F5DA-A83008-7EFE6Z';
export const patient = '9000000009';
export const items = ['a54219b8-f741-4c47-b662-e4f8dfa49ab6', '6989b7bd-8db6-428c-a593-4022e3044c00'] as const;
const [first, second] = items;

export const ods = (value: string) => ({ identifier: { system: `${nhs}/Id/ods-organization-code`, value } });
const coded = (system: string, code: string) => ({ coding: [{ system: `${nhs}/CodeSystem/${system}`, code }] });
const reference = (name: string) => ({ reference: `urn:uuid:${name}` });

export interface Ordered {
  readonly id?: string;
  readonly of?: string;
  readonly by?: string;
  readonly item?: string;
  readonly course?: string;
  /** Members of each MedicationRequest that are otherwise. */
  readonly but?: object;
  /** Of its dispenseRequest. */
  readonly dispense?: object;
}

export function request({ id: prescription = id, item = first, course = 'acute', but = {}, dispense = {} }: Ordered = {}): Loose {
  return {
    resourceType: 'MedicationRequest',
    extension: [
      {
        url: `${nhs}/StructureDefinition/Extension-DM-PrescriptionType`,
        valueCoding: { system: `${nhs}/CodeSystem/prescription-type`, code: '0101' },
      },
    ],
    identifier: [{ system: `${nhs}/Id/prescription-order-item-number`, value: item }],
    status: 'active',
    intent: 'order',
    category: [coded('medicationrequest-category', 'community')],
    medicationCodeableConcept: {
      coding: [{ system: 'http://snomed.info/sct', code: '39732311000001104', display: 'Amoxicillin 250mg capsules' }],
    },
    subject: reference('patient'),
    requester: reference('role'),
    groupIdentifier: {
      extension: [
        {
          url: `${nhs}/StructureDefinition/Extension-DM-PrescriptionId`,
          valueIdentifier: { system: `${nhs}/Id/prescription`, value: '20ba5fb5-cb58-462c-923e-22d180b09356' },
        },
      ],
      system: `${nhs}/Id/prescription-order-number`,
      value: prescription,
    },
    courseOfTherapyType: coded('medicationrequest-course-of-therapy', course),
    dosageInstruction: [{ text: 'One three times a day' }],
    dispenseRequest: {
      extension: [
        {
          url: `${nhs}/StructureDefinition/Extension-DM-PerformerSiteType`,
          valueCoding: { system: `${nhs}/CodeSystem/dispensing-site-preference`, code: 'P1' },
        },
      ],
      validityPeriod: { start: '2026-01-01' },
      quantity: { value: 21, unit: 'capsule', system: 'http://snomed.info/sct', code: '428641000' },
      expectedSupplyDuration: { value: 28, unit: 'day', system: 'http://unitsofmeasure.org', code: 'd' },
      performer: ods('FZ001'),
      ...dispense,
    },
    substitution: { allowedBoolean: false },
    ...but,
  } as unknown as Loose; // JSON
}

const signature = btoa(
  '<Signature><SignedInfo><DigestValue></DigestValue></SignedInfo><SignatureValue></SignatureValue><X509Certificate></X509Certificate></Signature>',
);

export interface Sent {
  readonly requests?: readonly Loose[];
  readonly of?: string;
  readonly by?: string;
  /** Members of resources that are otherwise, by their types; none of it, where it is undefined. */
  readonly but?: Readonly<Record<string, object | undefined>>;
}

export function message(event: string, { requests = [], of = patient, by = 'A83008', but = {} }: Sent = {}): Loose {
  const resources: readonly (readonly [fullUrl: string, resource: Record<string, unknown>])[] = [
    [
      'header',
      {
        resourceType: 'MessageHeader',
        eventCoding: { system: `${nhs}/CodeSystem/message-event`, code: event },
        sender: ods(by),
        source: { endpoint: `urn:nhs-uk:addressing:ods:${by}` },
      },
    ],
    ...requests.map((each, n): [string, Record<string, unknown>] => [`item-${n}`, { ...each }]),
    [
      'patient',
      {
        resourceType: 'Patient',
        identifier: [{ system: `${nhs}/Id/nhs-number`, value: of }],
        name: [{ family: 'Smith', given: ['Jane'] }],
        gender: 'female',
        birthDate: '2010-10-22',
      },
    ],
    [
      'role',
      {
        resourceType: 'PractitionerRole',
        identifier: [{ system: `${nhs}/Id/sds-role-profile-id`, value: '555010203040' }],
        practitioner: reference('practitioner'),
        organization: reference('organisation'),
        telecom: [{ system: 'phone', use: 'work', value: '01632960011' }],
      },
    ],
    [
      'practitioner',
      {
        resourceType: 'Practitioner',
        identifier: [
          { system: `${nhs}/Id/sds-user-id`, value: '555010203049' },
          { system: 'https://fhir.hl7.org.uk/Id/gmc-number', value: '9999101' },
        ],
        name: [{ family: 'Fielding', given: ['Ada'] }],
      },
    ],
    ['organisation', { resourceType: 'Organization', identifier: [ods(by).identifier], name: 'Sycamore Surgery', partOf: ods('QZ1') }],
    ...(event === 'prescription-order'
      ? [
          [
            'provenance',
            {
              resourceType: 'Provenance',
              target: [reference('item-0')],
              recorded: '2026-01-01T00:00:00Z',
              agent: [{ who: reference('role') }],
              signature: [{ data: signature }],
            },
          ] as const,
        ]
      : []),
  ];
  return {
    resourceType: 'Bundle',
    identifier: { system: 'https://tools.ietf.org/html/rfc4122', value: '46183abc-9fad-4673-85db-ce2cb6614732' },
    type: 'message',
    entry: resources.flatMap(([name, resource]) => {
      const type = String(resource['resourceType']);
      if (type in but && but[type] === undefined) return [];
      return [{ fullUrl: `urn:uuid:${name}`, resource: { ...resource, ...but[type] } }];
    }),
  } as unknown as Loose; // JSON
}

/** Two items for somebody, for a nominated pharmacy. */
export const order = (ordered: Ordered = {}, sent: Sent = {}): Loose =>
  message('prescription-order', {
    requests: [request(ordered), request({ ...ordered, item: second })],
    ...(ordered.of !== undefined && { of: ordered.of }),
    ...(ordered.by !== undefined && { by: ordered.by }),
    ...sent,
  });

/** Of the first item, for a reason. */
export function cancellation(ordered: Ordered = {}, reason = '0001'): Loose {
  const status = { status: 'cancelled', statusReason: coded('medicationrequest-status-reason', reason) };
  return message('prescription-order-update', {
    requests: [request({ ...ordered, but: { ...status, ...ordered.but } })],
    ...(ordered.of !== undefined && { of: ordered.of }),
    ...(ordered.by !== undefined && { by: ordered.by }),
  });
}

export const releaseOf = (prescription: string | undefined, dispenser = 'FZ001') => ({
  resourceType: 'Parameters',
  parameter: [
    {
      name: 'owner',
      resource: {
        resourceType: 'Organization',
        identifier: [ods(dispenser).identifier],
        telecom: [{ system: 'phone', use: 'work', value: '01632960099' }],
      },
    },
    { name: 'agent', resource: { resourceType: 'PractitionerRole', telecom: [{ system: 'phone', use: 'work', value: '01632960099' }] } },
    { name: 'status', valueCode: 'accepted' },
    ...(prescription === undefined ? [] : [{ name: 'group-identifier', valueIdentifier: { value: prescription } }]),
  ],
});

/** What became of items, in codes of `medicationdispense-type`. */
export function notification(became: Readonly<Record<string, string>>, prescription = id, of = patient, dispenser = 'FZ001'): Loose {
  const entries = Object.entries(became).map(([item, code]) => ({
    resourceType: 'MedicationDispense',
    contained: [
      {
        resourceType: 'PractitionerRole',
        id: 'performer',
        practitioner: { identifier: { system: `${nhs}/Id/sds-user-id`, value: '3415870201' }, display: 'A Pharmacist' },
        organization: reference('pharmacy'),
      },
      { ...request({ id: prescription, item }), id: 'prescribed' },
    ],
    status: 'completed',
    type: coded('medicationdispense-type', code),
    medicationCodeableConcept: { text: 'Amoxicillin 250mg capsules' },
    subject: { identifier: { system: `${nhs}/Id/nhs-number`, value: of } },
    performer: [{ actor: { reference: '#performer' } }],
    authorizingPrescription: [{ reference: '#prescribed' }],
    whenHandedOver: '2026-01-01T00:00:00+00:00',
  }));
  return {
    resourceType: 'Bundle',
    identifier: { system: 'https://tools.ietf.org/html/rfc4122', value: crypto.randomUUID() },
    type: 'message',
    entry: [
      {
        resourceType: 'MessageHeader',
        eventCoding: { system: `${nhs}/CodeSystem/message-event`, code: 'dispense-notification' },
        sender: ods(dispenser),
        source: { endpoint: `urn:nhs-uk:addressing:ods:${dispenser}` },
      },
      ...entries,
      {
        resourceType: 'Organization',
        identifier: [ods(dispenser).identifier],
        extension: [
          {
            url: `${nhs}/StructureDefinition/Extension-ODS-OrganisationRelationships`,
            extension: [{ url: 'reimbursementAuthority', valueIdentifier: { system: `${nhs}/Id/ods-organization-code`, value: 'T1450' } }],
          },
        ],
      },
    ].map((resource) => ({
      fullUrl: `urn:uuid:${resource.resourceType === 'Organization' ? 'pharmacy' : crypto.randomUUID()}`,
      resource,
    })),
  } as unknown as Loose; // JSON
}

export interface Prescribing {
  readonly sandbox: Sandbox;
  /** To either side, by what stands after its base path and `/FHIR/R4/`. */
  readonly prescriber: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>;
  readonly dispenser: Prescribing['prescriber'];
  /** Sends it to `$process-message`. */
  readonly send: (body: unknown, headers?: Record<string, string>) => Promise<Answer>;
  /** Headers of an application that was given to the sandbox. */
  readonly as: (...of: Parameters<typeof given> extends readonly [unknown, ...infer More] ? More : never) => Record<string, string>;
  /** What the record has of the prescription: the status of each of its items. */
  readonly inRecord: (prescription?: string) => readonly (string | undefined)[];
}

export async function prescribing(): Promise<Prescribing> {
  const sandbox = await sandboxForAll(['eps-prescribing', 'eps-dispensing']);
  const to =
    (base: string): Prescribing['prescriber'] =>
    async (path, body, headers = {}) => {
      const all = { 'Content-Type': 'application/fhir+json', 'X-Request-ID': crypto.randomUUID(), ...headers };
      const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
      const method = body === undefined ? 'GET' : 'POST';
      const response = await sandbox.send(method, `${base}${path}`, body, sent);
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') === true;
      return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : { text }) as Loose };
    };
  const prescriber = to('/fhir-prescribing/FHIR/R4/');
  return {
    sandbox,
    prescriber,
    dispenser: to('/fhir-dispensing/FHIR/R4/'),
    send: (body, headers) => prescriber('$process-message', body, headers),
    as: (...of) => ({ Authorization: `Bearer ${given(sandbox, ...of).token}`, 'X-Sandbox-Access': 'strict' }),
    inRecord: (prescription = id) => sandbox.workspace.population.prescription(prescription)?.issues.map(({ status }) => status) ?? [],
  };
}

/** Each issue of an outcome: severity, kind, code, words or display, and place. */
export const issuesIn = ({ body }: Answer): readonly (readonly unknown[])[] =>
  ((body['issue'] ?? []) as unknown as readonly Loose[]).map((issue) => {
    const coding = issue['details']?.['coding']?.[0];
    return [issue['severity'], issue['code'], coding?.['code'], issue['diagnostics'] ?? coding?.['display'], issue['expression']?.[0]];
  });

/** The outcome of a cancellation: status, code, and the status of the item. */
export function outcomeIn({ status, body }: Answer): readonly unknown[] {
  const outcome = body['issue']?.[0]?.['details']?.['coding']?.[0]?.['code'];
  if (outcome !== undefined) return [status, outcome];
  const resource = body['entry']?.[1]?.['resource'];
  const history = ((resource?.['extension'] ?? []) as unknown as readonly Loose[]).find(({ url }) => String(url).endsWith('StatusHistory'));
  return [status, history?.['extension']?.[0]?.['valueCoding']?.['code'], resource?.['status']];
}
