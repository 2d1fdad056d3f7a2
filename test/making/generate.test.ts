/** Bodies made from a schema: valid, sensible, about one person, and the same for the same key. Named traps are those of other mock servers. */
import { UNBOUND } from '../../src/meaning/bound.ts';
import { describe, expect, test } from 'vitest';
import { generateChecked, type GenerateInput } from '../../src/making/generate.ts';
import { loadFaker } from '../../src/making/faker.ts';
import { isRole } from '../../src/meaning/roles/check-role.ts';
import type { Json, JsonObject } from '../../src/contract/contract.ts';
import { nobody } from '../../src/population.ts';
import { smallContract } from './small-contract.ts';

const now = Date.UTC(2026, 0, 15, 12);
const text = { type: 'string' };

function make(
  schema: Json,
  options: Partial<GenerateInput> & { readonly schemas?: Json } = {},
): { readonly value: Json; readonly faults: readonly object[] } {
  const { schemas, ...input } = options;
  const { generator, at } = smallContract(schema, schemas === undefined ? {} : { schemas });
  return generateChecked({ generator, at, key: 'key', now, population: nobody, ...input });
}

/** The body as an object, once the contract has accepted it. */
function body(schema: Json, options: Parameters<typeof make>[1] = {}): JsonObject {
  const { value, faults } = make(schema, options);
  expect(faults).toEqual([]);
  return value as JsonObject; // every schema given here is one of an object
}

describe('traps that other mock servers fell into', () => {
  test('P-10: every branch of an allOf is there', () => {
    const part = (name: string): Json => ({ type: 'object', required: [name], properties: { [name]: text } });
    expect(Object.keys(body({ allOf: [part('a'), part('b'), part('c')] }))).toEqual(['a', 'b', 'c']);
  });

  test('P-11: only declared properties are made, even where others are allowed', () => {
    expect(Object.keys(body({ type: 'object', additionalProperties: true, properties: { a: text } }))).toEqual(['a']);
  });

  test('P-12: a cycle ends', () => {
    const node = {
      type: 'object',
      properties: {
        name: text,
        child: { $ref: '#/components/schemas/Node' },
        children: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
      },
    };
    expect(body({ $ref: '#/components/schemas/Node' }, { schemas: { Node: node } })).toHaveProperty('name');
  });

  test('P-12: a cycle that no value can satisfy ends too, and says so', () => {
    const node = { type: 'object', required: ['child'], properties: { child: { $ref: '#/components/schemas/Node' } } };
    expect(make({ $ref: '#/components/schemas/Node' }, { schemas: { Node: node } }).faults).not.toEqual([]);
  });

  test('P-17: dates are dates and doses are doses', () => {
    const made = body({ type: 'object', properties: { expirationDate: text, dose: { type: 'number' }, unit: text } });
    expect(made['expirationDate']).toMatch(/^2026-\d\d-\d\d$/);
    expect(Number(made['dose'])).toBeLessThan(100);
    expect(made['unit']).toBe('mg');
  });

  test('P-18: no empty strings, and dates that follow the clock', () => {
    const schema = {
      type: 'object',
      properties: { note: text, createdAt: { type: 'string', format: 'date-time' }, expiryDate: { type: 'string', format: 'date' } },
    };
    const made = body(schema);
    expect(made['note']).not.toBe('');
    expect(Date.parse(String(made['createdAt']))).toBeLessThan(now);
    expect(Date.parse(String(made['expiryDate']))).toBeGreaterThan(now);
    const later = body(schema, { now: Date.UTC(2036, 0, 1) });
    expect(String(later['createdAt'])).toMatch(/^2035-12/);
  });

  test('P-40: a pattern beside a format holds, and so does an enum inside a oneOf', () => {
    const made = body({
      type: 'object',
      properties: {
        when: { type: 'string', format: 'date-time', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00$' },
        state: {
          oneOf: [
            { type: 'string', enum: ['open', 'shut'] },
            { type: 'integer', enum: [1] },
          ],
        },
      },
    });
    expect(made['when']).toMatch(/\+00:00$/);
    expect(['open', 'shut', 1]).toContain(made['state']);
  });
});

test('the same key gives the same bytes in any order of asking, another key other ones', () => {
  const schema = { type: 'object', properties: { id: text, familyName: text, at: { type: 'string', format: 'date-time' } } };
  const [a, b] = [make(schema, { key: 'a' }), make(schema, { key: 'b' })];
  const small = smallContract(schema);
  const again = (key: string): Json => generateChecked({ generator: small.generator, at: small.at, key, now, population: nobody }).value;
  expect([again('b'), again('a'), again('b')]).toEqual([b.value, a.value, b.value]);
  expect(a.value).not.toEqual(b.value);
});

test('one answer is about one person', () => {
  const made = body({
    type: 'object',
    properties: {
      nhsNumber: text,
      gender: { type: 'string', enum: ['male', 'female'] },
      title: text,
      dateOfBirth: text,
      age: { type: 'integer' },
      email: text,
      surname: text,
      firstName: text,
    },
  });
  expect(isRole('patient.nhsNumber', made['nhsNumber'] ?? '')).toBe(true);
  expect(made['nhsNumber']).toMatch(/^999/);
  expect(made['title'] === 'Mr').toBe(made['gender'] === 'male');
  expect(made['email']).toBe(`${made['firstName']}.${made['surname']}@example.com`.toLowerCase());
  expect([2025, 2026]).toContain(Number(String(made['dateOfBirth']).slice(0, 4)) + Number(made['age']));
});

test('the same NHS number is the same person in every answer', () => {
  const bound = { ...UNBOUND, byRole: { 'patient.nhsNumber': '9000000009' } };
  const schema = { type: 'object', properties: { nhsNumber: text, familyName: text } };
  const [one, two] = [body(schema, { bound, key: 'a' }), body(schema, { bound, key: 'b' })];
  expect(one).toEqual(two);
  expect(one['nhsNumber']).toBe('9000000009');
});

test('this request’s id is the item’s id', () => {
  const bound = { ...UNBOUND, item: { name: 'orderId', value: 'order-77' } };
  expect(body({ type: 'object', properties: { id: text, status: text } }, { bound })['id']).toBe('order-77');
  expect(body({ type: 'object', properties: { id: text, orderId: text } }, { bound })['orderId']).toBe('order-77');
  const wrapped = body({ type: 'object', properties: { data: { type: 'object', properties: { id: text } } } }, { bound });
  expect(wrapped).toEqual({ data: { id: 'order-77' } });
});

test('names that every object inherits are names like others', () => {
  const names = ['constructor', 'toString', 'hasOwnProperty', 'valueOf'];
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string', enum: ['a', 'b'] }]));
  expect(
    Object.keys(
      body({
        type: 'object',
        required: names,
        properties: { ...properties, inner: { type: 'object', properties: { name: text, title: text, toString: text } } },
      }),
    ),
  ).toEqual([...names, 'inner']);
  expect(
    Object.keys(body({ type: 'object', properties: { constructor: { type: 'object', properties: { name: text, status: text } } } })),
  ).toEqual(['constructor']);
});

test('published links follow the ids that are made', () => {
  const made = body({
    type: 'object',
    properties: {
      id: { type: 'string', example: 'order-12345' },
      self: { type: 'string', example: 'https://example.org/orders/order-12345/lines' },
    },
  });
  expect(made['id']).not.toBe('order-12345');
  expect(made['self']).toBe(`https://example.org/orders/${made['id']}/lines`);
});

test('bounds, lengths, multiples and unique items are kept', () => {
  const made = body({
    type: 'object',
    properties: {
      a: { type: 'integer', minimum: 1000 },
      b: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
      c: { type: 'integer', multipleOf: 7, minimum: 50 },
      d: { type: 'string', minLength: 300 },
      e: { type: 'string', maxLength: 3 },
      f: { type: 'array', minItems: 3, uniqueItems: true, items: text },
      g: { type: 'array', prefixItems: [{ const: 'x' }, { type: 'integer' }], items: false },
    },
  });
  expect(Number(made['c']) % 7).toBe(0);
  expect(made['f']).toHaveLength(3);
});

test('a discriminator names the branch that is made', () => {
  const schemas = {
    Cat: { type: 'object', required: ['kind', 'lives'], properties: { kind: text, lives: { type: 'integer' } } },
    Dog: { type: 'object', required: ['kind', 'bark'], properties: { kind: text, bark: text } },
  };
  const schema = {
    oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
    discriminator: { propertyName: 'kind', mapping: { feline: '#/components/schemas/Cat', canine: '#/components/schemas/Dog' } },
  };
  expect(body(schema, { schemas })['kind']).toBe('feline');
});

test('readOnly members stay out of requests and writeOnly ones out of responses', () => {
  const schema = { type: 'object', properties: { id: { ...text, readOnly: true }, secret: { ...text, writeOnly: true }, note: text } };
  expect(Object.keys(body(schema))).toEqual(['id', 'note']);
  expect(Object.keys(body(schema, { sending: 'request' }))).toEqual(['secret', 'note']);
});

test('a published body is followed and only what does not fit is replaced', () => {
  const schema = {
    type: 'object',
    required: ['id', 'state'],
    properties: { id: text, state: { enum: ['open', 'shut'] }, note: text, size: { type: 'integer' } },
  };
  const made = body(schema, { examples: [{ id: 'a-1', state: 'ajar', note: 'Left by the door.', colour: 'red' }] });
  expect(made).toEqual({ id: 'a-1', state: expect.stringMatching(/open|shut/), note: 'Left by the door.' });
});

test('a published number that could be a living patient’s is not repeated', () => {
  // Made at run time, so that no such number is written down.
  const live = Array.from({ length: 10 }, (_, last) => `400000000${last}`).find((number) => isRole('patient.nhsNumber', number));
  const made = body({ type: 'object', properties: { nhsNumber: text } }, { examples: [{ nhsNumber: live ?? '' }] });
  expect(made['nhsNumber']).toMatch(/^999/);
});

describe('FHIR', () => {
  const coding = { type: 'object', properties: { system: text, code: text, display: text } };
  const concept = { type: 'object', properties: { coding: { type: 'array', items: coding } } };

  test('a resource says its type, one value[x], and a real coding', () => {
    const made = body({
      type: 'object',
      properties: {
        resourceType: { const: 'Observation' },
        status: text,
        code: concept,
        valueString: text,
        valueInteger: { type: 'integer' },
        valueBoolean: { type: 'boolean' },
      },
    });
    expect(Object.keys(made).filter((name) => name.startsWith('value'))).toHaveLength(1);
    expect(made).toMatchObject({ resourceType: 'Observation', status: 'final' });
    const [first] = (made['code'] as { coding: readonly { code: string; system: string }[] }).coding;
    expect(first?.system).toBe('http://snomed.info/sct');
    expect(isRole('code.snomed', first?.code ?? '')).toBe(true);
  });

  test('a search set agrees with itself: total, fullUrl, references', () => {
    const patient = { type: 'object', properties: { resourceType: { const: 'Patient' }, id: text } };
    const visit = {
      type: 'object',
      properties: { resourceType: { const: 'Encounter' }, id: text, subject: { type: 'object', properties: { reference: text } } },
    };
    const entry = {
      type: 'array',
      prefixItems: [patient, visit].map((resource) => ({ type: 'object', properties: { fullUrl: text, resource } })),
    };
    const made = body(
      { type: 'object', properties: { resourceType: { const: 'Bundle' }, type: text, total: { type: 'integer' }, entry } },
      { link: (path) => `https://sandbox.example/fhir${path}` },
    );
    const [one, two] = made['entry'] as unknown as readonly {
      fullUrl: string;
      resource: { id: string; subject?: { reference: string } };
    }[];
    expect(made).toMatchObject({ type: 'searchset', total: 2 });
    expect(one?.fullUrl).toBe(`https://sandbox.example/fhir/Patient/${one?.resource.id}`);
    expect(two?.resource.subject?.reference).toBe(`Patient/${one?.resource.id}`);
  });

  test('the living are not said to have died', () => {
    expect(
      Object.keys(
        body({
          type: 'object',
          properties: { resourceType: { const: 'Patient' }, deceasedBoolean: { type: 'boolean' }, deceasedDateTime: text, gender: text },
        }),
      ),
    ).toEqual(['resourceType', 'gender']);
  });
});

test('rules beyond a walk along the schema are left to json-schema-faker', async () => {
  const faker = await loadFaker();
  const made = make(
    {
      type: 'object',
      if: { properties: { a: { const: 1 } } },
      then: { required: ['b'] },
      required: ['a'],
      properties: { a: { const: 1 } },
    },
    { faker },
  );
  expect(made.faults).toEqual([]);
  expect(faker({ type: 'string', format: 'ipv4' }, 1)).toBe(faker({ type: 'string', format: 'ipv4' }, 1));
});
