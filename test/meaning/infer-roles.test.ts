/** What leaves and parameters mean: each kind of evidence, how they weigh against each other, and a person's word above all. */
import { expect, test } from 'vitest';
import { inferRoles, type Sidecar } from '../../src/meaning/infer-roles.ts';
import { instanceLeaves } from '../../src/meaning/schema/instance-leaves.ts';
import { roleCoverage } from '../../src/meaning/roles/role-coverage.ts';
import type { Role } from '../../src/meaning/roles/roles.ts';
import type { Json } from '../../src/contract/contract.ts';
import { smallContract } from '../making/small-contract.ts';

/** The role of each leaf of a value, by its path. */
function rolesIn(
  schema: Json,
  value: Json,
  options: { path?: string; schemas?: Json; sidecar?: Sidecar } = {},
): Record<string, Role | undefined> {
  const { contract, at, operation } = smallContract(schema, options);
  const meaning = inferRoles(contract, options.sidecar);
  return Object.fromEntries(
    instanceLeaves(meaning, value, at, operation).map(({ tokens, leaf }) => [tokens.join('.'), meaning.roleOf(leaf)]),
  );
}

const text = { type: 'string' };
const object = (properties: Record<string, Json>): Json => ({ type: 'object', properties });

test('an identifier’s system says what its value is', () => {
  const identifier = object({ system: text, value: text });
  const value = (system: string): Json => ({ identifier: { system, value: '1' } });
  const roleFor = (system: string): Role | undefined => rolesIn(object({ identifier }), value(system))['identifier.value'];
  expect(roleFor('https://fhir.nhs.uk/Id/nhs-number')).toBe('patient.nhsNumber');
  expect(roleFor('https://fhir.nhs.uk/Id/ods-organization-code')).toBe('organisation.odsCode');
  expect(roleFor('https://fhir.nhs.uk/Id/sds-user-id')).toBe('practitioner.sdsUserId');
  expect(roleFor('https://fhir.nhs.uk/Id/prescription-order-number')).toBe('prescription.shortId');
  expect(roleFor('https://example.org/whatever')).toBe('opaqueId');
});

test('the place in a FHIR resource says what an element is, and whose', () => {
  const humanName = { name: { type: 'array', items: object({ family: text, given: { type: 'array', items: text } }) } };
  const schema = object({ resourceType: text, birthDate: text, ...humanName, contact: object(humanName) });
  const name = [{ family: 'A', given: ['B'] }];
  const patient = rolesIn(schema, { resourceType: 'Patient', birthDate: '2000-01-01', name, contact: { name } });
  expect(patient).toMatchObject({
    birthDate: 'patient.birthDate',
    'name.0.family': 'patient.familyName',
    'name.0.given.0': 'patient.givenName',
    'contact.name.0.family': 'relatedPerson.familyName',
  });
  expect(rolesIn(schema, { resourceType: 'Practitioner', name })['name.0.family']).toBe('practitioner.familyName');
});

test('names and their synonyms are one', () => {
  const schema = object({
    nhs_number: text,
    'NHS-Number': text,
    dob: text,
    surname: text,
    firstName: text,
    odsCode: text,
    postcode: text,
    ubrn: text,
    createdAt: text,
  });
  const value = Object.fromEntries(Object.keys((schema as { properties: object }).properties).map((name) => [name, 'x']));
  expect(rolesIn(schema, value)).toEqual({
    nhs_number: 'patient.nhsNumber',
    'NHS-Number': 'patient.nhsNumber',
    dob: 'patient.birthDate',
    surname: 'patient.familyName',
    firstName: 'patient.givenName',
    odsCode: 'organisation.odsCode',
    postcode: 'patient.postcode',
    ubrn: 'referral.ubrn',
    createdAt: 'dateTime',
  });
});

test('what surrounds a name says whose it is', () => {
  const named = object({ name: text, phone: text, postcode: text });
  const roles = rolesIn(object({ patient: named, gpPractice: named, pharmacy: named, consultant: object({ name: text }) }), {
    patient: { name: 'a', phone: 'b', postcode: 'c' },
    gpPractice: { name: 'a', phone: 'b', postcode: 'c' },
    pharmacy: { name: 'a' },
    consultant: { name: 'a' },
  });
  expect(roles).toMatchObject({
    'patient.name': 'patient.fullName',
    'patient.phone': 'patient.phone',
    'gpPractice.name': 'organisation.name',
    'gpPractice.postcode': 'organisation.postcode',
    'pharmacy.name': 'pharmacy.name',
    'consultant.name': 'practitioner.fullName',
  });
});

test('an example confirms, refutes or suggests', () => {
  const schema = object({
    reference: { type: 'string', example: '24F5DA-A83008-7EFE6Z' },
    dateOfBirth: { type: 'string', example: '2000-01-01' },
    phone: { type: 'string', example: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' },
    thing: { type: 'string', example: '9000000009' },
  });
  expect(rolesIn(schema, { reference: 'x', dateOfBirth: 'x', phone: 'x', thing: 'x' })).toEqual({
    reference: 'prescription.shortId',
    dateOfBirth: 'patient.birthDate',
    phone: 'uuid',
    thing: 'patient.nhsNumber',
  });
});

test('patterns, descriptions and formats speak where nothing stronger does', () => {
  const schema = object({
    a: { type: 'string', pattern: '^W/"[0-9]+"$' },
    b: { type: 'string', description: 'The NHS number of whoever it concerns.' },
    c: { type: 'string', format: 'date-time' },
    d: { type: 'string' },
  });
  expect(rolesIn(schema, { a: 'x', b: 'x', c: 'x', d: 'x' })).toEqual({ a: 'etag', b: 'patient.nhsNumber', c: 'instant', d: undefined });
});

test('a role that the schema cannot hold is not the leaf’s', () => {
  const schema = object({
    nhsNumber: { type: 'string', maxLength: 4 },
    gender: { type: 'string', enum: ['red', 'blue'] },
    sex: { type: 'string', enum: ['Male', 'Female'] },
  });
  expect(rolesIn(schema, { nhsNumber: 'x', gender: 'red', sex: 'Male' })).toEqual({
    nhsNumber: undefined,
    gender: 'code',
    sex: 'patient.gender',
  });
});

test('the sidecar’s word stands above all evidence, by pointer, by path and by the schema’s own x-world', () => {
  const schema = object({ nhsNumber: text, inner: object({ dob: text }), odd: { type: 'string', 'x-world': 'referral.ubrn' } });
  const sidecar: Sidecar = {
    '/paths/~1things/get/responses/200/content/application~1json/schema/properties/nhsNumber': 'opaqueId',
    'inner.dob': 'date',
  };
  expect(rolesIn(schema, { nhsNumber: 'x', inner: { dob: 'x' }, odd: 'x' }, { sidecar })).toEqual({
    nhsNumber: 'opaqueId',
    'inner.dob': 'date',
    odd: 'referral.ubrn',
  });
});

test('parameters have roles too, by name, description and the path before them', () => {
  const parameters = [
    { name: 'id', in: 'path', required: true, description: 'The NHS number.', schema: text },
    { name: 'practiceCode', in: 'query', schema: text },
    { name: 'X-Request-ID', in: 'header', schema: text },
    {
      name: 'patient:identifier',
      in: 'query',
      schema: { type: 'string', pattern: '^https:\\/\\/fhir\\.nhs\\.uk\\/Id\\/nhs-number\\|[0-9]{10}$' },
    },
  ];
  const { contract, operation } = smallContract(text, { path: '/Patient/{id}', parameters });
  const meaning = inferRoles(contract);
  expect(operation.parameters.map((parameter) => meaning.parameterRole(operation, parameter))).toEqual([
    'patient.nhsNumber',
    'organisation.odsCode',
    'uuid',
    'patient.nhsNumber',
  ]);
});

test('coverage counts leaves and parameters, and lists the unknown by frequency', () => {
  const { contract } = smallContract(object({ nhsNumber: text, wibble: text, inner: object({ wibble: text, zing: text }) }), {
    path: '/things/{thingId}',
    parameters: [{ name: 'thingId', in: 'path', required: true, schema: text }],
  });
  expect(roleCoverage(contract)).toEqual({
    leaves: 5,
    known: 2,
    unknownByFrequency: [
      ['wibble', 2],
      ['zing', 1],
    ],
  });
});

test('a recursive schema is understood in bounded time', () => {
  const { contract } = smallContract(
    { $ref: '#/components/schemas/Node' },
    {
      schemas: {
        Node: object({ nhsNumber: text, left: { $ref: '#/components/schemas/Node' }, right: { $ref: '#/components/schemas/Node' } }),
      },
    },
  );
  expect(roleCoverage(contract)).toMatchObject({ leaves: 1, known: 1 });
});

test('the parts of a person are known by all the names they go by', () => {
  const known: Record<string, readonly string[]> = {
    'patient.givenName': ['forename', 'forenames', 'first_name', 'FirstName', 'givenName', 'fname'],
    'patient.familyName': ['surname', 'last-name', 'LastName', 'familyName', 'lname'],
    'patient.fullName': ['fullname', 'full_name', 'patientName'],
    'patient.birthDate': ['dob', 'DOB', 'dateOfBirth', 'birth_date', 'birthdate', 'bornOn'],
    'patient.postcode': ['postcode', 'post_code', 'PostalCode'],
    'patient.town': ['town', 'city', 'post_town'],
    'patient.nhsNumber': ['nhsNo', 'nhs_number', 'NHSNumber', 'nhs-no'],
    'patient.phone': ['phone', 'mobile', 'telephoneNumber'],
  };
  for (const [role, names] of Object.entries(known))
    for (const name of names)
      expect({ [name]: rolesIn(object({ [name]: text, dob: text }), { [name]: '1' })[name] }).toEqual({ [name]: role });
});

test('first and last are names of a person or links of a page, by what stands beside them', () => {
  const roles = (...names: string[]): Record<string, Role | undefined> =>
    rolesIn(object(Object.fromEntries(names.map((name) => [name, text]))), Object.fromEntries(names.map((name) => [name, '1'])));
  expect(roles('first', 'last', 'dob')).toMatchObject({ first: 'patient.givenName', last: 'patient.familyName' });
  expect(roles('first', 'last')).toMatchObject({ first: 'patient.givenName', last: 'patient.familyName' });
  expect(roles('first', 'nhs_number')).toMatchObject({ first: 'patient.givenName' });
  expect(roles('first', 'last', 'self', 'next')).toMatchObject({ first: 'url', last: 'url' });
  const links = object({ links: object({ first: text, last: text }) });
  expect(rolesIn(links, { links: { first: '1', last: '1' } })).toMatchObject({ 'links.first': 'url', 'links.last': 'url' });
  expect(roles('first', 'count')['first']).toBeUndefined();
});
