/** What the official sandbox of the organisation directory does badly, done better. */
import { expect, test } from 'vitest';
import { sandboxFor } from '../../sandbox.ts';
import { given } from '../../given.ts';
import { directory, entriesOf, lists, looseList, nextOf, organisationCodes } from '../organisation-directory.ts';

const open = (): ReturnType<typeof directory> => directory('ods-terminology');

test('a fault has the one shape that the store sends, and not that of the version before', async () => {
  const { call } = open();
  const { body } = await call('GET', '/Organization/X9999');
  expect(Object.keys(body).toSorted()).toEqual(['issue', 'resourceType', 'text']);
  expect(body['issue']?.[0]).toEqual({
    severity: 'error',
    code: 'processing',
    diagnostics: 'HAPI-2001: Resource Organization/X9999 is not known',
  });
});

test('a fault of the gateway is JSON that can be read', async () => {
  const strict = directory('ods-terminology', { settings: { access: 'strict' } });
  const { body } = await strict.call('GET', '/Organization', { headers: { apikey: 'quotation "marks"' } });
  expect(body['issue']?.[0]?.['details']?.['coding']?.[0]).toEqual({ code: '401', display: 'Unauthorized' });
});

test('every address in an answer is of the host that was asked', async () => {
  const { found } = open();
  const page = await found('/Organization?_count=2&_revinclude=OrganizationAffiliation:primary-organization');
  const read = await found('/Organization/G81086');
  for (const address of [nextOf(page), read.headers.get('content-location'), ...entriesOf(page).map((entry) => entry['fullUrl'])])
    expect(String(address)).toMatch(/^http:\/\/sandbox\.test\/organisation-data-terminology-api\/fhir\//);
});

test('the capability statement is one of R4, and of this service', async () => {
  const { found } = open();
  const { body } = await found('/metadata');
  expect([body['fhirVersion'], body['url']]).toEqual(['4.0.1', 'http://sandbox.test/organisation-data-terminology-api/fhir/metadata']);
});

test('the total is told on every page to whoever asks for it', async () => {
  const { found } = open();
  const usual = await found('/Organization?_count=5');
  const counted = await found('/Organization?_count=5&_total=accurate');
  expect([usual.body['total'], typeof counted.body['total']]).toEqual([undefined, 'number']);
  expect(nextOf(counted)).toMatch(/\?_count=5&_offset=5&_total=accurate$/);
});

test('what is found comes in the order that is asked for, page after page', async () => {
  const { found, ids, refused } = open();
  const codes = 'RR8,G81086,U36842,FDC49';
  expect(await ids(`/Organization?_id=${codes}&_sort=-name`)).toEqual(['RR8', 'G81086', 'U36842', 'FDC49']);
  expect(await ids(`/Organization?_id=${codes}&_sort=activeRoleCode,-_id`)).toEqual(['G81086', 'FDC49', 'RR8', 'U36842']);
  expect(nextOf(await found('/Organization?_sort=-lastChangeDate&_count=1'))).toMatch(/\?_count=1&_offset=1&_sort=-lastChangeDate$/);
  expect(String((await refused('GET', '/Organization?_sort=_content'))[2])).toContain('Valid values for this search are: [_id, ');
  expect(await refused('GET', '/OrganizationAffiliation?_sort=name')).toEqual([
    400,
    'processing',
    'HAPI-1194: Unknown _sort parameter value "name" for resource type "OrganizationAffiliation" (Note: sort parameters values must use a valid Search Parameter). Valid values for this search are: [_id, _lastUpdated, active, identifier, participating-organization, primary-organisation, primary-organization, role]',
  ]);
});

test('relationships are read page by page', async () => {
  const { found } = open();
  const numbers: unknown[] = [];
  for (let page: string | undefined = '/OrganizationAffiliation?participating-organization=QZ0&_count=2'; page !== undefined;) {
    const answer = await found(page);
    numbers.push(...entriesOf(answer).map((entry) => entry['resource']?.['id']));
    page = nextOf(answer)?.replace(/^.*\/fhir/, '');
  }
  const { total } = (await found('/OrganizationAffiliation?participating-organization=QZ0&_summary=count')).body;
  expect([numbers.length, new Set(numbers).size]).toEqual([total, total]);
});

test('who came after an organisation that has closed is looked up by its code', async () => {
  const { properties } = open();
  expect([(await properties('RJY'))['successor'], (await properties('RR8'))['predecessor']]).toEqual([['RR8'], ['RJY']]);
});

test('too many concepts and too many requests are had on demand', async () => {
  const { call, expand } = open();
  for (const code of ['422', '429'])
    expect((await call('GET', '/CodeSystem', { headers: { Prefer: `code=${code}` } })).status).toBe(Number(code));
  expect((await expand({ system: organisationCodes })).status).toBe(422);
  const strict = directory('ods-terminology', { settings: { access: 'strict' } });
  const { key } = given(strict);
  const statuses = await Promise.all(
    Array.from({ length: 12 }, async () => (await strict.call('GET', '/metadata', { headers: { apikey: key } })).status),
  );
  expect(statuses).toContain(429);
});

test('what was published misspelt is taken as well', async () => {
  const { found } = open();
  const { body } = await found(`/CodeSystem/?system=${lists}/ODSRecordClass&_summmary=false`);
  expect(looseList(body['entry']?.[0]?.['resource']?.['concept'])).toHaveLength(2);
  expect((await found(`/CodeSystem/?system=${organisationCodes}&code=G81086&property=*`)).body['resourceType']).toBe('Parameters');
});

test('a practice is the same in the demographics service as here', async () => {
  const { found } = open();
  const demographics = await sandboxFor('personal-demographics');
  const { body } = await demographics.call('GET', `/Patient/${demographics.people.janeSmith}`, {
    headers: { 'X-Request-ID': '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10' },
  });
  const practice = String(body['generalPractitioner']?.[0]?.['identifier']?.['value']);
  expect((await found(`/Organization/${practice}`)).body).toMatchObject({ id: practice, active: true });
});
