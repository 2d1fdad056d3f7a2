/** What clients send by mistake or on purpose, and the nights on which the directory changes. */
import { expect, test } from 'vitest';
import { directory, entriesOf, organisationCodes } from '../organisation-directory.ts';

test('names that every object of JavaScript has are nothing special', async () => {
  const { call, expand, found } = directory('ods-terminology');
  expect((await call('GET', '/List/constructor')).body['issue']?.[0]?.['diagnostics']).toBe(
    'HAPI-2001: Resource List/constructor is not known',
  );
  expect((await found('/Organization/RR8?_format=constructor')).body).toMatchObject({ id: 'RR8' });
  const filter = [{ property: 'status', op: 'constructor', value: 'active' }];
  expect((await expand({ system: organisationCodes, filter })).status).toBe(422);
});

test('XML is had in every way that clients ask for it, faults and all', async () => {
  const { request, contract } = directory('ods-terminology');
  const asked = async (path: string, Accept = '*/*') => {
    const answer = await request(contract.basePath + path, { headers: { Accept } });
    return [answer.status, answer.headers.get('content-type')?.split(';')[0], (await answer.text()).slice(0, 5)];
  };
  expect(await asked('/Organization/RR8?_format=application/fhir+xml')).toEqual([200, 'application/fhir+xml', '<?xml']);
  expect(await asked('/Organization/X9999', 'application/fhir+xml')).toEqual([404, 'application/fhir+xml', '<?xml']);
});

test('a value set leaves out what it excludes, and lists once what it includes twice', async () => {
  const { expand } = directory('ods-terminology');
  const [trust, active] = [
    { property: 'code', op: '=', value: 'RR8' },
    { property: 'status', op: '=', value: 'active' },
  ];
  const totals = async (...composed: readonly (readonly object[])[]): Promise<unknown[]> => {
    const [include = [], exclude = []] = composed.map((all) => all.map((filter) => ({ system: organisationCodes, filter: [filter] })));
    const { body } = await expand({}, [], true, { include, exclude });
    return [body['expansion']?.['total']];
  };
  expect(await totals([trust, trust])).toEqual([1]);
  expect(await totals([trust], [active])).toEqual([0]);
});

test('how much one request makes the directory do has its bounds', async () => {
  const { call, expand } = directory('ods-terminology');
  const filter = Array.from({ length: 101 }, () => ({ property: 'status', op: '=', value: 'active' }));
  expect((await expand({ system: organisationCodes, filter })).status).toBe(422);
  expect((await call('GET', `/Organization?${'_source=x&'.repeat(51)}`)).status).toBe(400);
});

test('nothing in the directory was changed on a day that is still to come', async () => {
  const sandbox = directory('ods-terminology');
  sandbox.clock.set(Date.UTC(2018, 0, 15, 12));
  const { body } = await sandbox.found('/List/OrganizationAffiliation-deletion');
  expect(String(body['meta']?.['lastUpdated']) < '2018-01-15').toBe(true);
});

test('the end of what was announced to close is a change of its own', async () => {
  const sandbox = directory('ods-terminology');
  const told: unknown[] = [];
  for (const now of [Date.UTC(2026, 8, 30, 12), Date.UTC(2026, 9, 1, 12)]) {
    sandbox.clock.set(now);
    const { body, headers } = await sandbox.found('/Organization/Y90010002');
    const changed = await sandbox.found('/Organization?_lastUpdated=2026-10-01&_id=Y90010002');
    told.push([body['active'], headers.get('etag'), entriesOf(changed).length]);
  }
  expect(told).toEqual([
    [true, 'W/"3"', 0],
    [false, 'W/"4"', 1],
  ]);
});
