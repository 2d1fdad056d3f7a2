/** What is known of the Immunisation History API, row by row: each with a request and its answer. */
import { expect } from 'vitest';
import { given } from '../../given.ts';
import { sandboxesFor, type ApiSandbox, type Loose } from '../../sandbox.ts';
import type { Sheet, SheetRow } from '../sheet.ts';

const open = await sandboxesFor('immunisation-history');
type Opened = ApiSandbox<'immunisation-history'>;

const jane = '9000000009';
const number = (of: string): string => `patient.identifier=https://fhir.nhs.uk/Id/nhs-number|${of}`;
const include = '_include=Immunization:patient';
const asked = (of: string, more = 'immunization.target=FLU'): string => `/Immunization?${number(of)}&${include}&${more}`;

const rule = (shows: (sandbox: Opened) => Promise<void>): SheetRow => ({ by: 'rule', shows: () => shows(open()) });
const record = (shows: (sandbox: Opened) => Promise<void>): SheetRow => ({ by: 'record', shows: () => shows(open()) });

const said = async ({ call }: Opened, path: string, headers: Record<string, string> = {}): Promise<readonly unknown[]> => {
  const { status, body } = await call('GET', path, { headers });
  const { severity, code, details, diagnostics } = body['issue']?.[0] ?? {};
  expect([severity, details]).toEqual(['error', undefined]);
  return [status, code, diagnostics];
};

const noTarget = 'Missing or invalid required request parameters: [procedure-code:below] OR [immunization.target]';

const wrong: readonly (readonly [path: string, text: string, headers?: Record<string, string>])[] = [
  [`/Immunization?immunization.target=NONE`, 'Invalid version', { Accept: 'application/fhir+json; version=3' }],
  [`/Immunization?immunization.target=NONE`, 'Missing required request parameters: [patient.identifier]'],
  [`/Immunization?${number(jane)}`, noTarget],
  ...['NONE', 'flu', 'COVID', 'FLU&procedure-code:below=90640007'].map(
    (target) => [asked(jane, `immunization.target=${target}`), noTarget] as const,
  ),
  [asked(jane, 'procedure-code:below=1'), noTarget],
  [asked(jane, 'immunization.target=FLU&date.from=2025&date.to=never'), 'Invalid request parameters: [date.from]'],
  [asked(jane, 'immunization.target=FLU&date.to=2025-02-30'), 'Invalid request parameters: [date.to]'],
  [
    asked(jane, 'immunization.target=FLU&date.from=2025-01-02&date.to=2025-01-01'),
    'Invalid request parameters: [date.from] is greater than [date.to]',
  ],
];

interface As {
  readonly may?: readonly string[];
  readonly patient?: string;
  readonly proofing?: 'P5' | 'P9';
}

function strictly(sandbox: Opened, { may, patient, proofing = 'P9' }: As): Record<string, string> {
  const user = patient === undefined ? undefined : { id: 'somebody', nhsNumber: patient, proofing };
  const { token } = given(
    sandbox,
    may ? { permissions: { 'immunisation-history': may } } : {},
    user ? { mode: 'patient-access', user, scopes: [`urn:nhsd:apim:user-nhs-login:${proofing}:*`] } : {},
  );
  return { Authorization: `Bearer ${token}`, 'X-Sandbox-Access': 'strict' };
}

const entriesOf = (body: Loose) => body['entry'] as unknown as readonly { resource: Record<string, unknown>; search: { mode: string } }[];

const rows: Readonly<Record<string, SheetRow>> = {
  '2: 400': rule(async (sandbox) => {
    for (const [path, text, headers] of wrong) expect(await said(sandbox, path, headers)).toEqual([400, 'processing', text]);
  }),
  '2: 401': rule(async (sandbox) => {
    const strict = { 'X-Sandbox-Access': 'strict' };
    const flu = asked(jane);
    for (const headers of [strict, { ...strict, Authorization: 'Bearer unknown' }])
      expect(await said(sandbox, flu, headers)).toEqual([401, 'forbidden', 'Provided access token is invalid']);
    const noLeave = [401, 'processing', 'You do not have permission to access this resource'];
    expect(await said(sandbox, flu, strictly(sandbox, { may: ['COVID19'] }))).toEqual(noLeave);
    const unauthorised = [401, 'processing', 'Unauthorized'];
    expect(await said(sandbox, flu, strictly(sandbox, { patient: '9449310475' }))).toEqual(unauthorised);
    expect(await said(sandbox, flu, strictly(sandbox, { patient: jane, proofing: 'P5' }))).toEqual(unauthorised);
    for (const as of [{ may: ['FLU'] }, { patient: jane }])
      expect((await sandbox.call('GET', flu, { headers: strictly(sandbox, as) })).status).toBe(200);
  }),
  '2: 403 / 404': rule(async (sandbox) => {
    expect((await said(sandbox, asked(jane), strictly(sandbox, { may: ['*'] })))[0]).toBe(403);
    for (const name of ['AUTHORISED_TARGETS', 'X-Request-Url']) {
      const { status, body } = await sandbox.call('GET', asked(jane), { headers: { [name]: 'FLU' } });
      expect([status, body]).toEqual([404, { error: 'invalid_request', error_description: `${name} cannot be provided in headers` }]);
    }
  }),
  'list of versions: 1 and 2, and 1 where nobody says': rule(async ({ call }) => {
    for (const [accept, version] of [
      ['*/*', '1'],
      ['application/fhir+json;version=1', '1'],
      ['application/fhir+json; version=2.0', '2'],
    ] as const) {
      const { status, headers } = await call('GET', asked(jane, 'immunization.target=COVID19'), { headers: { Accept: accept } });
      expect([status, headers.get('version')]).toEqual([200, version]);
    }
  }),
  'list of what is in a bundle: vaccinations that were given or turned down, then the person': record(async ({ call, workspace }) => {
    const ozzie = '9449310475';
    const { body } = await call('GET', asked(ozzie));
    const jabs =
      workspace.population
        .record(ozzie)
        ?.of('vaccination')
        .filter(({ sort }) => sort === 'FLU') ?? [];
    const entries = entriesOf(body);
    expect(entries.map(({ search }) => search.mode)).toEqual([...jabs.map(() => 'match'), 'include']);
    expect(body['total']).toBe(jabs.length);
    expect(entries.slice(0, -1).map(({ resource }) => resource['id'])).toEqual(jabs.toReversed().map(({ id }) => id));
    const declined = entries.find(({ resource }) => resource['status'] === 'not-done')?.resource;
    expect(declined).toMatchObject({ statusReason: { coding: [{ code: '310376006' }] } });
    expect(declined).not.toHaveProperty('contained');
    expect(declined).not.toHaveProperty('recorder');
    expect(Object.keys(entries.at(-1)?.resource ?? {})).toEqual(['resourceType', 'id', 'identifier', 'birthDate']);
  }),
  'list of official people: 9000000009 has vaccinations, 9000000033 none': record(async ({ call }) => {
    const totals = [jane, '9000000033'].map(async (of) => (await call('GET', asked(of))).body['total']);
    expect(await Promise.all(totals)).toEqual([expect.any(Number), 0]);
    expect(Number(await totals[0])).toBeGreaterThan(0);
  }),
  'list of days: where they leave nothing, the person is there all the same': record(async ({ call }) => {
    const { body } = await call('GET', asked(jane, 'immunization.target=FLU&date.to=1990-01-01'));
    expect([body['total'], entriesOf(body).map(({ resource }) => resource['resourceType'])]).toEqual([0, ['Patient']]);
  }),
};

export const sheet: Sheet = { file: 'eligibility-and-staff.md', sections: ['2'], rows };
