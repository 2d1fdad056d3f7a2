/** Both sides of the record locator in one sandbox, and pointers to send. */
import type { components } from '../../../src/generated/nrl-producer.types.ts';
import type { AnyMock } from '../../../src/mock/mock.ts';
import { ownApis } from '../../../src/runtimes/own-apis.ts';
import { given } from '../../given.ts';
import { sandboxOf, world, type Answer, type Loose, type Sandbox, type SandboxOptions } from '../../sandbox.ts';

export type SentPointer = components['schemas']['DocumentReference'];

const served = await ownApis(['nrl-consumer', 'nrl-producer']);
const mocks = Object.fromEntries(served.flatMap(({ contract, mock }): [string, AnyMock][] => (mock ? [[contract.slug, mock]] : [])));
const contracts = served.map(({ contract }) => contract);
const bases = { producer: '/record-locator/producer/FHIR/R4', consumer: '/record-locator/consumer/FHIR/R4' } as const;

export interface Sent {
  readonly body?: unknown;
  /** Of the organisation that asks. */
  readonly as?: string;
  readonly headers?: Record<string, string>;
  /** What the application may do: access is strict then. */
  readonly may?: readonly string[];
}

type Ask = (method: string, path: string, sent?: Sent) => Promise<Answer>;

export interface Locator {
  readonly sandbox: Sandbox;
  readonly producer: Ask;
  readonly consumer: Ask;
  /** Makes a pointer and gives its id. */
  make(pointer: SentPointer, sent?: Sent): Promise<string>;
}

export const ids = { 'X-Request-ID': '5b0d7c1e-3f7a-4c55-9d3e-0a6f2b1c8d94' };
export const patient = '9278693472';
export const aboutPatient = (nhsNumber: string): string => `subject:identifier=https://fhir.nhs.uk/Id/nhs-number|${nhsNumber}`;
export const snomed = (code: string): string => `http://snomed.info/sct|${code}`;

export function locator(options: SandboxOptions = {}): Locator {
  const sandbox = sandboxOf(contracts, { mocks, population: world(), ...options });
  const askOf =
    (side: keyof typeof bases): Ask =>
    async (method, path, { body, as = 'RJ11', headers = {}, may } = {}) => {
      const strict = may && {
        Authorization: `Bearer ${given(sandbox, { permissions: { 'record-locator': [...may] } }).token}`,
        'X-Sandbox-Access': 'strict',
      };
      const all = { 'NHSD-End-User-Organisation-ODS': as, ...ids, ...strict, ...headers };
      const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
      const response = await sandbox.send(method, bases[side] + path, body, kept);
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return { status: response.status, headers: response.headers, body: isJson ? (JSON.parse(text) as Loose) : {} };
    };
  const producer = askOf('producer');
  return {
    sandbox,
    producer,
    consumer: askOf('consumer'),
    async make(pointer, sent) {
      const answer = await producer('POST', '/DocumentReference', { ...sent, body: pointer });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return answer.headers.get('location')?.split('/').at(-1) ?? '';
    },
  };
}

/** Status, code, kind of issue, words and place of the first issue. */
export function said({ status, body }: Answer): unknown[] {
  const issue = body['issue']?.[0];
  return [status, issue?.['details']?.['coding']?.[0]?.['code'], issue?.['code'], issue?.['diagnostics'], issue?.['expression']?.[0]];
}

export const codesOf = ({ body }: Answer): unknown => body['issue']?.[0]?.['details']?.['coding']?.[0];

export const idsOf = ({ body }: Answer): readonly unknown[] =>
  ((body['entry'] ?? []) as unknown as readonly Loose[]).map((entry) => entry['resource']?.['id']);

export const coded = (code: string, display: string) => ({ coding: [{ system: 'http://snomed.info/sct', code, display }] as const });
export const organisation = (value: string) => ({ identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value } }) as const;

export const content = (url = 'https://documents.example.org/plans/7.pdf') => ({
  attachment: { contentType: 'application/pdf', url },
  format: {
    system: 'https://fhir.nhs.uk/England/CodeSystem/England-NRLFormatCode',
    code: 'urn:nhs-ic:unstructured',
    display: 'Unstructured Document',
  } as const,
  extension: [
    {
      url: 'https://fhir.nhs.uk/England/StructureDefinition/Extension-England-ContentStability',
      valueCodeableConcept: {
        coding: [{ system: 'https://fhir.nhs.uk/England/CodeSystem/England-NRLContentStability', code: 'static', display: 'Static' }],
      },
    },
  ],
});

/** A crisis plan that RJ11 keeps of the patient, but for what is said. */
export function plan(but: Partial<SentPointer> = {}, by = 'RJ11', nhsNumber = patient): SentPointer {
  return {
    resourceType: 'DocumentReference',
    status: 'current',
    type: coded('736253002', 'Mental health crisis plan'),
    category: [coded('734163000', 'Care plan')],
    subject: { identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: nhsNumber } },
    author: [organisation(by)],
    custodian: organisation(by),
    content: [content()],
    context: { practiceSetting: coded('788002001', 'Adult mental health service') },
    ...but,
  };
}

export const replacing = (...those: readonly string[]): Pick<SentPointer, 'relatesTo'> => ({
  relatesTo: those.map((value) => ({ code: 'replaces', target: { type: 'DocumentReference', identifier: { value } } })),
});
