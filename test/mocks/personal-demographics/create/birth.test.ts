/** Notifying a birth: the baby's record, the family tie, and what is refused. */
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../src/contract/contract.ts';
import { applyPatch, type PatchOperation } from '../../../../src/fhir/json-patch.ts';
import { contract, demographics, faultOf } from '../demographics.ts';
import { personWhere } from '../people.ts';

const example = contract.operations.find(({ id }) => id === 'process-birth-details')?.body?.content[0]?.examples[0]?.value ?? null;
const mother = personWhere(({ gender, birthDate }) => gender === 'female' && birthDate > '1985' && birthDate < '2000');
const secondMother = personWhere(({ gender, birthDate }) => gender === 'female' && birthDate > '1985' && birthDate < '2000', 2000);
const thirdMother = personWhere(({ gender, birthDate }) => gender === 'female' && birthDate > '1985' && birthDate < '2000', 4000);

const edited = (...patches: readonly PatchOperation[]): Json => {
  const result = applyPatch(example, [...of(mother.nhsNumber), ...patches]);
  if (!result.ok) throw new Error(result.message);
  return result.document;
};
/** Both places where a mother's number stands. */
const of = (nhsNumber: string): PatchOperation[] => [
  { op: 'replace', path: '/entry/6/resource/identifier/0/value', value: nhsNumber },
  { op: 'replace', path: '/entry/7/resource/identifier/0/value', value: nhsNumber },
];
const put = (path: string, value: Json): PatchOperation => ({ op: 'add', path: `/entry/${path}`, value });
const without = (path: string): PatchOperation => ({ op: 'remove', path: `/entry/${path}` });

const service = demographics();
const notify = (body: Json, { query = '', by = service } = {}) =>
  by.call('POST', `/Patient/$process-birth-details${query}`, { body, headers: { 'Content-Type': 'application/fhir+json' } });

const death = (code: string): Json => ({
  url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus',
  extension: [
    {
      url: 'deathNotificationStatus',
      valueCodeableConcept: { coding: [{ system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-DeathNotificationStatus', code }] },
    },
  ],
});
/** A baby of another name, so that nobody is like it. */
const called = (family: string): PatchOperation => put('0/resource/name/0/family', family);
const outcome = (code: string): PatchOperation => put('2/resource/valueCodeableConcept/coding/0/code', code);

test('a live birth makes a record, a notification id and a child of the mother', async () => {
  const { status, headers, body } = await notify(edited());
  expect(status).toBe(201);
  expect(headers.get('notification-id')).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-8[0-9A-F]{3}-[0-9A-F]{12}$/);
  expect(body).toEqual({
    resourceType: 'Patient',
    id: expect.stringMatching(/^999/),
    identifier: [expect.objectContaining({ value: body['id'] })],
    meta: { versionId: '1', security: [expect.objectContaining({ code: 'U' })], tag: [expect.objectContaining({ code: 'HTEST' })] },
    name: [
      { id: expect.stringMatching(/^[0-9A-F]{8}$/), use: 'usual', given: ['Robin'], family: 'Sampleton', period: { start: '2025-11-30' } },
    ],
    gender: 'female',
    birthDate: '2025-11-30',
    multipleBirthInteger: 1,
    address: [
      {
        id: expect.stringMatching(/^[0-9A-F]{8}$/),
        use: 'home',
        line: ['7 Invented Row', 'Sample Street', 'Leeds'],
        postalCode: 'LS1 6AE',
        period: { start: '2025-11-30' },
      },
    ],
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace',
        valueAddress: { city: 'Leeds', district: 'West Yorkshire', country: '1' },
      },
    ],
  });
  expect((await service.call('GET', `/Patient/${String(body['id'])}`)).body).toEqual(body);

  const parents = await service.call('GET', `/Patient/${String(body['id'])}/RelatedPerson`);
  expect(parents.body).toMatchObject({
    total: 1,
    entry: [{ resource: { patient: { identifier: { value: mother.nhsNumber } }, relationship: [{ coding: [{}, { code: 'MTH' }, {}] }] } }],
  });
  const children = await service.call('GET', `/Patient/${mother.nhsNumber}/RelatedPerson`);
  expect(JSON.stringify(children.body)).toContain(String(body['id']));
});

test('the published notifications are taken: one says that nobody died, the other has a telephone', async () => {
  const least = await notify(edited(called('Least'), put('0/resource/extension/-', death('U'))));
  expect([least.status, least.body['extension']?.length]).toEqual([201, 1]);
  const phone = { system: 'phone', value: '01632960587', use: 'home', period: { start: '2025-11-30' } };
  const most = await notify(edited(called('Most'), put('0/resource/telecom', [phone])));
  expect([most.status, most.body['telecom']]).toMatchObject([201, [phone]]);
});

test('entries may come in any order, and are named where they stand', async () => {
  const [first, ...others] = (edited(called('Backward')) as { entry: Json[] }).entry;
  const backward = { resourceType: 'Bundle', type: 'transaction', entry: [...others.toReversed(), first ?? null] };
  expect((await notify(backward)).status).toBe(201);
  const wrong = applyPatch(backward, [put('11/resource/name/0/given', 'not a list')]);
  expect(wrong.ok && faultOf(await notify(wrong.document))['diagnostics']).toBe(
    "Invalid value - 'not a list' in field 'entry/11/resource/name/0/given'",
  );
});

describe('the same baby again', () => {
  const twice = demographics();
  const ignoring = '?ignore_potential_matches=true';
  const told = async (nhsNumber: string, query = ''): Promise<unknown> => {
    const { status, code, diagnostics } = faultOf(await notify(edited(...of(nhsNumber)), { query, by: twice }));
    return [status, code, diagnostics];
  };

  test('is a match, potential ones ignored or not; of another mother it is none where they are ignored', async () => {
    const { body } = await notify(edited(), { by: twice });
    const single = [
      200,
      'SINGLE_MATCH',
      `Unable to create new patient. NHS number ${String(body['id'])} found for supplied demographic data.`,
    ];
    expect(await told(mother.nhsNumber)).toEqual(single);
    expect(await told(mother.nhsNumber, ignoring)).toEqual(single);
    expect(await told(secondMother.nhsNumber)).toEqual(single);
    expect(await told(secondMother.nhsNumber, ignoring)).toEqual([201, undefined, undefined]);
    expect(await told(thirdMother.nhsNumber)).toEqual([
      200,
      'MULTIPLE_MATCHES',
      'Unable to create new patient. Multiple matches found for supplied demographic data.',
    ]);
  });
});

test.for(['2', '3', '4'])('a still birth (%s) is registered with its death', async (code) => {
  const { status, body } = await notify(
    edited(
      called(`Still${code}`),
      outcome(code),
      put('0/resource/deceasedDateTime', '2025-11-30T10:00:00+00:00'),
      put('0/resource/extension/-', death('U')),
      put('0/resource/extension/-', death('2')),
    ),
  );
  expect([status, body['deceasedDateTime']]).toEqual([201, '2025-11-30T10:00:00+00:00']);
  expect(body['extension']?.[1]).toMatchObject(death('2') as object);
});

const refusals: [string, PatchOperation[], unknown[]][] = [
  [
    'a missing entry',
    [without('11')],
    ['TOO_FEW_VALUES_SUBMITTED', "Too few values submitted - <json too long to display> in field 'entry'"],
  ],
  [
    'a missing observation',
    [without('3')],
    ['TOO_FEW_VALUES_SUBMITTED', "Too few values submitted - <json too long to display> in field 'entry'"],
  ],
  ['no use of the name', [without('0/resource/name/0/use')], ['MISSING_VALUE', "Missing value - 'entry/0/resource/name/0/use'"]],
  ['no address', [without('0/resource/address')], ['MISSING_VALUE', "Missing value - 'entry/0/resource/address'"]],
  ['no gender', [without('0/resource/gender')], ['MISSING_VALUE', "Missing value - 'entry/0/resource/gender'"]],
  ['no birth date', [without('0/resource/birthDate')], ['MISSING_VALUE', "Missing value - 'entry/0/resource/birthDate'"]],
  ['no weight', [without('1/resource/valueQuantity/value')], ['MISSING_VALUE', "Missing value - 'entry/1/resource/valueQuantity/value'"]],
  [
    'no gender and no address: the address comes first',
    [without('0/resource/gender'), without('0/resource/address')],
    ['MISSING_VALUE', "Missing value - 'entry/0/resource/address'"],
  ],
  ['no family name', [without('0/resource/name/0/family')], ['MISSING_VALUE', "Missing value - 'entry/0/resource/name/0/family'"]],
  ['no extensions', [without('0/resource/extension')], ['MISSING_VALUE', "Missing value - 'entry/0/resource/extension'"]],
  [
    'no ethnic category',
    [without('0/resource/extension/1')],
    ['TOO_FEW_VALUES_SUBMITTED', expect.stringMatching(/^Too few values submitted - .* in field 'entry\/0\/resource\/extension'$/)],
  ],
  [
    'an address that is a text',
    [put('0/resource/address/0', 'another'), without('0/resource/address/1')],
    ['INVALID_VALUE', "Invalid value - 'another' in field 'entry/0/resource/address/0'"],
  ],
  ['an address without period', [without('0/resource/address/0/period')], ['MISSING_VALUE', "Missing value - 'address/0/period'"]],
  [
    'an empty list of addresses',
    [put('0/resource/address', [])],
    ['TOO_FEW_VALUES_SUBMITTED', "Too few values submitted - [] in field 'entry/0/resource/address'"],
  ],
  [
    'a given name that is a text',
    [put('0/resource/name/0/given', 'O`Brien')],
    ['INVALID_VALUE', "Invalid value - 'O`Brien' in field 'entry/0/resource/name/0/given'"],
  ],
  ['gender other', [put('0/resource/gender', 'other')], ['INVALID_VALUE', "Invalid value - 'other' in field 'gender'"]],
  [
    'a birth date that is none',
    [put('0/resource/birthDate', 'not-a-date')],
    ['INVALID_VALUE', "Invalid value - 'not-a-date' in field 'birthDate'"],
  ],
  ['a birth tomorrow', [put('0/resource/birthDate', '2026-01-02')], ['INVALID_VALUE', "Invalid value - '2026-01-02' in field 'birthDate'"]],
  [
    'two names',
    [put('0/resource/name/-', { use: 'nickname', family: 'X' })],
    ['TOO_MANY_VALUES_SUBMITTED', expect.stringContaining("in field 'entry/0/resource/name'")],
  ],
  [
    'a family name that is a list',
    [put('0/resource/name/0/family', ['a', 'b'])],
    ['INVALID_VALUE', "Invalid value - '['a', 'b']' in field 'entry/0/resource/name/0/family'"],
  ],
  [
    'a place of birth that is a number',
    [put('0/resource/extension/2/valueAddress/city', 7)],
    ['INVALID_VALUE', "Invalid value - '7' in field 'entry/0/resource/extension/2/valueAddress/city'"],
  ],
  [
    'no number of the mother',
    [without('7/resource/identifier/0/value')],
    ['MISSING_VALUE', "Missing value - 'entry/7/resource/identifier/0/value'"],
  ],
  [
    'no number of the related person',
    [without('6/resource/identifier')],
    ['MISSING_VALUE', "Missing value - 'entry/6/resource/identifier/0/value'"],
  ],
  [
    'a wrong number of the mother',
    of('9000000000'),
    ['INVALID_VALUE', "Invalid value - '9000000000' in field 'entry/7/resource/identifier/0/value'"],
  ],
  [
    'two mothers',
    [put('6/resource/identifier/0/value', '9000000017')],
    ['INVALID_VALUE', "Invalid value - '9000000017' in field 'entry/6/resource/identifier/0/value'"],
  ],
  [
    'the mother of another baby',
    [put('6/resource/patient/reference', 'urn:uuid:x')],
    ['INVALID_VALUE', "Invalid value - 'urn:uuid:x' in field 'entry/6/resource/patient/reference'"],
  ],
  [
    'the weight of another baby',
    [put('1/resource/subject/reference', 'urn:uuid:x')],
    ['INVALID_VALUE', "Invalid value - 'urn:uuid:x' in field 'entry/1/resource/subject/reference'"],
  ],
  [
    'a weight in kilograms',
    [put('1/resource/valueQuantity/value', 3)],
    ['INVALID_VALUE', "Invalid value - '3' in field 'entry/1/resource/valueQuantity/value'"],
  ],
  [
    'ten kilograms',
    [put('1/resource/valueQuantity/value', 10_000)],
    ['INVALID_VALUE', "Invalid value - '10000' in field 'entry/1/resource/valueQuantity/value'"],
  ],
  [
    'a tenth child at once',
    [put('0/resource/multipleBirthInteger', 10)],
    ['INVALID_VALUE', "Invalid value - '10' in field 'entry/0/resource/multipleBirthInteger'"],
  ],
  [
    'no outcome',
    [without('2/resource/valueCodeableConcept')],
    ['MISSING_VALUE', "Missing value - 'entry/2/resource/valueCodeableConcept/coding/0/code'"],
  ],
  [
    'an unknown outcome',
    [outcome('7')],
    ['INVALID_VALUE', "Invalid value - '7' in field 'entry/2/resource/valueCodeableConcept/coding/0/code'"],
  ],
  [
    'a child of more than six months',
    [put('0/resource/birthDate', '2025-06-30')],
    [
      'INVALID_DOB_OVER_SIX_MONTHS',
      'You are trying to create a birth notification for a child over the age of 6 months. Please allocate an NHS Number instead',
    ],
  ],
  ['a still birth without death', [outcome('3')], ['INSERT_BIRTH_DEATH_STATUS_INCONSISTENT', 'Insert Birth - Death Status Inconsistent']],
  [
    'a death of a live birth',
    [put('0/resource/deceasedDateTime', '2025-11-30'), put('0/resource/extension/-', death('2'))],
    ['INSERT_BIRTH_DEATH_STATUS_INCONSISTENT', 'Insert Birth - Death Status Inconsistent'],
  ],
  [
    'a death without its date',
    [outcome('2'), put('0/resource/extension/-', death('2'))],
    ['INVALID_CREATE', "Invalid patient create data provided - 'a death notification status must be added together with deceasedDateTime'"],
  ],
  [
    'one address line',
    [put('0/resource/address/0/line', ['1 Invented Row'])],
    ['INVALID_CREATE', "Invalid patient create data provided - 'address lines 1 and 4 or 2 and 4 must be completed as a minimum'"],
  ],
  [
    'a usual name with an end',
    [put('0/resource/name/0/period/end', '2025-12-01')],
    ['INVALID_CREATE', "Invalid patient create data provided - 'An end date can not be provided on usual name'"],
  ],
  [
    'a mother nobody knows',
    of('9111231130'),
    ['INVALID_VALUE', "Invalid value - '9111231130' in field 'entry/7/resource/identifier/0/value'"],
  ],
  [
    'a mother who died before',
    [put('0/resource/birthDate', '2025-12-31'), ...of('9990000131')], // she died two days before
    ['INVALID_CREATE', "Invalid patient create data provided - 'the mother died before the birth'"],
  ],
  [
    'a mother of nine',
    of(personWhere(({ gender, birthDate }) => gender === 'female' && birthDate > '2017').nhsNumber),
    ['INVALID_CREATE', "Invalid patient create data provided - 'the mother is less than 10 years older than the baby'"],
  ],
];

test.for(refusals)('refused: %s', async ([, patches, answer]) => {
  const { status, code, diagnostics } = faultOf(await notify(edited(...patches)));
  expect([status, code, diagnostics]).toEqual([400, ...answer]);
});

test.for<[string, unknown, string]>([
  ['null', null, 'TOO_FEW_VALUES_SUBMITTED'],
  ['a Bundle of nothing', { resourceType: 'Bundle', entry: [] }, 'TOO_FEW_VALUES_SUBMITTED'],
])('refused: %s', async ([, body, code]) => {
  expect(faultOf(await notify(body as Json))).toMatchObject({
    status: 400,
    code,
    diagnostics: "Too few values submitted - <json too long to display> in field 'entry'",
  });
});

test('a mother whose number was superseded is the one who stands for it, and her gender is no bar', async () => {
  const { body } = await notify(edited(called('Merged'), ...of('9990000093'))); // by 9990000107
  expect(JSON.stringify((await service.call('GET', '/Patient/9990000107/RelatedPerson')).body)).toContain(String(body['id']));
  const father = personWhere(({ gender, birthDate }) => gender === 'male' && birthDate > '1985' && birthDate < '2000');
  expect((await notify(edited(called('Fathered'), ...of(father.nhsNumber)))).status).toBe(201);
});
