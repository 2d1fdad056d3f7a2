/** Bookings and referrals in this process: the headers that everybody sends, searches, and messages. */
import type { Settings } from '../../../src/workspace/settings.ts';
import { sandboxesFor, type Answer, type Loose, type SandboxOptions } from '../../sandbox.ts';

const openBookings = await sandboxesFor('booking-and-referral');

export const base64 = (value: unknown): string => btoa(JSON.stringify(value));
export const serviceSystem = 'https://fhir.nhs.uk/Id/dos-service-id';
export const targeting = (value: string, system = serviceSystem) => ({ 'NHSD-Target-Identifier': base64({ value, system }) });

export const ids = { 'X-Request-Id': '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10', 'X-Correlation-Id': '3b9d4e7c-2a6f-4c58-b1d0-6e8f9a7c5d42' };
export const headers: Readonly<Record<string, string>> = {
  ...ids,
  ...targeting('2000011147'),
  'NHSD-End-User-Organisation': base64({ resourceType: 'Organization', name: 'Trevelyan Practice' }),
  'NHSD-Requesting-Software': base64({ resourceType: 'Device' }),
  'use-context': 'a4t2|booking|booking-request|new',
  Accept: 'application/fhir+json; version=1.4.0',
};

export const published = { first: 'c3f6145e-1a26-4345-b3f2-dccbcba62049', second: '91607239-b002-470a-8709-6b25bd50fdd1' };
export const nobodys = '00000000-0000-4000-8000-000000000000';

export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export interface Fault {
  readonly status: number;
  readonly code: unknown;
  readonly issue: unknown;
  readonly words: unknown;
}

export function faultOf({ status, body }: Answer): Fault {
  const issue = body['issue']?.[0];
  return { status, code: issue?.['details']?.['coding']?.[0]?.['code'], issue: issue?.['code'], words: issue?.['diagnostics'] };
}

/** What a Bundle holds, by the type of its resources. */
export function resourcesIn({ body }: Answer, type: string): readonly Loose[] {
  const entries: unknown = body['entry'] ?? [];
  const all = Array.isArray(entries) ? entries.map((entry: { readonly resource: Loose }) => entry.resource) : [];
  return all.filter((resource) => String(resource['resourceType']) === type);
}

export interface Sent {
  readonly event?: string;
  readonly reason?: string;
  readonly resource: { readonly resourceType: string; readonly [name: string]: unknown };
  /** UUIDs. */
  readonly focus: string;
  readonly id: string;
  readonly patient?: string;
  readonly header?: object;
}

export function messageOf({ event, reason = 'new', resource, focus, id, patient = '9000000009', header }: Sent) {
  const urn = (id_: string) => `urn:uuid:${id_}`;
  const code = event ?? (resource.resourceType === 'Appointment' ? 'booking-request' : 'servicerequest-request');
  return {
    resourceType: 'Bundle',
    id,
    type: 'message',
    timestamp: '2026-01-01T00:00:00+00:00',
    entry: [
      {
        fullUrl: urn(uuid(900)),
        resource: {
          resourceType: 'MessageHeader',
          eventCoding: { system: 'https://fhir.nhs.uk/CodeSystem/message-event-servicerequest', code },
          destination: [{ endpoint: 'RZ203:2000011147' }],
          source: { name: 'Trevelyan Practice', endpoint: 'Y12345:1000001' },
          reason: { coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/message-reason-servicerequest', code: reason }] },
          focus: [{ reference: urn(focus) }],
          definition: `https://fhir.nhs.uk/MessageDefinition/bars-message-${code}`,
          ...header,
        },
      },
      { fullUrl: urn(focus), resource },
      {
        fullUrl: urn(uuid(901)),
        resource: { resourceType: 'Patient', identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: patient }] },
      },
    ],
  };
}

export const patientReference = { reference: `urn:uuid:${uuid(901)}` };

export const referral = { resourceType: 'ServiceRequest', status: 'active', intent: 'plan', subject: patientReference };

export const bookingOf = (slot: Loose, more: object = {}) => ({
  resourceType: 'Appointment' as const,
  status: 'booked',
  description: 'Sore throat',
  start: String(slot['start']),
  end: String(slot['end']),
  slot: [{ reference: `Slot/${String(slot['id'])}` }],
  participant: [{ actor: { reference: 'Patient/9000000009' }, status: 'accepted' }],
  ...more,
});

export function openService(settings: Partial<Settings> = {}, options: SandboxOptions = {}) {
  const sandbox = openBookings({ ...options, settings: { ...options.settings, ...settings } });
  const ask = (method: string, path: string, body?: unknown, more: Record<string, string> = {}): Promise<Answer> =>
    sandbox.call(method, path, { headers: { ...headers, ...more }, ...(body !== undefined && { body }) });
  return {
    ...sandbox,
    ask,
    /** Of one day, with an hour of it where one is given. */
    slots: (query: Record<string, string> = {}, more: Record<string, string> = {}): Promise<Answer> => {
      const { status = 'free', from = '2026-01-05T00:00:00+00:00', to = '2026-01-06T00:00:00+00:00', ...others } = query;
      const asked = new URLSearchParams([
        ['status', status],
        ['start', `ge${from}`],
        ['start', `le${to}`],
        ['_include', 'Slot:schedule'],
        ['_include', 'Schedule:actor:HealthcareService'],
        ...Object.entries(others),
      ]);
      return ask('GET', `/Slot?${asked}`, undefined, more);
    },
    tell: (sent: Sent, more: Record<string, string> = {}): Promise<Answer> => ask('POST', '/$process-message', messageOf(sent), more),
  };
}
