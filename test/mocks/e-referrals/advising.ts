/** Requests of referrers and providers about advice, files and lists, and what is looked for in the answers. */
import { expect } from 'vitest';
import { sandboxesFor, type Loose, type SandboxOptions } from '../../sandbox.ts';

export const open = await sandboxesFor('e-referrals');

const base = '/referrals/FHIR';
const functions = {
  RC: 'REFERRING_CLINICIAN',
  RCA: 'REFERRING_CLINICIAN_ADMIN',
  RA: 'REFERRING_ADMIN',
  SPC: 'SERVICE_PROVIDER_CLINICIAN',
  SPCA: 'SERVICE_PROVIDER_CLINICIAN_ADMIN',
  SPA: 'SERVICE_PROVIDER_ADMIN',
} as const;
export type As = keyof typeof functions;

export interface Asked {
  readonly as?: As | 'nobody';
  readonly organisation?: string;
  /** JSON; a string or bytes are sent as they are. */
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Loose;
}

export interface Ers {
  readonly sandbox: ReturnType<typeof open>;
  ask(method: string, path: string, asked?: Asked): Promise<Answered>;
  /** Lets so many minutes go by. */
  wait(minutes: number): void;
}

export function ers(options: SandboxOptions = {}): Ers {
  const sandbox = open(options);
  return {
    sandbox,
    wait: (minutes) => sandbox.clock.set(sandbox.clock.now() + minutes * 60_000),
    async ask(method, path, { as = 'SPC', organisation = 'R69', body, headers = {} } = {}) {
      const isJson = body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array);
      const response = await sandbox.request(base + path, {
        method,
        redirect: 'manual',
        headers: {
          ...(as !== 'nobody' && { 'NHSD-End-User-Organisation-ODS': organisation, 'NHSD-eRS-Business-Function': functions[as] }),
          ...(as === 'SPCA' && { 'NHSD-eRS-On-Behalf-Of-User-ID': '021600556514' }),
          ...(isJson && { 'Content-Type': 'application/fhir+json' }),
          ...headers,
        },
        ...(body !== undefined && { body: isJson ? JSON.stringify(body) : (body as string) }),
      });
      const text = await response.text();
      const isBodyJson = response.headers.get('content-type')?.includes('json') === true;
      return { status: response.status, headers: response.headers, text, body: (isBodyJson ? JSON.parse(text) : {}) as Loose };
    },
  };
}

/** One workspace for all that leaves its clock and its requests alone. */
export const still = ers();

export const parameters = (values: Record<string, unknown>, more: readonly object[] = []): object => ({
  resourceType: 'Parameters',
  parameter: [...Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [{ name, ...(value as object) }])), ...more],
});

export const coded = (code: string): object => ({ valueCoding: { code } });
export const said = (valueString: string): object => ({ valueString });
export const concept = (code: string): object => ({ valueCodeableConcept: { coding: [{ code }] } });

export const fileParameter = (name: string, id: string, code: string): object => ({
  name,
  resource: {
    resourceType: 'DocumentReference',
    type: { coding: [{ code }] },
    status: 'current',
    indexed: '2026-01-01T09:00:00Z',
    description: 'A letter',
    content: [{ attachment: { url: `Binary/${id}` } }],
  },
});

export const answer = (more: Record<string, unknown> = {}, files: readonly object[] = []): object =>
  parameters(
    {
      guidanceOutcome: coded('RETURN_TO_REFERRER_WITH_ADVICE'),
      guidanceIntendedRecommendation: coded('ADVICE_ONLY_NO_REFERRAL_RECOMMENDED'),
      guidance: said('Stockings will do.'),
      updatedPriority: coded('ROUTINE'),
      ...more,
    },
    files,
  );

export const conversion = (reference: string, more: Record<string, unknown> = {}, files: readonly object[] = []): object =>
  parameters(
    {
      createFrom: { valueReference: { reference } },
      guidance: said('We shall see the patient.'),
      newReferralPriority: coded('ROUTINE'),
      reviewComments: said('For the heart failure clinic'),
      ...more,
    },
    files,
  );

export const toUbrn = (ubrn: string, action: string): string => `/STU3/CommunicationRequest/${ubrn}/$ers.${action}`;

export const upload = (
  { ask }: Ers,
  asked: { readonly name?: string; readonly type?: string; readonly ubrn?: string; readonly body?: string | Uint8Array } = {},
) =>
  ask('POST', '/STU3/Binary', {
    as: 'SPC',
    body: asked.body ?? 'The letter.\n\nStockings will do.',
    headers: {
      'Content-Type': asked.type ?? 'text/plain',
      'NHSD-eRS-File-Name': asked.name ?? 'letter.txt',
      ...(asked.ubrn !== undefined && { 'NHSD-eRS-Referral-ID': asked.ubrn }),
    },
  });

/** Uploads a file, and gives its id. */
export async function uploaded(of: Ers, asked: Parameters<typeof upload>[1] = {}): Promise<string> {
  const { status, headers } = await upload(of, asked);
  expect(status).toBe(201);
  return (headers.get('location') ?? '').replace('Binary/', '');
}

/** `422 INVALID_VALUE`; only the status where there is no outcome. */
export function refusal({ status, body }: Answered): string {
  const issues = (body['issue'] ?? []) as unknown as readonly {
    readonly details?: { readonly coding?: readonly { readonly code?: string }[] };
  }[];
  const codes = issues.map(({ details }) => details?.coding?.[0]?.code ?? '');
  return [status, ...new Set(codes)].join(' ');
}

interface Entry {
  readonly item: { readonly reference: string };
  readonly extension: readonly { readonly extension: readonly { readonly url: string }[] }[];
}

/** What each entry of a worklist refers to. */
export const listed = ({ body }: Answered): readonly string[] =>
  ((body['entry'] ?? []) as unknown as readonly Entry[]).map(({ item }) => item.reference);

export const worklist = (of: Ers, code: string, asked: Asked & { readonly filters?: Record<string, unknown> } = {}) =>
  of.ask('POST', `/STU3/${code.startsWith('ADVICE') ? 'CommunicationRequest' : 'ReferralRequest'}/$ers.fetchworklist`, {
    ...asked,
    body: parameters({ listType: concept(code), ...asked.filters }),
  });

/** The resource in a Parameters answer, by its name. */
export const resourceIn = ({ body }: Answered, name: string): Loose =>
  ((body['parameter'] ?? []) as unknown as readonly { readonly name: string; readonly resource: Loose }[]).find(
    (each) => each.name === name,
  )?.resource ?? {};

export const statusOf = (advice: Loose): string => String(advice['category']?.[0]?.['coding']?.[0]?.['code']);

const shortlist = (ids: readonly string[]): object => ({
  resource: {
    resourceType: 'List',
    status: 'current',
    mode: 'snapshot',
    contained: [
      {
        resourceType: 'Parameters',
        id: 'criteria',
        parameter: [
          { name: 'priority', ...coded('ROUTINE') },
          { name: 'specialty', ...coded('CARDIOLOGY') },
          { name: 'clinicType', ...coded('HEART_FAILURE') },
        ],
      },
    ],
    entry: ids.map((value) => ({ item: { identifier: { system: 'http://fhir.nhs.net/Id/ers-service', value } } })),
    extension: [
      {
        url: 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-eRS-Shortlist-SearchCriteria-1',
        valueReference: { reference: '#criteria' },
      },
    ],
  },
});

interface Question {
  readonly patient?: string;
  readonly services?: readonly string[];
  readonly conversion?: string;
  readonly files?: readonly object[];
  readonly more?: Record<string, unknown>;
}

export const question = ({
  patient = '9912003888',
  services = ['11014'],
  conversion: may = 'AUTHORISED_TO_CONVERT',
  files = [],
  more = {},
}: Question = {}) =>
  parameters(
    {
      patient: { valueIdentifier: { system: 'http://fhir.nhs.net/Id/nhs-number', value: patient } },
      providerConversionAuthorisation: coded(may),
      shortlist: shortlist(services),
      request: said('What would you do about the ankles?'),
      ...more,
    },
    files,
  );

export const askFor = (of: Ers, asked: Question = {}, as: As = 'RC') =>
  of.ask('POST', '/STU3/CommunicationRequest/$ers.createAdviceAndGuidance', { as, body: question(asked) });
