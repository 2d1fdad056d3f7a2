/** What the directory of systems does, row by row. */
import { expect } from 'vitest';
import { sandboxesFor, world } from '../../sandbox.ts';
import type { Sheet, SheetRow } from '../sheet.ts';

const open = await sandboxesFor('spine-directory');
const { call, client, clock } = open();

const ods = (code: string): string => `https://fhir.nhs.uk/Id/ods-organization-code|${code}`;
const interaction = (name: string): string => `https://fhir.nhs.uk/Id/nhsServiceInteractionId|urn:nhs:names:services:${name}`;
const key = (value: string): string => `https://fhir.nhs.uk/Id/nhsMhsPartyKey|${value}`;
const patients = interaction('gpconnect:fhir:rest:search:patient-1');
const prescriptions = interaction('mm:PORX_IN020101UK31');

type Query = readonly (readonly [name: string, value: string])[];
const get = async (path: string, query: Query, headers: Record<string, string> = {}) =>
  call('GET', `${path}?${query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`, { headers });
const devices = async (...query: Query) => (await get('/Device', query)).body;
const endpoints = async (...query: Query) => (await get('/Endpoint', query)).body;
const addresses = async (query: { organization?: string; identifier: string[] }) =>
  (await client.GET('/Endpoint', { params: { query } })).data?.entry.map(({ resource }) => resource.address);

/** Which status, code and text a request is refused with. */
async function refused(path: string, query: Query, headers?: Record<string, string>): Promise<unknown> {
  const { status, body } = await get(path, query, headers);
  const issue = body['issue']?.[0];
  return [status, issue?.['code'], issue?.['details']?.['coding']?.[0]?.['code'], issue?.['diagnostics']];
}
const badRequest = (text: string): unknown => [400, 'required', 'BAD_REQUEST', `HTTP 400: Bad Request (${text})`];

const wantedOf = {
  organization: `Missing or invalid 'organization' query parameter. Should be 'organization=${ods('value')}'`,
  identifier:
    "Missing or invalid 'identifier' query parameter. Should be one or both of: " +
    "'identifier=https://fhir.nhs.uk/Id/nhsServiceInteractionId|value' and 'identifier=https://fhir.nhs.uk/Id/nhsMhsPartyKey|value'",
};
const practice: Query = [
  ['organization', ods('Y90001')],
  ['identifier', patients],
];
const rule = (shows: SheetRow['shows']): SheetRow => ({ by: 'rule', shows });
const record = (shows: SheetRow['shows']): SheetRow => ({ by: 'record', shows });
const demanded = async (code: number): Promise<unknown> => refused('/Device', practice, { Prefer: `code=${code}` });

export const sheet: Sheet = {
  file: 'spine-directory.md',
  sections: ['1', '3'],
  rows: {
    '1: GET /Device': record(async () => {
      const found = await devices(...practice);
      expect(found).toMatchObject({
        resourceType: 'Bundle',
        type: 'searchset',
        total: 1,
        link: [{ relation: 'self', url: expect.stringContaining(`organization=${ods('Y90001')}`) }],
        entry: [
          {
            fullUrl: expect.stringMatching(/\/Device\/[0-9a-f-]{36}$/),
            search: { mode: 'match' },
            resource: {
              identifier: [
                { system: 'https://fhir.nhs.uk/Id/nhsSpineASID', value: expect.stringMatching(/^\d{12}$/) },
                { system: 'https://fhir.nhs.uk/Id/nhsMhsPartyKey', value: expect.stringMatching(/^Y90001-\d{7}$/) },
              ],
              owner: { identifier: { value: 'Y90001' }, display: world().organisation('Y90001')?.name },
            },
          },
        ],
      });
      expect(await devices(...practice)).toEqual(found);
    }),
    '1: GET /Endpoint': record(async () => {
      expect((await endpoints(...practice))['entry']?.[0]?.['resource']).toMatchObject({
        status: 'active',
        connectionType: { code: 'hl7-fhir-msg' },
        address: 'https://messages.y90001.example/Y90001/messages',
        managingOrganization: { identifier: { value: 'Y90001' } },
        identifier: [{ value: 'messages.y90001.example' }, { value: expect.stringMatching(/^Y90001-/) }, {}, {}],
        extension: [{ extension: expect.arrayContaining([{ url: 'nhsMHSRetries', valueInteger: 3 }]) }],
      });
    }),
    '1: organization': record(async () => {
      const owners = ['Y90001', 'FZ001', 'RZ0', 'Z9S9Z', 'X9999', 'y90001'];
      const asked = interaction('pdsquery:QUPA_IN000009UK03');
      const totals = owners.map(async (each) => (await devices(['organization', ods(each)], ['identifier', asked]))['total']);
      expect(await Promise.all(totals)).toEqual([1, 1, 1, 0, 0, 0]);
    }),
    '1: identifier': rule(async () => {
      const both: Query = [
        ['organization', ods('B82617')],
        ['identifier', key('YES-0000806')],
        ['identifier', interaction('gpconnect:fhir:rest:read:metadata-1')],
      ];
      expect((await devices(...both))['total']).toBe(0);
      expect((await devices(...both, ['identifier', key('B82617-0000913')]))['total']).toBe(1);
    }),
    '1: manufacturing-organization': rule(async () => {
      expect((await devices(...practice, ['manufacturing-organization', ods('Z9S9Z')]))['total']).toBe(1);
      expect((await devices(...practice, ['manufacturing-organization', ods('YES')]))['total']).toBe(0);
      expect(world().register.entry('Z9S9Z')?.isActive).toBe(true);
    }),
    '3: 1': rule(async () =>
      expect(await refused('/Elsewhere', [['nothing', '1']], { 'X-Correlation-Id': 'mine' })).toEqual([
        404,
        'not-found',
        'NO_RECORD_FOUND',
        'HTTP endpoint not found',
      ]),
    ),
    '3: 2': rule(async () => {
      const { status, headers, body } = await call('POST', '/Device?nothing=1', { body: {} });
      expect([status, headers.get('Allow')?.includes('GET'), body['issue']?.[0]?.['diagnostics']]).toEqual([
        405,
        true,
        'HTTP operation not supported',
      ]);
    }),
    '3: 3': rule(async () =>
      expect(await refused('/Device', [['nothing', '1']], { 'X-Correlation-Id': 'mine' })).toEqual(
        badRequest(
          "Invalid X-Correlation-ID header. Should be an UUIDv4 matching regex '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$'",
        ),
      ),
    ),
    '3: 4': rule(async () => {
      const wrong: Query = [
        ['organization', 'Y90001'],
        ['nothing', '1'],
      ];
      expect(await refused('/Device', wrong)).toEqual(badRequest("Illegal query parameter 'nothing'"));
    }),
    '3: 5': rule(async () => {
      expect(await refused('/Device', [['organization', 'Y90001']])).toEqual(badRequest(wantedOf.organization));
      expect(await refused('/Endpoint', [['identifier', 'Y90001-1']])).toEqual(badRequest(wantedOf.identifier));
    }),
    '3: 6': rule(async () => {
      expect(await refused('/Device', [['identifier', patients]])).toEqual(badRequest(wantedOf.organization));
      expect(await refused('/Device', [['organization', ods('Y90001')]])).toEqual(badRequest(wantedOf.identifier));
      expect(await refused('/Device', [...practice.slice(0, 1), ['identifier', key('Y90001-1')]])).toEqual(badRequest(wantedOf.identifier));
    }),
    '3: 7': rule(async () => {
      const combination = expect.stringMatching(
        /^HTTP 400: Bad Request \(Missing or invalid query parameters\. Should one of following combinations: \['/,
      );
      for (const alone of [patients, key('Y90001-1')])
        expect(await refused('/Endpoint', [['identifier', alone]])).toEqual([400, 'required', 'BAD_REQUEST', combination]);
    }),
    '3: 8': rule(async () => {
      const xml = { Accept: 'application/xml' };
      const notAcceptable = [406, 'invalid', 'MISSING_OR_INVALID_HEADER', 'Accept type not supported'];
      expect(await refused('/Device', practice, xml)).toEqual(notAcceptable);
      expect(await refused('/Device', [['nothing', '1']], xml)).toEqual(badRequest("Illegal query parameter 'nothing'"));
      for (const Accept of ['*/*', 'application/fhir+json', 'application/json'])
        expect((await get('/Device', practice, { Accept })).status).toBe(200);
    }),
    '3: 9': rule(async () => {
      const { status, body } = await get('/Device', [['organization', ods('X9999')], ...practice.slice(1)]);
      expect([status, body['total'], body['entry']]).toEqual([200, 0, []]);
    }),
    // A directory that fails is asked for: no request of a client's reaches it.
    '3: –': rule(async () => {
      expect(await demanded(500)).toEqual([500, 'exception', 'INTERNAL_SERVER_ERROR', expect.any(String)]);
      expect(await demanded(502)).toEqual([502, 'exception', 'INTERNAL_SERVER_ERROR', 'Invalid LDAP response received']);
      expect(await demanded(504)).toEqual([504, 'exception', 'INTERNAL_SERVER_ERROR', 'LDAP request timed out']);
    }),
    'list an endpoint is asked for by two of three': rule(async () => {
      const organization = ods('YES');
      const [asked, its] = [interaction('psis:REPC_IN150016UK05'), key('YES-0000806')];
      const queries = [
        { organization, identifier: [asked] },
        { organization, identifier: [its] },
        { identifier: [asked, its] },
        { organization, identifier: [asked, its] },
      ];
      for (const query of queries) expect(await addresses(query)).toEqual(['https://spine.example/YES/requests']);
    }),
    'list what central Spine passes on goes to its own address': rule(async () => {
      const organization = ods('Y90001');
      const central = 'https://spine.example/reliablemessaging/forwardreliable';
      expect(await addresses({ organization, identifier: [prescriptions] })).toEqual([central]);
      const partyKey = (await devices(...practice))['entry']?.[0]?.['resource']?.['identifier']?.[1]?.['value'];
      expect(await addresses({ organization, identifier: [key(String(partyKey))] })).toEqual([
        'https://messages.y90001.example/Y90001/messages',
        central,
      ]);
    }),
    'list the two organisations of the official sandbox': rule(async () => {
      expect((await devices(['organization', ods('YES')], ['identifier', interaction('psis:REPC_IN150016UK05')]))['total']).toBe(1);
      expect((await devices(['organization', ods('B82617')], ['identifier', patients]))['total']).toBe(1);
    }),
    'list the correlation id comes back': rule(async () => {
      const id = '5e0f7c1a-93d2-4b68-8a47-d1c6b2e9f034';
      expect((await get('/Device', practice, { 'X-Correlation-Id': id })).headers.get('X-Correlation-Id')).toBe(id);
    }),
    'lifecycle every open practice has a system, one that has closed has none': record(async () => {
      const practices = [...world().organisations('gp-practice')].slice(-20).map(({ ods: code }) => code);
      for (const code of practices)
        expect([code, (await devices(['organization', ods(code)], ['identifier', patients]))['total']]).toEqual([code, 1]);
      expect((await devices(['organization', ods('Y90901')], ['identifier', patients]))['total']).toBe(0);
    }),
    'lifecycle a pharmacy has a system from the day on which it opens to that on which it is no more': record(async () => {
      const asked: Query = [
        ['organization', ods('FZ827')],
        ['identifier', interaction('mm:PORX_IN090101UK31')],
      ];
      const on = async (day: string): Promise<unknown> => {
        clock.set(Date.parse(`${day}T12:00:00Z`));
        return (await devices(...asked))['total'];
      };
      expect([await on('2026-03-01'), await on('2026-03-02'), await on('2026-03-11')]).toEqual([0, 1, 0]);
    }),
  },
};
