/** The two searches of the directory, as a client meets them. */
import { describe, expect, test } from 'vitest';
import { organisations } from '../../../mocks/places.ts';
import { sandboxFor } from '../../sandbox.ts';

const { call, client, contract } = await sandboxFor('dos-search');
const id = '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10';
const headers = { version: '1', 'X-Request-ID': id, 'X-Correlation-ID': 'enquiry-7' };
const system = 'https://fhir.nhs.uk/Id/ods-organization-code';
const code = (ods: string): string => encodeURIComponent(`${system}|${ods}`);
const organization = (ods: string): string => `/Organization?identifier=${code(ods)}&_revinclude=Endpoint:organization`;

test('a practice is found by its code, then where its messages go, then what it offers', async () => {
  const found = await client.GET('/Organization', {
    params: {
      header: { version: 1, 'X-Request-ID': id },
      query: { identifier: `${system}|Y12345`, _revinclude: 'Endpoint:organization' },
    },
  });
  const [first, ...endpoints] = found.data?.entry ?? [];
  const practice = organisations.find(({ ods }) => ods === 'Y12345');
  expect(first).toMatchObject({ resource: { resourceType: 'Organization', name: practice?.name }, search: { mode: 'match' } });
  expect(endpoints.length).toBeGreaterThan(0);
  const managed = { managingOrganization: { reference: `Organization/${first?.resource?.id}` } };
  for (const each of endpoints) expect(each).toMatchObject({ resource: managed, search: { mode: 'include' } });

  const offered = await client.GET('/HealthcareService', {
    params: { header: { 'X-Request-ID': id }, query: { 'organization.identifier': `${system}|Y12345` } },
  });
  expect(offered.data?.total).toBe(offered.data?.entry.length);
  const provider = { reference: `Organization/${first?.resource?.id}`, identifier: { value: 'Y12345' } };
  for (const { resource } of offered.data?.entry ?? []) expect(resource?.providedBy).toMatchObject(provider);
});

test.for(['Y12345', 'Y23456', 'ABC123'])('%s is answered with its own record, and both ids come back', async (ods) => {
  const { status, headers: sent, body } = await call('GET', organization(ods), { headers });
  expect([status, sent.get('x-request-id'), sent.get('x-correlation-id')]).toEqual([200, id, 'enquiry-7']);
  expect(body['entry']?.[0]).toMatchObject({ resource: { identifier: [{ use: 'official', system, value: ods }] } });
});

test('a well-formed code of nobody finds nothing, and that is no fault', async () => {
  const found = await call('GET', organization('ZZ9999'), { headers });
  expect([found.status, found.body['entry'], found.body['total']]).toEqual([200, [], undefined]);
  const offered = await call('GET', `/HealthcareService?organization.identifier=${code('ZZ9999')}`, { headers });
  expect([offered.status, offered.body['entry'], offered.body['total']]).toEqual([200, [], 0]);
});

describe('a fault', () => {
  test.for<[string, string, Record<string, string>, readonly (readonly [string, string, string])[]]>([
    [
      'names every header that is missing, before it looks at the query',
      '/Organization?name=x',
      { version: '', 'X-Request-ID': '' },
      [['required', 'REC_BAD_REQUEST', "Missing required header(s): 'version', 'x-request-id'"]],
    ],
    [
      'of the version',
      organization('Y12345'),
      { version: '2' },
      [['value', 'REC_BAD_REQUEST', "Invalid version found in supplied headers: version must be '1'"]],
    ],
    [
      'names parameters that are not known, and those that are missing',
      '/Organization?name=x',
      {},
      [
        ['value', 'INVALID_SEARCH_DATA', "Unexpected query parameter(s): name. Only 'identifier' and '_revinclude' are allowed."],
        ['required', 'INVALID_SEARCH_DATA', "Missing required query parameter(s): 'identifier', '_revinclude'"],
      ],
    ],
    [
      'of the services names the one parameter there is',
      `/HealthcareService?organization.identifier=${code('Y12345')}&name=x`,
      {},
      [['value', 'INVALID_SEARCH_DATA', "Unexpected query parameter(s): name. Only 'organization.identifier' is allowed."]],
    ],
    [
      'of the identifier’s system says which was sent',
      '/HealthcareService?organization.identifier=foo|Y12345',
      {},
      [['code-invalid', 'INVALID_SEARCH_DATA', `Invalid identifier system 'foo' - expected '${system}'`]],
    ],
    [
      'of a code, a trust’s for one, shows it in capitals',
      organization('rr8'),
      {},
      [['value', 'INVALID_SEARCH_DATA', "Invalid identifier value: ODS code 'RR8' must follow format ^[A-Za-z0-9]{5,12}$"]],
    ],
  ])('%s', async ([, path, changed, issues]) => {
    const { status, body } = await call('GET', path, { headers: { ...headers, ...changed } });
    expect(status).toBe(400);
    const told = issues.map(([issue, coding, diagnostics]) => ({
      severity: 'error',
      code: issue,
      details: { coding: [{ code: coding }] },
      diagnostics,
    }));
    expect(body).toMatchObject({ resourceType: 'OperationOutcome', issue: told });
  });

  test('of a path says which', async () => {
    const { status, body } = await call('GET', '/Location', { headers });
    expect(status).toBe(404);
    expect(body['issue']).toMatchObject([{ code: 'not-supported', diagnostics: 'Unsupported service: /Location' }]);
  });
});

const documented = contract.operations.flatMap(({ id: operation, path, responses }) =>
  [...responses.keys()].map((status): [string, string, string] => [operation, status, path]),
);

test.for(documented)('%s answers %s when it is asked to', async ([, status, path]) => {
  const asked = path === '/Organization' ? organization('Y12345') : `${path}?organization.identifier=${code('Y12345')}`;
  const answer = await call('GET', asked, { headers: { ...headers, Prefer: `code=${status}` } });
  expect(answer.status).toBe(Number(status));
  expect(answer.headers.get('content-type')).toBe('application/fhir+json');
  expect(answer.body['resourceType']).toBe(status === '200' ? 'Bundle' : 'OperationOutcome');
});

test('where the contract is only warned of, no identifier is that of nobody', async () => {
  const relaxed = await sandboxFor('dos-search', { settings: { checks: 'warn' } });
  for (const path of ['/Organization', '/HealthcareService']) {
    const { status, body } = await relaxed.call('GET', path, { headers });
    expect([path, status, body['entry']]).toEqual([path, 200, []]);
  }
});

test('a practice that has closed is found, with endpoints that are off, and offers nothing', async () => {
  const found = await call('GET', organization('Y90901'), { headers });
  expect(found.body['entry']?.[0]?.['resource']).toMatchObject({ active: false });
  expect(found.body['entry']?.[1]?.['resource']).toMatchObject({ status: 'off' });
  const offered = await call('GET', `/HealthcareService?organization.identifier=${code('Y90901')}`, { headers });
  expect(offered.body['total']).toBe(0);
});
