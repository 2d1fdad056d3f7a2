/** Summary care records as a client uploads, finds, reads and replaces them; and each documented fault, when it is asked for. */
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/contract/contract.ts';
import { isNhsNumber } from '../../../src/fhir/nhs-number.ts';
import { sandboxesFor, type Answer, type Loose } from '../../sandbox.ts';

const open = await sandboxesFor('summary-care-record');
const fhir = { 'Content-Type': 'application/fhir+json', 'X-Request-ID': '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10' };
const system = 'https://fhir.nhs.uk/Id/nhs-number';

const find = (number: string): string => `/DocumentReference?patient=${encodeURIComponent(`${system}|${number}`)}&_sort=date&_count=1`;
const read = (id: string, number: string): string =>
  `/Bundle?composition.identifier=${id}&composition.subject:Patient.identifier=${encodeURIComponent(`${system}|${number}`)}`;

function record(id: string, number: string, replaces?: string): object {
  const coding = (code: string, display: string): object => ({ coding: [{ system: 'http://snomed.info/sct', code, display }] });
  const composition = {
    resourceType: 'Composition',
    meta: { lastUpdated: '2025-12-01T09:00:00+00:00' },
    identifier: { system: 'https://tools.ietf.org/html/rfc4122', value: id },
    status: 'final',
    type: coding('196981000000101', 'General Practice Summary'),
    category: [coding('163171000000105', 'Care Professional Documentation')],
    subject: { reference: 'Patient/1' },
    date: '2025-12-01T09:00:00+00:00',
    ...(replaces !== undefined && { relatesTo: [{ code: 'replaces', targetIdentifier: { value: replaces } }] }),
    section: [{ title: 'Risks to Patient', text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">None</div>' } }],
  };
  return {
    resourceType: 'Bundle',
    identifier: { system: 'https://tools.ietf.org/html/rfc4122', value: '0C5E7D3B-2F10-4A1B-8D2F-6A0451C74F3E' },
    type: 'document',
    timestamp: '2025-12-01T09:00:01+00:00',
    entry: [{ resource: composition }, { resource: { resourceType: 'Patient', id: '1', identifier: [{ system, value: number }] } }],
  };
}

function permission(code: string): object {
  const valueCoding = { system: 'https://fhir.nhs.uk/CodeSystem/SCR-ACSPermission', code };
  return {
    resourceType: 'Parameters',
    parameter: [
      {
        name: 'setPermissions',
        part: [
          { name: 'nhsNumber', valueString: '9000000009' },
          { name: 'permissionCode', valueCoding },
        ],
      },
    ],
  };
}

const textOf = ({ body }: Answer): Loose | undefined => body['issue']?.[0]?.['details'];

describe('a record', () => {
  test('that nobody uploaded is found by NHS number, and read by its id: out of the record of whoever it is of', async () => {
    const { call, people } = open();
    const found = await call('GET', find(people.janeSmith));
    const id = 'FA60BE64-1F34-11EB-A2A8-000C29A364EB';
    expect(found.body).toMatchObject({ total: 1, entry: [{ resource: { masterIdentifier: { value: id } } }, {}] });
    const { status, body } = await call('GET', read(id, people.janeSmith));
    expect(status).toBe(200);
    expect(body).toMatchObject({ type: 'searchset', total: body['entry']?.length });
    expect(JSON.stringify(body).match(/Patient\/\d+/g)).toContain(`Patient/${people.janeSmith}`);
    expect(body['entry']?.[0]).toMatchObject({ resource: { resourceType: 'Composition', identifier: { value: id } } });
  });

  test('is not there for everybody: not of the patient who is published as without, not of nobody, not of the dead', async () => {
    const { call } = open();
    for (const number of ['9000000033', '9449310378', '9690938681'])
      expect((await call('GET', find(number))).body).toMatchObject({ total: 0, entry: [] });
  });

  test('of somebody is read by the address that is told of it, and by nobody else’s number', async () => {
    const { call, request } = open();
    const { body } = await call('GET', find('9690937286'));
    const url = String(body['entry']?.[0]?.['resource']?.['content']?.[0]?.['attachment']?.['url']);
    const text = await (await request(url)).text();
    for (const told of ['Ramipril 5mg capsules', 'Atrial fibrillation, since', 'Penicillin: Rash']) expect(text).toContain(told);
    expect(text).not.toContain('Gout');
    expect(await (await request(url.replace('9690937286', '9000000009'))).json()).toMatchObject({ total: 0, entry: [] });
  });

  test.for(['staceyTwitchett', 'ozzieOwler', 'loginUser', 'documentPatient', 'guardian'] as const)(
    'of %s is uploaded, found, read and replaced',
    async (name) => {
      const { call, request, people } = open();
      const number = people[name];
      expect(isNhsNumber(number)).toBe(true);
      const [first, second] = ['11111111-51C7-4F3E-9A1B-0C5E7D3B2F10', '22222222-51C7-4F3E-9A1B-0C5E7D3B2F10'];

      const uploaded = await call('POST', '/Bundle', { body: record(first, number), headers: fhir });
      expect(uploaded.status).toBe(201);
      const there = await request(uploaded.headers.get('location') ?? '');
      expect(await there.json()).toMatchObject({ total: 2, entry: [{ resource: { identifier: { value: first } } }, {}] });
      expect((await call('GET', find(number))).body).toMatchObject({
        entry: [{ resource: { masterIdentifier: { value: first } } }, { resource: { identifier: [{ value: number }] } }],
      });

      expect((await call('POST', '/Bundle', { body: record(second, number, first), headers: fhir })).status).toBe(201);
      expect((await call('GET', find(number))).body).toMatchObject({ entry: [{ resource: { masterIdentifier: { value: second } } }, {}] });
      expect((await call('GET', read(second, number))).body).toMatchObject({ total: 2 });
      expect((await call('GET', read(first, number))).body).toMatchObject({ total: 0, entry: [] });
    },
  );

  test('is not read under the number of somebody else', async () => {
    const { call, people } = open();
    const id = '11111111-51C7-4F3E-9A1B-0C5E7D3B2F10';
    await call('POST', '/Bundle', { body: record(id, people.ozzieOwler), headers: fhir });
    expect((await call('GET', read(id, people.staceyTwitchett))).body).toMatchObject({ total: 0 });
  });
});

test.for(['Ask', 'No', 'Yes'])('the permission %s is taken, with an empty answer', async (code) => {
  const { call } = open();
  expect(await call('POST', '/$setPermission', { body: permission(code), headers: fhir })).toMatchObject({ status: 201, body: {} });
});

describe('a fault is said in words, without a code of Spine’s', () => {
  test.for([
    [find('42'), "Invalid value - https://fhir.nhs.uk/Id/nhs-number|42 in field 'patient'"],
    [`${find('9000000009')}&type=letter`, "Invalid value - letter in field 'type'"],
  ] as const)('%s', async ([path, text]) => {
    const answer = await open().call('GET', path);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'value' }] });
    expect(textOf(answer)).toEqual({ text });
  });

  test('about a permission that there is not', async () => {
    const answer = await open().call('POST', '/$setPermission', { body: permission('Perhaps'), headers: fhir });
    expect(answer.status).toBe(400);
    expect(textOf(answer)).toEqual({ text: "Invalid value - Perhaps in field 'valueCoding.code'" });
  });

  test('about another media type', async () => {
    const answer = await open().call('POST', '/Bundle', { body: {}, headers: { 'Content-Type': 'text/plain' } });
    expect(answer).toMatchObject({ status: 415, body: { issue: [{ code: 'not-supported' }] } });
  });
});

test('each documented status is sent when it is asked for', async () => {
  const { call, contract, people } = open();
  const bodies: Readonly<Record<string, object>> = { 'upload-scr': record('1', people.janeSmith), acs: permission('Ask') };
  const ranged = [400, 401, 403, 413, 415, 420, 429];
  for (const { id, method, path, responses } of contract.operations) {
    const query = id === 'get-scr' ? read('1', people.janeSmith) : id === 'get-scr-id' ? find(people.janeSmith) : path;
    const body = bodies[id] ?? exampleOf(id);
    for (const status of [...responses.keys()].flatMap((key) => (key === '4XX' ? ranged : [Number(key)]))) {
      const answer = await call(method.toUpperCase(), query, {
        ...(body !== undefined && { body }),
        headers: { ...fhir, Prefer: `code=${status}` },
      });
      expect(answer.status, `${id} ${status}`).toBe(status);
      if (status >= 400) expect(answer.body).toMatchObject({ resourceType: 'OperationOutcome', issue: [{}] });
    }
  }

  function exampleOf(operation: string): Json | undefined {
    return contract.operations.find(({ id }) => id === operation)?.body?.content[0]?.examples[0]?.value;
  }
});
