/** What a list calls itself is its own: a search by the id or the type of an item says nothing of the list around the items. */
import { expect, test } from 'vitest';
import { answers, contractOf, takes } from '../../../gateway/small-contract.ts';
import { sandboxOf, type Sandbox } from '../../../sandbox.ts';

const text = { type: 'string' };
const asked = (...names: readonly string[]): object[] => names.map((name) => ({ name, in: 'query', schema: text }));

const thing = {
  type: 'object',
  required: ['resourceType'],
  properties: { resourceType: { type: 'string', enum: ['Thing'] }, id: text, type: text },
};
const bundle = {
  type: 'object',
  required: ['resourceType', 'type'],
  properties: {
    resourceType: { type: 'string', enum: ['Bundle'] },
    id: text,
    type: text,
    language: text,
    total: { type: 'integer' },
    entry: { type: 'array', items: { type: 'object', properties: { resource: thing } } },
  },
};
const nameless = {
  type: 'object',
  required: ['kind', 'type', 'items'],
  properties: {
    kind: text,
    type: text,
    items: { type: 'array', items: { type: 'object', properties: { id: text, type: text, kind: text } } },
  },
};

const shelf = { ...nameless, properties: { id: text, ...nameless.properties } };

const one = {
  resourceType: 'Bundle',
  id: 'own',
  type: 'searchset',
  language: 'en',
  total: 1,
  entry: [{ resource: { resourceType: 'Thing', id: 'x', type: 'red' } }],
};
const none = { resourceType: 'Bundle', id: 'own', type: 'searchset', language: 'en', total: 0 };
const full = { id: 'own', kind: 'shelf', type: 'list', items: [{ id: 'x', type: 'red', kind: 'book' }] };
const { id: _, ...page } = full;

function served(list: object, item: object, example: object, isStored: boolean): Sandbox {
  const parameters = asked('_id', 'id', 'type', 'kind', 'language', 'colour');
  return sandboxOf(
    contractOf({
      '/Thing': {
        get: { parameters, responses: { 200: answers(list, { example }) } },
        ...(isStored ? { post: { requestBody: takes(item), responses: { 201: answers(item) } } } : {}),
      },
    }),
  );
}

const ownOf = (example: object): object =>
  Object.fromEntries(Object.entries(example).filter(([name]) => name === 'id' || name === 'type' || name === 'kind'));

const queries = ['_id=wanted', 'id=wanted', 'type=wanted', 'kind=wanted', 'type=red', '_id=x'];

test.each([
  ['a Bundle that the contract alone answers with', bundle, thing, one, false],
  ['an empty Bundle that the contract alone answers with', bundle, thing, none, false],
  ['a Bundle of what is kept', bundle, thing, one, true],
  ['an empty Bundle of what is kept', bundle, thing, none, true],
  ['a list that the contract alone answers with', nameless, thing, page, false],
  ['an empty list that the contract alone answers with', nameless, thing, { ...page, items: [] }, false],
  ['a list of what is kept', shelf, thing, full, true],
])('%s keeps its own id and type, whatever its items are searched by', async (_, list, item, example, isStored) => {
  const { request } = served(list, item, example, isStored);
  for (const query of queries) {
    expect(await (await request(`/small/Thing?${query}`)).json()).toMatchObject(ownOf(example));
  }
});

test('a Bundle that is made up is of no type that was asked for', async () => {
  const { request } = sandboxOf(contractOf({ '/Thing': { get: { parameters: asked('type'), responses: { 200: answers(bundle) } } } }));
  expect((await (await request('/small/Thing?type=wanted')).json()).type).not.toBe('wanted');
});

test('a list still says again what no item could be asked for, and what its own path says of it', async () => {
  const coloured = { ...shelf, properties: { ...shelf.properties, colour: text } };
  const { request } = served(coloured, thing, { ...full, colour: 'none' }, true);
  expect(await (await request('/small/Thing?colour=green')).json()).toMatchObject({ id: 'own', colour: 'green' });
  const lines = contractOf({
    '/shelves/{type}': {
      get: {
        parameters: [{ name: 'type', in: 'path', required: true, schema: text }, ...asked('kind')],
        responses: { 200: answers(nameless, { example: page }) },
      },
    },
  });
  expect(await (await sandboxOf(lines).request('/small/shelves/tall?kind=book')).json()).toMatchObject({ type: 'tall', kind: 'shelf' });
});
