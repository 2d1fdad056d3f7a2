/** What the directory's operations answer and refuse, and what its code systems hold. */
import { expect } from 'vitest';
import { given } from '../../given.ts';
import { directory, england, entriesOf, fhirJson, lists, looseList, organisationCodes } from '../organisation-directory.ts';
import type { Sheet, SheetRow } from '../sheet.ts';

const open = (): ReturnType<typeof directory> => directory('ods-terminology');

const rule = (shows: SheetRow['shows']): SheetRow => ({ by: 'rule', shows });
const record = (shows: SheetRow['shows']): SheetRow => ({ by: 'record', shows });

const small = ['ODSOrganisationRole', 'ODSRelationship', 'ODSRecordClass', 'practitioner-role', 'geography-name'];
const histories = ['organization-role-instance', 'organization-relationship-instance', 'succession'];
const practitioners = ['practitioner', 'practitioner-relationship-instance', 'practitioner-additional-attribute'];

/** The code system in summary, its newest version. */
async function summaryOf(url: string) {
  const { found } = open();
  const [first] = entriesOf(await found(`/CodeSystem?url=${url}`));
  return first?.['resource'];
}

async function displayOf(system: string, code: string): Promise<unknown> {
  const { found } = open();
  return (await found(`/CodeSystem/$lookup?system=${system}&code=${code}`)).body['parameter']?.[1]?.['valueString'];
}

export const sheet: Sheet = {
  file: 'organisation-directory.md',
  sections: ['1', '4', '6'],
  rows: {
    '1: GET /Organization': record(async () => {
      const { ids } = open();
      expect(await ids('/Organization?name=Woodsorrel%20Health')).toContain('Y90001');
    }),
    '1: GET /Organization/{ods}': record(async () => {
      const { found } = open();
      const { body, headers } = await found('/Organization/G81086');
      expect(body).toMatchObject({ id: 'G81086', name: 'TREVELYAN SURGERY (FICTIONAL)', active: true, identifier: [{ value: 'G81086' }] });
      expect(headers.get('etag')).toBe(`W/"${String(body['meta']?.['versionId'])}"`);
      expect(headers.get('last-modified')).toBe(new Date(String(body['meta']?.['lastUpdated'])).toUTCString());
      expect(headers.get('content-location')).toMatch(
        /^http:\/\/sandbox\.test\/organisation-data-terminology-api\/fhir\/Organization\/G81086\//,
      );
    }),
    '1: GET /OrganizationAffiliation': record(async () => {
      const { ids } = open();
      expect(await ids('/OrganizationAffiliation?primary-organization=G81086&active=true&role=RE8')).toEqual(['617400']);
    }),
    '1: GET /OrganizationAffiliation/{id}': record(async () => {
      const { found } = open();
      expect((await found('/OrganizationAffiliation/617400')).body).toMatchObject({
        identifier: [{ value: '617400' }],
        active: true,
        period: { start: '2019-10-01' },
        organization: { reference: 'Organization/G81086' },
        participatingOrganization: { reference: 'Organization/U36842' },
        code: [{ coding: [{ code: 'RE8', display: 'IS PARTNER TO' }] }],
      });
    }),
    '1: GET /List/{id}': record(async () => {
      const { found } = open();
      const names = [
        'Organization-deletion',
        'OrganizationAffiliation-deletion',
        'Organization-role-deletion',
        'Organization-succession-deletion',
      ];
      for (const name of names) expect((await found(`/List/${name}`)).body).toMatchObject({ id: name, status: 'current', mode: 'working' });
      expect(entriesOf(await found('/List')).map((entry) => entry['resource']?.['id'])).toEqual(names);
      expect(looseList((await found('/List/Organization-deletion')).body['entry']).at(-1)).toEqual({
        date: '2025-03-11T00:00:00Z',
        item: { type: 'Organization', identifier: { system: organisationCodes, value: 'FZ826' } },
      });
    }),
    '1: GET /CodeSystem': rule(async () => {
      const { found } = open();
      expect(entriesOf(await found(`/CodeSystem?url=${organisationCodes}`)).map((entry) => entry['resource']?.['version'])).toEqual([
        '2026-01-15',
        '2026-01-14',
        '2026-01-13',
      ]);
      expect((await found(`/CodeSystem?system=${organisationCodes}&code=X9999`)).body['total']).toBe(0);
      const whole = await found(`/CodeSystem?system=${lists}/ODSRelationship&_summary=false`);
      expect(whole.body['entry']?.[0]?.['resource']?.['concept']?.[0]).toEqual({ code: 'RE2', display: 'IS A SUB-DIVISION OF' });
    }),
    '1: GET /CodeSystem/$lookup': rule(async () => {
      const { found } = open();
      const asked = `/CodeSystem/$lookup?system=${organisationCodes}&code=G81086`;
      const told = async (query: string) => {
        const parameters = looseList((await found(asked + query)).body['parameter']);
        return parameters.filter((one) => String(one['name']) === 'property').map((one) => one['part']?.[0]?.['valueCode']);
      };
      expect(await told('&property=opStartDate&property=town')).toEqual(['opStartDate', 'town']);
      expect(await told('')).toEqual(['status', 'inactive']);
      expect((await told('&property=*')).length).toBeGreaterThan(20);
    }),
    '1: GET /CodeSystem/$validate-code': rule(async () => {
      const { found } = open();
      const result = async (query: string) =>
        (await found(`/CodeSystem/$validate-code?url=${organisationCodes}&${query}`)).body['parameter']?.[0];
      for (const [query, valueBoolean] of [
        ['code=G81086', true],
        ['code=G81086&status=active', true],
        ['code=G81086&role=RO76&RE8=U36842', true],
        ['code=RJY&status=active', false],
        ['code=X9999', false],
      ])
        expect([query, await result(String(query))]).toEqual([query, { name: 'result', valueBoolean }]);
    }),
    '1: POST /ValueSet/$expand': rule(async () => {
      const { expand } = open();
      const filter = [{ property: 'lastChangeDate', op: '=', value: 'gt2025-10-15' }];
      const properties = [{ name: 'property', valueString: 'primaryRole' }];
      const { body } = await expand({ system: organisationCodes, filter }, [
        ...properties,
        { name: 'count', valueInteger: '2' },
        { name: 'offset', valueInteger: 1 },
      ]);
      const { total, offset, contains } = { ...body['expansion'] };
      expect(Number(total)).toBeGreaterThan(2);
      expect([offset, looseList(contains)]).toMatchObject([
        1,
        [{ system: organisationCodes, extension: [{ extension: [{ valueCode: 'primaryRole' }, {}] }] }, {}],
      ]);
    }),
    '1: GET /metadata': rule(async () => {
      const { found, request, contract } = open();
      const { body } = await found('/metadata');
      expect(body).toMatchObject({
        resourceType: 'CapabilityStatement',
        id: 'England-ODS-Requirements',
        kind: 'requirements',
        fhirVersion: '4.0.1',
      });
      const type = async (query: string) => (await request(`${contract.basePath}/metadata${query}`)).headers.get('content-type');
      expect(await type('?_format=xml')).toMatch(/^application\/fhir\+xml/);
      expect(await type('?_format=application/fhir%2Bxml')).toMatch(/^application\/fhir\+json/);
    }),

    '4: 400': rule(async () => {
      const { refused } = open();
      const known =
        '[_content, _id, _lastUpdated, _profile, _security, _source, _tag, _text, active, activeRoleCode, address, address-city, ' +
        'address-country, address-postalcode, address-state, address-use, endpoint, identifier, lastChangeDate, name, partof, phonetic, roleCode, type]';
      const words = `HAPI-0524: Unknown search parameter "count" for resource type "Organization". Valid search parameters for this search are: ${known}`;
      expect(await refused('GET', '/Organization?count=5')).toEqual([400, 'processing', words]);
      // The parameter comes before the value.
      expect(await refused('GET', '/Organization?lastChangeDate=gtINVALID&count=5')).toEqual([400, 'processing', words]);
    }),
    '4: 400 / processing': rule(async () => {
      const { refused } = open();
      const words = (date: string) => [400, 'processing', `HAPI-1940: Invalid date/time/quantity format: "${date}"`];
      for (const date of ['gtINVALID', '2025-02-30', 'lt2025-13-01'])
        expect(await refused('GET', `/Organization?lastChangeDate=${date}`)).toEqual(words(date));
    }),
    '4: 404': rule(async () => {
      const { refused } = open();
      for (const path of ['Organization/X9999', 'Organization/g81086', 'OrganizationAffiliation/1', 'List/Nothing'])
        expect(await refused('GET', `/${path}`)).toEqual([404, 'processing', `HAPI-2001: Resource ${path} is not known`]);
    }),
    '4: 405': rule(async () => {
      const { refused } = open();
      const words = 'HAPI-0427: HTTP Method DELETE is not allowed for this operation. Allowed method(s): POST, GET';
      expect(await refused('DELETE', '/Organization/G81086')).toEqual([405, 'processing', words]);
    }),
    '4: 422': rule(async () => {
      const { expand } = open();
      const words = /^\[[0-9a-f-]{36}\]: The expansion of value set null was too big \(>50000\)\.$/;
      const large = { system: organisationCodes };
      // The real register has far more organisations than are listed, so nobody gets all of them at once.
      for (const { status, body } of [await expand(large), await expand(large, [{ name: 'count', valueInteger: 50_001 }])])
        expect([status, body['issue']]).toMatchObject([422, [{ code: 'processing', diagnostics: expect.stringMatching(words) }]]);
      expect((await expand(large, [{ name: 'count', valueInteger: 50_000 }])).status).toBe(200);
    }),
    '4: 422 / processing': rule(async () => {
      const { expand } = open();
      const { status, body } = await expand({ system: organisationCodes, filter: [{ property: 'constituency', op: '=', value: 'x' }] });
      const diagnostics = `There is no declared filter called constituency on code system ${organisationCodes}`;
      expect([status, body['issue']]).toMatchObject([422, [{ code: 'processing', diagnostics }]]);
    }),
    '4: 422 / too-costly': rule(async () => {
      const { call } = open();
      const words = 'Response exceeds APIM size limit';
      expect(await call('GET', `/CodeSystem?url=${organisationCodes}&_summary=false`)).toMatchObject({
        status: 422,
        body: { issue: [{ code: 'too-costly', details: { text: words }, diagnostics: words }] },
      });
    }),
    '4: 401, 429': rule(async () => {
      const strict = directory('ods-terminology', { settings: { access: 'strict' } });
      const { key } = given(strict);
      const ask = async (apikey: string) => strict.call('GET', '/metadata', { headers: { apikey } });
      expect(await ask('')).toMatchObject({
        status: 401,
        body: { issue: [{ code: '401', details: { coding: [{ code: '401', display: 'Unauthorized' }] } }] },
      });
      const answers = await Promise.all(Array.from({ length: 12 }, () => ask(key)));
      expect(answers.find(({ status }) => status === 429)).toMatchObject({
        body: { issue: [{ code: '429', details: { coding: [{ code: '429', display: 'Too Many Requests' }] } }] },
      });
    }),

    '6: https://fhir.nhs.uk/Id/ods-organization-code': record(async () => {
      const { found, properties } = open();
      const total = (await found('/Organization?_summary=count')).body['total'];
      expect(await summaryOf(organisationCodes)).toMatchObject({ version: '2026-01-15', count: total });
      expect(await properties('G81086')).toMatchObject({
        status: ['active'],
        inactive: [false],
        role: ['RO177', 'RO76'],
        primaryRole: ['RO177'],
        RE4: ['97R'],
        RE8: ['U36842'],
        opStartDate: ['1974-04-01'],
        town: ['LEEDS'],
        assigningAuth: ['NHS BUSINESS SERVICES AUTHORITY'],
        orgRecordClass: ['RC1'],
      });
      // One version is kept of each of the last nights.
      const asked = `/CodeSystem/$lookup?system=${organisationCodes}&code=G81086`;
      expect((await found(`${asked}&version=2026-01-13`)).body['parameter']?.[4]?.['valueString']).toBe('2026-01-13');
      const { refused } = open();
      expect((await refused('GET', `${asked}&version=2025-01-13`))[0]).toBe(404);
    }),
    '6: ODSOrganisationRole, ODSRelationship, ODSRecordClass, practitioner-role, geography-name': rule(async () => {
      for (const name of small)
        expect([name, Number((await summaryOf(`${lists}/${name}`))?.['count'])]).toEqual([name, expect.any(Number)]);
      expect(await displayOf(`${lists}/ODSOrganisationRole`, 'RO272')).toBe('PRIMARY CARE NETWORK');
      expect(await displayOf(`${lists}/ODSRelationship`, 'RE9')).toBe('IS NOMINATED PAYEE FOR');
      expect(await displayOf(`${lists}/geography-name`, 'QZ0')).toMatch(/INTEGRATED CARE BOARD/);
      const { properties } = open();
      expect([await properties('RO177', `${lists}/ODSOrganisationRole`), await properties('RO76', `${lists}/ODSOrganisationRole`)]).toEqual(
        [{ primaryRole: [true] }, { primaryRole: [false] }],
      );
    }),
    '6: https://fhir.nhs.uk/England/CodeSystem/England-ODSRecordUseType, …/England-PeriodType, …/England-ODSDateTime': rule(async () => {
      for (const [name, code] of [
        ['England-ODSRecordUseType', 'RefOnly'],
        ['England-PeriodType', 'Operational'],
        ['England-ODSDateTime', 'LastChangeDate'],
      ])
        expect(await displayOf(`${england}/${name}`, String(code))).toBe(code === 'LastChangeDate' ? 'Last Change Date' : code);
    }),
    '6: organization-role-instance, organization-relationship-instance, succession': record(async () => {
      for (const name of histories) expect([name, Number((await summaryOf(`${lists}/${name}`))?.['count']) > 0]).toEqual([name, true]);
      const { properties, expand } = open();
      expect(await properties('256248', `${lists}/organization-relationship-instance`)).toMatchObject({
        status: ['inactive'],
        organisation: ['G81086'],
        target: ['Q72'],
        relationship: ['RE5'],
        opStartDate: ['2013-04-01'],
        opEndDate: ['2019-03-31'],
      });
      const filter = [{ property: 'predecessor', op: '=', value: 'RJY' }];
      const successor = await expand({ system: `${lists}/succession`, filter }, [{ name: 'property', valueString: 'successor' }]);
      expect(successor.body['expansion']?.['contains']).toMatchObject([{ extension: [{ extension: [{}, { valueCode: 'RR8' }] }] }]);
    }),
    '6: practitioner, practitioner-relationship-instance, practitioner-additional-attribute': record(async () => {
      for (const name of practitioners) expect(await summaryOf(`${lists}/${name}`)).toMatchObject({ content: 'complete' });
      const { expand, properties } = open();
      const filter = [{ property: 'ME1', op: '=', value: 'Y90001' }];
      const { body } = await expand({ system: `${lists}/practitioner`, filter });
      const code = String(body['expansion']?.['contains']?.[0]?.['code']);
      expect((await properties('G7112418', `${lists}/practitioner`))['ME1']).toEqual(['G81086']);
      expect(code).toMatch(/^G\d{7}$/);
      expect(await properties(code, `${lists}/practitioner`)).toEqual({
        status: ['active'],
        type: ['PGP'],
        role: ['PGP1'],
        ME1: ['Y90001'],
      });
    }),
    '6: postcode': record(async () => {
      const { found, properties } = open();
      const { body } = await found('/Organization/Y90001');
      const postcode = encodeURIComponent(String(body['address']?.[0]?.['postalCode']));
      const { ICB, LA, LSOA11, NHSER, PCO } = await properties('Y90001');
      expect(await properties(postcode, `${lists}/postcode`)).toEqual({ ICB, LA, LSOA11, NHSER, PCO });
    }),

    'list 3: formats': rule(async () => {
      const { request, contract } = open();
      const asked = async (path: string, accept?: string) => {
        const answer = await request(contract.basePath + path, accept === undefined ? {} : { headers: { Accept: accept } });
        return [answer.status, answer.headers.get('content-type')?.split(';')[0]];
      };
      for (const path of [
        '/Organization/G81086',
        '/Organization?_id=G81086',
        '/OrganizationAffiliation?_id=617400',
        '/List/Organization-deletion',
        '/CodeSystem',
      ]) {
        const sign = path.includes('?') ? '&' : '?';
        expect([path, await asked(path)]).toEqual([path, [200, path === '/CodeSystem' ? 'application/json' : 'application/fhir+json']]);
        expect([path, await asked(`${path}${sign}_format=xml`)]).toEqual([path, [200, 'application/fhir+xml']]);
        expect([path, await asked(`${path}${sign}_format=json`, 'application/fhir+xml')]).toEqual([path, [200, 'application/fhir+json']]);
      }
    }),
    'list 4: order of the checks': rule(async () => {
      const strict = directory('ods-terminology', { settings: { access: 'strict' } });
      const status = async (method: string, path: string, headers: Record<string, string>) =>
        (await strict.call(method, path, { headers })).status;
      const keyed = () => ({ apikey: given(strict).key });
      expect(await status('DELETE', '/Organization?count=1', {})).toBe(401);
      expect(await status('DELETE', '/Organization?count=1', keyed())).toBe(405);
      expect(await status('GET', '/Organization?count=1', keyed())).toBe(400);
    }),
    'list 6: an expansion leaves out what has closed': rule(async () => {
      const { expand } = open();
      const filter = [{ property: 'code', op: 'in', value: 'RJY,RR8' }];
      const codes = async (...asked: Parameters<typeof expand>) =>
        looseList((await expand(...asked)).body['expansion']?.['contains']).map((one) => [one['code'], one['inactive']]);
      const both = { system: organisationCodes, filter };
      expect(await codes(both)).toEqual([
        ['RJY', true],
        ['RR8', undefined],
      ]);
      expect(await codes(both, [{ name: 'activeOnly', valueBoolean: true }])).toEqual([['RR8', undefined]]);
      expect(await codes(both, [], false)).toEqual([['RR8', undefined]]);
      expect(await codes({ system: organisationCodes, concept: [{ code: 'RJY' }] })).toEqual([['RJY', true]]);
      const roles = { system: organisationCodes, filter: [{ property: 'primaryRole', op: '=', value: 'RO197' }] };
      expect(await codes(roles, [{ name: 'filter', valueString: 'trev teach' }])).toEqual([['RR8', undefined]]);
      expect((await expand({ system: `${lists}/nothing` })).status).toBe(404);
    }),
    'list 6: a value stands twice': rule(async () => {
      const { found } = open();
      const { body } = await found(`/CodeSystem/$lookup?system=${organisationCodes}&code=G81086&property=status&property=town`);
      const parts = looseList(body['parameter'])
        .filter((one) => String(one['name']) === 'property')
        .map((one) => looseList(one['part']));
      expect(parts).toEqual([
        [
          { name: 'code', valueCode: 'status' },
          { name: 'value', valueCode: 'active' },
        ],
        [
          { name: 'code', valueCode: 'town' },
          { name: 'valueString', valueString: 'LEEDS' },
          { name: 'value', valueString: 'LEEDS' },
        ],
      ]);
      const { request, contract } = open();
      expect((await request(`${contract.basePath}/ValueSet/$expand`, { method: 'POST', headers: fhirJson, body: '{' })).status).toBe(400);
    }),
  },
};
