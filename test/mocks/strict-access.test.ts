/** Whom each API lets in where access is strict, and in which words it refuses all others. */
import { expect, test } from 'vitest';
import { ownApis } from '../../src/runtimes/own-apis.ts';
import type { AccessMode } from '../../src/mock/access.ts';
import type { AnyMock } from '../../src/mock/mock.ts';
import type { TokenRecord } from '../../src/workspace/applications/tokens.ts';
import { given } from '../given.ts';
import { sandboxOf, world } from '../sandbox.ts';

const served = await ownApis();
const mocks = Object.fromEntries(served.flatMap(({ contract, mock }): [string, AnyMock][] => (mock ? [[contract.slug, mock]] : [])));
const sandbox = sandboxOf(
  served.map(({ contract }) => contract),
  { mocks, population: world(), settings: { access: 'strict' } },
);

const own = '9000000009';
const other = '9000000017';
const signed = (mode: AccessMode, user?: TokenRecord['user']) => ({
  Authorization: `Bearer ${given(sandbox, {}, { mode, ...(user && { user }) }).token}`,
});
const callers = {
  nobody: {},
  wrong: { Authorization: 'Bearer abc123', apikey: 'abc123' },
  application: signed('application-restricted'),
  privileged: signed('privileged-application-restricted'),
  worker: signed('user-restricted', { id: 'nurse', roles: ['555030405011'] }),
  patient: signed('patient-access', { id: 'jane', nhsNumber: own, proofing: 'P9' }),
  unproven: signed('patient-access', { id: 'jane', nhsNumber: own, proofing: 'P5' }),
  unsubscribed: { Authorization: `Bearer ${given(sandbox, { products: ['another'] }).token}` },
  key: { apikey: given(sandbox).key },
} satisfies Record<string, Record<string, string>>;
type Caller = keyof typeof callers;

interface Row {
  /** What is asked; of patients, about whom. */
  readonly path: string;
  readonly lets: readonly Caller[];
  /** Whom it refuses, and a text of each refusal. */
  readonly refuses: Readonly<Partial<Record<Caller, readonly [status: number, text: string]>>>;
  readonly aboutOther?: readonly [path: string, status: number, text: string];
}

const byItself: readonly Caller[] = ['application', 'privileged'];
const practice = {
  nobody: [401, 'Missing Authorization header'],
  wrong: [401, 'Invalid Access Token'],
  application: [401, 'ACCESS_DENIED'],
  unproven: [401, 'ACCESS_DENIED'],
} as const;
const unmatched = 'Request does not match authorisation token';
const keyed: Row['refuses'] = {
  nobody: [401, 'Failed to resolve API Key variable request.header.apikey'],
  wrong: [401, 'Invalid ApiKey'],
  application: [401, 'apikey'],
};

const rows: Readonly<Record<string, Row>> = {
  'booking-and-referral': {
    path: '/MessageDefinition?context=x',
    lets: byItself,
    refuses: {
      nobody: [401, 'No Access token was provided.'],
      wrong: [401, 'The user or system was not able to be authenticated'],
      worker: [403, 'SEND_FORBIDDEN'],
      unsubscribed: [403, 'BaRS is not enabled'],
    },
  },
  'dos-search': {
    path: '/Organization',
    lets: byItself,
    refuses: { nobody: [401, 'Invalid or missing authentication token'], worker: [403, 'Insufficient permissions'] },
  },
  'e-referrals': {
    path: '/STU3/CodeSystem/PRIORITY',
    lets: ['application', 'privileged'],
    refuses: { nobody: [401, 'NO_ACCESS'], patient: [403, 'FORBIDDEN'], worker: [400, 'MISSING_HEADER'] },
  },
  'e-referrals-patient-care': {
    path: `/FHIR/R4/ServiceRequest?patient:identifier=${own}&category=3457005`,
    lets: ['patient'],
    refuses: {
      nobody: [401, 'ACCESS_DENIED'],
      application: [403, 'REC_FORBIDDEN'],
      worker: [403, 'REC_FORBIDDEN'],
      unproven: [403, 'REC_FORBIDDEN'],
    },
    aboutOther: [`/FHIR/R4/ServiceRequest?patient:identifier=${other}&category=3457005`, 403, 'REC_FORBIDDEN'],
  },
  'eligibility-signposting': {
    path: `/patient-check/${own}`,
    lets: ['application', 'privileged', 'patient'],
    refuses: { nobody: [403, 'Missing Authorization header'], worker: [403, 'ACCESS_DENIED'], unproven: [403, 'ACCESS_DENIED'] },
    aboutOther: [`/patient-check/${other}`, 403, 'ACCESS_DENIED'],
  },
  'eps-dispensing': {
    path: '/FHIR/R4/Task?identifier=24F5DA-A83008-7EFE6Z',
    lets: ['application', 'privileged', 'worker'],
    refuses: {
      nobody: [401, 'Missing Authorization header'],
      wrong: [401, 'Invalid Access Token'],
      patient: [403, 'Your app does not have permission to access dispensing functionality.'],
    },
  },
  'eps-prescribing': {
    path: '/metadata',
    lets: ['application', 'privileged', 'worker'],
    refuses: {
      nobody: [401, 'Missing Authorization header'],
      wrong: [401, 'Invalid Access Token'],
      patient: [403, 'Your app does not have permission to access prescribing functionality.'],
    },
  },
  'gp-connect-appointments': {
    path: `/Patient/${own}/Appointment`,
    lets: ['patient'],
    refuses: practice,
    aboutOther: [`/Patient/${other}/Appointment`, 403, unmatched],
  },
  'gp-connect-permissions': {
    path: `/Patient/${own}`,
    lets: ['patient'],
    refuses: practice,
    aboutOther: [`/Patient/${other}`, 403, 'ACCESS_DENIED'],
  },
  'gp-connect-prescriptions': {
    path: `/Patient/${own}/MedicationRequest`,
    lets: ['patient'],
    refuses: practice,
    aboutOther: [`/Task?patient=${other}`, 403, unmatched],
  },
  'gp-connect-record': {
    path: `/documents/Patient/${own}`,
    lets: ['patient'],
    refuses: practice,
    aboutOther: [`/Patient/1/DocumentReference?patientNHSNumber=${other}`, 403, unmatched],
  },
  'healthcare-worker': { path: '/Worker?identifier=555010203011', lets: ['key'], refuses: keyed },
  'immunisation-fhir': {
    path: `/Immunization?patient.identifier=https://fhir.nhs.uk/Id/nhs-number|${own}&-immunization.target=FLU`,
    lets: ['application', 'privileged', 'worker', 'patient'],
    refuses: { nobody: [401, 'UNAUTHORIZED'], unproven: [403, 'FORBIDDEN'] },
    aboutOther: [`/Immunization?patient.identifier=https://fhir.nhs.uk/Id/nhs-number|${other}&-immunization.target=FLU`, 403, 'FORBIDDEN'],
  },
  'immunisation-history': {
    path: `/Immunization?patient.identifier=https://fhir.nhs.uk/Id/nhs-number|${own}&immunization.target=FLU&_include=Immunization:patient`,
    lets: ['application', 'privileged', 'patient'],
    refuses: { nobody: [401, 'Provided access token is invalid'], worker: [401, 'Unauthorized'], unproven: [401, 'Unauthorized'] },
    aboutOther: [`/Immunization?patient.identifier=https://fhir.nhs.uk/Id/nhs-number|${other}`, 401, 'Unauthorized'],
  },
  mesh: {
    path: '/messageexchange/X26HC005/inbox',
    lets: [],
    refuses: { nobody: [403, ''], wrong: [403, 'Error reading from Authorization header'], application: [403, 'Error reading'] },
  },
  'multicast-notification': {
    path: '/subscriptions',
    lets: byItself,
    refuses: { nobody: [401, 'oauth.v2.MissingAccessToken'], wrong: [401, 'Invalid access token'], patient: [403, 'Unauthorised'] },
  },
  'nhs-app': {
    path: '/communication/report/patients?page=1',
    lets: byItself,
    refuses: { nobody: [401, 'Invalid Access Token'], worker: [403, 'Supplier with ID'] },
  },
  notify: {
    path: '/v1/messages/2WL3qFTEFM0qMY8xjRbt1LIKCzM',
    lets: byItself,
    refuses: { nobody: [401, 'CM_DENIED'], worker: [403, 'CM_FORBIDDEN'] },
  },
  'notify-supplier': {
    path: '/letters',
    lets: byItself,
    refuses: { nobody: [401, 'NOTIFY_ACCESS_DENIED'], worker: [403, 'NOTIFY_FORBIDDEN'] },
  },
  'nrl-consumer': {
    path: '/DocumentReference',
    lets: byItself,
    refuses: { nobody: [401, 'You are not authorized to access this resource.'], patient: [403, 'ACCESS_DENIED'] },
  },
  'nrl-producer': {
    path: '/DocumentReference',
    lets: byItself,
    refuses: { nobody: [401, 'You are not authorized to access this resource.'], patient: [403, 'ACCESS_DENIED'] },
  },
  'ods-organisations': { path: '/Organization', lets: ['key'], refuses: keyed },
  'ods-terminology': { path: '/CodeSystem', lets: ['key'], refuses: keyed },
  'personal-demographics': {
    path: `/Patient/${own}`,
    lets: ['application', 'privileged', 'worker', 'patient'],
    refuses: {
      nobody: [401, 'Missing Authorization header'],
      wrong: [401, 'Invalid Access Token'],
      unproven: [403, 'Patient cannot perform this action'],
    },
    aboutOther: [`/Patient/${other}`, 403, 'Patient cannot perform this action'],
  },
  'prescription-status-update': {
    path: '/metadata',
    lets: byItself,
    refuses: { nobody: [401, 'Missing Authorization header'], worker: [403, 'signed JWT'] },
  },
  'custom-prescription-status-update': {
    path: '/format-1',
    lets: [],
    refuses: {},
  },
  'prescription-tracker': {
    path: '/RequestGroup',
    lets: ['worker'],
    refuses: { nobody: [401, 'UNAUTHORIZED'], application: [403, 'FORBIDDEN'] },
  },
  'prescriptions-for-patients': { path: '/Bundle', lets: ['patient'], refuses: practice },
  'service-search': {
    path: '/search?api-version=3',
    lets: ['key'],
    refuses: { nobody: [401, 'API key invalid'], wrong: [401, 'API key invalid'] },
  },
  'spine-directory': { path: '/Device', lets: ['key'], refuses: keyed },
  'summary-care-record': {
    path: `/DocumentReference?patient=https://fhir.nhs.uk/Id/nhs-number|${own}`,
    lets: ['worker'],
    refuses: { nobody: [401, 'forbidden'], application: [403, 'forbidden'], patient: [403, 'forbidden'] },
  },
};

test('every API has its row here', () => {
  expect(Object.keys(rows).toSorted()).toEqual(served.map(({ contract }) => contract.slug).toSorted());
});

test.for(served.map(({ contract }) => contract))('$slug', async ({ slug, basePath }) => {
  const row = rows[slug];
  if (!row) throw new Error(`${slug} has no row`);
  const ask = async (path: string, by: Caller): Promise<readonly [number, string]> => {
    const response = await sandbox.request(basePath + path, { headers: callers[by] });
    return [response.status, await response.text()];
  };
  for (const by of row.lets) expect([by, (await ask(row.path, by))[0]]).not.toEqual([by, expect.toBeOneOf([401, 403])]);
  for (const [by, [status, text]] of Object.entries(row.refuses))
    expect([by, ...(await ask(row.path, by as Caller))]).toEqual([by, status, expect.stringContaining(text)]);
  if (!row.aboutOther) return;
  const [path, status, text] = row.aboutOther;
  expect(await ask(path, 'patient')).toEqual([status, expect.stringContaining(text)]);
});

test('who is known and refused is told whom they are taken for', async () => {
  for (const by of ['worker', 'unproven'] as const) await sandbox.request('/prescriptions-for-patients/Bundle', { headers: callers[by] });
  const { exchanges } = (await (await sandbox.request('/_sandbox/exchanges?limit=2')).json()) as {
    readonly exchanges: readonly { readonly notes: readonly string[] }[];
  };
  expect(exchanges.map(({ notes }) => notes.join(' '))).toEqual([
    expect.stringMatching(/the application ".*" \(patient-access\), with the patient 9000000009 signed in, proved to P5/),
    expect.stringMatching(/the application ".*" \(user-restricted\), with somebody signed in who has the role 555030405011/),
  ]);
});
