/** Contracts that lie in several files: they are served as if they were one, and what cannot be read stops them by name. */
import { describe, expect, test } from 'vitest';
import type { Contract, Json } from '../../../../src/contract/contract.ts';
import { tokensOf, valueAt } from '../../../../src/contract/json-pointer.ts';
import { loadContract } from '../../../../src/contract/load.ts';
import { sandboxOf } from '../../../sandbox.ts';

/** A contract whose first file is the first one named. */
function load(files: Readonly<Record<string, string>>, read: string[] = []): Contract {
  const [[name = '', text = ''] = []] = Object.entries(files);
  return loadContract({
    name,
    text,
    beside(path) {
      read.push(path);
      const found = files[path];
      return found === undefined ? { problem: 'missing' } : { text: found };
    },
  });
}

function refusal(files: Readonly<Record<string, string>>): unknown {
  try {
    load(files);
    return undefined;
  } catch (error) {
    return error;
  }
}

const head = 'openapi: 3.0.3\ninfo: { title: Farm, version: "1" }\nservers: [{ url: /farm }]\n';

/** POST /animals takes and gives what is referred to. */
const animals = (ref: string, more = ''): string => `${head}paths:
  /animals:
    post:
      operationId: add
      requestBody: { required: true, content: { application/json: { schema: { $ref: '${ref}' } } } }
      responses:
        '201': { description: ok, content: { application/json: { schema: { $ref: '${ref}' } } } }
        '400': { description: no }
${more}`;

const schemaNames = ({ document }: Contract): string[] => Object.keys((valueAt(document, tokensOf('/components/schemas')) ?? {}) as object);

const referencesIn = (value: Json): string[] => [...JSON.stringify(value).matchAll(/"\$ref":"([^"]*)"/g)].map(([, ref = '']) => ref);

describe('schemas in other files', () => {
  test.each<[string, string, Record<string, string>]>([
    [
      'a member of a file',
      './parts.yaml#/Animal',
      {
        'parts.yaml':
          'Animal: { type: object, required: [name], properties: { name: { $ref: "#/Name" } } }\nName: { type: string, minLength: 2 }\n',
      },
    ],
    [
      'a whole file',
      'schemas/Animal.yaml',
      {
        'schemas/Animal.yaml': 'type: object\nrequired: [name]\nproperties: { name: { $ref: "../Name.yaml" } }\n',
        'Name.yaml': '{ type: string, minLength: 2 }',
      },
    ],
    [
      'JSON beside YAML',
      'Animal.json',
      {
        'Animal.json': '{"type":"object","required":["name"],"properties":{"name":{"$ref":"more/names.yaml#/short"}}}',
        'more/names.yaml': 'short: { type: string, minLength: 2 }',
      },
    ],
    [
      'a component of another contract',
      'other.yaml#/components/schemas/Animal',
      {
        'other.yaml':
          'openapi: 3.0.0\ncomponents: { schemas: { Animal: { type: object, required: [name], properties: { name: { $ref: "#/components/schemas/Name" } } }, Name: { type: string, minLength: 2 } } }\n',
      },
    ],
    [
      'a file whose name is percent-encoded',
      'my%20parts/animal%23.yaml#/An%20animal',
      { 'my parts/animal#.yaml': '"An animal": { type: object, required: [name], properties: { name: { type: string, minLength: 2 } } }' },
    ],
    [
      'a file that refers to itself and back',
      'a.yaml#/Animal',
      {
        'a.yaml':
          'Animal: { type: object, required: [name], properties: { name: { $ref: "b.yaml#/Name" }, young: { type: array, items: { $ref: "a.yaml#/Animal" } }, home: { $ref: "b.yaml#/Home" } } }',
        'b.yaml': 'Name: { type: string, minLength: 2 }\nHome: { properties: { holds: { $ref: "./a.yaml#/Animal" } } }',
      },
    ],
    [
      'a place deep inside a file',
      'deep.yaml#/components/schemas/Farm/properties/animals/items',
      {
        'deep.yaml':
          'components: { schemas: { Farm: { properties: { animals: { items: { type: object, required: [name], properties: { name: { $ref: "#/components/schemas/Farm/properties/label" } } } }, label: { type: string, minLength: 2 } } } } }',
      },
    ],
    [
      'a place that stands behind a further reference',
      'index.yaml#/Animal/properties/self',
      {
        'index.yaml': 'Animal: { $ref: real.yaml }',
        'real.yaml': 'properties: { self: { type: object, required: [name], properties: { name: { type: string, minLength: 2 } } } }',
      },
    ],
    [
      'an anchor',
      'anchored.yaml#animal',
      {
        'anchored.yaml':
          'x: { y: { $anchor: animal, type: object, required: [name], properties: { name: { type: string, minLength: 2 } } } }',
      },
    ],
    [
      'a fragment that means the first file',
      'loose.yaml',
      { 'loose.yaml': 'type: object\nrequired: [name]\nproperties: { name: { $ref: "#/components/schemas/Name" } }' },
    ],
  ])('%s', async (_what, ref, files) => {
    const contract = load({ 'farm.yaml': animals(ref, 'components: { schemas: { Name: { type: string, minLength: 2 } } }\n'), ...files });
    expect(contract.quirks.filter(({ effect }) => effect !== 'mended')).toEqual([]);
    expect(referencesIn(contract.document).filter((one) => !one.startsWith('#/'))).toEqual([]);
    const { send } = sandboxOf(contract);
    expect((await send('POST', '/farm/animals', { name: 'n' })).status).toBe(400);
    expect((await send('POST', '/farm/animals', {})).status).toBe(400);
    const made = await send('POST', '/farm/animals', { name: 'Daisy' });
    expect(made.status).toBe(201);
  });

  test('are written once however often they are named, under their own names', () => {
    const read: string[] = [];
    const contract = load(
      {
        'farm.yaml': animals(
          './Animal.yaml',
          'components: { schemas: { Pen: { type: array, items: { $ref: Animal.yaml } }, Animal: { type: string } } }\n',
        ),
        'Animal.yaml':
          'type: object\nproperties: { name: { type: string }, feed: { $ref: feed.yaml#/Feed }, mother: { $ref: x/../Animal.yaml } }',
        'feed.yaml': 'Feed: { type: object, properties: { for: { $ref: "Animal.yaml#" } } }',
      },
      read,
    );
    // `Animal` is taken by the contract itself.
    expect(schemaNames(contract).toSorted()).toEqual(['Animal', 'Animal-2', 'Feed', 'Pen']);
    expect(new Set(referencesIn(contract.document))).toEqual(new Set(['#/components/schemas/Animal-2', '#/components/schemas/Feed']));
    expect(read.filter((path) => path === 'Animal.yaml')).toHaveLength(1);
  });

  test('have their home in a component that only refers to them', () => {
    const contract = load({
      'farm.yaml': animals(
        '#/components/schemas/Beast',
        'components: { schemas: { Beast: { $ref: s/animal.yaml }, Pen: { type: array, items: { $ref: s/animal.yaml } } } }\n',
      ),
      's/animal.yaml': 'type: object\nproperties: { mother: { $ref: animal.yaml } }',
    });
    expect(schemaNames(contract)).toEqual(['Beast', 'Pen']);
    expect(new Set(referencesIn(contract.document))).toEqual(new Set(['#/components/schemas/Beast']));
  });
});

test('every kind of part may stand in a file of its own', async () => {
  const contract = load({
    'farm.yaml': `${head}paths: { $ref: paths.yaml }
components:
  securitySchemes: { key: { $ref: other/security.yaml#/key } }
security: [{ key: [] }]
`,
    'paths.yaml': '/animals: { $ref: other/animals.yaml }\n/animals/{id}: { $ref: "other/animals.yaml#/x-one" }\n',
    'other/animals.yaml': `post: { $ref: add.yaml }
x-one:
  parameters: [{ $ref: "parts.json#/parameters/Id" }]
  get: { operationId: read, responses: { '200': { $ref: 'parts.json#/responses/Animal' }, '404': { description: none } } }
`,
    'other/add.yaml': `operationId: add
parameters: [{ $ref: "./parts.json#/parameters/Herd" }]
requestBody: { $ref: parts.json#/bodies/Animal }
responses: { '201': { $ref: parts.json#/responses/Animal }, '400': { description: no } }
`,
    'other/parts.json': JSON.stringify({
      parameters: {
        Id: { name: 'id', in: 'path', required: true, schema: { $ref: '../schemas.yaml#/Id' } },
        Herd: {
          name: 'herd',
          in: 'query',
          required: true,
          schema: { type: 'integer' },
          examples: { one: { $ref: '../examples.yaml#/herd' } },
        },
      },
      bodies: { Animal: { required: true, content: { 'application/json': { schema: { $ref: '../schemas.yaml#/Animal' } } } } },
      responses: {
        Animal: {
          description: 'ok',
          headers: { 'X-Herd': { $ref: '#/headers/Herd' } },
          content: {
            'application/json': {
              schema: { $ref: '../schemas.yaml#/Animal' },
              examples: {
                daisy: { externalValue: '../daisy.json' },
                rex: { $ref: '../rex.yaml' },
                tom: { value: { id: 'A-3', name: { $ref: '../examples.yaml#/names/0' } } },
              },
            },
          },
        },
      },
      headers: { Herd: { required: true, schema: { $ref: '../schemas.yaml#/Id' } } },
    }),
    'schemas.yaml':
      'Id: { type: string, pattern: "^A-[0-9]$" }\nAnimal: { type: object, required: [name], properties: { id: { $ref: "#/Id" }, name: { type: string } } }',
    'daisy.json': '{"id":"A-1","name":"Daisy"}',
    'rex.yaml': 'id: A-2\nname: Rex\n',
    'examples.yaml': 'herd: { value: 7 }\nnames: [Tom]',
    'other/security.yaml': 'key: { type: apiKey, in: header, name: X-Key }',
  });
  expect(contract.quirks).toEqual([]);
  expect(contract.securitySchemes).toEqual({ key: { type: 'apiKey', in: 'header', name: 'X-Key' } });
  expect(contract.operations.map(({ id, path }) => `${id} ${path}`)).toEqual(['add /animals', 'read /animals/{id}']);
  const [add, read] = contract.operations;
  expect(add?.parameters[0]?.examples).toEqual([{ name: 'one', value: 7 }]);
  expect(read?.responses.get('200')?.content[0]?.examples.map(({ value }) => value)).toEqual([
    { id: 'A-1', name: 'Daisy' },
    { id: 'A-2', name: 'Rex' },
    { id: 'A-3', name: 'Tom' },
  ]);
  const { send } = sandboxOf(contract);
  expect((await send('POST', '/farm/animals?herd=x', { name: 'Bess' })).status).toBe(400);
  expect((await send('POST', '/farm/animals?herd=1', {})).status).toBe(400);
  expect(await (await send('GET', '/farm/animals/A-2')).json()).toEqual({ id: 'A-2', name: 'Rex' });
  expect((await send('GET', '/farm/animals/B-2')).status).toBe(404);
});

test('one path in a file may serve two paths, and refer to places inside itself', () => {
  const contract = load({
    'farm.yaml': `${head}paths: { /a: { $ref: item.yaml }, /b: { $ref: item.yaml } }\n`,
    'item.yaml':
      'get: { responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/x-schema" } } } } } }\nx-schema: { type: integer }',
  });
  expect(contract.operations.map(({ path }) => path)).toEqual(['/a', '/b']);
  expect(contract.operations.map(({ responses }) => contract.resolve(responses.get('200')?.content[0]?.schema?.schema ?? false))).toEqual([
    { type: 'integer' },
    { type: 'integer' },
  ]);
});

test('what a discriminator maps to, or names without a map, is found in its file', async () => {
  const contract = load({
    'farm.yaml': animals('pets.yaml#/Pet', 'components: { schemas: { Dog: { type: string } } }\n'),
    'pets.yaml': `Pet:
  oneOf: [{ $ref: Dog.yaml }, { $ref: ./kinds/cat.yaml }]
  discriminator: { propertyName: kind, mapping: { tabby: kinds/cat.yaml } }
`,
    'Dog.yaml': 'type: object\nrequired: [kind, bark]\nproperties: { kind: { enum: [Dog] }, bark: { type: boolean } }',
    'kinds/cat.yaml': 'type: object\nrequired: [kind, lives]\nproperties: { kind: { enum: [tabby] }, lives: { type: integer } }',
  });
  // The contract's own `Dog` is another thing, so the file's takes another name, and a mapping says which is meant.
  expect(valueAt(contract.document, tokensOf('/components/schemas/Pet/discriminator/mapping'))).toEqual({
    tabby: '#/components/schemas/cat',
    Dog: '#/components/schemas/Dog-2',
  });
  const { send } = sandboxOf(contract);
  for (const pet of [
    { kind: 'Dog', bark: true },
    { kind: 'tabby', lives: 9 },
  ])
    expect((await send('POST', '/farm/animals', pet)).status).toBe(201);
  for (const pet of [
    { kind: 'Dog', lives: 9 },
    { kind: 'tabby', lives: 'nine' },
  ])
    expect((await send('POST', '/farm/animals', pet)).status).toBe(400);
});

test('Swagger 2.0 is put together as well', async () => {
  const contract = load({
    'farm.yaml': `swagger: "2.0"
info: { title: Farm, version: "1" }
basePath: /farm
consumes: [application/json]
produces: [application/json]
paths: { /animals: { $ref: paths/animals.yaml } }
`,
    'paths/animals.yaml': `post:
  operationId: add
  parameters: [{ $ref: "../parameters.yaml#/body" }, { $ref: "../parameters.yaml#/herd" }]
  responses: { 201: { description: ok, schema: { $ref: "../definitions.json#/Animal" } }, 400: { description: no } }
`,
    'parameters.yaml':
      'body: { in: body, name: body, required: true, schema: { $ref: "definitions.json#/Animal" } }\nherd: { in: query, name: herd, type: integer, required: true }',
    'definitions.json': '{"Animal":{"type":"object","required":["name"],"properties":{"name":{"type":"string"}}}}',
  });
  expect(contract.quirks.filter(({ effect }) => effect !== 'mended')).toEqual([]);
  expect(schemaNames(contract)).toEqual(['Animal']);
  const { send } = sandboxOf(contract);
  expect((await send('POST', '/farm/animals?herd=1', { name: 'Daisy' })).status).toBe(201);
  expect((await send('POST', '/farm/animals?herd=1', { name: 1 })).status).toBe(400);
  expect((await send('POST', '/farm/animals', { name: 'Daisy' })).status).toBe(400);
});

describe('what cannot be read', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    [
      'a file that is missing',
      { 'farm.yaml': animals('s.yaml#/A'), 's.yaml': 'A: { properties: { b: { $ref: t/none.yaml } } }' },
      /s\.yaml at \/A\/properties\/b refers to "t\/none\.yaml": there is no such file/,
    ],
    [
      'a file above the folder',
      { 'farm.yaml': animals('../s.yaml#/A') },
      /farm\.yaml at \/paths\/~1animals\/post\/requestBody.* refers to "\.\.\/s\.yaml#\/A": it does not lie below the folder/,
    ],
    [
      'a file above the folder by a longer way',
      { 'farm.yaml': animals('a/b.yaml'), 'a/b.yaml': '{ $ref: ../../etc/passwd }' },
      /a\/b\.yaml at \/ refers to "\.\.\/\.\.\/etc\/passwd"/,
    ],
    ['a file by its absolute path', { 'farm.yaml': animals('/etc/passwd') }, /does not lie below the folder/],
    ['an encoded way out', { 'farm.yaml': animals('%2e%2e%2fs.yaml') }, /does not lie below the folder/],
    ['a way out with backslashes', { 'farm.yaml': animals(String.raw`..\s.yaml`) }, /does not lie below the folder/],
    [
      'an example that is missing',
      { 'farm.yaml': animals('s.yaml', 'components: { examples: { a: { externalValue: a.json } } }\n'), 's.yaml': '{}' },
      /refers to "a\.json": there is no such file/,
    ],
    ['a map that is missing', { 'farm.yaml': `${head}paths: { $ref: paths.yaml }\n` }, /farm\.yaml at \/paths refers to "paths\.yaml"/],
    [
      'maps that are written into each other',
      { 'farm.yaml': animals('s.yaml'), 's.yaml': 'properties: { a: { properties: { $ref: "s.yaml#/properties" } } }' },
      /circle/,
    ],
    [
      'references that go round',
      { 'farm.yaml': `${head}paths: { $ref: a.yaml }\n`, 'a.yaml': '$ref: b.yaml', 'b.yaml': '$ref: a.yaml' },
      /refers to itself/,
    ],
  ])('%s stops the contract, with file and place', (_what, files, message) => {
    expect(refusal(files)).toMatchObject({ name: 'ContractError', message: expect.stringMatching(message) });
  });

  test('a file that is broken is named, with the line', () => {
    expect(refusal({ 'farm.yaml': animals('s.yaml'), 's.yaml': 'a: 1\nb: [\n' })).toMatchObject({
      kind: 'unreadable',
      message: expect.stringMatching(/^s\.yaml .*line \d/),
    });
    expect(refusal({ 'farm.yaml': animals('s.json'), 's.json': '{"a": }' })).toMatchObject({
      message: expect.stringMatching(/^s\.json .*line 1, column 7/),
    });
  });

  test('files count towards the size that a contract may have', () => {
    const files = { 'farm.yaml': animals('s.yaml#/A'), 's.yaml': `A: {}\nB: "${'x'.repeat(5 * 1024 * 1024)}"` };
    expect(refusal(files)).toMatchObject({ kind: 'too-large' });
  });

  test('many missing files are a bounded message', () => {
    const paths = Array.from({ length: 40 }, (_, index) => `  /p${index}: { $ref: p${index}.yaml }`).join('\n');
    const { message } = refusal({ 'farm.yaml': `${head}paths:\n${paths}\n` }) as Error;
    expect(message).toContain('p9.yaml');
    expect(message).not.toContain('p10.yaml');
    expect(message).toContain('and 30 more');
  });

  test('a place that a file does not have is a quirk with the file, and everything else is served and checked', async () => {
    const contract = load({
      'farm.yaml': animals('s.yaml#/Animal'),
      's.yaml': 'Animal: { type: object, required: [name], properties: { name: { $ref: "#/Nothing" }, age: { type: integer } } }',
    });
    expect(contract.quirks).toEqual([
      {
        pointer: '/components/schemas/Animal/properties/name/$ref',
        file: 's.yaml',
        effect: 'unchecked',
        message: expect.stringContaining('"s.yaml#/Nothing" points at nothing'),
        reference: '#/s.yaml#/Nothing',
      },
    ]);
    const { send } = sandboxOf(contract);
    expect((await send('POST', '/farm/animals', { name: 1, age: 'old' })).status).toBe(400);
    expect((await send('POST', '/farm/animals', { name: 1, age: 1 })).status).toBe(201);
  });

  test('other hosts are never asked, and that is a quirk', () => {
    const read: string[] = [];
    const contract = load(
      {
        'farm.yaml': animals('s.yaml#/A'),
        's.yaml':
          'A: { properties: { a: { $ref: "https://example.org/a.json" }, b: { $ref: "//example.org/b" }, c: { $ref: "file:///etc/passwd" } } }',
      },
      read,
    );
    expect(read).toEqual(['s.yaml']);
    expect(contract.quirks.map(({ effect, file, message }) => `${effect} ${file}: ${message}`)).toEqual([
      expect.stringMatching(/^unchecked s\.yaml: .*"https:\/\/example\.org\/a\.json" leads to another host/),
      expect.stringMatching(/^unchecked s\.yaml: .*"\/\/example\.org\/b"/),
      expect.stringMatching(/^unchecked s\.yaml: .*"file:\/\/\/etc\/passwd"/),
    ]);
  });

  test('inside the value of an example it is left out and said', () => {
    const contract = load({
      'farm.yaml': `${head}paths: { /a: { get: { operationId: a, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: s.yaml }, example: { kept: 1, gone: { $ref: none.json } } } } } } } } }\n`,
      's.yaml': '{}',
    });
    expect(contract.operations[0]?.responses.get('200')?.content[0]?.examples[0]?.value).toEqual({ kept: 1 });
    expect(contract.quirks).toMatchObject([{ effect: 'mended', message: expect.stringContaining('"none.json"') }]);
  });
});

test('a document alone has nobody to ask: its references to files are quirks', () => {
  const { quirks } = loadContract({ name: 'farm.yaml', text: animals('s.yaml#/A') });
  expect(quirks).toMatchObject([
    { effect: 'unchecked', message: expect.stringContaining('only this one was given') },
    { effect: 'unchecked' },
  ]);
});
