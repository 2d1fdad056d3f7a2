/** Reading a contract takes steps in proportion to what it says, and a limit on them holds to the step. */
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { OWN_LIMITS, SHARED_LIMITS } from '../../src/contract/limits.ts';

type Family = (size: number) => object | string;

const each = <T>(size: number, of: (index: number) => T): T[] => Array.from({ length: size }, (_, index) => of(index));
const byName = <T>(size: number, of: (index: number) => T): Record<string, T> => Object.fromEntries(each(size, (i) => [`m${i}`, of(i)]));
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const answering = (schema: object, more: object = {}): object => ({
  responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } },
  ...more,
});
const documentOf = (paths: object, components: object = {}): object => ({
  openapi: '3.1.0',
  info: { title: 'A family', version: '1' },
  paths,
  components,
});
const withSchemas = (schema: object, schemas: object): object => documentOf({ '/x': { get: answering(schema) } }, { schemas });
const yaml = (body: string): string => `openapi: 3.1.0\ninfo: {title: A family, version: "1"}\npaths: {}\nx-more:\n${body}`;

/** Each says twice as much at twice the size. */
const families: Readonly<Record<string, Family>> = {
  'members of an object': (n) =>
    withSchemas({ type: 'object', properties: byName(n, () => ({ type: 'string' })), required: each(n, (i) => `m${i}`) }, {}),
  'a chain of references': (n) => withSchemas(ref('m0'), { ...byName(n, (i) => ref(`m${i + 1}`)), [`m${n}`]: { type: 'string' } }),
  'many references to one schema': (n) =>
    withSchemas({ properties: byName(n, () => ref('one')) }, { one: { properties: byName(20, () => ({})) } }),
  'parts of a whole': (n) => withSchemas({ allOf: each(n, (i) => ({ properties: { [`m${i}`]: {}, same: {} } })) }, {}),
  'pairs of parts': (n) =>
    withSchemas(ref('m0'), { ...byName(n, (i) => ({ allOf: [ref(`m${i + 1}`), ref(`m${i + 1}`)] })), [`m${n}`]: {} }),
  'heirs of a schema': (n) =>
    withSchemas(ref('base'), {
      base: { type: 'object', discriminator: { propertyName: 'kind' }, properties: { kind: { type: 'string' } } },
      ...byName(n, () => ({ allOf: [ref('base'), { properties: { own: {} } }] })),
    }),
  'alternatives that a mapping names': (n) =>
    withSchemas(
      {
        oneOf: each(n, (i) => ref(`m${i}`)),
        discriminator: { propertyName: 'kind', mapping: byName(n, (i) => `#/components/schemas/m${i}`) },
      },
      byName(n, () => ({ type: 'object' })),
    ),
  patterns: (n) => withSchemas({ properties: byName(n, (i) => ({ type: 'string', pattern: `^(ab?){1,9}${i}$` })) }, {}),
  'faults of schemas': (n) => withSchemas({ properties: byName(n, () => ({ type: 'wrong', minLength: -1, pattern: '(', enum: [] })) }, {}),
  operations: (n) => documentOf(byNamePath(n, () => ({ get: answering({ type: 'string' }) }))),
  examples: (n) => withSchemas({ type: 'array', example: each(n, (i) => ({ i })) }, {}),
  'keys of YAML': (n) => yaml(each(n, (i) => `  k${i}: 1\n`).join('')),
  'keys that repeat': (n) => yaml(each(n, (i) => `  k${i % 5}: 1\n`).join('')),
  'names of schemas': (n) =>
    withSchemas({ properties: byName(n, (i) => ({ $id: `https://example.org/${i}`, $anchor: `a${i}`, $ref: `#a${i}` })) }, {}),
  Swagger: (n) => ({
    swagger: '2.0',
    info: { title: 'A family', version: '1' },
    paths: { '/x': { get: { responses: { 200: { description: 'ok', schema: { $ref: '#/definitions/m0' } } } } } },
    definitions: byName(n, () => ({ type: 'object', properties: { a: { type: 'string' } } })),
  }),
};

function byNamePath<T>(size: number, of: (index: number) => T): Record<string, T> {
  return Object.fromEntries(each(size, (i) => [`/m${i}`, of(i)]));
}

const textOf = (made: object | string): string => (typeof made === 'string' ? made : JSON.stringify(made));

function isRead(text: string, steps: number): boolean {
  try {
    loadContract({ name: 'family', text }, { ...OWN_LIMITS, steps });
    return true;
  } catch (error) {
    if (error instanceof Error && 'kind' in error && error.kind === 'too-much-work') return false;
    throw error;
  }
}

/** The fewest steps with which it is read. */
function stepsOf(text: string, precision = 0.01): number {
  let [refused, read] = [0, 64];
  while (!isRead(text, read)) [refused, read] = [read, read * 2];
  while (read - refused > Math.max(1, precision * read)) {
    const middle = Math.floor((read + refused) / 2);
    if (isRead(text, middle)) read = middle;
    else refused = middle;
  }
  return read;
}

describe('the steps grow no faster than what is said:', () => {
  test.each(Object.entries(families))('%s', (_, family) => {
    const [once, twice, fourfold] = [60, 120, 240].map((size) => stepsOf(textOf(family(size))));
    expect((twice ?? 0) / (once ?? 1)).toBeLessThan(2.2);
    expect((fourfold ?? 0) / (twice ?? 1)).toBeLessThan(2.2);
  });
});

test('what is referred to again and again counts each time', () => {
  const shared = (n: number): string =>
    JSON.stringify(
      documentOf(
        byNamePath(n, () => ({ $ref: '#/components/pathItems/p' })),
        { pathItems: { p: { get: answering({}, { parameters: each(n, (i) => ({ in: 'query', name: `q${i}`, schema: {} })) }) } } },
      ),
    );
  expect(stepsOf(shared(80))).toBeGreaterThan(80 * 80);
  expect(isRead(shared(450), SHARED_LIMITS.steps)).toBe(false);
});

test('the limit holds to the step, and says which it is', () => {
  const text = textOf(families['members of an object']?.(50) ?? '');
  const steps = stepsOf(text, 0);
  expect([steps - 1, steps, steps + 1].map((most) => isRead(text, most))).toEqual([false, true, true]);
  expect(() => loadContract({ name: 'family', text }, { ...OWN_LIMITS, steps: steps - 1 })).toThrow(
    `family takes more than the ${steps - 1} steps that reading a contract may take`,
  );
});

test.each([
  ['many patterns that repeat much', withSchemas({ properties: byName(500, (i) => ({ pattern: `^(a{1,500}b?){1,2}${i}$` })) }, {})],
  [
    'a wide object of wide objects',
    withSchemas({ properties: byName(150, () => ({ properties: byName(150, () => ({ type: 'string' })) })) }, {}),
  ],
  [
    'paths of Swagger that cannot be read',
    {
      swagger: '2.0',
      info: { title: 'A family', version: '1' },
      paths: byNamePath(400, () => ({ get: { parameters: 5, responses: null } })),
      parameters: byName(400, () => ({ in: 'query', name: 'q', type: 'string' })),
    },
  ],
  ['long YAML', yaml(each(200_000, (i) => `  k${i}: 1\n`).join(''))],
])('a home that people share refuses %s at once', (_, made) => {
  const before = performance.now();
  expect(isRead(textOf(made), SHARED_LIMITS.steps)).toBe(false);
  // Tells an end from none, however busy the machine is.
  expect(performance.now() - before).toBeLessThan(5_000);
});

test('counted repeats that multiply are not run, and the contract is served without them', () => {
  const { quirks } = loadContract({
    name: 'family',
    text: JSON.stringify(
      withSchemas({ properties: { a: { pattern: '(((a{100}){100}){100})' }, b: { pattern: '(?:a?){900}(?:a?){900}x(?:a{3}){900}' } } }, {}),
    ),
  });
  expect(quirks.filter(({ message }) => message.includes('repeats too much to be checked'))).toHaveLength(2);
});
