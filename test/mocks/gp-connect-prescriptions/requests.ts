/** Prescriptions in this process: the header that everybody sends, what is prescribed, a request, and its course. */
import { testPerson } from '../../../mocks/personas.ts';
import { given } from '../../given.ts';
import { sandboxesFor, type Answer, type Loose, type SandboxOptions } from '../../sandbox.ts';

const openPrescriptions = await sandboxesFor('gp-connect-prescriptions');

/** Takes four medicines on repeat, and has a nominated pharmacy. */
export const graham = testPerson.diabeticForReview;
export const janeSmith = testPerson.janeSmith;
export const pharmacySystem = 'https://fhir.nhs.uk/Id/ods-organization-code';

export interface Outcome {
  readonly status: number;
  readonly code: unknown;
  readonly issue: unknown;
}

export function outcomeOf({ status, body }: Answer): Outcome {
  const issue = body['issue']?.[0];
  return { status, code: issue?.['details']?.['coding']?.[0]?.['code'], issue: issue?.['code'] };
}

export function resourcesIn({ body }: Answer, type?: string): readonly Loose[] {
  const entries: unknown = body['entry'] ?? [];
  const all = Array.isArray(entries) ? entries.map(({ resource }: { readonly resource: Loose }) => resource) : [];
  return all.filter(({ resourceType }) => type === undefined || String(resourceType) === type);
}

export function requestFor(nhsNumber: string, plan: unknown, more: object = {}) {
  const patient = {
    reference: `Patient/${nhsNumber}`,
    identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: nhsNumber },
  };
  return {
    resourceType: 'Task',
    status: 'requested',
    intent: 'order',
    code: { coding: [{ system: 'http://snomed.info/sct', code: '103742009', display: 'Renewal of prescription' }] },
    focus: { reference: `MedicationRequest/${String(plan)}` },
    for: patient,
    authoredOn: '2026-01-01T00:00:00+00:00',
    requester: patient,
    note: [{ authorString: 'Patient', text: 'Two days left.' }],
    ...more,
  };
}

export const toPharmacy = (value: string) => [
  {
    type: {
      coding: [{ system: 'https://fhir.nhs.uk/England/CodeSystem/England-PFSPrescriptionOrderingParameter', code: 'preferred-performer' }],
    },
    valueIdentifier: { system: pharmacySystem, value },
  },
];

let sent = 0;

export function openPractice(options: SandboxOptions = {}) {
  const sandbox = openPrescriptions(options);
  const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
    sent += 1;
    const id = `00000000-0000-4000-8000-${String(sent).padStart(12, '0')}`;
    return sandbox.call(method, path, { headers: { 'X-Request-ID': id, ...headers }, ...(body !== undefined && { body }) });
  };
  return {
    ...sandbox,
    ask,
    prescribed: (nhsNumber: string, query = ''): Promise<Answer> => ask('GET', `/Patient/${nhsNumber}/MedicationRequest${query}`),
    tasks: (query: string): Promise<Answer> => ask('GET', `/Task?${query}`),
    /** Tokens are read where access is strict. */
    signedIn: (nhsNumber: string): Record<string, string> => ({
      'X-Sandbox-Access': 'strict',
      Authorization: `Bearer ${given(sandbox, {}, { mode: 'patient-access', user: { id: nhsNumber, nhsNumber, proofing: 'P9' } }).token}`,
    }),
    /** The nth medicine that somebody has on repeat, of which nothing was issued lately first. */
    repeat: async (nhsNumber: string, n = 0): Promise<Loose> => {
      const all = resourcesIn(await ask('GET', `/Patient/${nhsNumber}/MedicationRequest?intent=plan&status=active`));
      return all[n] ?? {};
    },
  };
}
