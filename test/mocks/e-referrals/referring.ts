/** Requests about referrals and appointments, as referrers and providers send them, and what is looked for in the answers. */
import { expect } from 'vitest';
import { sandboxesFor, type Loose, type Sandbox, type SandboxOptions } from '../../sandbox.ts';

const openReferrals = await sandboxesFor('e-referrals');

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Loose;
}

interface Asking {
  readonly as?: string | undefined;
  readonly organisation?: string | undefined;
  readonly version?: number | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export const referrer = 'REFERRING_CLINICIAN';
export const provider = 'SERVICE_PROVIDER_CLINICIAN';
export const published = '9912003888';
export const jane = '9000000009';

export const openErs = (options: SandboxOptions = {}) => ersIn(openReferrals(options));

/** The same in a sandbox that has other APIs, too. */
export function ersIn(sandbox: Sandbox) {
  async function ask(method: string, path: string, { as = referrer, organisation = 'R69', version, body, headers = {} }: Asking = {}) {
    const response = await sandbox.request(`/referrals/FHIR${path}`, {
      method,
      headers: {
        ...(organisation !== '' && { 'NHSD-End-User-Organisation-ODS': organisation }),
        ...(as !== '' && { 'NHSD-eRS-Business-Function': as }),
        ...(version !== undefined && { 'If-Match': `W/"${version}"` }),
        ...(body !== undefined && { 'Content-Type': 'application/fhir+json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, headers: response.headers, text, body: (isJson ? JSON.parse(text) : {}) as Loose } satisfies Answered;
  }
  const onReferral = (ubrn: string, operation: string, asking: Asking = {}) =>
    ask('POST', `/STU3/ReferralRequest/${ubrn}/$ers.${operation}`, { version: 5, ...asking });
  return { sandbox, ask, onReferral, wait: (days: number) => sandbox.clock.set(sandbox.clock.now() + days * 86_400_000) };
}

export type Ers = ReturnType<typeof ersIn>;

/** `422 INVALID_VALUE`: the codes of all its issues. */
export function refusal({ status, body }: Answered): string {
  const issues = (body['issue'] ?? []) as unknown as readonly Loose[];
  return [status, ...new Set(issues.map((issue) => String(issue['details']?.['coding']?.[0]?.['code'])))].join(' ');
}

const coding = (code: string) => ({ valueCoding: { code } });
export const identifier = (value: string) => ({ valueIdentifier: { value } });
export const parametersOf = (values: Readonly<Record<string, object | undefined>>) => ({
  resourceType: 'Parameters',
  parameter: Object.entries(values).flatMap(([name, value]) => (value ? [{ name, ...value }] : [])),
});
export { coding };

export const criteria = (more: Readonly<Record<string, object | undefined>> = {}) =>
  parametersOf({ priority: coding('ROUTINE'), specialty: coding('CARDIOLOGY'), clinicType: coding('HEART_FAILURE'), ...more });

export const shortlist = (ids: readonly string[], sought: object = criteria()) => ({
  resourceType: 'List',
  status: 'current',
  mode: 'snapshot',
  contained: [{ ...sought, id: 'c' }],
  entry: ids.map((value) => ({ item: { identifier: { value } } })),
});

export const chosen = (ids: readonly string[], more: Readonly<Record<string, object | undefined>> = {}, sought: object = criteria()) => ({
  shortlist: { resource: shortlist(ids, sought) },
  intentionToAddReferralLetter: coding('NOT_INTENDING_TO_ADD'),
  firstReminderLetterFollowUpDays: { valueUnsignedInt: 0 },
  ...more,
});

export const creating = (
  ids: readonly string[] = ['11000'],
  more: Readonly<Record<string, object | undefined>> = {},
  sought: object = criteria(),
) => parametersOf({ patient: identifier(jane), ...chosen(ids, more, sought) });

export const create = '/STU3/ReferralRequest/$ers.createReferral';

interface Booking {
  readonly ubrn: string;
  readonly version: number;
  readonly nhsNumber?: string;
  readonly service?: string;
  readonly more?: object;
}

export const appointment = ({ ubrn, version, nhsNumber = jane, service = '11000', more = {} }: Booking) => ({
  resourceType: 'Appointment',
  status: 'booked',
  incomingReferral: [{ reference: `ReferralRequest/${ubrn}/_history/${version}` }],
  participant: [
    { actor: { identifier: { system: 'http://fhir.nhs.net/Id/ers-service', value: service } } },
    { actor: { identifier: { system: 'http://fhir.nhs.net/Id/nhs-number', value: nhsNumber } } },
  ],
  ...more,
});

export const slot = (id: string) => ({ slot: [{ reference: `Slot/${id}` }] });
export const because = (code: string) => ({ status: 'proposed', reason: [{ coding: [{ code }] }] });
/** Of the published referral that is not booked. */
export const ofPublished = (more: object, service = '11000') =>
  appointment({ ubrn: '000000070000', version: 5, nhsNumber: published, service, more });

export function stateOf(referral: Loose | undefined): string {
  const extensions = (referral?.['extension'] ?? []) as unknown as readonly Loose[];
  const state = extensions.find((each) => String(each['url']).endsWith('ReferralState-1'));
  return String(state?.['extension']?.[0]?.['valueCoding']?.['code']);
}

export const updatedIn = ({ body }: Answered): Loose | undefined => body['parameter']?.[0]?.['resource'];

/** A referral of Jane's, whose state is not booked. */
export async function referred(ers: Ers, ids: readonly string[] = ['11000'], nhsNumber = jane): Promise<string> {
  const made = await ers.ask('POST', create, { body: creating(ids, { patient: identifier(nhsNumber) }) });
  expect(made.status).toBe(201);
  return String(made.body['id']);
}

export const slotsOf = (ers: Ers, service: string, more = ''): Promise<Answered> =>
  ers.ask('GET', `/STU3/Slot?schedule.actor:HealthcareService=${service}&appointmentType=ROUTINE&status=free&_count=20&page=1${more}`, {
    headers: { 'NHSD-eRS-Comm-Rule-Org': 'R69' },
  });

export const idsIn = ({ body }: Answered): readonly string[] =>
  ((body['entry'] ?? []) as unknown as readonly { readonly resource: Loose }[]).map(({ resource }) => String(resource['id']));

export const actionsIn = ({ body }: Answered): readonly string[] =>
  ((body['entry'] ?? []) as unknown as readonly { readonly resource: Loose }[]).map(({ resource }) =>
    String(resource['code']?.['coding']?.[0]?.['code']),
  );
