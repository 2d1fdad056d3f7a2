/** From `openapi/*.yaml` to what the product runs on. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generate } from '../../src/cli/build/generate.ts';
import { linesWithLiveNumbers } from '../../src/cli/build/live-numbers.ts';
import { bothLibraries, libraryFolder, withFolder } from './generated-library.ts';

test('a built contract is the one that its document describes', async () => {
  const { built, brought } = await bothLibraries();
  const withoutExamples = (value: unknown): string =>
    JSON.stringify(value, (key, member: unknown) => (key === 'examples' ? undefined : member));
  expect(built.slug).toBe('library');
  expect(built.basePath).toBe('/library/v1');
  expect(built.quirks).toEqual([]);
  expect(built.document).toEqual(brought.document);
  expect(withoutExamples(built.operations)).toBe(withoutExamples(brought.operations));
});

test('shared references become components of the document, and examples wait apart', async () => {
  const { built } = await bothLibraries();
  const [add] = built.operations;
  expect(JSON.stringify(built.document)).not.toMatch(/yaml|Herbert|Emma/);
  expect(add?.parameters.map(({ name, schema, examples }) => [name, schema?.pointer, examples[0]?.value])).toEqual([
    ['X-Request-ID', '/components/parameters/RequestId/schema', '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10'],
    ['limit', '/paths/~1books/post/parameters/1/schema', 5],
  ]);
  expect(add?.body?.content[0]?.examples).toMatchObject([{ name: 'first', summary: 'A long one', value: { title: 'Dune' } }]);
  expect(add?.responses.get('201')?.content[0]?.examples).toEqual([{ name: 'default', value: { id: 'b1', title: 'Emma', pages: 10 } }]);
  expect(add?.responses.get('201')?.headers[0]?.examples[0]?.value).toBe('W/"1"');
  expect(add?.responses.get('4XX')?.content[0]?.schema?.schema).toEqual({ $ref: '#/components/schemas/Fault' });
});

test('operations whose bodies travel otherwise than as plain JSON are told to the client', async () => {
  const body = (...types: string[]) => `{ content: { ${types.map((type) => `${type}: { schema: { type: object } }`).join(', ')} } }`;
  const responses = "responses: { '204': { description: done } }";
  const operations = {
    patch: body('application/merge-patch+json'),
    post: body('application/fhir+json', 'application/json'),
    put: body('application/vnd.api+json', 'application/xml'),
    delete: body('multipart/form-data'),
  };
  const text = [
    'openapi: 3.1.0',
    'info: { title: Parcels, version: 1.0.0, x-sandbox-group: Messages }',
    'servers: [{ url: http://localhost:8787/parcels }]',
    'paths:',
    '  /parcels:',
    ...Object.entries(operations).map(
      ([method, sent]) => `    ${method}: { operationId: ${method}, summary: Sends, requestBody: ${sent}, ${responses} }`,
    ),
  ].join('\n');
  await withFolder(async (folder) => {
    const from = join(folder, 'from');
    mkdirSync(join(from, 'shared'), { recursive: true });
    writeFileSync(join(from, 'parcels.yaml'), text);
    await generate({ from, to: join(folder, 'to') });
    expect(readFileSync(join(folder, 'to/api-paths.ts'), 'utf8')).toContain(
      '"parcels": {"PUT /parcels":"application/vnd.api+json","PATCH /parcels":"application/merge-patch+json"}',
    );
  });
});

test('the same input gives the same bytes, and nothing is written twice', async () => {
  await withFolder(async (folder) => {
    const changed = await generate({ from: libraryFolder, to: folder });
    expect(changed.sort()).toEqual([
      'api-paths.ts',
      'catalogue.ts',
      'fidelity.ts',
      'library.contract.ts',
      'library.types.ts',
      'login-style.ts',
      'mocks.ts',
      'people.ts',
      'portal-assets.ts',
      'validators.d.ts',
      'validators.js',
    ]);
    const texts = (): string[] =>
      readdirSync(folder)
        .sort()
        .map((name) => readFileSync(join(folder, name), 'utf8'));
    const first = texts();
    writeFileSync(join(folder, 'gone.contract.ts'), '');
    expect(await generate({ from: libraryFolder, to: folder })).toEqual(['gone.contract.ts']);
    expect(texts()).toEqual(first);
  });
});

test('what comes with the sandbox has validators of its own, which whoever serves the catalogue does not read', async () => {
  await withFolder(async (folder) => {
    const from = join(folder, 'openapi');
    cpSync(libraryFolder, from, { recursive: true });
    const library = readFileSync(join(from, 'library.yaml'), 'utf8');
    writeFileSync(join(from, 'desk.yaml'), library.replace('info: {', 'info: { x-sandbox-own: true,'));
    const to = join(folder, 'to');
    const read = (name: string): string => readFileSync(join(to, name), 'utf8');
    await generate({ from, to });
    expect(read('validators.js')).toMatch(/^ {2}"library": \{$/m);
    expect(read('validators.js')).not.toContain('"desk"');
    expect(read('desk.validators.js')).toMatch(/^ {2}"desk": \{$/m);
    expect(read('desk.contract.ts')).toContain("from './desk.validators.js'");
    rmSync(join(from, 'desk.yaml'));
    expect(await generate({ from, to })).toEqual(
      expect.arrayContaining(['desk.contract.ts', 'desk.validators.js', 'desk.validators.d.ts']),
    );
  });
});

test('generated code asks for no other package and makes no code', async () => {
  await withFolder(async (folder) => {
    await generate({ from: libraryFolder, to: folder });
    const code = readFileSync(join(folder, 'validators.js'), 'utf8');
    expect(code).not.toMatch(/require\(|\beval\(|new Function|from 'ajv/);
    expect(readFileSync(join(folder, 'library.types.ts'), 'utf8')).toContain('"add-book"');
  });
});

describe('mistakes stop it and are named', () => {
  async function mistake(change: (text: string) => string): Promise<string> {
    return withFolder(async (folder) => {
      const from = join(folder, 'openapi');
      cpSync(libraryFolder, from, { recursive: true });
      const file = join(from, 'library.yaml');
      writeFileSync(file, change(readFileSync(file, 'utf8')));
      mkdirSync(join(folder, 'out'));
      return generate({ from, to: join(folder, 'out') }).then(
        () => 'no mistake',
        (error: unknown) => String(error),
      );
    });
  }

  test.each<[string, (text: string) => string, RegExp]>([
    [
      'an example that breaks its schema',
      (text) => text.replace('pages: 412', 'pages: many'),
      /library\.yaml: .*The example "first" breaks this schema: \/pages must be a whole number/,
    ],
    ['a repeated operationId', (text) => text.replace('read-shelf', 'add-book'), /repeats the operationId/],
    [
      'a reference to nothing',
      (text) => text.replace('parameters/RequestId', 'parameters/Other'),
      /pieces\.yaml#\/components\/parameters\/Other" points at nothing/,
    ],
    ['a reference to the network', (text) => text.replace('./shared/pieces.yaml', 'https://example.org/x.yaml'), /leads to another host/],
    [
      'a name that is taken',
      (text) => text.replace('    Shelf:\n', '    Fault: { type: string }\n    Shelf:\n'),
      /The name Fault is taken, so what shared\/more\.yaml means by it is called Fault-2/,
    ],
    ['YAML that cannot be read', (text) => text.replace('paths:', 'paths: ['), /library\.yaml .*line \d+/],
    [
      'a pattern that can run for ever',
      (text) => text.replace('^[a-z]+$', () => '^([a-z]+-?)*$'),
      /parameters\/0\/schema: This pattern repeats a repeat/,
    ],
    ['a type that does not exist', (text) => text.replace('type: integer, minimum', 'type: whole, minimum'), /no JSON Schema type/],
    [
      'no group',
      (text) => text.replace(', x-sandbox-group: Staff', ''),
      /library\.yaml: info wants x-sandbox-group: one of People and records \|/,
    ],
    [
      'a basis that does not exist',
      (text) => text.replace('group: Staff', 'group: Staff, x-sandbox-basis: good'),
      /info wants x-sandbox-basis: one of/,
    ],
    ['a group that does not exist', (text) => text.replace('group: Staff', 'group: Staf'), /info wants x-sandbox-group: .*, not "Staf"/],
  ])('%s', async (_name, change, message) => {
    expect(await mistake(change)).toMatch(message);
  });

  test('an NHS number of the ranges in use', async () => {
    const number = ['400', '000', '0004'];
    expect(linesWithLiveNumbers(`a\nb: ${number.join('')}\nc: ${number.join(' ')}`)).toEqual([2, 3]);
    expect(linesWithLiveNumbers('9000000009 4000000005 14000000004 2020-10-10')).toEqual([]);
    const message = await mistake((text) => text.replace('title: Dune', `title: '${number.join('')}'`));
    expect(message).toMatch(/library\.yaml:\d+: an NHS number/);
    expect(message).not.toContain(number.join(''));
  });
});
