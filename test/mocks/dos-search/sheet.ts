/** What the search of the directory of services does, row by row, for practices and pharmacies of the population. */
import { expect } from 'vitest';
import { given } from '../../given.ts';
import { type Answer, type Loose, sandboxesFor } from '../../sandbox.ts';
import type { Sheet, SheetRow } from '../sheet.ts';

const open = await sandboxesFor('dos-search');
const { call } = open();
const strict = open({ settings: { access: 'strict' } });

const id = '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10';
const headers = { version: '1', 'X-Request-ID': id };
const system = 'https://fhir.nhs.uk/Id/ods-organization-code';
const spine = 'https://fhir.hl7.org.uk/CodeSystem/UKCore-SpineErrorOrWarningCode';
const search = (identifier: string, revinclude = 'Endpoint:organization'): string =>
  `/Organization?${new URLSearchParams({ identifier, _revinclude: revinclude })}`;
const services = (identifier: string): string => `/HealthcareService?${new URLSearchParams({ 'organization.identifier': identifier })}`;
const practice = search(`${system}|Y90001`);

type Issue = readonly [status: number, issue: string, code: string, diagnostics: string];

const asked = (path: string, sent: Record<string, string> = {}, from: Pick<typeof strict, 'call'> = { call }): Promise<Answer> =>
  from.call('GET', path, { headers: { ...headers, ...sent } });

/** The status with each issue: its code, that of its details, and its words. */
async function faultsOf(answer: Promise<Answer>): Promise<readonly Issue[]> {
  const { status, body } = await answer;
  const issues = (body['issue'] ?? []) as unknown as readonly Loose[];
  return issues.map((issue) => [
    status,
    String(issue['code']),
    String(issue['details']?.['coding']?.[0]?.['code']),
    String(issue['diagnostics']),
  ]);
}

const badRequest = (issue: string, diagnostics: string): Issue => [400, issue, 'REC_BAD_REQUEST', diagnostics];
const badSearch = (issue: string, diagnostics: string): Issue => [400, issue, 'INVALID_SEARCH_DATA', diagnostics];
const endpointsWanted = badSearch(
  'value',
  "The request is missing the '_revinclude=Endpoint:organization' parameter, which is required to include linked Endpoint resources.",
);
const entriesOf = ({ body }: Answer): readonly Loose[] => (body['entry'] ?? []) as unknown as readonly Loose[];

const rule = (shows: SheetRow['shows']): SheetRow => ({ by: 'rule', shows });
const record = (shows: SheetRow['shows']): SheetRow => ({ by: 'record', shows });

export const sheet: Sheet = {
  file: 'directory-of-services.md',
  sections: ['B1', 'B2'],
  rows: {
    'B1: GET /Organization': record(async () => {
      const answer = await asked(practice, { 'X-Correlation-ID': 'enquiry-7' });
      const echoed = ['x-request-id', 'x-correlation-id', 'x-content-type-options', 'x-frame-options', 'cache-control'];
      expect(echoed.map((name) => answer.headers.get(name))).toEqual([id, 'enquiry-7', 'nosniff', 'DENY', 'no-store']);
      expect(answer.headers.get('content-type')).toMatch(/^application\/fhir\+json/);
      const [organization] = entriesOf(answer);
      expect(organization).toMatchObject({
        search: { mode: 'match' },
        resource: { identifier: [{ use: 'official', system, value: 'Y90001' }] },
      });
    }),
    'B1: GET /HealthcareService': record(async () => {
      const answer = await call('GET', services(`${system}|Y90001`), { headers: { 'X-Request-ID': id } });
      expect(answer.body).toMatchObject({ type: 'searchset', total: entriesOf(answer).length, link: [{ relation: 'self' }] });
    }),

    'B2: 1': rule(async () => {
      expect(await faultsOf(asked('/DoesNotExist'))).toEqual([
        [404, 'not-supported', 'UNSUPPORTED_SERVICE', 'Unsupported service: /DoesNotExist'],
      ]);
    }),
    'B2: 2': rule(async () => {
      expect(await faultsOf(asked(practice, { foo: '1' }))).toEqual([badRequest('value', 'Unexpected header(s): foo.')]);
      const common = { 'User-Agent': 'app', Traceparent: '00-1', 'Sec-Fetch-Mode': 'cors', 'NHSD-End-User-Organisation-ODS': 'A1' };
      expect((await asked(practice, common)).status).toBe(200);
    }),
    'B2: 3': rule(async () => {
      const none = badRequest('required', "Missing required header(s): 'version', 'x-request-id'");
      expect(await faultsOf(asked(practice, { version: '', 'X-Request-ID': '' }))).toEqual([none]);
      const wrong = badRequest('value', "Invalid version found in supplied headers: version must be '1'");
      expect(await faultsOf(asked(practice, { version: '2', 'X-Request-ID': '', foo: '1' }))).toEqual([
        badRequest('value', 'Unexpected header(s): foo.'),
        badRequest('required', "Missing required header(s): 'x-request-id'"),
        wrong,
      ]);
    }),
    'B2: 4': rule(async () => {
      expect(await faultsOf(asked('/Organization?foo=1'))).toEqual([
        badSearch('value', "Unexpected query parameter(s): foo. Only 'identifier' and '_revinclude' are allowed."),
        badSearch('required', "Missing required query parameter(s): 'identifier', '_revinclude'"),
      ]);
      expect(await faultsOf(asked(`${services(`${system}|Y90001`)}&foo=1`))).toEqual([
        badSearch('value', "Unexpected query parameter(s): foo. Only 'organization.identifier' is allowed."),
      ]);
    }),
    'B2: 5': rule(async () => {
      const other = (sent: string): Issue => badSearch('code-invalid', `Invalid identifier system '${sent}' - expected '${system}'`);
      expect(await faultsOf(asked(search('foo|Y90001')))).toEqual([other('foo')]);
      expect(await faultsOf(asked(services('Y90001')))).toEqual([other('')]);
    }),
    'B2: 6': rule(async () => {
      const wrong = (code: string): Issue =>
        badSearch('value', `Invalid identifier value: ODS code '${code}' must follow format ^[A-Za-z0-9]{5,12}$`);
      expect(await faultsOf(asked(search(`${system}|0123`)))).toEqual([wrong('0123')]);
      expect(await faultsOf(asked(search(`${system}|rr8`, 'x')))).toEqual([wrong('RR8'), endpointsWanted]);
    }),
    'B2: 7': rule(async () => {
      for (const value of ['Endpoint:Organization', 'x'])
        expect([value, await faultsOf(asked(search(`${system}|Y90001`, value)))]).toEqual([value, [endpointsWanted]]);
    }),
    'B2: –': rule(async () => {
      const [unknown] = await faultsOf(asked('/Organization', { foo: '1' }, strict));
      expect(unknown).toEqual([401, 'security', 'UNAUTHORIZED', 'Invalid or missing authentication token']);
      const { token } = given(strict, {}, { mode: 'user-restricted', user: { id: '555010203011', roles: [] } });
      const [refused] = await faultsOf(asked('/Organization', { foo: '1', Authorization: `Bearer ${token}` }, strict));
      expect(refused).toEqual([403, 'forbidden', 'FORBIDDEN', 'Insufficient permissions to access this resource']);
    }),
    'B2: – / rate': rule(async () => {
      const { token } = given(strict);
      const said = { Authorization: `Bearer ${token}` };
      const first = await asked(practice, said, strict);
      const [second] = await faultsOf(asked('/Organization', said, strict));
      const words = 'You have exceeded the agreed rate limits for this endpoint.';
      expect([first.status, second]).toEqual([200, [429, 'throttled', 'SEND_TOO_MANY_REQUESTS', words]]);
    }),
    // Somebody sets a fault, or asks for it; the service has a flag.
    'B2: – / flag off; failure': rule(async () => {
      const fault = { match: { operation: 'searchHealthcareServices' }, effect: { type: 'status', status: 503 } };
      const off = open();
      await off.send('POST', '/_sandbox/faults', fault);
      const told = async (path: string, sent: Record<string, string> = {}) => (await asked(path, sent, off)).body['issue'];
      const disabled = 'Service Unavailable: Healthcare Service search endpoint is currently disabled';
      expect(await told(services(`${system}|Y90001`))).toEqual([{ severity: 'fatal', code: 'exception', diagnostics: disabled }]);
      expect((await asked(practice, {}, off)).status).toBe(200);
      const failed = { severity: 'fatal', code: 'exception', diagnostics: 'Internal server error' };
      expect(await told(practice, { Prefer: 'code=500' })).toEqual([failed]);
    }),

    'list B2: codings of the faults': rule(async () => {
      const codingOf = async (answer: Promise<Answer>) => (await answer).body['issue']?.[0]?.['details']?.['coding']?.[0];
      expect(await codingOf(asked('/Organization'))).toMatchObject({ system: spine, version: '1.0.0' });
      expect(await codingOf(asked('/Nothing'))).toMatchObject({ system: spine, version: '1.0.0' });
      expect(await codingOf(asked(practice, { version: '2' }))).toMatchObject({
        system: 'https://fhir.nhs.uk/CodeSystem/http-error-codes',
        version: '1',
      });
      expect(await codingOf(asked(practice, {}, strict))).toMatchObject({
        system: 'https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode',
      });
      const { body } = await call('GET', practice, { headers: { ...headers, Prefer: 'code=429' } });
      expect(body['issue']?.[0]?.['details']?.['coding']?.[0]).toMatchObject({
        system: 'https://fhir.nhs.uk/Codesystem/http-error-codes',
        version: '0.1.0',
      });
    }),
    'list B3: an organisation and its endpoints': record(async () => {
      const answer = await asked(practice);
      const [first, ...others] = entriesOf(answer);
      expect(answer.body['total']).toBeUndefined();
      expect(String(answer.body['link']?.[0]?.['url'])).toContain('/dos-search/FHIR/R4/Organization?');
      expect(Object.keys(first?.['resource'] ?? {})).toEqual(['resourceType', 'id', 'identifier', 'active', 'name']);
      expect(others.length).toBeGreaterThan(1);
      const base = 'https://fhir.nhs.uk/England/StructureDefinition/Extension-England-';
      for (const [n, entry] of others.entries())
        expect(entry).toMatchObject({
          search: { mode: 'include' },
          resource: {
            resourceType: 'Endpoint',
            managingOrganization: { reference: `Organization/${String(first?.['resource']?.['id'])}` },
            connectionType: { code: expect.stringMatching(/^(itk|email|telno|http)$/) },
            extension: [
              { url: `${base}OrganizationEndpointOrder`, valueInteger: n + 1 },
              { valueBoolean: n === 0 },
              { valueCode: expect.any(String) },
            ],
          },
        });
    }),
    'list B3: what is offered, with numbers for everybody and for clinicians': record(async () => {
      const [practices, pharmacy] = await Promise.all(['Y90001', 'FZ001'].map((code) => asked(services(`${system}|${code}`))));
      const typesOf = (answer: Answer | undefined) =>
        (answer ? entriesOf(answer) : []).map((entry) => entry['resource']?.['type']?.[0]?.['coding']?.[0]?.['code']);
      expect(typesOf(practices)).toEqual(['GP Consultation Service', 'Primary Care Network Enhanced Access Service']);
      expect(typesOf(pharmacy)[0]).toBe('Essential Services');
      const [service] = practices ? entriesOf(practices) : [];
      const comment = 'http://hl7.org/fhir/StructureDefinition/contactpoint-comment';
      expect(service?.['resource']).toMatchObject({
        identifier: [{ system: 'https://fhir.nhs.uk/Id/dos-service-id', value: expect.stringMatching(/^\d{4,}$/) }],
        providedBy: { identifier: { value: 'Y90001' } },
        telecom: [
          { system: 'phone', extension: [{ url: comment, valueString: 'Public' }] },
          { system: 'phone', extension: [{ valueString: 'Clinician Access Only' }] },
          { system: 'email' },
          { system: 'url' },
        ],
      });
      for (const name of ['endpoint', 'eligibility', 'availableTime']) expect(service?.['resource']?.[name]).toBeUndefined();
    }),
    'list B4: the organisation of the official sandbox': record(async () => {
      for (const code of ['ABC123', 'abc123']) {
        const [first, ...endpoints] = entriesOf(await asked(search(`${system}|${code}`)));
        expect(first).toMatchObject({ resource: { identifier: [{ value: 'ABC123' }] } });
        expect(endpoints.map((entry) => entry['resource']?.['connectionType']?.['code'])).toEqual(['email', 'email']);
      }
    }),
  },
};
