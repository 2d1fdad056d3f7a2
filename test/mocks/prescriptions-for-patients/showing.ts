/** What patients are shown, beside what pharmacies, prescribers and staff do with the same prescriptions. */
import { sandboxForAll, type Loose, type Sandbox } from '../../sandbox.ts';
import { testPerson } from '../../../mocks/personas.ts';

export const people = testPerson;
export const ids = { 'X-Request-ID': '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10' };

export const opened = async (): Promise<Sandbox> =>
  sandboxForAll(['prescriptions-for-patients', 'prescription-status-update', 'prescription-tracker', 'notify']);

export interface ShownItem {
  readonly id: string;
  readonly prescription: string;
  readonly status: string;
  readonly tracked: readonly string[];
  readonly resource: Loose;
}

export interface Shown {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Loose;
  readonly items: readonly ShownItem[];
  readonly prescriptions: readonly string[];
}

/** An answer as a patient reads it. */
export async function shownTo(sandbox: Sandbox, nhsNumber: string, headers: Record<string, string> = {}): Promise<Shown> {
  const sent = { ...ids, 'x-nhs-number': nhsNumber, ...headers };
  const response = await sandbox.request('/prescriptions-for-patients/Bundle', { headers: sent });
  const body = (await response.json()) as Loose;
  const items = listOf(body['entry']).flatMap((entry) =>
    listOf(entry['resource']?.['entry']).flatMap((each) => itemIn(each['resource']) ?? []),
  );
  return {
    status: response.status,
    headers: response.headers,
    body,
    items,
    prescriptions: [...new Set(items.map(({ prescription }) => prescription))],
  };
}

export const listOf = (value: Loose | undefined): readonly Loose[] => (Array.isArray(value) ? (value as readonly Loose[]) : []);

function itemIn(resource: Loose | undefined): ShownItem | undefined {
  if (!resource || String(resource['resourceType']) !== 'MedicationRequest') return undefined;
  const tracked = listOf(resource['extension']).map((history) =>
    String(listOf(history['extension']).find((part) => String(part['url']) === 'status')?.['valueCoding']?.['code']),
  );
  return {
    id: String(resource['identifier']?.[0]?.['value']),
    prescription: String(resource['groupIdentifier']?.['value']),
    status: String(resource['status']),
    tracked,
    resource,
  };
}

/** One after another, with semicolons between prescriptions that are several. */
export const trackedIn = ({ items }: Shown): readonly string[] => items.map(({ status, tracked }) => `${status}: ${tracked.join(' + ')}`);
