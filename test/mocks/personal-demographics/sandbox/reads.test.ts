/** The official sandbox's frame, and what can be read of it: patients, related people and insurance cards. */
import { describe, expect, test } from 'vitest';
import { sandboxFor } from '../../../sandbox.ts';
import { faultOf } from '../demographics.ts';
import { official } from './official.ts';

const { call } = await official();

const json = { 'Content-Type': 'application/json' };
const card = {
  resourceType: 'Coverage',
  identifier: [{ value: 'DE1234567890121234', assigner: { identifier: { system: 'urn:iso:std:iso:3166', value: 'FAU' } } }],
  status: 'active',
  subscriber: { identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9000000009' } },
  beneficiary: { identifier: { value: 'PERS123' } },
  payor: [{ identifier: { value: '1234 - Kasse' } }],
  period: { end: '2020-08-20' },
};
const send = (body: unknown, headers: Record<string, string> = {}) =>
  call('POST', '/Coverage', { body, headers: { ...json, 'If-Match': 'W/"2"', ...headers } });

/** What a Patient says, in one line. */
const lineOf = ({ status, headers, body }: Awaited<ReturnType<typeof call>>): string => {
  const security: unknown = body['meta']?.['security'];
  const names: unknown = body['name'] ?? [];
  const told = Array.isArray(names) ? names.map(({ id, prefix, given, family, suffix }) => [id, prefix, given, family, suffix]) : [];
  const { gender, birthDate } = body;
  const [address, practice] = [body['address']?.[0], body['generalPractitioner']?.[0]];
  const code = Array.isArray(security) ? security.map((one) => one.code).join() : '';
  const place = [address?.['id'], address?.['line'], address?.['postalCode'], practice?.['identifier']?.['value']];
  return [status, headers.get('etag'), code, ...told.flat(2), gender, birthDate, ...place.flat()]
    .filter((one) => one !== undefined && one !== null)
    .join(' ');
};

describe('what is wrong in a head', () => {
  const id = '00000000-0000-4000-8000-000000000001';
  test.for<[string, Record<string, string>, number, string, string | undefined]>([
    [
      'no request id',
      { 'X-Request-ID': '' },
      400,
      'MISSING_VALUE',
      'Invalid request with error - X-Request-ID header must be supplied to access this resource',
    ],
    ['a request id that is none', { 'X-Request-ID': '12345' }, 400, 'INVALID_VALUE', "Invalid value - '12345' in header 'X-Request-ID'"],
    ['one word', { Authorization: 'Bearer' }, 401, 'ACCESS_DENIED', 'Missing access token'],
    ['another scheme', { Authorization: 'Basic abc123' }, 401, 'ACCESS_DENIED', 'Missing access token'],
    ['three words', { Authorization: 'Bearer abc 123' }, 401, 'ACCESS_DENIED', 'Missing access token'],
    ['a token without a digit', { Authorization: 'Bearer HEALTHCARE_WORKER' }, 401, 'ACCESS_DENIED', 'Invalid Access Token'],
    ['a token without a letter', { Authorization: 'Bearer 12345' }, 401, 'ACCESS_DENIED', 'Invalid Access Token'],
    ['a token with two underscores', { Authorization: 'Bearer a_1_b' }, 401, 'ACCESS_DENIED', 'Invalid Access Token'],
    ['a token that ends with an underscore', { Authorization: 'Bearer a1_' }, 401, 'ACCESS_DENIED', 'Invalid Access Token'],
    ['a token with a full stop', { Authorization: 'Bearer a.1' }, 401, 'ACCESS_DENIED', 'Invalid Access Token'],
    [
      'both, of which the request id comes first',
      { 'X-Request-ID': '12345', Authorization: 'Bearer' },
      400,
      'INVALID_VALUE',
      "Invalid value - '12345' in header 'X-Request-ID'",
    ],
  ])('%s is refused', async ([, headers, status, code, diagnostics]) => {
    const sent = { 'X-Request-ID': id, ...headers };
    for (const path of ['/Patient/9000000000', '/Patient/9000000009/RelatedPerson', '/Patient?family=Smith', '/Coverage']) {
      const answer = await call('GET', path, { headers: sent });
      expect(faultOf(answer)).toMatchObject({ status, code, diagnostics });
      if (sent['X-Request-ID'] !== '') expect(answer.headers.get('x-request-id')).toBe(sent['X-Request-ID']);
    }
  });

  test.for(['Bearer g1112R_ccQ1Ebbb4gtHBP1aaaNM', 'Bearer a1'])('%s is let in', async (token) => {
    expect((await call('GET', '/Patient/9000000009', { headers: { Authorization: token } })).status).toBe(200);
  });

  test('a 401 says that access is denied', async () => {
    const { display, issue } = faultOf(await call('GET', '/Patient/9000000009', { headers: { Authorization: 'Bearer' } }));
    expect([display, issue]).toEqual(['Access Denied - Unauthorised', 'forbidden']);
  });

  test('what it accepts and whose role it has is not looked at', async () => {
    const headers = { Accept: 'text/html', 'NHSD-Session-URID': 'no number', 'X-Correlation-ID': 'abc' };
    const answer = await call('GET', '/Patient/9000000009', { headers });
    const { headers: given } = answer;
    expect([answer.status, given.get('content-type'), given.get('x-correlation-id')]).toEqual([200, 'application/fhir+json', 'abc']);
  });
});

test('a page that asks before it sends is told what the official sandbox allows', async () => {
  const { request } = await sandboxFor('personal-demographics', { settings: { compatibility: 'official-sandbox' } });
  const headers = { Origin: 'https://app.example', 'Access-Control-Request-Method': 'PATCH' };
  const answer = await request('/personal-demographics/FHIR/R4/Patient/9000000009', { method: 'OPTIONS', headers });
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'access-control-allow-origin': 'https://app.example',
    'access-control-allow-methods': 'GET, PUT, POST, PATCH, DELETE',
    'access-control-allow-headers':
      'origin, x-requested-with, accept, content-type, if-match, nhsd-session-urid, authorization, x-correlation-id, x-request-id, nhsd-end-user-organisation-ods',
    'access-control-expose-headers': 'x-correlation-id, x-request-id',
    'access-control-max-age': '3628800',
  });
});

describe('a patient', () => {
  test.for<[string, string]>([
    [
      '9000000009',
      '200 W/"2" U 123 Mrs Jane Smith female 2010-10-22 456 1 Trevelyan Square Boar Lane City Centre Leeds West Yorkshire LS1 6AE Y12345',
    ],
    ['9000000025', '200 W/"2" R 123 Mrs Janet Smythe MBE female 2010-10-22'],
    ['9000000033', '200 W/"2" U'],
    [
      '9732110317',
      '200 W/"7" U 4E1F21EF Mr Adrian Sanderson 4E1F33EF Dr Roger Killen PhD male 1936-06-21 E6F42AC4 3984 Tomika Greens ZY5T2PX',
    ],
    [
      '9733162043',
      '200 W/"2" U WzHTW MR Dean Roger KILLEN PhD male 1955-05-27 oVBjQ 2 GRANGE LANE NURSERY SCUNTHORPE S HUMBERSIDE DN16 3BA A20047',
    ],
    [
      '9736363015',
      '200 W/"6" U IBoKk MR Conrad Landon MOONEY PhD MBBS male 1937-04-08 ZTNNN SHERINGHAM CROWLE MOORS CROWLE SCUNTHORPE S HUMBERSIDE DN17 4BL A20047',
    ],
    [
      '9736363023',
      '200 W/"5" U WvgEq MR Cyril Gordon MELLOY male 1940-08-02 ZeCOE 10 WOODGARR AVENUE KEADBY SCUNTHORPE S HUMBERSIDE DN17 3BZ A20047',
    ],
    [
      '9736363066',
      '200 W/"3" U xWaWS MR Randal Gerald WEAVER unknown 1933-02-25 yFGCr 1 SCHOOL ROAD WINTERINGHAM SCUNTHORPE DN15 9NL A20047',
    ],
    [
      '9736363074',
      '200 W/"3" U pnmOI MR Arthur Mathew WILCOX male 1955-11-05 HZLcX 10 MAGDALEN CLOSE SCUNTHORPE S HUMBERSIDE DN16 3NA A20047',
    ],
    [
      '5900046192',
      '200 W/"3" U 283EBC8B Mr Zebedee Karate-test-gtikmto male 1991-06-28 C0E90847 Flat 16, The Heights Curley Rows WALLINGTON Surrey SM5 9PX',
    ],
    ['5900056597', '200 W/"3" U 06CDC2DE Mr Jane Karate-test-cpwdvdf male 1981-12-05 1176C882 74003 Titus Lock JH1B0NK'],
    ['5900057208', '200 W/"1" U F44C7CD5 Mr Zebedee Karate-test-ytormjb male 2013-07-19 E7DABA80 64768 Schneider Extensions T38DG'],
    ['5900059073', '200 W/"2" U 0C48AD81 Mr Zebedee Karate-test-jaujxet male 1996-09-30'],
    ['5900059332', '200 W/"1" U 47744120 Mr Zebedee Karate-test-wzclvui male 1958-02-23 92CA389F 2690 Kasey Lodge AVG8LL'],
    [
      '9693632109',
      '200 W/"58" U oHCsm MR Bill GARTON female 1946-06-23 drSwB 1 MOUNT AVENUE BARTON-UPON-HUMBER S HUMBERSIDE DN18 5DW A20047',
    ],
  ])('%s can be read', async ([nhsNumber, line]) => {
    expect(lineOf(await call('GET', `/Patient/${nhsNumber}`))).toBe(line);
  });

  test.for<[string, number, string]>([
    ['9000000017', 404, 'RESOURCE_NOT_FOUND'],
    ['9000000015', 400, 'INVALID_RESOURCE_ID'],
    ['9111231130', 404, 'RESOURCE_NOT_FOUND'],
    ['9990000018', 404, 'RESOURCE_NOT_FOUND'],
    ['9000000000', 400, 'INVALID_RESOURCE_ID'],
    ['900000000', 400, 'INVALID_RESOURCE_ID'],
  ])('%s is answered with %d', async ([nhsNumber, status, code]) => {
    expect(faultOf(await call('GET', `/Patient/${nhsNumber}`))).toMatchObject({ status, code });
  });

  test('has no member that a closed schema does not know', async () => {
    const { json: minimal } = await call('GET', '/Patient/9000000033');
    expect(minimal).toEqual({
      resourceType: 'Patient',
      id: '9000000033',
      identifier: [
        {
          system: 'https://fhir.nhs.uk/Id/nhs-number',
          value: '9000000033',
          extension: [
            {
              url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus',
              valueCodeableConcept: {
                coding: [
                  {
                    system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus',
                    version: '1.0.0',
                    code: '01',
                    display: 'Number present and verified',
                  },
                ],
              },
            },
          ],
        },
      ],
      meta: {
        versionId: '2',
        security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'U', display: 'unrestricted' }],
      },
    });
  });

  test('Jane Smith has all that there is, and her extensions in their order', async () => {
    const { body } = await call('GET', '/Patient/9000000009');
    const urls: unknown = body['extension'];
    const names = Array.isArray(urls)
      ? urls.map(({ url }) =>
          String(url)
            .split(/Extension-(?:UKCore-|PDS-)?|StructureDefinition\//)
            .at(-1),
        )
      : [];
    expect(names).toEqual([
      'NominatedPharmacy',
      'PreferredDispenserOrganization',
      'MedicalApplianceSupplier',
      'DeathNotificationStatus',
      'NHSCommunication',
      'ContactPreference',
      'patient-birthPlace',
      'RemovalFromRegistration',
    ]);
    const period = { start: '2020-01-01', end: '2021-12-31' };
    const ods = 'https://fhir.nhs.uk/Id/ods-organization-code';
    expect(body).toMatchObject({
      multipleBirthInteger: 1,
      deceasedDateTime: '2010-10-22T00:00:00+00:00',
      address: [{ id: '456' }, { id: 'T456', use: 'temp', text: 'Student Accommodation', postalCode: 'LS1 6AE', period }],
      telecom: [
        { id: '789', system: 'phone', value: '01632960587' },
        { id: '790', system: 'email', value: 'jane.smith@example.com', period: { start: '2019-01-01', end: '2022-12-31' } },
        { id: 'OC789', system: 'other', extension: [{ valueCoding: { code: 'textphone', display: 'Minicom (Textphone)' } }] },
      ],
      contact: [{ id: 'C123', period, telecom: [{ system: 'phone', value: '01632960587' }] }],
      managingOrganization: { type: 'Organization', identifier: { system: ods, value: 'Y12345', period } },
      extension: [
        { valueReference: { identifier: { value: 'Y12345' } } },
        { valueReference: { identifier: { value: 'Y23456' } } },
        { valueReference: { identifier: { value: 'Y34567' } } },
        {
          extension: [
            { valueCodeableConcept: { coding: [{ version: '1.0.0', code: '2' }] } },
            { valueDateTime: '2010-10-22T00:00:00+00:00' },
          ],
        },
        { extension: [{ valueCodeableConcept: { coding: [{ code: 'fr', display: 'French' }] } }, { valueBoolean: true }] },
        {
          extension: [
            { valueCodeableConcept: { coding: [{ code: '12', display: 'Braille' }] } },
            { valueCodeableConcept: { coding: [{ code: '1', display: 'Letter' }] } },
            { valueString: 'Not after 7pm' },
          ],
        },
        { valueAddress: { city: 'Manchester', district: 'Greater Manchester', country: 'GBR' } },
        {
          extension: [
            { valueCodeableConcept: { coding: [{ code: 'SCT', display: 'Transferred to Scotland' }] } },
            { valuePeriod: { start: '2020-01-01T00:00:00+00:00', end: '2021-12-31T00:00:00+00:00' } },
          ],
        },
      ],
    });
    expect(body['name']?.[0]).not.toHaveProperty('suffix');
    expect(body['managingOrganization']).not.toHaveProperty('id');
  });
});

describe('related people', () => {
  const url = 'https://api.service.nhs.uk/personal-demographics/FHIR/R4/Patient';
  const short = { active: true, period: { start: '2020-01-01', end: '2021-12-31' } };
  const whole = {
    ...short,
    name: [{ use: 'usual', prefix: ['Mrs'], given: ['Jane'], family: 'Smith', suffix: ['MBE'] }],
    telecom: [{ system: 'phone', use: 'home', value: '01632960587' }],
    address: [{ use: 'home', postalCode: 'LS1 6AE' }],
  };
  const related = (number: string, id: string, of: string, more: object) => ({
    fullUrl: `${url}/${number}/RelatedPerson/${id}`,
    resource: { id, patient: { identifier: { value: of } }, ...more },
  });

  test.for<[string, object[]]>([
    ['9000000009', [related('9000000009', '507B7621', '9000000009', whole), related('9000000009', 'B3380E98', '9000000009', short)]],
    ['9000000017', [related('9000000017', 'F4CF8B96', '5328023641', whole)]],
  ])('of %s', async ([nhsNumber, entry]) => {
    const { status, body } = await call('GET', `/Patient/${nhsNumber}/RelatedPerson`);
    expect([status, Object.keys(body)]).toEqual([200, ['resourceType', 'type', 'timestamp', 'total', 'entry']]);
    expect(body).toMatchObject({ type: 'searchset', timestamp: '2026-01-01T00:00:00.000Z', total: entry.length, entry });
    expect(JSON.stringify(body)).not.toMatch(/"search"|"id":"(?:123|456|789)"/);
  });

  test('stand in what they say of themselves like Jane Smith’s preferences', async () => {
    const { body } = await call('GET', '/Patient/9000000009/RelatedPerson');
    const short = body['entry']?.[1]?.['resource'];
    expect(Object.keys(short ?? {}).toSorted()).toEqual(['active', 'extension', 'id', 'patient', 'period', 'relationship', 'resourceType']);
    const { body: jane } = await call('GET', '/Patient/9000000009');
    const base = 'https://fhir.nhs.uk/R4/StructureDefinition/Extension-UKCore-';
    expect(short?.['extension']).toEqual([
      { url: `${base}CopyCorrespondenceIndicator`, valueBoolean: true },
      { url: `${base}ContactRank`, valuePositiveInt: 1 },
      jane['extension']?.[5],
      jane['extension']?.[4],
    ]);
  });

  test('of anybody else there are none, and of one number there is not even anybody', async () => {
    for (const nhsNumber of ['9000000025', '9990000018'])
      expect((await call('GET', `/Patient/${nhsNumber}/RelatedPerson`)).json).toEqual({
        resourceType: 'Bundle',
        type: 'searchset',
        timestamp: '2026-01-01T00:00:00.000Z',
        total: 0,
      });
    const nobody = await call('GET', '/Patient/9111231130/RelatedPerson');
    expect(faultOf(nobody)).toMatchObject({ status: 404, code: 'RESOURCE_NOT_FOUND' });
    expect(nobody.body['timestamp']).toBe('2026-01-01T00:00:00.000Z');
    expect(faultOf(await call('GET', '/Patient/9000000000/RelatedPerson'))).toMatchObject({ status: 400, code: 'INVALID_RESOURCE_ID' });
  });
});

describe('an insurance card', () => {
  const fullUrl = 'https://api.service.nhs.uk/personal-demographics/FHIR/R4/Coverage?subscriber:identifier=9000000009';
  const nhsNumber = { system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9000000009' };
  const resource = {
    resourceType: 'Coverage',
    status: 'active',
    identifier: [
      { value: 'ES456789012345', assigner: { display: 'France', identifier: { system: 'urn:iso:std:iso:3166', value: 'FRA' } } },
    ],
    subscriber: { type: 'Patient', identifier: nhsNumber },
    beneficiary: { type: 'Patient', identifier: { value: '5647382910' } },
    payor: [{ identifier: { value: 'ES11223' } }],
    period: { end: '2027-03-03' },
  };
  const head = { resourceType: 'Bundle', type: 'searchset', timestamp: '2026-01-01T00:00:00.000Z' };

  test.for<[string, string | null, unknown]>([
    ['subscriber:identifier=9000000009', 'W/"2"', { ...head, meta: { versionId: '2' }, total: 1, entry: [{ fullUrl, resource }] }],
    ['subscriber:identifier=9000000033', 'W/"1"', { ...head, meta: { versionId: '1' }, total: 0 }],
    ['subscriber:identifier=9000000017', null, {}],
    ['subscriber:identifier=9000000009&=', 'W/"2"', expect.objectContaining({ total: 1 })],
  ])('is read by %s', async ([query, tag, body]) => {
    const answer = await call('GET', `/Coverage?${query}`);
    expect([answer.status, answer.headers.get('etag'), answer.json]).toEqual([200, tag, body]);
  });

  const format =
    "Invalid search data provided - 'Coverage search request must follow the format /Coverage?subscriber:identifier=NHS_NUMBER'";
  test.for<[string, string, string | undefined]>([
    ['', 'INVALID_SEARCH_DATA', format],
    ['?year=2003', 'INVALID_SEARCH_DATA', format],
    ['?subscriber:identifier=9999999990&year=2003', 'INVALID_SEARCH_DATA', format],
    ['?subscriber:identifier=9999999990', 'INVALID_RESOURCE_ID', undefined],
  ])('is not read by "%s"', async ([query, code, diagnostics]) => {
    expect(faultOf(await call('GET', `/Coverage${query}`))).toMatchObject({ status: 400, code, ...(diagnostics && { diagnostics }) });
  });

  test('that is sent is shown and forgotten, however long it has been over', async () => {
    const shown = {
      ...resource,
      identifier: [
        { value: 'DE1234567890121234', assigner: { display: 'France', identifier: { system: 'urn:iso:std:iso:3166', value: 'FAU' } } },
      ],
      beneficiary: { type: 'Patient', identifier: { value: 'PERS123' } },
      payor: [{ identifier: { value: '1234 - Kasse' } }],
      period: { end: '2020-08-20' },
    };
    const answer = await send(card);
    expect([answer.status, answer.headers.get('etag'), answer.headers.get('location')]).toEqual([201, 'W/"3"', null]);
    expect(answer.json).toEqual({
      ...head,
      timestamp: '2025-01-21T14:57:56+00:00',
      meta: { versionId: '3' },
      total: 1,
      entry: [{ fullUrl, resource: shown }],
    });
    expect((await call('GET', '/Coverage?subscriber:identifier=9000000009')).headers.get('etag')).toBe('W/"2"');
    expect((await send({ ...card, payor: [] })).status).toBe(201);
    expect((await send(JSON.stringify(card), { 'Content-Type': 'text/plain' })).status).toBe(201);
  });

  test.for<[string, object, Record<string, string>, number, string, string | undefined]>([
    [
      'no If-Match',
      {},
      { 'If-Match': '', 'Content-Type': '' },
      412,
      'PRECONDITION_FAILED',
      'Invalid request with error - If-Match header must be supplied to update this resource',
    ],
    [
      'a wrong request id',
      {},
      { 'X-Request-ID': '12345', Authorization: 'Bearer' },
      400,
      'INVALID_VALUE',
      "Invalid value - '12345' in header 'X-Request-ID'",
    ],
    ['a token that is none', { identifier: [] }, { Authorization: 'Bearer' }, 401, 'ACCESS_DENIED', 'Missing access token'],
    ['no card number', { identifier: [{}], status: '' }, {}, 400, 'MISSING_VALUE', "Missing value - 'identifier/0/value'"],
    ['no status', { status: undefined, subscriber: {} }, {}, 400, 'MISSING_VALUE', "Missing value - 'status'"],
    ['no subscriber', { subscriber: {}, beneficiary: {} }, {}, 400, 'MISSING_VALUE', "Missing value - 'subscriber/identifier/value'"],
    ['no beneficiary', { beneficiary: {}, period: undefined }, {}, 400, 'MISSING_VALUE', "Missing value - 'beneficiary/identifier/value'"],
    ['no period', { period: undefined }, {}, 400, 'MISSING_VALUE', "Missing value - 'period'"],
    [
      'no real end',
      { period: { end: 'not-a-date' }, status: 'Expired' },
      {},
      400,
      'INVALID_VALUE',
      "Invalid value - 'not-a-date' in field 'period'",
    ],
    [
      'a wrong card number',
      { identifier: [{ value: 'DE#1' }] },
      {},
      400,
      'INVALID_VALUE',
      "Invalid value - 'DE#1' in field 'identifier/value'",
    ],
    [
      'a long card number',
      { identifier: [{ value: '12345678901234567890123456' }] },
      {},
      400,
      'INVALID_VALUE',
      "Invalid value - '12345678901234567890123456' in field 'identifier/value'",
    ],
    [
      'a wrong personal id',
      { beneficiary: { identifier: { value: 'é' } } },
      {},
      400,
      'INVALID_VALUE',
      "Invalid value - 'é' in field 'beneficiary/identifier/value'",
    ],
    [
      'a wrong institution',
      { payor: [{ identifier: { value: 'a*b' } }] },
      {},
      400,
      'INVALID_VALUE',
      "Invalid value - 'a*b' in field 'Institution id'",
    ],
    ['another status', { status: 'Expired' }, { 'If-Match': 'W/"1"' }, 400, 'INVALID_VALUE', "Invalid value - 'Expired' in field 'status'"],
    ['an earlier version', {}, { 'If-Match': 'W/"1"' }, 409, 'RESOURCE_VERSION_MISMATCH', undefined],
  ])('with %s is refused', async ([, edits, headers, status, code, diagnostics]) => {
    const refused = faultOf(await send({ ...card, ...edits }, headers));
    expect([refused['status'], refused['code'], refused['diagnostics']]).toEqual([status, code, diagnostics]);
  });

  test('without a Content-Type is refused before its request id is looked at', async () => {
    // Only without a body does `fetch` send none.
    const refused = await call('POST', '/Coverage', { headers: { 'If-Match': 'W/"2"', 'X-Request-ID': '12345' } });
    expect(faultOf(refused)).toMatchObject({ status: 400, code: 'UNSUPPORTED_SERVICE' });
  });
});
