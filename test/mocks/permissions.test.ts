/** What an application may be given leave for, API by API, where access is strict: everything where nothing is said, and otherwise that alone. */
import { expect, test } from 'vitest';
import { ownApis } from '../../src/runtimes/own-apis.ts';
import type { AnyMock } from '../../src/mock/mock.ts';
import type { TokenRecord } from '../../src/workspace/applications/tokens.ts';
import { given } from '../given.ts';
import { sandboxOf, world } from '../sandbox.ts';

const gpConnect = ['gp-connect-record', 'gp-connect-appointments', 'gp-connect-prescriptions', 'gp-connect-permissions'];
const served = await ownApis([
  'eps-prescribing',
  'eps-dispensing',
  'immunisation-fhir',
  'multicast-notification',
  'nhs-app',
  'notify',
  'nrl-producer',
  'nrl-consumer',
  ...gpConnect,
]);
const mocks = Object.fromEntries(served.flatMap(({ contract, mock }): [string, AnyMock][] => (mock ? [[contract.slug, mock]] : [])));
const contracts = served.map(({ contract }) => contract);
const sandbox = sandboxOf(contracts, { mocks, population: world(), settings: { access: 'strict' } });

type Given = Parameters<typeof given>[1];

interface Asked {
  readonly api: string;
  /** By its operationId: its first published example is sent. */
  readonly operation: string;
  readonly path?: string;
  readonly as?: Given;
  readonly record?: Partial<TokenRecord>;
  readonly body?: (example: string) => string;
}

async function ask({ api, operation: id, path, as = {}, record = {}, body = (example) => example }: Asked): Promise<string> {
  const contract = contracts.find(({ slug }) => slug === api);
  const operation = contract?.operations.find((one) => one.id === id);
  if (!contract || !operation) throw new Error(`${api} has no operation ${id}`);
  const [media] = operation.body?.content ?? [];
  const example = media?.examples[0]?.value;
  const response = await sandbox.request(contract.basePath + (path ?? operation.path), {
    method: operation.method.toUpperCase(),
    headers: {
      Authorization: `Bearer ${given(sandbox, as, record).token}`,
      'X-Request-ID': crypto.randomUUID(),
      'X-Correlation-ID': crypto.randomUUID(),
      'NHSD-End-User-Organisation-ODS': 'Y90001',
      ...(media && { 'Content-Type': media.type }),
    },
    ...(example !== undefined && { body: body(JSON.stringify(example)) }),
  });
  return `${response.status} ${await response.text()}`;
}

const patient = (scope: string): Partial<TokenRecord> => ({
  mode: 'patient-access',
  user: { id: 'jane', nhsNumber: '9000000009', proofing: 'P9' },
  scopes: [`urn:nhsd:apim:user-nhs-login:P9:${scope}`],
});
const of = (api: string, ...those: readonly string[]): Given => ({ permissions: { [api]: those } });
const search = '/Immunization?patient.identifier=https://fhir.nhs.uk/Id/nhs-number|9000000009&-immunization.target=';
const flu: Asked = { api: 'immunisation-fhir', operation: 'searchImmunizationGet', path: `${search}FLU` };
const crisisPlan = 'http://snomed.info/sct|736253002';
const pointer: Asked = { api: 'nrl-producer', operation: 'createDocumentReference' };
const plan = 'b838b13c-f98c-4def-93f0-515d4e4f4ee1';
const text: Asked = { api: 'notify', operation: 'create-message' };
const event: Asked = { api: 'multicast-notification', operation: 'publish-event' };
const subscription: Asked = { api: 'multicast-notification', operation: 'create-subscription' };
const message: Asked = { api: 'nhs-app', operation: 'create-in-app' };
const report: Asked = {
  api: 'nhs-app',
  operation: 'get-patient-report',
  path: '/communication/report/patients?page=1&ods-organisation-code=B82041',
};
const order: Asked = {
  api: 'gp-connect-prescriptions',
  operation: 'post-task',
  record: patient('gp-connect-prescriptions-management-fhir'),
};
const booking: Asked = { api: 'gp-connect-appointments', operation: 'book-appointment', record: patient('*') };
const prescribed: Asked = {
  api: 'eps-prescribing',
  operation: 'send-prescription-order-message',
  record: { mode: 'user-restricted', scopes: ['urn:nhsd:apim:user-nhs-id:aal3:fhir-prescribing'] },
  body: (example) => example.replace('3f2504e0-4f89-41d3-9a0c-0305e82c3301', crypto.randomUUID()),
};
const dispensing = {
  api: 'eps-dispensing',
  operation: 'release',
  record: { mode: 'user-restricted', scopes: ['urn:nhsd:apim:user-nhs-id:aal3:*'] },
} as const;
const toAnother = (example: string): string => example.replaceAll('9000000009', '9000000017');

const rows: readonly (readonly [what: string, asked: Asked, answer: RegExp])[] = [
  ['vaccinations: nothing said', flu, /^200 /],
  ['vaccinations: the vaccine', { ...flu, as: of('immunisation-fhir', 'FLU.S') }, /^200 /],
  ['vaccinations: one of those asked', { ...flu, path: `${search}COVID,FLU`, as: of('immunisation-fhir', 'FLU.CRUDS') }, /^200 /],
  ['vaccinations: another', { ...flu, as: of('immunisation-fhir', 'RSV.S') }, /^403 .*Unauthorized request for vaccine type/],
  ['vaccinations: not to search', { ...flu, as: of('immunisation-fhir', 'FLU.CRUD') }, /^403 /],
  ['vaccinations: another, and a mistake first', { ...flu, path: `${search}NONE`, as: of('immunisation-fhir', 'RSV.S') }, /^400 /],
  ['vaccinations: no supplier', { ...flu, as: of('immunisation-fhir') }, /^403 .*"Unauthorized request"/],
  ['events: nothing said', event, /^200 /],
  ['events: of this type', { ...event, as: of('multicast-notification', 'events:create:imms-vaccination-record-change-1') }, /^200 /],
  [
    'events: of another',
    { ...event, as: of('multicast-notification', 'events:create:pds-death-notification-2') },
    /^403 .*User is not authorized to handle the requested event type/,
  ],
  ['subscriptions: none', { ...subscription, as: of('multicast-notification') }, /^403 .*Unauthorised/],
  ['subscriptions: nothing said', subscription, /^201 /],
  ['messages: with leave', { ...message, as: of('nhs-app', 'app-message') }, /^2/],
  ['messages: without', { ...message, as: of('nhs-app', 'push-notification') }, /^403 .*does not have channel App Message permission/],
  ['reports: without', { ...report, as: of('nhs-app', 'app-message') }, /^403 .*does not have patient report access permission/],
  ['reports: with leave', { ...report, as: of('nhs-app', 'patient-report') }, /^(?!403)/],
  ['Notify: nothing said', text, /^201 /],
  ['Notify: its own plan', { ...text, as: of('notify', plan) }, /^201 /],
  ['Notify: the plan of another', { ...text, as: of('notify', 'another') }, /^404 .*CM_NO_SUCH_ROUTING_PLAN.*routingPlan"/],
  ['Notify: not onboarded', { ...text, as: of('notify') }, /^403 .*CM_FORBIDDEN.*not yet onboarded/],
  ['pointers: nothing said', pointer, /^201 /],
  ['pointers: of this type', { ...pointer, as: of('record-locator', crisisPlan) }, /^201 /],
  [
    'pointers: of another',
    { ...pointer, as: of('record-locator', 'http://snomed.info/sct|887701000000100') },
    /^403 .*AUTHOR_CREDENTIALS_ERROR.*not in the list of allowed types.*type\.coding\[0\]\.code/,
  ],
  [
    'pointers: none',
    { ...pointer, as: of('record-locator') },
    /^403 .*"ACCESS DENIED".*Your organisation 'Y90001' does not have permission/,
  ],
  ['pointers read: none', { api: 'nrl-consumer', operation: 'searchDocumentReference', as: of('record-locator') }, /^403 .*ACCESS DENIED/],
  ['pointers: of its organisation', { ...pointer, as: { odsCode: 'Y90001' } }, /^201 /],
  ['pointers: of another organisation', { ...pointer, as: { odsCode: 'Y12345' } }, /^403 .*no pointers within requesting app/],
  ['prescribing: no leave', { ...prescribed, as: of('eps-prescribing') }, /^400 .*Prescribing functionality is disabled/],
  ['prescribing: with leave', { ...prescribed, as: of('eps-prescribing', 'prescribing') }, /^200 /],
  ['prescribing: nothing said', prescribed, /^400 .*DUPLICATE_PRESCRIPTION_ID/],
  ['prescriptions: for oneself', order, /^201 /],
  ['prescriptions: for another', { ...order, body: toAnother }, /^403 .*Request does not match authorisation token/],
  ['dispensing: nothing said', dispensing, /^200 /],
  ['dispensing: with leave', { ...dispensing, as: of('eps-dispensing', 'dispensing') }, /^200 /],
  ['dispensing: to track alone', { ...dispensing, as: of('eps-dispensing', 'tracker') }, /^400 .*Dispensing functionality is disabled\./],
  ['appointments: for oneself', booking, /^(?!40[13])/],
  ['appointments: for another', { ...booking, body: toAnother }, /^403 .*Request does not match authorisation token/],
  ...(
    [
      ['gp-connect-record', 'get-document-patient', '/documents/Patient/9000000009', 'gp-connect-access-record-fhir'],
      ['gp-connect-appointments', 'list-appointments', '/Patient/9000000009/Appointment', 'gp-connect-appointments-management-fhir'],
      ['gp-connect-permissions', 'getPatientPermissions', '/Patient/9000000009', 'gp-connect-user-permissions'],
    ] as const
  ).flatMap(([api, operation, path, scope]): [string, Asked, RegExp][] => [
    [`${api}: its scope`, { api, operation, path, record: patient(scope) }, /^(?!40[13])/],
    [`${api}: another scope`, { api, operation, path, record: patient('nhs-app') }, /^401 /],
  ]),
  ['nhs-app: its scope', { ...message, record: { scopes: ['urn:nhsd:apim:app:level3:nhs-app'] } }, /^2/],
  ['nhs-app: another scope', { ...message, record: { scopes: ['urn:nhsd:apim:app:level3:notify'] } }, /^401 /],
  ['events: its scope', { ...event, record: { scopes: ['urn:nhsd:apim:app:level3:multicast-notification-service'] } }, /^200 /],
];

test.for(rows)('%s', async ([, asked, answer]) => {
  expect(await ask(asked)).toMatch(answer);
});

test('permissions of a registered application are told, changed and taken away', async () => {
  const added = await sandbox.send('POST', '/_sandbox/applications', { name: 'Board', permissions: { 'nhs-app': ['app-message'] } });
  expect([added.status, await added.json()]).toEqual([201, expect.objectContaining({ permissions: { 'nhs-app': ['app-message'] } })]);
  const { headers } = added;
  const changed = await sandbox.send('PATCH', new URL(headers.get('location') ?? '').pathname, { permissions: null });
  expect(await changed.json()).not.toHaveProperty('permissions');
});
