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
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    demographics().call('POST', '/Coverage', { body, headers: { 'If-Match': 'W/"1"', 'Content-Type': 'application/json', ...headers } });
  const without = (member: keyof typeof card): unknown => Object.fromEntries(Object.entries(card).filter(([key]) => key !== member));

  test.for<[string, unknown, unknown[]]>([
    ['no status', without('status'), [400, 'MISSING_VALUE', "Missing value - 'status'"]],
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
      'an expired card',
      { ...card, period: { end: '2025-12-31' } },
      [400, 'INVALID_VALUE', "Invalid value - '2025-12-31' in field 'period/end'"],
    ],
    [
      'a card for two centuries',
      { ...card, period: { end: '2176-01-02' } },
      [400, 'INVALID_VALUE', "Invalid value - '2176-01-02' in field 'period/end'"],
    ],
    [
      'a number that is none',
      { ...card, subscriber: { identifier: { value: '9000000000' } } },
      [400, 'INVALID_VALUE', "Invalid value - '9000000000' in field 'subscriber/identifier/value'"],
    ],
    ['somebody nobody knows', { ...card, subscriber: { identifier: { value: '9111231130' } } }, [404, 'RESOURCE_NOT_FOUND', undefined]],
  ])('%s', async ([, body, answer]) => {
    expect(said(await post(body))).toEqual(answer);
  });

  test('no If-Match, another version, no X-Request-ID', async () => {
    expect(said(await post(card, { 'If-Match': '' }))[0]).toBe(412);
    expect(said(await post(card, { 'If-Match': 'W/"77"' }))[0]).toBe(409);
    expect(said(await post(card, { 'X-Request-ID': '' }))[1]).toBe('MISSING_VALUE');
  });

  test.for(['/Coverage', '/Coverage?id=9999999990&year=2003', `/Coverage?subscriber:identifier=${id}&year=2003`])('%s', async (path) => {
    expect(said(await call('GET', path))).toEqual([
      400,
      'INVALID_SEARCH_DATA',
      "Invalid search data provided - 'Coverage search request must follow the format /Coverage?subscriber:identifier=NHS_NUMBER'",
    ]);
  });
});
