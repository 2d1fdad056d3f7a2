/** Appointments in this process: the header that everybody sends, a search, a booking, a cancellation. */
import { testPerson } from '../../../mocks/personas.ts';
import { sandboxesFor, type Answer, type Loose, type SandboxOptions } from '../../sandbox.ts';
import { given } from '../../given.ts';

const openAppointments = await sandboxesFor('gp-connect-appointments');

export const janeSmith = testPerson.janeSmith;
export const definition = 'https://fhir.nhs.uk/STU3/StructureDefinition';
export const reasonUrl = `${definition}/Extension-GPConnect-AppointmentCancellationReason-1`;
export const booker = { url: `${definition}/Extension-GPConnect-BookingOrganisation-1`, valueReference: { reference: '#1' } };
export const organisationType = 'https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1';

export interface Outcome {
  readonly status: number;
  readonly code: unknown;
  readonly issue: unknown;
  readonly words: unknown;
}

export function outcomeOf({ status, body }: Answer): Outcome {
  const issue = body['issue']?.[0];
  return { status, code: issue?.['details']?.['coding']?.[0]?.['code'], issue: issue?.['code'], words: issue?.['diagnostics'] };
}

export function resourcesIn({ body }: Answer, type: string): readonly Loose[] {
  const entries: unknown = body['entry'] ?? [];
  const all = Array.isArray(entries) ? entries.map(({ resource }: { readonly resource: Loose }) => resource) : [];
  return all.filter(({ resourceType }) => String(resourceType) === type);
}

export const bookingOf = (slot: Loose, more: object = {}) => ({
  resourceType: 'Appointment',
  meta: { profile: [`${definition}/GPConnect-Appointment-1`] },
  contained: [
    {
      resourceType: 'Organization',
      id: '1',
      identifier: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'Y12345' }],
      name: 'Trevelyan Practice',
      telecom: [{ system: 'phone', value: '0113 496 1000' }],
    },
  ],
  extension: [booker],
  status: 'booked',
  description: 'A cough for three weeks',
  start: slot['start'],
  end: slot['end'],
  slot: [{ reference: `Slot/${String(slot['id'])}` }],
  created: '2026-01-01T00:00:00+00:00',
  participant: participants(janeSmith),
  ...more,
});

export const participants = (nhsNumber: string, practice = 'Y12345') => [
  { actor: { reference: `Patient/${nhsNumber}` }, status: 'accepted' },
  { actor: { reference: `Location/${practice}` }, status: 'accepted' },
];

export const reasoned = (valueString = 'It got better.') => ({ url: reasonUrl, valueString });

/** As it was read, with the reason. */
export const cancellationOf = ({ body }: Answer, more: object = {}) => {
  const extensions: unknown = body['extension'] ?? [];
  return { ...body, status: 'cancelled', extension: [...(Array.isArray(extensions) ? extensions : []), reasoned()], ...more };
};

let requests = 0;

export function openDiary(options: SandboxOptions = {}) {
  const sandbox = openAppointments(options);
  const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
    requests += 1;
    const id = `00000000-0000-4000-8000-${String(requests).padStart(12, '0')}`;
    return sandbox.call(method, path, { headers: { 'X-Request-ID': id, ...headers }, ...(body !== undefined && { body }) });
  };
  const slots = (query: Record<string, string | undefined> = {}, headers: Record<string, string> = {}): Promise<Answer> => {
    const asked = { start: 'ge2026-01-05', end: 'le2026-01-16', status: 'free', _include: 'Slot:schedule', ...query };
    const pairs = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined);
    return ask('GET', `/Slot?${new URLSearchParams(pairs)}`, undefined, headers);
  };
  return {
    ...sandbox,
    ask,
    slots,
    /** Tokens are read where access is strict. */
    signedIn: (nhsNumber: string): Record<string, string> => ({
      'X-Sandbox-Access': 'strict',
      Authorization: `Bearer ${given(sandbox, {}, { mode: 'patient-access', user: { id: nhsNumber, nhsNumber, proofing: 'P9' } }).token}`,
    }),
    /** The nth free slot of those two weeks. */
    freeSlot: async (n = 0): Promise<Loose> => resourcesIn(await slots(), 'Slot')[n] ?? {},
    list: (nhsNumber: string, more = ''): Promise<Answer> =>
      ask('GET', `/Patient/${nhsNumber}/Appointment?start=ge2026-01-01&start=le2026-03-31${more}`),
    cancel: (appointment: Answer, more: object = {}, headers: Record<string, string> = {}): Promise<Answer> =>
      ask('PUT', `/Appointment/${String(appointment.body['id'])}`, cancellationOf(appointment, more), headers),
  };
}
