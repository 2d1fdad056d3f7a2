/** A published or generated body becomes one about what this request asks for. */
import { expect, test } from 'vitest';
import { generate } from '../../../src/making/generate.ts';
import { rebind } from '../../../src/making/binding/rebind.ts';
import { bindRequest } from '../../../src/meaning/bound.ts';
import { studied } from '../../../src/meaning/studied-body.ts';
import type { Json } from '../../../src/contract/contract.ts';
import { nobody, type Person } from '../../../src/population.ts';
import { anna, populationOf } from '../anna.ts';
import { smallContract } from '../small-contract.ts';

const now = Date.UTC(2026, 0, 15);
const text = { type: 'string' };
const asked = '9000000009';

/** GET /anything/{nhsNumber} of a contract nobody has seen, answering with `published` for the number asked for. */
function reboundFor(
  schema: Json,
  published: Json,
  options: { readonly person?: Person; readonly path?: string; readonly values?: Record<string, string> } = {},
): Json {
  const { path = '/anything/{nhsNumber}', values = { nhsNumber: asked }, person } = options;
  const parameters = Object.keys(values).map((name) => ({ name, in: 'path', required: true, schema: text }));
  const { generator, at, operation } = smallContract(schema, { path, parameters });
  const { meaning } = generator;
  const bound = bindRequest(meaning, operation, { path: values });
  const body = studied(meaning, published, at, operation);
  return rebind({ meaning, at, body, bound, population: person ? populationOf(person) : nobody, now });
}

const flat = {
  type: 'object',
  properties: {
    nhsNumber: text,
    firstName: text,
    surname: text,
    dateOfBirth: text,
    gender: { enum: ['Male', 'Female'] },
    telephone: text,
    email: text,
    postcode: text,
    practice: { type: 'object', properties: { odsCode: text, name: text } },
    note: text,
  },
};
const published = {
  nhsNumber: '9990000018',
  firstName: 'JOHN',
  surname: 'Smith',
  dateOfBirth: '19700101',
  gender: 'Male',
  telephone: '01632 960000',
  email: 'john@example.com',
  postcode: 'XX1 1XX',
  practice: { odsCode: 'A12345', name: 'Old Surgery' },
  note: 'Stays as it is.',
};

test('answers for an unknown contract tell of the person asked for, spelt as published, and of nobody else', () => {
  expect(reboundFor(flat, published, { person: anna })).toEqual({
    nhsNumber: asked,
    firstName: 'ANNA',
    surname: 'O’Testwell',
    dateOfBirth: '19840229',
    gender: 'Female',
    telephone: '07700 900456',
    postcode: 'LS1 9ZX',
    practice: { odsCode: 'Y91234', name: 'Testford Surgery' },
    note: 'Stays as it is.',
  });
});

test('without a world the number asked for is put in, and the rest stays as published', () => {
  expect(reboundFor(flat, published)).toEqual({ ...published, nhsNumber: asked });
});

test('a restricted person’s whereabouts are left out', () => {
  const rebound = reboundFor(flat, published, { person: { ...anna, restricted: true } });
  expect(rebound).not.toHaveProperty('postcode');
  expect(rebound).not.toHaveProperty('telephone');
  expect(rebound).toHaveProperty('surname', 'O’Testwell');
});

test('links and references follow the number, and other numbers stay', () => {
  const schema = {
    type: 'object',
    properties: { nhsNumber: text, self: text, subject: { type: 'object', properties: { reference: text } }, bill: text },
  };
  expect(
    reboundFor(schema, {
      nhsNumber: '9990000018',
      self: 'https://example.org/Patient/9990000018/x?identifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C9990000018',
      subject: { reference: 'Patient/9990000018' },
      bill: '19990000018',
    }),
  ).toEqual({
    nhsNumber: asked,
    self: `https://example.org/Patient/${asked}/x?identifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C${asked}`,
    subject: { reference: `Patient/${asked}` },
    bill: '19990000018',
  });
});

test('a FHIR patient gets every given name, the lines of their address, and loses names they never had', () => {
  const value = {
    resourceType: 'Patient',
    id: '9990000018',
    identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000018' }],
    name: [
      { use: 'usual', given: ['John'], family: 'Smith' },
      { use: 'old', given: ['John'], family: 'Brown' },
    ],
    birthDate: '1970-01-01',
    telecom: [
      { system: 'phone', value: '01632960000' },
      { system: 'email', value: 'john@example.com' },
    ],
    deceasedDateTime: '2020-01-01T00:00:00Z',
    extension: [
      {
        url: 'https://example.org/Extension-NominatedPharmacy',
        valueReference: { identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'FX999' } },
      },
      { url: 'https://example.org/Extension-DeathNotificationStatus', valueString: 'formal' },
      { url: 'https://example.org/Extension-BirthPlace', valueAddress: { city: 'Manchester' } },
    ],
    generalPractitioner: [{ identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'A12345' } }],
  };
  expect(reboundFor(true, value, { person: anna })).toEqual({
    resourceType: 'Patient',
    id: asked,
    identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: asked }],
    name: [{ use: 'usual', given: ['Anna', 'Maria'], family: 'O’Testwell' }],
    birthDate: '1984-02-29',
    telecom: [{ system: 'phone', value: '07700900456' }],
    extension: [{ url: 'https://example.org/Extension-BirthPlace', valueAddress: { city: 'Manchester' } }],
    generalPractitioner: [{ identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'Y91234' } }],
  });
});

test('the resource that a patient refers to as their practice becomes their practice, and no other organisation does', () => {
  const organisation = (id: string, name: string): Json => ({ resource: { resourceType: 'Organization', id, name } });
  const patient = { resource: { resourceType: 'Patient', id: '9990000018', managingOrganization: { reference: 'Organization/o1' } } };
  const identifier = [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000018' }];
  const entry = [{ resource: { ...patient.resource, identifier } }, organisation('o1', 'Old Surgery'), organisation('o2', 'Some Hospital')];
  const rebound = reboundFor(true, { resourceType: 'Bundle', entry }, { person: anna });
  expect(rebound).toMatchObject({
    entry: [{ resource: { id: asked } }, { resource: { name: 'Testford Surgery' } }, { resource: { name: 'Some Hospital' } }],
  });
});

test('relatives and clinicians keep their own names', () => {
  const person = { type: 'object', properties: { surname: text } };
  const schema = {
    type: 'object',
    properties: { patient: { type: 'object', properties: { nhsNumber: text, surname: text } }, mother: person, consultant: person },
  };
  const value = { patient: { nhsNumber: '9990000018', surname: 'Smith' }, mother: { surname: 'Smith' }, consultant: { surname: 'Jones' } };
  expect(reboundFor(schema, value, { person: anna })).toEqual({
    patient: { nhsNumber: asked, surname: 'O’Testwell' },
    mother: { surname: 'Smith' },
    consultant: { surname: 'Jones' },
  });
});

test('what the contract requires and the record lacks is made up; what fits nowhere is left out', () => {
  const strict = {
    type: 'object',
    required: ['email'],
    properties: { nhsNumber: text, email: text, surname: { type: 'string', maxLength: 5 } },
  };
  const rebound = reboundFor(strict, { nhsNumber: '9990000018', email: 'john@example.com', surname: 'Smith' }, { person: anna });
  expect(rebound).toEqual({ nhsNumber: asked, email: expect.stringMatching(/^(?!john@).+@example\.com$/) });
});

test('a body published about somebody who is not in the world is not sent under another number with their name', () => {
  const number = '9990000506';
  const about = (nhsNumber: string): Json =>
    reboundFor(flat, { ...published, nhsNumber }, { person: anna, values: { nhsNumber: number }, path: '/anything/{nhsNumber}' });
  expect(about(number)).toEqual({ ...published, nhsNumber: number });
  expect(about('9990000018')).toMatchObject({ nhsNumber: number, surname: expect.not.stringMatching(/smith/i) });
});

test('a name in passing, and a name in capitals or as lists sort it, becomes the name of the person asked for', () => {
  const schema = { type: 'object', properties: { nhsNumber: text, firstName: text, surname: text, patientName: text, note: text } };
  const value = {
    nhsNumber: '9990000018',
    firstName: 'John',
    surname: 'SMITH',
    patientName: 'SMITH, John (Mr)',
    note: 'John Smith called; Johnny Smithson did not.',
  };
  expect(reboundFor(schema, value, { person: anna })).toEqual({
    nhsNumber: asked,
    firstName: 'Anna',
    surname: 'O’TESTWELL',
    patientName: expect.stringMatching(/^O’TESTWELL, Anna/),
    note: 'Anna O’Testwell called; Johnny Smithson did not.',
  });
});

test('a reference displays the name of whom it refers to', () => {
  const nhs = { system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000018' };
  const value = {
    resourceType: 'Task',
    for: { identifier: nhs, display: 'John Smith' },
    requester: { reference: 'Practitioner/1', display: 'Dr Jones' },
    focus: { reference: 'MedicationRequest/1', display: 'Aspirin' },
  };
  expect(reboundFor(true, value, { person: anna })).toEqual({
    ...value,
    for: { identifier: { ...nhs, value: asked }, display: 'Anna O’Testwell' },
  });
});

test('the item’s id is the one asked for, wherever the body keeps it, but an outcome’s is its own', () => {
  const at = { path: '/orders/{orderId}', values: { orderId: 'o-42' } };
  expect(reboundFor(true, { id: 'o-1', links: { self: '/orders/o-1' } }, at)).toEqual({ id: 'o-42', links: { self: '/orders/o-42' } });
  expect(reboundFor(true, { data: { id: 'o-1' } }, at)).toEqual({ data: { id: 'o-42' } });
  expect(reboundFor(true, { orderId: 'o-1', id: 'other' }, at)).toEqual({ orderId: 'o-42', id: 'other' });
  expect(reboundFor(true, { resourceType: 'OperationOutcome', id: 'o-1' }, at)).toEqual({ resourceType: 'OperationOutcome', id: 'o-1' });
});

test('generated answers tell of the person asked for', () => {
  const { generator, at, operation } = smallContract(flat, {
    path: '/anything/{nhsNumber}',
    parameters: [{ name: 'nhsNumber', in: 'path', required: true, schema: text }],
  });
  const bound = bindRequest(generator.meaning, operation, { path: { nhsNumber: asked } });
  expect(generate({ generator, at, operation, key: 'key', now, bound, population: populationOf(anna) })).toMatchObject({
    nhsNumber: asked,
    firstName: 'Anna',
    surname: 'O’Testwell',
    dateOfBirth: '1984-02-29',
    gender: 'Female',
    telephone: '07700900456',
    postcode: 'LS1 9ZX',
    practice: { odsCode: 'Y91234', name: 'Testford Surgery' },
  });
});
