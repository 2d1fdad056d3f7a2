/** Generated values that schemas pin down: defaults, numbers between tight bounds, maps whose keys have a shape, examples of models. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateChecked, type GenerateInput } from '../../src/making/generate.ts';
import type { Json } from '../../src/contract/contract.ts';
import { nobody } from '../../src/population.ts';
import { smallContract } from './small-contract.ts';

/** A body that its contract accepts. */
function made(schema: Json, input: Partial<GenerateInput> = {}, schemas: Json = {}): Json {
  const { generator, at } = smallContract(schema, { schemas });
  const { value, faults } = generateChecked({ generator, at, key: 'key', now: Date.UTC(2026, 0, 15), population: nobody, ...input });
  expect(faults).toEqual([]);
  return value;
}

const object = (properties: Record<string, Json>, more: Record<string, Json> = {}): Json => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  ...more,
});

describe('a default', () => {
  test('of null is null, whatever else may stand there', () => {
    const schema = object({
      after: { type: ['string', 'null'], default: null },
      owner: { oneOf: [{ type: 'object', properties: { name: { type: 'string' } } }, { type: 'null' }], default: null },
      tags: { type: ['array', 'null'], items: { type: 'string' }, default: null },
    });
    expect(made(schema)).toEqual({ after: null, owner: null, tags: null });
  });

  test('that the schema refuses is not used, nor one beside an example', () => {
    expect(made(object({ after: { type: 'string', default: null } }))).toEqual({ after: expect.any(String) });
    expect(made(object({ after: { type: ['string', 'null'], default: null, example: 'abc' } }))).toEqual({ after: 'abc' });
  });

  test('of a list or an object is followed where it says something', () => {
    expect(made(object({ sizes: { type: 'array', items: { type: 'integer' }, default: [3, 4] } }))).toEqual({ sizes: [3, 4] });
    expect(made(object({ sizes: { type: 'array', items: { type: 'integer' }, default: [] } }))).toEqual({ sizes: [expect.any(Number)] });
  });
});

describe('a number', () => {
  test.each([
    [{ type: 'integer', minimum: 1_000_000_000_000_001, maximum: 1_000_000_000_000_003 }],
    [{ type: 'integer', exclusiveMinimum: 9_007_199_254_740_989, exclusiveMaximum: 9_007_199_254_740_991 }],
    [{ type: 'integer', minimum: -9_007_199_254_740_990, maximum: -9_007_199_254_740_990 }],
    [{ type: 'integer', multipleOf: 2.5, minimum: 1 }],
    [{ type: 'integer', multipleOf: 1_000_003, minimum: 5_000_000_000_000 }],
    [{ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 0.01 }],
    [{ type: 'number', minimum: 0.1, maximum: 0.3, multipleOf: 0.1 }],
    [{ type: 'number', minimum: 1.1, maximum: 1.1 }],
    [{ type: 'number', minimum: 1e-7, maximum: 3e-7 }],
    [{ type: 'number', maximum: -1e21 }],
    [{ type: 'number', minimum: 2, exclusiveMaximum: 3 }],
    [{ type: 'integer', exclusiveMinimum: 1, exclusiveMaximum: 3 }],
  ])('lies where %j has it', (schema) => {
    made(object({ n: schema }));
  });

  test('lies within any bounds that a whole number fits between', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.nat(1_000), fc.integer({ min: 1, max: 50 }), (low, span, step) => {
        const first = Math.ceil(low / step) * step;
        fc.pre(Number.isSafeInteger(low + span) && first >= low && first <= low + span && Number.isSafeInteger(first));
        made(object({ n: { type: 'integer', minimum: low, maximum: low + span, multipleOf: step } }));
      }),
    );
  });
});

describe('a map that must have members', () => {
  test.each([
    [
      'keys of a pattern',
      { propertyNames: { pattern: '^[A-Z]{3}$' }, additionalProperties: { type: 'number' }, minProperties: 2 },
      /^[A-Z]{3}$/,
      2,
    ],
    ['keys of a list', { propertyNames: { enum: ['red', 'green'] }, additionalProperties: true, minProperties: 2 }, /^(red|green)$/, 2],
    ['UUIDs', { propertyNames: { format: 'uuid' }, additionalProperties: { type: 'boolean' }, minProperties: 1 }, /^[0-9a-f-]{36}$/, 1],
    [
      'keys of a length',
      { propertyNames: { minLength: 8, maxLength: 8 }, additionalProperties: { type: 'string' }, minProperties: 1 },
      /^.{8}$/,
      1,
    ],
    [
      'members by pattern',
      { patternProperties: { '^x-[a-z]{2}$': { type: 'integer' } }, additionalProperties: false, minProperties: 2 },
      /^x-[a-z]{2}$/,
      2,
    ],
    ['any keys', { additionalProperties: { type: 'integer' }, minProperties: 3 }, /^\w+$/, 3],
  ] as const)('has %s', (_, schema, key, least) => {
    const map = made({ type: 'object', ...schema } as Json); // written above as what it is
    const keys = Object.keys(map as object);
    expect(keys.length).toBeGreaterThanOrEqual(least);
    for (const each of keys) expect(each).toMatch(key);
  });

  test('takes the members that it declares before others', () => {
    expect(
      Object.keys(
        made({ type: 'object', deprecated: false, properties: { a: { type: 'string', deprecated: true } }, minProperties: 1 }) as object,
      ),
    ).toEqual(['a']);
  });
});

describe('the example of a model', () => {
  const schemas = {
    Pet: object(
      { id: { type: 'integer' }, tag: { type: 'string', format: 'uuid' }, name: { type: 'string' } },
      {
        example: { id: 101, tag: '11111111-1111-4111-8111-111111111111', name: 'Cat' },
      },
    ),
  };
  const pet = { $ref: '#/components/schemas/Pet' };

  test('is used as it stands, alone and as the first of a list', () => {
    const { Pet } = schemas as { readonly Pet: { readonly example: Json } };
    expect(made(pet, {}, schemas)).toEqual(Pet.example);
    expect(made({ type: 'array', items: pet }, {}, schemas)).toEqual([Pet.example]);
    expect(made(object({ pets: { type: 'array', items: pet } }), {}, schemas)).toEqual({ pets: [Pet.example] });
  });

  test('lends no id to a second item', () => {
    const [first, second] = made({ type: 'array', items: pet, minItems: 2 }, {}, schemas) as readonly {
      readonly id: number;
      readonly tag: string;
    }[];
    expect(second?.id).not.toBe(first?.id);
    expect(second?.tag).not.toBe(first?.tag);
  });

  test('is not used for a body that is to be made anew', () => {
    expect(made(pet, { models: false }, schemas)).not.toMatchObject({ tag: '11111111-1111-4111-8111-111111111111' });
  });
});
