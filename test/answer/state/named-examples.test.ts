/** What a contract shows under a name is what its id of that name is answered with. */
import { expect, test } from 'vitest';
import { contractOf } from '../../gateway/small-contract.ts';
import { sandboxOf } from '../../sandbox.ts';

const text = { type: 'string' };
const named = (values: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));

const leaflets = (ids: Readonly<Record<string, string>>, shown: Readonly<Record<string, unknown>>, members: object = {}): string => {
  const schema = { type: 'object', required: ['title'], properties: { title: text, state: text, ...members } };
  return contractOf({
    '/leaflets': {
      get: { responses: { 200: { description: 'All', content: { 'application/json': { schema: { type: 'array', items: schema } } } } } },
    },
    '/leaflets/{leafletId}': {
      parameters: [{ name: 'leafletId', in: 'path', required: true, schema: text, examples: named(ids) }],
      get: {
        responses: {
          200: { description: 'One', content: { 'application/json': { schema, examples: named(shown) } } },
          404: { description: 'None' },
        },
      },
      put: {
        requestBody: { content: { 'application/json': { schema } } },
        responses: { 200: { description: 'Kept', content: { 'application/json': { schema } } }, 404: { description: 'None' } },
      },
    },
  });
};

const draft = { title: 'Stopping smoking', state: 'draft' };
const published = { title: 'Your medicines', state: 'published' };

test('each id that is shown by name is answered with the example of that name', async () => {
  const { request } = sandboxOf(leaflets({ draft: 'aa-1', published: 'bb-2' }, { draft, published }));
  expect(await (await request('/small/leaflets/aa-1')).json()).toEqual(draft);
  expect(await (await request('/small/leaflets/bb-2')).json()).toEqual(published);
});

test('a list has what each of the ids is answered with', async () => {
  const { request } = sandboxOf(leaflets({ draft: 'aa-1', published: 'bb-2' }, { draft, published }));
  expect(await (await request('/small/leaflets')).json()).toEqual([draft, published]);
});

test('what is put in the place of one is not put in the place of the other', async () => {
  const { request, send } = sandboxOf(leaflets({ draft: 'aa-1', published: 'bb-2' }, { draft, published }));
  await send('PUT', '/small/leaflets/bb-2', { title: 'Your tablets' });
  expect(await (await request('/small/leaflets/bb-2')).json()).toEqual({ title: 'Your tablets' });
  expect(await (await request('/small/leaflets/aa-1')).json()).toEqual(draft);
});

test('names are the same whatever order, case or words for a request and its response they come in', async () => {
  const { request } = sandboxOf(
    leaflets(
      { publishedRequest: 'bb-2', 'a draft': 'aa-1' },
      { 'A draft (response)': { leafletId: 'aa-1', ...draft }, 'published-response': { leafletId: 'aa-1', ...published } },
      { leafletId: text },
    ),
  );
  expect(await (await request('/small/leaflets/aa-1')).json()).toEqual({ leafletId: 'aa-1', ...draft });
  expect(await (await request('/small/leaflets/bb-2')).json()).toEqual({ leafletId: 'bb-2', ...published });
});

test('an id under a name that no example has is answered with the first', async () => {
  const { request } = sandboxOf(leaflets({ draft: 'aa-1', withdrawn: 'cc-3' }, { published, draft }));
  expect(await (await request('/small/leaflets/aa-1')).json()).toEqual(draft);
  expect(await (await request('/small/leaflets/cc-3')).json()).toEqual(published);
});
