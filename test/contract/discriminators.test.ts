/** Discriminators: the branch that a value names decides, whatever else would fit. */
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/contract/contract.ts';
import { faultsOf, withBody } from './documents.ts';

const ref = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });
const tagged = (members: object, more: object = {}): object => ({
  type: 'object',
  required: ['kind'],
  properties: { kind: { type: 'string' }, ...members },
  ...more,
});

const Cat = tagged({ lives: { type: 'integer' } });
const Dog = tagged({ bark: { type: 'boolean' } });

function check(schema: object, value: Json, schemas: object = { Cat, Dog }): string[] {
  return faultsOf(schema as Json, value, { components: { schemas } } as never);
}

describe.each(['oneOf', 'anyOf'])('%s', (keyword) => {
  const choice = (more: object = {}): object => ({ [keyword]: [ref('Cat'), ref('Dog')], discriminator: { propertyName: 'kind', ...more } });

  test('takes what the named branch takes, though another would take it too', () => {
    expect(check(choice(), { kind: 'Dog', bark: true })).toEqual([]);
    expect(check(choice(), { kind: 'Cat', bark: 'any text' })).toEqual([]);
  });

  test('reports the faults of the named branch alone', () => {
    expect(check(choice(), { kind: 'Dog', bark: 'loud', lives: 'many' })).toEqual(['type /bark']);
    expect(check(choice(), { kind: 'Cat', bark: 'loud', lives: 'many' })).toEqual(['type /lives']);
  });

  test('refuses a word that names no branch, by one fault at the tag', () => {
    expect(check(choice(), { kind: 'Bird', bark: 'loud' })).toEqual(['discriminator /kind']);
    const { contract, body } = withBody(choice() as Json, { components: { schemas: { Cat, Dog } } } as never);
    expect(contract.check(body, { kind: 'Bird' })[0]?.message).toMatch(/must be one of "Cat", "Dog"/);
  });

  test('wants the tag, by the rules of its branches', () => {
    expect(check(choice(), { bark: true })).not.toEqual([]);
  });

  test.each([['Dog'], ['#/components/schemas/Dog'], ['./pets/Dog.yaml']])('reads a mapping to %s', (target) => {
    const mapped = choice({ mapping: { hound: target } });
    expect(check(mapped, { kind: 'hound', bark: 'loud' })).toEqual(['type /bark']);
    expect(check(mapped, { kind: 'Cat', lives: 'many' })).toEqual(['type /lives']);
    expect(check(mapped, { kind: 'other' })).toEqual(['discriminator /kind']);
  });

  test('lets a mapping have its way against a name', () => {
    expect(check(choice({ mapping: { Cat: 'Dog' } }), { kind: 'Cat', bark: 'loud' })).toEqual(['type /bark']);
  });

  test('takes the words to which branches hold the tag themselves', () => {
    const schemas = {
      Cat: tagged({ kind: { const: 'cat' } }),
      Dog: tagged({ kind: { enum: ['dog', 'hound'] }, bark: { type: 'boolean' } }),
    };
    expect(check(choice(), { kind: 'hound', bark: 1 }, schemas)).toEqual(['type /bark']);
    expect(check(choice(), { kind: 'cat', bark: 1 }, schemas)).toEqual([]);
    expect(check(choice(), { kind: 'Dog', bark: true }, schemas)).toEqual(['enum /kind']);
  });

  test('leaves null, and what has no name, to the branches', () => {
    const open = { ...choice(), [keyword]: [ref('Cat'), ref('Dog'), { type: 'null' }] };
    expect(check(open, null)).toEqual([]);
    expect(check(open, { kind: 'Bird' })).toEqual(['discriminator /kind']);
    const inline = { ...choice(), [keyword]: [ref('Cat'), { type: 'object', required: ['wings'] }] };
    expect(check(inline, { kind: 'Bird', wings: 2 })).toEqual(keyword === 'oneOf' ? ['oneOf '] : []);
    expect(check(inline, { kind: 'Cat', wings: 2 })).toEqual([]);
  });

  test('decides inside arrays and members, at their own place', () => {
    const nested = { properties: { pets: { type: 'array', items: choice() } } };
    expect(check(nested, { pets: [{ kind: 'Cat' }, { kind: 'Dog', bark: 0 }, { kind: 'Eel' }] })).toEqual([
      'type /pets/1/bark',
      'discriminator /pets/2/kind',
    ]);
  });

  test('reads tags that are numbers', () => {
    const schemas = {
      One: tagged({ kind: { const: 1 }, a: { type: 'string' } }),
      Two: tagged({ kind: { const: 2 }, b: { type: 'string' } }),
    };
    const numbered = { [keyword]: [ref('One'), ref('Two')], discriminator: { propertyName: 'kind' } };
    expect(check(numbered, { kind: 2, b: 5 }, schemas)).toEqual(['type /b']);
    expect(check(numbered, { kind: 3 }, schemas)).toEqual(['discriminator /kind']);
  });
});

describe('a base that others extend', () => {
  const extend = (base: string, members: object, required: readonly string[] = []): object => ({
    allOf: [ref(base), { type: 'object', required, properties: members }],
  });
  const family = {
    Pet: { ...tagged({ name: { type: 'string' } }), discriminator: { propertyName: 'kind', mapping: { tom: 'Cat' } } },
    Cat: extend('Pet', { lives: { type: 'integer' } }),
    Dog: extend('Pet', { bark: { type: 'boolean' } }, ['bark']),
    Puppy: extend('Dog', { weeks: { type: 'integer' } }),
    Owner: { type: 'object', properties: { pet: { allOf: [ref('Pet')], description: 'theirs' } } },
  };

  test.each<[string, Json, string[]]>([
    ['Pet', { kind: 'Cat', lives: 9 }, []],
    ['Pet', { kind: 'tom', lives: 'x' }, ['type /lives']],
    ['Pet', { kind: 'Dog' }, ['required /bark']],
    ['Pet', { kind: 'Puppy', bark: true, weeks: 'x' }, ['type /weeks']],
    ['Pet', { kind: 'Pet', name: 'x' }, []],
    ['Pet', { kind: 'Eel' }, ['discriminator /kind']],
    ['Pet', { kind: 'Cat', name: 5 }, ['type /name']],
    ['Pet', {}, ['required /kind']],
    ['Cat', { kind: 'Cat', lives: 'x' }, ['type /lives']],
    ['Owner', { pet: { kind: 'Dog' } }, ['required /pet/bark']],
  ])('%s with %j', (name, value, faults) => {
    expect([...new Set(check(ref(name), value, family))]).toEqual(faults);
  });

  test('of which nobody extends it is a schema like any other', () => {
    expect(check(ref('Pet'), { kind: 'Eel' }, { Pet: family.Pet })).toEqual([]);
  });

  test('may be extended in two steps, each with a discriminator', () => {
    const deep = {
      Being: { ...tagged({}), discriminator: { propertyName: 'kind' } },
      Pet: { ...extend('Being', { name: { type: 'string' } }), discriminator: { propertyName: 'kind' } },
      Cat: extend('Pet', { lives: { type: 'integer' } }),
    };
    expect(check(ref('Being'), { kind: 'Cat', name: 1, lives: 'x' }, deep)).toEqual(expect.arrayContaining(['type /lives', 'type /name']));
    expect(check(ref('Pet'), { kind: 'Cat', lives: 1 }, deep)).toEqual([]);
  });

  test('whose enum has words that no heir is called by takes them', () => {
    const schemas = {
      Pet: { ...tagged({ kind: { enum: ['cat', 'dog'] } }), discriminator: { propertyName: 'kind' } },
      Cat: extend('Pet', {}),
      Dog: extend('Pet', {}),
    };
    expect(check(ref('Pet'), { kind: 'cat' }, schemas)).toEqual([]);
    expect([...new Set(check(ref('Pet'), { kind: 'eel' }, schemas))]).toEqual(['enum /kind']);
  });
});

test.each([5, {}, { propertyName: 1 }, { propertyName: 'kind', mapping: 5 }, { propertyName: 'kind', mapping: { a: 5 } }])(
  'a discriminator that makes no sense (%j) does no harm',
  (discriminator) => {
    expect(check({ anyOf: [ref('Cat'), ref('Dog')], discriminator } as never, { kind: 'Cat' })).toEqual([]);
  },
);

test('Swagger 2.0 writes the name of the tag alone', () => {
  const schemas = { Pet: { ...tagged({}), discriminator: 'kind' }, Cat: { allOf: [ref('Pet'), { required: ['lives'] }] } };
  expect(check(ref('Pet'), { kind: 'Cat' }, schemas)).toEqual(['required /lives']);
});
