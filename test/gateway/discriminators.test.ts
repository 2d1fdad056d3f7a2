/** Discriminators over HTTP: a body is held to the branch that it names, and what we make names the branch that it is of. */
import { expect, test } from 'vitest';
import { sandboxOf, type Sandbox } from '../sandbox.ts';

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

function pets(schemas: object, top = 'Pet'): Sandbox {
  const content = { 'application/json': { schema: ref(top) } };
  return sandboxOf(
    JSON.stringify({
      openapi: '3.0.3',
      info: { title: 'Pets', version: '1' },
      servers: [{ url: '/p' }],
      paths: {
        '/any': { get: { responses: { 200: { description: 'one', content } } } },
        '/many': {
          get: {
            responses: { 200: { description: 'many', content: { 'application/json': { schema: { type: 'array', items: ref(top) } } } } },
          },
        },
        '/pets': {
          post: {
            requestBody: { required: true, content },
            responses: { 201: { description: 'made', content }, 400: { description: 'bad' } },
          },
        },
      },
      components: { schemas },
    }),
  );
}

const members = (more: object, required: readonly string[] = []): object => ({
  type: 'object',
  required: ['kind', ...required],
  properties: { kind: { type: 'string' }, ...more },
});
const heir = (more: object): object => ({ allOf: [ref('Pet'), { type: 'object', required: Object.keys(more), properties: more }] });

const CHOICE = {
  Pet: { oneOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName: 'kind' } },
  Cat: members({ lives: { type: 'integer' } }),
  Dog: members({ bark: { type: 'boolean' } }),
};
const MAPPED = {
  ...CHOICE,
  Pet: { ...CHOICE.Pet, discriminator: { propertyName: 'kind', mapping: { feline: 'Cat', canine: '#/components/schemas/Dog' } } },
};
const FIXED = {
  Pet: { anyOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName: 'kind' } },
  Cat: members({ kind: { type: 'string', enum: ['cat'] }, lives: { type: 'integer' } }, ['lives']),
  Dog: members({ kind: { type: 'string', enum: ['dog'] }, bark: { type: 'boolean' } }, ['bark']),
};
const INHERITED = {
  Pet: { ...members({ name: { type: 'string' } }), discriminator: { propertyName: 'kind' } },
  Cat: heir({ lives: { type: 'integer' } }),
  Dog: heir({ bark: { type: 'boolean' } }),
};
const INHERITED_MAPPED = {
  ...INHERITED,
  Pet: { ...INHERITED.Pet, discriminator: { propertyName: 'kind', mapping: { c: 'Cat', d: 'Dog' } } },
};

test.each<[string, object, RegExp]>([
  ['names', CHOICE, /^(Cat|Dog)$/],
  ['a mapping', MAPPED, /^(feline|canine)$/],
  ['words of its own', FIXED, /^(cat|dog)$/],
  ['inheritance', INHERITED, /^(Cat|Dog)$/],
  ['inheritance and a mapping', INHERITED_MAPPED, /^(c|d)$/],
])('what is made says its branch by %s', async (_name, schemas, words) => {
  const sandbox = pets(schemas);
  const one = await (await sandbox.request('/p/any')).json();
  expect(one.kind).toMatch(words);
  const isCat = /^(Cat|feline|cat|c)$/.test(one.kind);
  expect(Object.keys(one)).toContain(isCat ? 'lives' : 'bark');
  expect(Object.keys(one)).not.toContain(isCat ? 'bark' : 'lives');
  for (const each of await (await sandbox.request('/p/many')).json()) expect(each.kind).toMatch(words);
});

test('an heir asked for by itself has its own tag', async () => {
  for (const [top, word] of [
    ['Cat', 'Cat'],
    ['Dog', 'Dog'],
  ])
    expect((await (await pets(INHERITED, top).request('/p/any')).json()).kind).toBe(word);
  expect((await (await pets(INHERITED_MAPPED, 'Dog').request('/p/any')).json()).kind).toBe('d');
});

test.each<[string, object, object, number]>([
  ['both would fit', CHOICE, { kind: 'Dog', bark: true }, 201],
  ['the other would fit', CHOICE, { kind: 'Cat', bark: 'loud' }, 201],
  ['the named one does not', CHOICE, { kind: 'Dog', bark: 'loud' }, 400],
  ['none is named', CHOICE, { kind: 'Eel' }, 400],
  ['it is mapped', MAPPED, { kind: 'canine', bark: true }, 201],
  ['it is inherited', INHERITED, { kind: 'Dog', bark: true }, 201],
  ['the heir wants more', INHERITED, { kind: 'Dog' }, 400],
])('a body of a branch, where %s', async (_name, schemas, body, status) => {
  const answer = await pets(schemas).send('POST', '/p/pets', body);
  expect(answer.status).toBe(status);
  if (status === 201) expect(await answer.json()).toMatchObject(body);
});
