/** Notifying a birth: the baby's record, the family tie, and what is refused. */
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../src/contract/contract.ts';
import { applyPatch, type PatchOperation } from '../../../../src/fhir/json-patch.ts';
import { contract, demographics, faultOf } from '../demographics.ts';
import { personWhere } from '../people.ts';

const example = contract.operations.find(({ id }) => id === 'process-birth-details')?.body?.content[0]?.examples[0]?.value ?? null;
const mother = personWhere(({ gender, birthDate }) => gender === 'female' && birthDate > '1985');

const edited = (...patches: readonly PatchOperation[]): Json => {
  const result = applyPatch(example, [
    { op: 'replace', path: '/entry/6/resource/patient/identifier/value', value: mother.nhsNumber },
    { op: 'replace', path: '/entry/7/resource/identifier/0/value', value: mother.nhsNumber },
    ...patches,
  ]);
  if (!result.ok) throw new Error(result.message);
  return result.document;
};
const notify = (body: Json, service = demographics()) =>
  service.call('POST', '/Patient/$process-birth-details', { body, headers: { 'Content-Type': 'application/fhir+json' } });

test('a live birth makes a record, a notification id and a child of the mother', async () => {
  const service = demographics();
  const { status, headers, body } = await notify(edited(), service);
  expect(status).toBe(201);
  expect(headers.get('notification-id')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(body).toMatchObject({ id: expect.stringMatching(/^999/), gender: 'female', birthDate: '2025-11-30', meta: { versionId: '1' } });
  expect((await service.call('GET', `/Patient/${String(body['id'])}`)).status).toBe(200);

  const parents = await service.call('GET', `/Patient/${String(body['id'])}/RelatedPerson`);
  expect(parents.body).toMatchObject({
    total: 1,
    entry: [{ resource: { patient: { identifier: { value: mother.nhsNumber } }, relationship: [{ coding: [{}, { code: 'MTH' }, {}] }] } }],
  });
  const children = await service.call('GET', `/Patient/${mother.nhsNumber}/RelatedPerson`);
  expect(JSON.stringify(children.body)).toContain(String(body['id']));
});

test('the same birth again is a match', async () => {
  const service = demographics();
  await notify(edited(), service);
  expect(faultOf(await notify(edited(), service))).toMatchObject({ status: 200, code: 'SINGLE_MATCH' });
});

test('a still birth is registered with its death', async () => {
  const death: Json = {
    url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus',
    extension: [
      {
        url: 'deathNotificationStatus',
        valueCodeableConcept: { coding: [{ system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-DeathNotificationStatus', code: '1' }] },
      },
    ],
  };
  const { status, body } = await notify(
    edited(
      { op: 'replace', path: '/entry/2/resource/valueInteger', value: 2 },
      { op: 'add', path: '/entry/0/resource/deceasedDateTime', value: '2025-11-30' },
      { op: 'add', path: '/entry/0/resource/extension/-', value: death },
    ),
  );
  expect(status).toBe(201);
  expect(body['deceasedDateTime']).toBe('2025-11-30T00:00:00+00:00');
});

describe('refused', () => {
  test.for<[string, PatchOperation, unknown[]]>([
    [
      'a missing entry',
      { op: 'remove', path: '/entry/11' },
      [400, 'TOO_FEW_VALUES_SUBMITTED', "Too few values submitted - <json too long to display> in field 'entry'"],
    ],
    [
      'no weight',
      { op: 'remove', path: '/entry/1/resource/valueQuantity/value' },
      [400, 'MISSING_VALUE', "Missing value - 'entry/1/resource/valueQuantity/value'"],
    ],
    [
      'no number of the mother',
      { op: 'remove', path: '/entry/7/resource/identifier/0/value' },
      [400, 'MISSING_VALUE', "Missing value - 'entry/7/resource/identifier/0/value'"],
    ],
    [
      'no family name',
      { op: 'remove', path: '/entry/0/resource/name/0/family' },
      [400, 'MISSING_VALUE', "Missing value - 'entry/0/resource/name/0/family'"],
    ],
    [
      'no extensions',
      { op: 'replace', path: '/entry/0/resource/extension', value: [] },
      [400, 'MISSING_VALUE', "Missing value - 'entry/0/resource/extension/registeringAuthority'"],
    ],
    [
      'a tenth child at once',
      { op: 'replace', path: '/entry/0/resource/multipleBirthInteger', value: 10 },
      [400, 'INVALID_VALUE', "Invalid value - '10' in field 'entry/0/resource/multipleBirthInteger'"],
    ],
    [
      'a weight in kilograms',
      { op: 'replace', path: '/entry/1/resource/valueQuantity/value', value: 3 },
      [400, 'INVALID_VALUE', "Invalid value - '3' in field 'entry/1/resource/valueQuantity/value'"],
    ],
    [
      'a wrong number of the mother',
      { op: 'replace', path: '/entry/7/resource/identifier/0/value', value: '9000000000' },
      [400, 'INVALID_VALUE', "Invalid value - '9000000000' in field 'entry/7/resource/identifier/0/value'"],
    ],
    [
      'a still birth without death',
      { op: 'replace', path: '/entry/2/resource/valueInteger', value: 3 },
      [400, 'INSERT_BIRTH_DEATH_STATUS_INCONSISTENT', 'Insert Birth - Death Status Inconsistent'],
    ],
  ])('%s', async ([, patch, answer]) => {
    const { status, code, diagnostics } = faultOf(await notify(edited(patch)));
    expect([status, code, diagnostics]).toEqual(answer);
  });
});
