/** Reading a patient, and the headers every request carries. */
import { describe, expect, test } from 'vitest';
import { demographics, faultOf, world } from '../demographics.ts';
import { personWith, somebody } from '../people.ts';

const { call, sandbox } = demographics();

describe('a record', () => {
  test('is answered whole, with its version as ETag', async () => {
    const { status, headers, body } = await call('GET', `/Patient/${somebody.nhsNumber}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/fhir+json');
    expect(headers.get('etag')).toBe(`W/"${somebody.version}"`);
    expect(body).toMatchObject({
      resourceType: 'Patient',
      id: somebody.nhsNumber,
      meta: { versionId: String(somebody.version), security: [{ code: 'U' }], tag: [{ code: 'HTEST' }] },
      birthDate: somebody.birthDate,
      gender: somebody.gender,
    });
  });

  test('of a superseded number is the survivor, under the survivor’s id and version', async () => {
    const person = personWith('superseded');
    const by = person.status.kind === 'superseded' ? person.status.by : '';
    const { status, headers, body } = await call('GET', `/Patient/${person.nhsNumber}`);
    expect(status).toBe(200);
    expect(body['id']).toBe(by);
    expect(headers.get('etag')).toBe(`W/"${world.find(by)?.version}"`);
  });

  test('that was invalidated is not found, and says why', async () => {
    expect(faultOf(await call('GET', `/Patient/${personWith('invalidated').nhsNumber}`))).toEqual({
      status: 404,
      code: 'INVALIDATED_RESOURCE',
      display: 'Resource that has been marked as invalid was requested - invalid resources cannot be retrieved',
      issue: 'processing',
      severity: 'error',
    });
  });

  test('that is restricted comes without address, telecom and practice', async () => {
    const { body } = await call('GET', `/Patient/${personWith('restricted').nhsNumber}`);
    expect(body).toMatchObject({ meta: { security: [{ code: 'R', display: 'restricted' }] } });
    for (const member of ['address', 'telecom', 'generalPractitioner']) expect(body).not.toHaveProperty(member);
    expect(body).toHaveProperty('name');
  });

  test.for(['deceased-informal', 'deceased-formal'] as const)('of somebody %s says when they died and how that is known', async (trait) => {
    const person = personWith(trait);
    const { body } = await call('GET', `/Patient/${person.nhsNumber}`);
    expect(body['deceasedDateTime']).toBe(`${person.death?.date}T00:00:00+00:00`);
    expect(JSON.stringify(body['extension'])).toContain(trait === 'deceased-formal' ? '"code":"2"' : '"code":"1"');
  });

  test('that is minimal holds its number and nothing else', async () => {
    const { body } = await call('GET', `/Patient/${personWith('minimal').nhsNumber}`);
    expect(Object.keys(body).toSorted()).toEqual(['id', 'identifier', 'meta', 'resourceType']);
  });

  test('never has an empty list, object or text in it', async () => {
    for (const trait of ['newborn-without-name', 'one-name', 'no-address', 'no-telecom', 'no-practice'] as const) {
      const { body } = await call('GET', `/Patient/${personWith(trait).nhsNumber}`);
      expect(JSON.stringify(body)).not.toMatch(/\[\]|\{\}|""/);
    }
  });
});

describe('nothing to read', () => {
  test.for(['9000000000', '900000000', '90000000099', 'nobody'])('%s is no NHS number', async (id) => {
    expect(faultOf(await call('GET', `/Patient/${id}`))).toEqual({
      status: 400,
      code: 'INVALID_RESOURCE_ID',
      display: 'Resource Id is invalid',
      issue: 'value',
      severity: 'error',
    });
  });

  test('a valid number of nobody is information, not an error', async () => {
    expect(faultOf(await call('GET', '/Patient/9111231130'))).toEqual({
      status: 404,
      code: 'RESOURCE_NOT_FOUND',
      display: 'Resource not found',
      issue: 'not-found',
      severity: 'information',
    });
  });
});

describe('headers', () => {
  const ids = { 'X-Request-ID': '60e0b220-8136-1ca5-ae46-1d97ef59d068', 'X-Correlation-ID': 'my-transaction-42' };

  test.for([`/Patient/${somebody.nhsNumber}`, '/Patient/9000000000', '/Patient?family=x'])('both ids come back from %s', async (path) => {
    const { headers } = await call('GET', path, { headers: ids });
    expect([headers.get('x-request-id'), headers.get('x-correlation-id')]).toEqual(Object.values(ids));
  });

  test('X-Request-ID must be there', async () => {
    expect(faultOf(await call('GET', `/Patient/${somebody.nhsNumber}`, { headers: { 'X-Request-ID': '' } }))).toMatchObject({
      status: 400,
      code: 'MISSING_VALUE',
      issue: 'required',
      diagnostics: 'Invalid request with error - X-Request-ID header must be supplied to access this resource',
    });
  });

  test('X-Request-ID must be a UUID, and is looked at before the NHS number', async () => {
    expect(faultOf(await call('GET', '/Patient/9000000000', { headers: { 'X-Request-ID': '1234' } }))).toMatchObject({
      code: 'INVALID_VALUE',
      diagnostics: "Invalid value - '1234' in header 'X-Request-ID'",
    });
  });

  test('NHSD-Session-URID is digits', async () => {
    const { status, ...fault } = faultOf(await call('GET', `/Patient/${somebody.nhsNumber}`, { headers: { 'NHSD-Session-URID': 'me' } }));
    expect(status).toBe(400);
    expect(fault['diagnostics']).toMatch(/^Invalid value - 'me' in header 'NHSD-Session-URID'\. Refer to the guidance/);
  });

  test('a path the service does not have is an unsupported request', async () => {
    expect(faultOf(await call('GET', '/Practitioner/1'))).toMatchObject({
      status: 400,
      code: 'UNSUPPORTED_REQUEST',
      diagnostics: "Unsupported path - '/Practitioner/1'",
    });
  });

  test('the same request gives the same bytes, in another sandbox too', async () => {
    const path = `/personal-demographics/FHIR/R4/Patient/${somebody.nhsNumber}`;
    const headers = { 'X-Request-ID': ids['X-Request-ID'] };
    const texts = await Promise.all(
      [sandbox, sandbox, demographics().sandbox].map(async (one) => (await one.request(path, { headers })).text()),
    );
    expect(new Set(texts).size).toBe(1);
  });
});
