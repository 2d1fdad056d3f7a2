/** Registering a patient: the new record, people who are known already, and what is refused. */
import { describe, expect, test } from 'vitest';
import { demographics, faultOf, foundIn } from '../demographics.ts';
import type { Answer } from '../../../sandbox.ts';
import { somebody } from '../people.ts';

const authority = {
  url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-RegisteringAuthority',
  extension: [
    {
      url: 'registeringAuthorityType',
      valueCodeableConcept: { coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/UKCore-RegisteringAuthorityType', code: 'x' }] },
    },
    { url: 'organisationIdentifier', valueString: 'RGS' },
  ],
};

const communication = {
  url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSCommunication',
  extension: [
    {
      url: 'language',
      valueCodeableConcept: { coding: [{ system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-HumanLanguage', code: 'vi' }] },
    },
    { url: 'interpreterRequired', valueBoolean: true },
  ],
};

const robin = {
  resourceType: 'Patient',
  name: [{ use: 'usual', prefix: ['Ms.'], given: ['Robin'], family: 'Sampleton', period: { start: '1986-07-01' } }],
  gender: 'female',
  birthDate: '1982-07-10',
  address: [{ use: 'home', line: ['7 Invented Row', '', '', 'Leeds', ''], postalCode: 'LS1 6AE', period: { start: '2020-01-01' } }],
  telecom: [{ system: 'phone', value: '07700900123', use: 'mobile', period: { start: '2020-01-02' } }],
  extension: [
    authority,
    {
      url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory',
      valueCodeableConcept: { coding: [{ code: 'A' }] },
    },
    { url: 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace', valueAddress: { city: 'Leeds' } },
    communication,
  ],
};

const json = { 'Content-Type': 'application/json' };

describe('a new patient', () => {
  test('gets a number nobody has, ids, and version 1; of the extensions, those of the contact with them are kept', async () => {
    const { call } = demographics();
    const { status, headers, body } = await call('POST', '/Patient', { body: robin, headers: json });
    expect(status).toBe(201);
    expect(headers.get('content-type')).toBe('application/fhir+json');
    expect(body).toMatchObject({
      resourceType: 'Patient',
      id: expect.stringMatching(/^999\d{7}$/),
      meta: { versionId: '1', security: [{ code: 'U' }], tag: [{ code: 'HTEST' }] },
      identifier: [{ value: body['id'] }],
      name: [{ id: expect.stringMatching(/^[0-9A-F]{8}$/), prefix: ['Ms'], family: 'Sampleton' }],
      address: [{ id: expect.stringMatching(/^[0-9A-F]{8}$/), line: ['7 Invented Row', 'Leeds'] }],
      telecom: [{ id: expect.stringMatching(/^[0-9A-F]{8}$/), value: '07700900123' }],
      extension: [communication],
    });
    expect(body['extension']).toHaveLength(1);
    expect((await call('GET', `/Patient/${String(body['id'])}`)).body).toEqual(body);
    expect(foundIn(await call('GET', '/Patient?family=Sampleton&birthdate=1982-07-10'))).toEqual([[body['id'], 1]]);
  });

  test('is found by a fuzzy search, changed, and found by both names with history', async () => {
    const { call, patch } = demographics();
    const { body } = await call('POST', '/Patient', { body: robin, headers: json });
    const id = String(body['id']);
    const fuzzy = await call('GET', '/Patient?family=Samplton&given=Robyn&birthdate=1982-07-10&_fuzzy-match=true');
    expect(foundIn(fuzzy)).toEqual([[id, 0.8976]]);
    await patch(id, 1, [
      { op: 'replace', path: '/name/0/id', value: body['name']?.[0]?.['id'] },
      { op: 'replace', path: '/name/0/family', value: 'Exemplar' },
    ]);
    for (const family of ['Exemplar', 'Sampleton']) {
      expect(foundIn(await call('GET', `/Patient?family=${family}&birthdate=1982-07-10&_history=true`))).toEqual([[id, 1]]);
    }
  });

  test('is a different number every time', async () => {
    const { call } = demographics();
    const ids = new Set<unknown>();
    for (let day = 10; day < 30; day += 1) {
      ids.add((await call('POST', '/Patient', { body: { ...robin, birthDate: `1982-07-${day}` }, headers: json })).body['id']);
    }
    expect(ids.size).toBe(20);
  });
});

test('a registration may say more than is kept: the time of birth, a county, and whatever the published contract takes', async () => {
  const ukCore = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-';
  const others = ['BirthSex', 'EthnicCategory', 'ResidentialStatus', 'NHSNumberUnavailableReason'].map((name) => ({ url: ukCore + name }));
  const fhir = ['patient-cadavericDonor', 'patient-interpreterRequired'].map((name) => ({
    url: `http://hl7.org/fhir/StructureDefinition/${name}`,
  }));
  const birthTime = { url: 'http://hl7.org/fhir/StructureDefinition/patient-birthTime', valueDateTime: '1982-07-10T06:12:00+00:00' };
  const body = {
    ...robin,
    _birthDate: { extension: [birthTime] },
    address: [{ ...robin.address[0], line: ['7 Invented Row', '', '', 'Leeds', 'West Yorkshire'] }],
    extension: [authority, ...others, ...fhir],
  };
  const answer = await demographics().call('POST', '/Patient', { body, headers: json });
  expect([answer.status, answer.body['address']?.[0]?.['line']]).toEqual([201, ['7 Invented Row', 'Leeds', 'West Yorkshire']]);
  expect(answer.body).not.toHaveProperty('extension');
  expect(answer.body).not.toHaveProperty('_birthDate');
});

test.for([
  'application/json',
  'application/json; charset=utf-8',
  'application/fhir+json',
  'application/fhir+json; charset=UTF-8',
  'application/fhir+json;fhirVersion=4.0',
  'text/plain',
  'text/plain;charset=UTF-8',
])('a registration may come as %s', async (type) => {
  const answer = await demographics().call('POST', '/Patient', { body: robin, headers: { 'Content-Type': type } });
  expect([answer.status, answer.body['name']?.[0]?.['family']]).toEqual([201, 'Sampleton']);
});

describe('somebody known', () => {
  test('once is a single match, said with status 200 and the number', async () => {
    const { call } = demographics();
    const first = await call('POST', '/Patient', { body: robin, headers: json });
    expect(faultOf(await call('POST', '/Patient', { body: robin, headers: json }))).toEqual({
      status: 200,
      code: 'SINGLE_MATCH',
      display: 'Single match found',
      issue: 'value',
      severity: 'error',
      diagnostics: `Unable to create new patient. NHS number ${String(first.body['id'])} found for supplied demographic data.`,
    });
  });

  test('in the world is a match too', async () => {
    const [name] = somebody.names;
    const body = {
      ...robin,
      name: [{ use: 'usual', family: name?.family, given: name?.given.slice(0, 1) }],
      birthDate: somebody.birthDate,
      gender: somebody.gender,
    };
    expect(faultOf(await demographics().call('POST', '/Patient', { body, headers: json }))).toMatchObject({
      status: 200,
      code: expect.stringMatching(/_MATCH/),
    });
  });

  test('twice is multiple matches', async () => {
    const { call, patch } = demographics();
    await call('POST', '/Patient', { body: robin, headers: json });
    const other = await call('POST', '/Patient', { body: { ...robin, birthDate: '1982-07-11' }, headers: json });
    await patch(String(other.body['id']), 1, [{ op: 'replace', path: '/birthDate', value: '1982-07-10' }]);
    expect(faultOf(await call('POST', '/Patient', { body: robin, headers: json }))).toMatchObject({
      status: 200,
      code: 'MULTIPLE_MATCHES',
      diagnostics: 'Unable to create new patient. Multiple matches found for supplied demographic data.',
    });
  });
});

describe('refused', () => {
  const refusing = demographics();
  const said = (answer: Answer): unknown[] => {
    const { status, code, diagnostics } = faultOf(answer);
    return [status, code, diagnostics];
  };
  const [name] = robin.name;
  const [address] = robin.address;
  const without = (member: keyof typeof robin): unknown => Object.fromEntries(Object.entries(robin).filter(([key]) => key !== member));

  test.for<[string, unknown, unknown[]]>([
    ['no name', without('name'), [400, 'MISSING_VALUE', "Missing value - 'name'"]],
    ['no gender', without('gender'), [400, 'MISSING_VALUE', "Missing value - 'gender'"]],
    ['no address', without('address'), [400, 'MISSING_VALUE', "Missing value - 'address'"]],
    [
      'two names',
      { ...robin, name: [name, name] },
      [400, 'TOO_MANY_VALUES_SUBMITTED', "Too many values submitted - <json too long to display> in field 'name'"],
    ],
    [
      'six given names',
      { ...robin, name: [{ ...name, given: ['One', 'Two', 'Three', 'Four', 'Five', 'Six'] }] },
      [
        400,
        'TOO_MANY_VALUES_SUBMITTED',
        "Too many values submitted - ['One', 'Two', 'Three', 'Four', 'Five', 'Six'] in field 'name/0/given'",
      ],
    ],
    ['an empty list of names', { ...robin, name: [] }, [400, 'TOO_FEW_VALUES_SUBMITTED', "Too few values submitted - [] in field 'name'"]],
    ['a name without use', { ...robin, name: [{ family: 'X' }] }, [400, 'MISSING_VALUE', "Missing value - 'name/0/use'"]],
    [
      'a usual name with an end',
      { ...robin, name: [{ ...name, period: { start: '1986-07-01', end: '1990-01-01' } }] },
      [400, 'INVALID_CREATE', "Invalid patient create data provided - 'An end date can not be provided on usual name'"],
    ],
    [
      'a family name of 36 letters',
      { ...robin, name: [{ ...name, family: 'x'.repeat(36) }] },
      [400, 'INVALID_VALUE', expect.stringContaining("in field 'name/0/family'")],
    ],
    ['gender other', { ...robin, gender: 'other' }, [400, 'INVALID_VALUE', "Invalid value - 'other' in field 'gender'"]],
    [
      'a birth date that is none',
      { ...robin, birthDate: 'not-a-date' },
      [400, 'INVALID_VALUE', "Invalid value - 'not-a-date' in field 'birthDate'"],
    ],
    [
      'a birth tomorrow',
      { ...robin, birthDate: '2026-01-02' },
      [400, 'INVALID_VALUE', "Invalid value - '2026-01-02' in field 'birthDate'"],
    ],
    [
      'an address without town',
      { ...robin, address: [{ ...address, line: ['1 Invented Row', '', '', '', ''] }] },
      [400, 'INVALID_CREATE', "Invalid patient create data provided - 'address lines 1 and 4 or 2 and 4 must be completed as a minimum'"],
    ],
    [
      'an address without period',
      { ...robin, address: [{ use: 'home', line: address?.line }] },
      [400, 'MISSING_VALUE', "Missing value - 'address/0/period'"],
    ],
    [
      'half an address key',
      {
        ...robin,
        address: [{ ...address, extension: [{ url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-AddressKey' }] }],
      },
      [400, 'MISSING_VALUE', "Missing value - 'address/0/extension/0/extension'"],
    ],
    [
      'an e-mail address that is none',
      { ...robin, telecom: [{ system: 'email', value: 'nobody', use: 'home' }] },
      [400, 'INVALID_CREATE', "Invalid patient create data provided - 'email format is invalid'"],
    ],
    [
      'no registering authority',
      { ...robin, extension: [] },
      [400, 'TOO_FEW_VALUES_SUBMITTED', "Too few values submitted - [] in field 'extension'"],
    ],
    ['no extension', without('extension'), [400, 'MISSING_VALUE', "Missing value - 'extension'"]],
    ['nothing', {}, [400, 'MISSING_VALUE', "Missing value - 'name'"]],
    ['null', null, [400, 'MISSING_VALUE', "Missing value - 'name'"]],
    ['a name that is no list', { name: { family: 'Smith' } }, [400, 'MISSING_VALUE', "Missing value - 'address'"]],
    ['hardly anything', { name: { family: 'Smith' }, address: [{ line: ['1'] }] }, [400, 'MISSING_VALUE', "Missing value - 'gender'"]],
    [
      'no birth date',
      { name: { family: 'Smith' }, address: [{ line: ['1'] }], gender: 'male' },
      [400, 'MISSING_VALUE', "Missing value - 'birthDate'"],
    ],
    [
      'an address that is a list',
      { ...robin, address: [['another', 'array']] },
      [400, 'INVALID_VALUE', "Invalid value - '['another', 'array']' in field 'address/0'"],
    ],
    [
      'addresses that are texts',
      { ...robin, address: ['not', 'an', 'object'] },
      [400, 'INVALID_VALUE', "Invalid value - 'not' in field 'address/0'"],
    ],
    [
      'a given name that is a text',
      { ...robin, name: [{ ...name, given: 'O`Brien' }] },
      [400, 'INVALID_VALUE', "Invalid value - 'O`Brien' in field 'name/0/given'"],
    ],
    [
      'a given name that is a text, of an address without period: the address comes first',
      { ...robin, name: [{ ...name, given: 'Jane' }], address: [{ line: ['1'] }] },
      [400, 'MISSING_VALUE', "Missing value - 'address/0/period'"],
    ],
    [
      'a birth date that is none, and a name without start: the birth date comes first',
      { ...robin, birthDate: '1982-02-30', name: [{ ...name, period: {} }] },
      [400, 'INVALID_VALUE', "Invalid value - '1982-02-30' in field 'birthDate'"],
    ],
    [
      'a name without start',
      { ...robin, name: [{ ...name, period: {} }] },
      [400, 'MISSING_VALUE', "Missing value - 'name/0/period/start'"],
    ],
    [
      'a name from tomorrow',
      { ...robin, name: [{ ...name, period: { start: '2026-01-02' } }] },
      [400, 'INVALID_CREATE', "Invalid patient create data provided - 'the start date of 'name/0/period' is in the future'"],
    ],
    [
      'a temporary address without end',
      { ...robin, address: [{ ...address, use: 'temp', text: 'Second Home' }] },
      [400, 'MISSING_VALUE', "Missing value - 'address/0/period/end'"],
    ],
    [
      'a temporary address that does not say what it is',
      { ...robin, address: [{ ...address, use: 'temp', period: { start: '2025-12-01', end: '2026-01-31' } }] },
      [400, 'MISSING_VALUE', "Missing value - 'address/0/text'"],
    ],
    [
      'a temporary address for a year',
      { ...robin, address: [{ ...address, use: 'temp', text: 'Second Home', period: { start: '2025-12-01', end: '2026-12-01' } }] },
      [400, 'INVALID_CREATE', "Invalid patient create data provided - 'a 'temp' address may last 90 days at most'"],
    ],
    [
      'two homes',
      { ...robin, address: [address, address] },
      [400, 'INVALID_CREATE', "Invalid patient create data provided - 'a patient has no more than one 'home' address'"],
    ],
    [
      'an address at work',
      { ...robin, address: [{ ...address, use: 'work' }] },
      [400, 'INVALID_CREATE', "Invalid patient create data provided - 'a 'work' address can be removed, not added or replaced'"],
    ],
    ['a telecom without value', { ...robin, telecom: [{ system: 'phone' }] }, [400, 'MISSING_VALUE', "Missing value - 'telecom/0/value'"]],
    [
      'two mobile telephones',
      { ...robin, telecom: [...robin.telecom, ...robin.telecom] },
      [400, 'INVALID_CREATE', "Invalid patient create data provided - 'a 'mobile' 'phone' telecom exists already'"],
    ],
    [
      'a given name of 36 letters',
      { ...robin, name: [{ ...name, given: ['x'.repeat(36)] }] },
      [400, 'INVALID_VALUE', `Invalid value - '${'x'.repeat(36)}' in field 'name/0/given/0'`],
    ],
    [
      'a name that ends before it starts',
      { ...robin, name: [{ ...name, use: 'nickname', period: { start: '2020-01-01', end: '2019-12-31' } }] },
      [400, 'INVALID_CREATE', "Invalid patient create data provided - 'the start date of 'name/0/period' is after its end date'"],
    ],
    [
      'six address lines',
      { ...robin, address: [{ ...address, line: ['1', '2', '3', '4', '5', '6'] }] },
      [400, 'TOO_MANY_VALUES_SUBMITTED', "Too many values submitted - ['1', '2', '3', '4', '5', '6'] in field 'address/0/line'"],
    ],
    [
      'an extension that is none of these',
      { ...robin, extension: [authority, { url: 'http://example.org/shoe-size', valueInteger: 42 }] },
      [400, 'INVALID_VALUE', "Invalid value - 'http://example.org/shoe-size' in field 'extension/1/url'"],
    ],
    [
      'a registering authority of one letter',
      { ...robin, extension: [{ ...authority, extension: [authority.extension[0], { url: 'organisationIdentifier', valueString: 'R' }] }] },
      [400, 'INVALID_VALUE', "Invalid value - 'R' in field 'extension/0/extension/1/valueString'"],
    ],
    [
      'a registering authority of a type that there is not',
      { ...robin, extension: [{ ...authority, extension: [{ ...authority.extension[0], valueCodeableConcept: {} }] }] },
      [400, 'MISSING_VALUE', expect.stringContaining("Missing value - 'extension/0/extension/0/valueCodeableConcept/coding'")],
    ],
    [
      'something else as well',
      { ...robin, model: 'x', year: 1 },
      [
        400,
        'ADDITIONAL_PROPERTIES',
        "Invalid request with error - Additional properties are not allowed ('model', 'year' were unexpected)",
      ],
    ],
    [
      'a name in other letters',
      { ...robin, name: [{ ...name, family: '名' }] },
      [400, 'INVALID_VALUE', "Invalid value - '名' in field 'name/0/family'"],
    ],
  ])('%s', async ([, body, answer]) => {
    expect(said(await refusing.call('POST', '/Patient', { body, headers: json }))).toEqual(answer);
  });

  test('XML, no body at all, and half a body', async () => {
    const xml = await refusing.call('POST', '/Patient', { body: '<Patient/>', headers: { 'Content-Type': 'application/fhir+xml' } });
    expect(said(xml).slice(0, 2)).toEqual([400, 'UNSUPPORTED_SERVICE']);
    expect(said(await refusing.call('POST', '/Patient', { headers: json }))).toEqual([400, 'MISSING_VALUE', "Missing value - 'name'"]);
    expect(said(await refusing.call('POST', '/Patient', { body: '{"name": [', headers: json }))).toEqual([
      400,
      'INVALID_VALUE',
      expect.stringContaining('is not JSON'),
    ]);
  });

  test('plain text, where types are taken strictly', async () => {
    const strict = demographics({ settings: { mediaTypes: 'strict' } });
    expect(said(await strict.call('POST', '/Patient', { body: robin, headers: { 'Content-Type': 'text/plain' } }))[1]).toBe(
      'UNSUPPORTED_SERVICE',
    );
    expect((await strict.call('POST', '/Patient', { body: robin, headers: { 'Content-Type': 'application/fhir+json' } })).status).toBe(201);
  });
});
