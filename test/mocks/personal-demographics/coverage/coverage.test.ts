/** European health insurance cards. */
import { describe, expect, test } from 'vitest';
import { demographics, faultOf, world } from '../demographics.ts';
import type { Answer } from '../../../sandbox.ts';
import { personWith, somebody } from '../people.ts';

const id = somebody.nhsNumber;
const card = {
  resourceType: 'Coverage',
  status: 'active',
  subscriber: { identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: id } },
  identifier: [
    { value: '80000390000000000001', assigner: { identifier: { system: 'urn:iso:std:iso:3166', value: 'FRA' }, display: 'France' } },
  ],
  payor: [{ identifier: { value: '00390000001' } }],
  beneficiary: { identifier: { value: 'SANDBOX0001' } },
  period: { end: '2030-12-31' },
};

const { call } = demographics();
const read = (nhsNumber: string, service = { call }) => service.call('GET', `/Coverage?subscriber:identifier=${nhsNumber}`);
const said = (answer: Answer): unknown[] => {
  const { status, code, diagnostics } = faultOf(answer);
  return [status, code, diagnostics];
};

describe('a card', () => {
  test('that nobody has is an empty searchset with a version', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((index) => read(world.at(index).nhsNumber)));
    const none = answers.find(({ body }) => Number(body['total']) === 0);
    expect([none?.status, none?.headers.get('etag')]).toEqual([200, 'W/"1"']);
    expect(none?.body).toMatchObject({ type: 'searchset', meta: { versionId: '1' } });
    expect(none?.body).not.toHaveProperty('entry');
  });

  test('is replaced at its version, and read back', async () => {
    const service = demographics();
    const first = await read(id, service);
    const headers = { 'If-Match': first.headers.get('etag') ?? '', 'Content-Type': 'application/json' };
    const { status, headers: answered, body } = await service.call('POST', '/Coverage', { body: card, headers });
    expect(status).toBe(201);
    expect(body).toMatchObject({ total: 1, entry: [{ resource: { ...card, meta: { tag: [{ code: 'HTEST' }] } } }] });
    expect(body).toMatchObject({ entry: [{ resource: { subscriber: { type: 'Patient' }, beneficiary: { type: 'Patient' } } }] });
    expect(Number(answered.get('etag')?.slice(3, -1))).toBe(Number(first.headers.get('etag')?.slice(3, -1)) + 1);
    const again = await read(id, service);
    expect(again.body).toEqual(body);
    expect(
      said(
        await service.call('POST', '/Coverage', {
          body: card,
          headers: { ...headers, 'X-Request-ID': '60e0b220-8136-4ca5-ae46-1d97ef59d068' },
        }),
      ),
    ).toEqual([409, 'RESOURCE_VERSION_MISMATCH', undefined]);
  });

  test('of a superseded number is the survivor’s, under the survivor’s number', async () => {
    const superseded = personWith('superseded');
    const by = superseded.status.kind === 'superseded' ? superseded.status.by : '';
    expect((await read(superseded.nhsNumber)).body).toEqual((await read(by)).body);
  });
});

describe('refused', () => {
  const service = demographics();
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    service.call('POST', '/Coverage', { body, headers: { 'If-Match': 'W/"1"', 'Content-Type': 'application/json', ...headers } });
  const without = (member: keyof typeof card): unknown => Object.fromEntries(Object.entries(card).filter(([key]) => key !== member));

  test.for<[string, unknown, unknown[]]>([
    ['nothing', {}, [400, 'MISSING_VALUE', "Missing value - 'identifier/0/value'"]],
    ['null', null, [400, 'MISSING_VALUE', "Missing value - 'identifier/0/value'"]],
    ['no status', without('status'), [400, 'MISSING_VALUE', "Missing value - 'status'"]],
    ['another status', { ...card, status: 'Expired' }, [400, 'INVALID_VALUE', "Invalid value - 'Expired' in field 'status'"]],
    [
      'neither period nor beneficiary: the beneficiary is missed first',
      { ...card, period: undefined, beneficiary: {} },
      [400, 'MISSING_VALUE', "Missing value - 'beneficiary/identifier/value'"],
    ],
    [
      'a card number of 26 characters',
      { ...card, identifier: [{ ...card.identifier[0], value: '8'.repeat(26) }] },
      [400, 'INVALID_VALUE', `Invalid value - '${'8'.repeat(26)}' in field 'identifier/0/value'`],
    ],
    [
      'a country of two letters',
      { ...card, identifier: [{ value: '1', assigner: { identifier: { system: 'urn:iso:std:iso:3166', value: 'FR' } } }] },
      [400, 'INVALID_VALUE', "Invalid value - 'FR' in field 'identifier/0/assigner/identifier/value'"],
    ],
    [
      'a card holder who is no patient',
      { ...card, subscriber: { type: 'Group', ...card.subscriber } },
      [400, 'INVALID_VALUE', "Invalid value - 'Group' in field 'subscriber/type'"],
    ],
    [
      'an end that is no date',
      { ...card, period: { end: '2026-13-15' } },
      [400, 'INVALID_VALUE', "Invalid value - '2026-13-15' in field 'period/end'"],
    ],
    ['no period', without('period'), [400, 'MISSING_VALUE', "Missing value - 'period'"]],
    [
      'no card number',
      { ...card, identifier: [{ assigner: card.identifier[0]?.assigner }] },
      [400, 'MISSING_VALUE', "Missing value - 'identifier/0/value'"],
    ],
    ['no subscriber', { ...card, subscriber: { identifier: {} } }, [400, 'MISSING_VALUE', "Missing value - 'subscriber/identifier/value'"]],
    [
      'no beneficiary',
      { ...card, beneficiary: { identifier: {} } },
      [400, 'MISSING_VALUE', "Missing value - 'beneficiary/identifier/value'"],
    ],
    [
      'an empty institution',
      { ...card, payor: [{ identifier: { value: '' } }] },
      [400, 'INVALID_VALUE', "Invalid value - '' in field 'payor/0/identifier/value'"],
    ],
    [
      'two institutions',
      { ...card, payor: [...card.payor, ...card.payor] },
      [
        400,
        'TOO_MANY_VALUES_SUBMITTED',
        "Too many values submitted - [{'identifier': {'value': '00390000001'}}, {'identifier': {'value': '00390000001'}}] in field 'payor'",
      ],
    ],
    [
      'a card of 150 years ago',
      { ...card, period: { end: '1876-01-01' } },
      [400, 'INVALID_VALUE', "Invalid value - '1876-01-01' in field 'period/end'"],
    ],
    [
      'a card for 150 years',
      { ...card, period: { end: '2176-01-01' } },
      [400, 'INVALID_VALUE', "Invalid value - '2176-01-01' in field 'period/end'"],
    ],
    [
      'a superseded number',
      { ...card, subscriber: { identifier: { value: '9990000093' } } },
      [403, 'FORBIDDEN_UPDATE', 'Forbidden update with error - Update Failed - NHS No. supplied has been superseded in a merge'],
    ],
    ['an invalidated number', { ...card, subscriber: { identifier: { value: '9990000115' } } }, [404, 'INVALIDATED_RESOURCE', undefined]],
    [
      'a number that is none',
      { ...card, subscriber: { identifier: { value: '9000000000' } } },
      [400, 'INVALID_VALUE', "Invalid value - '9000000000' in field 'subscriber/identifier/value'"],
    ],
    ['somebody nobody knows', { ...card, subscriber: { identifier: { value: '9111231130' } } }, [404, 'RESOURCE_NOT_FOUND', undefined]],
  ])('%s', async ([, body, answer]) => {
    expect(said(await post(body))).toEqual(answer);
  });

  const ifMatch = [412, 'PRECONDITION_FAILED', 'Invalid request with error - If-Match header must be supplied to update this resource'];
  test.for<[string, unknown, Record<string, string>, unknown[]]>([
    ['no If-Match, nor anything else that a head should have', card, { 'If-Match': '', 'Content-Type': '', 'X-Request-ID': '' }, ifMatch],
    ['no Content-Type and no X-Request-ID', undefined, { 'Content-Type': '', 'X-Request-ID': '' }, [400, 'UNSUPPORTED_SERVICE', undefined]],
    [
      'no X-Request-ID',
      card,
      { 'X-Request-ID': '' },
      [400, 'MISSING_VALUE', 'Invalid request with error - X-Request-ID header must be supplied to access this resource'],
    ],
    ['a wrong X-Request-ID', card, { 'X-Request-ID': '1234' }, [400, 'INVALID_VALUE', "Invalid value - '1234' in header 'X-Request-ID'"]],
    ['another version', card, { 'If-Match': 'W/"77"' }, [409, 'RESOURCE_VERSION_MISMATCH', undefined]],
    [
      'another version of a card that is wrong: the card comes first',
      without('status'),
      { 'If-Match': 'W/"77"' },
      [400, 'MISSING_VALUE', "Missing value - 'status'"],
    ],
  ])('%s', async ([, body, headers, answer]) => {
    expect(said(await post(body, headers))).toEqual(answer);
  });

  test('an expired card is none of them: the end is within 150 years', async () => {
    for (const [version, end] of ['1876-01-02', '2025-12-31', '2175-12-31'].entries())
      expect((await post({ ...card, period: { end } }, { 'If-Match': `W/"${version + 1}"` })).status).toBe(201);
  });

  test.for(['/Coverage', '/Coverage?id=9999999990&year=2003', `/Coverage?subscriber:identifier=${id}&year=2003`])('%s', async (path) => {
    expect(said(await call('GET', path))).toEqual([
      400,
      'INVALID_SEARCH_DATA',
      "Invalid search data provided - 'Coverage search request must follow the format /Coverage?subscriber:identifier=NHS_NUMBER'",
    ]);
  });
});
