/** Which published example answers a request. */
import { expect, test } from 'vitest';
import { sandboxOf } from '../../sandbox.ts';

const named = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));

interface Invented {
  readonly path?: string;
  readonly method?: string;
  readonly parameters?: readonly unknown[];
  readonly requests?: Record<string, unknown>;
  readonly answers: Record<string, unknown>;
  readonly schema?: unknown;
}

/** One operation that documents these answers. */
function publishing({ path = '/pets', method = 'get', parameters = [], requests, answers, schema = {} }: Invented) {
  return sandboxOf(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Pets', version: '1' },
      paths: {
        [path]: {
          [method]: {
            parameters,
            ...(requests ? { requestBody: { content: { 'application/json': { examples: named(requests) } } } } : {}),
            responses: { 200: { description: 'Fine.', content: { 'application/json': { schema, examples: named(answers) } } } },
          },
        },
      },
    }),
    { tolerateDefects: true },
  );
}

const query = (name: string, examples: Record<string, unknown> = {}): unknown => ({
  name,
  in: 'query',
  schema: {},
  examples: named(examples),
});
const inPath = (name: string, examples: Record<string, unknown> = {}): unknown => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string' },
  examples: named(examples),
});

test('the example asked for by name is sent', async () => {
  const { send } = publishing({ answers: { a: { id: '1' }, b: { id: '2' } } });
  expect(await (await send('GET', '/pets', undefined, { Prefer: 'example=b' })).json()).toEqual({ id: '2' });
});

test('a name that no example has is refused with the names there are, and not quoted', async () => {
  const { send } = publishing({ answers: { a: { id: '1' }, b: { id: '2' } } });
  const refused = await send('GET', '/pets', undefined, { Prefer: 'example=nope' });
  expect(refused.status).toBe(400);
  expect(await refused.text()).not.toContain('nope');
  const trace = await (await send('GET', refused.headers.get('X-Sandbox-Trace') ?? '')).text();
  expect(trace).toMatch(/“a”, “b”/);
});

test('a query value that the contract names picks the answer of that name', async () => {
  const { send } = publishing({ parameters: [query('kind', { cat: 'c', dog: 'd' })], answers: { cat: { legs: 4 }, dog: { legs: 3 } } });
  expect(await (await send('GET', '/pets?kind=d')).json()).toEqual({ legs: 3 });
  expect(await (await send('GET', '/pets?kind=c')).json()).toEqual({ legs: 4 });
  expect(await (await send('GET', '/pets?kind=x')).json()).toEqual({ legs: 4 });
});

test('a list and a whole number are compared as they are read', async () => {
  const parameters = [
    { name: 'size', in: 'query', schema: { type: 'integer' }, examples: named({ small: 1, large: 9 }) },
    {
      name: 'tags',
      in: 'query',
      schema: { type: 'array', items: { type: 'string' } },
      explode: false,
      examples: named({ wild: ['a', 'b'], tame: ['c'] }),
    },
  ];
  const { send } = publishing({ parameters, answers: { small: { is: 1 }, large: { is: 2 }, wild: { is: 3 }, tame: { is: 4 } } });
  expect(await (await send('GET', '/pets?size=9')).json()).toEqual({ is: 2 });
  expect(await (await send('GET', '/pets?tags=c')).json()).toEqual({ is: 4 });
});

test('the path says more than the query, and names may say which way they travel', async () => {
  const { send } = publishing({
    path: '/pets/{name}/toys',
    parameters: [inPath('name', { 'rex-request': 'rex', 'tom-request': 'tom' }), query('page', { 'rex-request': '1' })],
    answers: { 'rex-response': { of: 'r' }, 'tom-response': { of: 't' } },
  });
  expect(await (await send('GET', '/pets/tom/toys?page=1')).json()).toEqual({ of: 't' });
});

test('a request body that the contract publishes picks the answer of its name, and one much like it does too', async () => {
  const requests = {
    open: { resourceType: 'Parameters', list: 'OPEN', by: { user: 'a', unit: 'b' } },
    shut: { resourceType: 'Parameters', list: 'SHUT', by: { user: 'a', unit: 'b' } },
  };
  const { send } = publishing({ path: '/$work', method: 'post', requests, answers: { open: { n: 1 }, shut: { n: 2 } } });
  const ask = async (body: unknown): Promise<unknown> => (await send('POST', '/$work', body)).json();
  expect(await ask({ by: { unit: 'b', user: 'a' }, list: 'SHUT', resourceType: 'Parameters' })).toEqual({ n: 2 });
  expect(await ask({ ...requests.shut, by: { user: 'somebody else', unit: 'b' } })).toEqual({ n: 2 });
  expect(await ask({ ...requests.open, by: { user: 'a', unit: 'c' } })).toEqual({ n: 1 });
  expect(await ask({ nothing: 'alike' })).toEqual({ n: 1 });
});

test('an example that shows a short value of the request is sent where the contract shows that value', async () => {
  const parameters = [{ name: 'q', in: 'query', schema: { type: 'string' }, examples: { one: { value: 'S' }, two: { value: 'L' } } }];
  const { send } = publishing({ parameters, answers: { a: { shoe: 'S' }, b: { shoe: 'L' } } });
  expect(await (await send('GET', '/pets?q=L')).json()).toEqual({ shoe: 'L' });
});

test('an example whose member goes by a parameter’s name and holds its value is sent', async () => {
  const { send } = publishing({
    parameters: [query('coat_colour'), query('tame')],
    answers: { a: { coatColour: 'red', tame: false }, b: { coatColour: 'tan', tame: false }, c: { coatColour: 'tan', tame: true } },
  });
  expect(await (await send('GET', '/pets?coat_colour=tan')).json()).toMatchObject({ coatColour: 'tan', tame: false });
  expect(await (await send('GET', '/pets?coat_colour=tan&tame=true')).json()).toMatchObject({ coatColour: 'tan', tame: true });
});

test('an id that only the name of an example carries is found', async () => {
  for (const [one, two] of [
    ['pet_5000000001', 'pet_5000000002'],
    ['pet-5000000001-found', 'pet-5000000002-found'],
    ['Pet5000000001', 'Pet5000000002'],
  ] as const) {
    const { send } = publishing({ path: '/pets/{id}/check', parameters: [inPath('id')], answers: { [one]: { n: 1 }, [two]: { n: 2 } } });
    expect(await (await send('GET', '/pets/5000000002/check')).json()).toEqual({ n: 2 });
  }
});

test('an item whose id only the name of an example carries is read, and ids that no name carries are nobody’s where the contract shows some', async () => {
  const answers = { pet_5000000001: { n: 1 }, pet_5000000002: { n: 2 } };
  const parameters = [inPath('petNumber', { known: '5000000001' })];
  const { send } = publishing({ path: '/pets/{petNumber}', parameters, answers });
  expect(await (await send('GET', '/pets/5000000002')).json()).toEqual({ n: 2 });
  expect((await send('GET', '/pets/5000000003')).status).toBe(404);
});

test('the example that shows the id of the path is sent, wherever it stands but in what is contained', async () => {
  const answers = { a: { of: '1', contained: [{ id: '77' }] }, b: { of: '2', link: 'https://example.org/things/77?x' } };
  const { send } = publishing({ path: '/pets/{id}/check', parameters: [inPath('id')], answers });
  expect(await (await send('GET', '/pets/77/check')).json()).toMatchObject({ of: '2' });
});

test('P-31: an example that fits its schema goes before one that does not, but one of something else never', async () => {
  const schema = { type: 'object', required: ['pet'], properties: { pet: { type: 'string' }, size: { type: 'integer' } } };
  const answers = { bad: { pet: 'rex-0001', size: 'big' }, good: { pet: 'rex-0001', size: 3 }, other: { pet: 'tom-0002', size: 1 } };
  const { send } = publishing({ path: '/pets/{pet}/check', parameters: [inPath('pet')], schema, answers });
  expect(await (await send('GET', '/pets/rex-0001/check')).json()).toEqual({ pet: 'rex-0001', size: 3 });
});
