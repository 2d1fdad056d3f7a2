/** What is POSTed to a path is found by the GET of that path, however differently the contract describes the two, or where it describes only one. */
import { expect, test } from 'vitest';
import { contractOf } from '../../gateway/small-contract.ts';
import { sandboxOf, type Sandbox } from '../../sandbox.ts';

const text = { type: 'string' };
const object = (properties: object): object => ({ type: 'object', properties });
const located = { headers: { Location: { schema: text } } };
const response = (type: string, schema?: object, more: object = {}): object => ({
  description: 'An answer',
  content: { [type]: schema === undefined ? {} : { schema } },
  ...more,
});

const note = object({ title: text, topic: text });
const kept = object({ id: { ...text, readOnly: true }, title: text, topic: text });
const receipt = object({ noteId: text, taken: { type: 'boolean' } });
const entry = object({ title: text, author: text, pages: { type: 'integer' } });
const array = (items: object): object => ({ type: 'array', items });

const resource = (kind: string, properties: object): object =>
  object({ resourceType: { type: 'string', enum: [kind] }, id: text, status: text, ...properties });
const flag = resource('Flag', { title: text });
const outcome = resource('OperationOutcome', { issue: array(object({ code: text })) });
const bundleOf = (one: object): object =>
  object({
    resourceType: { type: 'string', enum: ['Bundle'] },
    type: text,
    total: { type: 'integer' },
    entry: array(object({ fullUrl: text, resource: one })),
  });

interface Pair {
  readonly type?: string;
  readonly path?: string;
  readonly sent?: object | undefined;
  readonly post: object;
  readonly get: object | undefined;
}

function served({ type = 'application/json', path = '/notes', sent = note, post, get }: Pair): Sandbox {
  return sandboxOf(
    contractOf({
      [path]: {
        get: { parameters: [{ name: 'title', in: 'query', schema: text }], responses: { 200: response(type, get) } },
        post: { requestBody: { required: true, content: { [type]: { schema: sent } } }, responses: post },
      },
    }),
  );
}

const json = (status: number, schema?: object, more?: object): object => ({ [status]: response('application/json', schema, more) });
const fhir = (status: number, schema?: object, more?: object): object => ({ [status]: response('application/fhir+json', schema, more) });

test.each<[string, Pair]>([
  ['a 201 beside entries of another shape', { post: json(201, kept), get: array(entry) }],
  ['a 201 with a receipt', { post: json(201, receipt), get: array(kept) }],
  ['a 201 beside a list that is not typed', { post: json(201, kept), get: {} }],
  ['a 201 beside a list without a schema', { post: json(201, kept), get: undefined }],
  ['a 200 with an id beside a typed list', { post: json(200, kept), get: array(entry) }],
  ['a 200 with a receipt that has an id', { post: json(200, receipt), get: array(kept) }],
  ['a 200 with a Location', { post: json(200, {}, located), get: array(entry) }],
  ['a 202 with a Location and nothing else', { post: { 202: { description: 'Taken', ...located } }, get: array(kept) }],
  ['a 200 that says nothing, of what the path lists', { post: json(200, {}), get: array(kept) }],
])('of plain JSON: %s', async (_, pair) => {
  const { send, request } = served(pair);
  expect((await send('POST', '/small/notes', { title: 'Swallows', topic: 'birds' })).status).toBeLessThan(300);
  await send('POST', '/small/notes', { title: 'Oaks', topic: 'trees' });
  const listed = await (await request('/small/notes')).json();
  expect(listed).toMatchObject([{ title: 'Swallows' }, { title: 'Oaks' }]);
  expect(await (await request('/small/notes?title=Oaks')).json()).toMatchObject([{ title: 'Oaks' }]);
});

test.each<[string, Pair]>([
  ['a 201 with an outcome', { sent: flag, post: fhir(201, outcome), get: bundleOf(flag) }],
  ['a 201 beside entries of any kind', { sent: flag, post: fhir(201), get: bundleOf({}) }],
  ['a 201 beside a search that is not typed', { sent: flag, post: fhir(201, flag), get: { type: 'object' } }],
  ['a 201 beside a search that is some resource', { sent: flag, post: fhir(201, flag), get: object({ resourceType: text }) }],
  ['a 201 of what is not typed', { sent: { type: 'object' }, post: fhir(201), get: bundleOf(flag) }],
  ['a 201 where nothing is typed', { sent: { type: 'object' }, post: fhir(201), get: undefined }],
  ['a 200 with an outcome and a Location', { sent: flag, post: fhir(200, outcome, located), get: bundleOf(flag) }],
  ['a 200 with an outcome, of what the path lists', { sent: flag, post: fhir(200, outcome), get: bundleOf(flag) }],
])('of FHIR: %s', async (_, pair) => {
  const { send, request } = served({ ...pair, type: 'application/fhir+json', path: '/Flag' });
  const made = { resourceType: 'Flag', status: 'active', title: 'Swallows' };
  expect((await send('POST', '/small/Flag', made, { 'Content-Type': 'application/fhir+json' })).status).toBeLessThan(300);
  expect(await (await request('/small/Flag?title=Swallows')).json()).toMatchObject({
    resourceType: 'Bundle',
    type: 'searchset',
    entry: [{ resource: { resourceType: 'Flag', title: 'Swallows' } }],
  });
});

test.each<[string, Pair]>([
  [
    'a question that is answered with a 200 and no id',
    { sent: object({ query: text }), post: json(200, object({ found: { type: 'boolean' } })), get: array(kept) },
  ],
  [
    'a check that answers with an outcome',
    {
      type: 'application/fhir+json',
      path: '/Flag',
      sent: object({ resourceType: text, parameter: array({}) }),
      post: fhir(200, outcome),
      get: bundleOf(flag),
    },
  ],
])('%s creates nothing', async (_, pair) => {
  const { send, request } = served(pair);
  const { type = 'application/json', path = '/notes' } = pair;
  const before = await (await request(`/small${path}`)).text();
  await send('POST', `/small${path}`, { query: 'wombat', resourceType: 'Parameters' }, { 'Content-Type': type });
  expect(await (await request(`/small${path}`)).text()).toBe(before);
});
