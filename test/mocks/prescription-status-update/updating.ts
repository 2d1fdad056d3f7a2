/** Updates as pharmacies send them, and what is looked at in the answers. */
import { sandboxesFor, type Answer, type ApiSandbox } from '../../sandbox.ts';

export type Updating = Pick<ApiSandbox<'prescription-status-update'>, 'call' | 'clock' | 'people'>;

export const open = await sandboxesFor('prescription-status-update');
export const headers = { 'X-Request-ID': '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10', 'Content-Type': 'application/fhir+json' };

export interface Said {
  readonly id?: string;
  readonly prescription?: string;
  readonly item?: string;
  readonly person?: string;
  readonly pharmacy?: string;
  readonly status?: string;
  readonly business?: unknown;
  readonly modified?: string;
  readonly set?: string;
  readonly task?: object;
  readonly fullUrl?: string;
}

const id = (system: string, value: string) => ({ identifier: { system: `https://fhir.nhs.uk/Id/${system}`, value } });
const system = 'https://fhir.nhs.uk/CodeSystem/task-businessStatus-nppt';

export function update(said: Said = {}): object {
  const task = said.id ?? '5b1d2c34-7e8f-4a90-b1c2-d3e4f5a6b7c8';
  return {
    fullUrl: said.fullUrl ?? `urn:uuid:${task}`,
    resource: {
      resourceType: 'Task',
      id: task,
      ...(said.set !== undefined && { meta: { lastUpdated: said.set } }),
      status: said.status ?? 'in-progress',
      intent: 'order',
      lastModified: said.modified ?? '2025-12-31T09:15:00Z',
      basedOn: [id('prescription-order-number', said.prescription ?? '24F5DA-A83008-7EFE6Z')],
      focus: id('prescription-order-item-number', said.item ?? '08d05522-3e76-4691-a13e-2f2d23462ee1'),
      for: id('nhs-number', said.person ?? '9449304130'),
      owner: id('ods-organization-code', said.pharmacy ?? 'Y23456'),
      businessStatus:
        'business' in said && typeof said.business === 'object'
          ? said.business
          : { coding: [{ system, code: said.business ?? 'With Pharmacy' }] },
      ...said.task,
    },
    request: { method: 'POST', url: 'Task' },
  };
}

export const bundle = (...entry: readonly object[]) => ({ resourceType: 'Bundle', type: 'transaction', entry });

export const send = async (sandbox: Pick<Updating, 'call'>, ...entries: readonly object[]): Promise<Answer> =>
  sandbox.call('POST', '/', { body: bundle(...entries), headers });

/** `400 Bad Request value: NHS number is invalid.`, one for each entry. */
export const saidIn = ({ body }: Answer): readonly string[] =>
  (
    (body['entry'] ?? []) as unknown as readonly {
      readonly response: {
        readonly status: string;
        readonly outcome: { readonly issue: readonly { readonly code: string; readonly diagnostics: string }[] };
      };
    }[]
  ).map(({ response: { status, outcome } }) => `${status} ${outcome.issue[0]?.code}: ${outcome.issue[0]?.diagnostics}`);

export const bad = (text: string): string => `400 Bad Request value: ${text}`;
export const right = '201 Created success: No issues detected during validation.';
export const held = '200 OK informational: Data not committed due to issues in other entries.';
