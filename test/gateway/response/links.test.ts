/** Links in what a contract publishes lead to this sandbox, in this workspace; names that only look like links stay, and so does what a client sent. */
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load.ts';
import { sandboxOf, type SandboxOptions } from '../../sandbox.ts';
import { answers, contractOf, json } from '../small-contract.ts';

const id = [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }];
const base = 'https://sandbox.api.service.nhs.uk/shop/FHIR/R4';

/** GET /Jar publishes this body; GET /Jar/{id} and POST /Jar are served beside it. */
const shop = (example: unknown, schema: object = { type: 'object' }) =>
  contractOf(
    {
      '/Shelf': { get: { responses: { 200: answers(schema, { example }) } } },
      '/Jar/{id}': { get: { parameters: id, responses: { 200: answers({ type: 'object' }, { example: { id: '7', size: 1 } }) } } },
    },
    { base },
  );
const shown = async (example: unknown, options: SandboxOptions & { schema?: object } = {}) =>
  (await sandboxOf(shop(example, options.schema), options).request('/shop/FHIR/R4/Shelf')).json();

describe('an address is answered here', () => {
  test.each([
    ['on the first server', `${base}/Jar/7?x=1#lid`, '/shop/FHIR/R4/Jar/7?x=1#lid'],
    ['on another host of the platform', 'https://int.api.service.nhs.uk/shop/FHIR/R4/Jar/7', '/shop/FHIR/R4/Jar/7'],
    ['on the live host', 'https://api.service.nhs.uk/shop/FHIR/R4/Jar/7', '/shop/FHIR/R4/Jar/7'],
    ['whose author left out a part of the base', 'https://api.service.nhs.uk/shop/Jar/7', '/shop/FHIR/R4/Jar/7'],
    ['whose author left out the name of the API', 'https://api.service.nhs.uk/FHIR/R4/Jar/7', '/shop/FHIR/R4/Jar/7'],
    ['of a resource of this API that has no operation there', 'https://api.service.nhs.uk/FHIR/R4/Shelf/9', '/shop/FHIR/R4/Shelf/9'],
    ['with a placeholder for the base', '_baseUrl_/Jar/7', '/shop/FHIR/R4/Jar/7'],
    ['with another placeholder', '{{baseUrl}}/Jar/7?a=b', '/shop/FHIR/R4/Jar/7?a=b'],
    ['that is not served by this API', 'https://api.service.nhs.uk/shop/FHIR/R4/Tin/7', '/shop/FHIR/R4/Tin/7'],
    [
      'of an API that is not here',
      'https://api.service.nhs.uk/tins/FHIR/Tin/7?y=2',
      '/_sandbox/elsewhere?address=api.service.nhs.uk/tins/FHIR/Tin/7?y=2',
    ],
  ])('%s', async (_, published, here) => {
    expect(await shown({ url: published, deep: [{ reference: published }] })).toEqual({
      url: `http://sandbox.test${here}`,
      deep: [{ reference: `http://sandbox.test${here}` }],
    });
  });

  test('of another API where that is served beside it', async () => {
    const other = contractOf(
      { '/tins': { get: { responses: { 200: answers({}, { example: 1 }) } } } },
      { base: 'https://tins.example/v1' },
    );
    const [first, second] = [
      loadContract({ name: 'shop.json', text: shop({ tins: 'https://api.service.nhs.uk/v1/tins' }) }),
      loadContract({ name: 'tins.json', text: other }),
    ];
    const answer = await sandboxOf([first, second]).request('/shop/FHIR/R4/Shelf');
    expect(await answer.json()).toEqual({ tins: 'http://sandbox.test/v1/tins' });
  });

  test('and says why where it is not', async () => {
    const sandbox = sandboxOf(shop({ url: 'https://api.service.nhs.uk/tins/7' }));
    const { url } = await (await sandbox.request('/shop/FHIR/R4/Shelf')).json();
    const answer = await sandbox.request(url);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect((await answer.json()).detail).toContain('https://api.service.nhs.uk/tins/7');
  });
});

test('links keep the prefix of the workspace, paths among them', async () => {
  const example = {
    url: `${base}/Jar/7`,
    href: '/shop/FHIR/R4/Jar/7',
    tin: 'https://api.service.nhs.uk/tins/7',
    links: { self: `${base}/Shelf` },
  };
  const { request } = sandboxOf(shop(example), { prefix: '/w/mine' });
  const body = await (await request('/w/mine/shop/FHIR/R4/Shelf')).json();
  expect(body).toEqual({
    url: 'http://sandbox.test/w/mine/shop/FHIR/R4/Jar/7',
    href: '/w/mine/shop/FHIR/R4/Jar/7',
    tin: 'http://sandbox.test/w/mine/_sandbox/elsewhere?address=api.service.nhs.uk/tins/7',
    links: { self: 'http://sandbox.test/w/mine/shop/FHIR/R4/Shelf' },
  });
  expect((await request(body.url)).status).toBe(200);
  expect((await (await request(body.tin)).json()).detail).toContain('https://api.service.nhs.uk/tins/7');
});

describe('what is no link stays', () => {
  test.each([
    { system: 'https://api.service.nhs.uk/shop/codes' },
    { meta: { profile: ['https://api.service.nhs.uk/shop/profile'] } },
    { extension: [{ url: 'https://api.service.nhs.uk/shop/ext', valueString: 'x' }] },
    { identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9000000009' }] },
    { url: 'https://www.nhs.uk/conditions' },
    { url: 'https://digital.nhs.uk/developer' },
    { url: 'https://other.example/shop/FHIR/R4/Jar/7' },
    { text: 'See https://api.service.nhs.uk/shop for more.' },
    { path: '/shop/FHIR/R4/Jar' },
  ])('%j', async (example) => {
    expect(await shown(example)).toEqual(example);
  });

  test('and so does what a client sent', async () => {
    const jar = { type: 'object', properties: { id: { type: 'string' }, url: { type: 'string' } } };
    const { send, request } = sandboxOf(
      contractOf(
        {
          '/jars': { post: { requestBody: { content: json(jar) }, responses: { 201: answers(jar) } } },
          '/jars/{id}': { get: { parameters: id, responses: { 200: answers(jar) } } },
        },
        { base },
      ),
    );
    const made = await send('POST', '/shop/FHIR/R4/jars', { url: 'https://api.service.nhs.uk/shop/FHIR/R4/jars/1' });
    const read = await (await request(made.headers.get('location') ?? '')).json();
    expect(read.url).toBe('https://api.service.nhs.uk/shop/FHIR/R4/jars/1');
  });

  test('and an address that its schema insists on', async () => {
    const schema = { type: 'object', properties: { url: { type: 'string', pattern: '^https://api\\.service' }, next: { type: 'string' } } };
    const url = 'https://api.service.nhs.uk/shop/FHIR/R4/Jar/7';
    expect(await shown({ url, about: url }, { schema })).toEqual({ url, about: 'http://sandbox.test/shop/FHIR/R4/Jar/7' });
  });
});

test.each([{ examples: 'published' }, { compatibility: 'official-sandbox' }] as const)(
  'as published where %j asks for it',
  async (settings) => {
    const example = {
      url: `${base}/Jar/7`,
      base: '_baseUrl_/Jar/7',
      links: { self: `${base}/Shelf?page=2`, next: `${base}/Shelf?page=3` },
    };
    expect(await shown(example, { settings })).toEqual(example);
  },
);

test('the published address of a resource goes with its published id', async () => {
  const jar = { type: 'object', properties: { id: { type: 'string' }, self: { type: 'string' } } };
  const { request } = sandboxOf(
    contractOf(
      {
        '/jars/{id}': {
          get: {
            parameters: [{ ...id[0], example: 'jar-00001' }],
            responses: { 200: answers(jar, { example: { id: 'jar-00001', self: `${base}/jars/jar-00001` } }) },
          },
        },
      },
      { base },
    ),
  );
  const path = '/shop/FHIR/R4/jars/jar-00001';
  expect(await (await request(path)).json()).toEqual({ id: 'jar-00001', self: `http://sandbox.test${path}` });
});

test('an address in a schema leads here too where a body is made of it', async () => {
  const schema = { type: 'object', required: ['href'], properties: { href: { type: 'string', format: 'uri', example: `${base}/Jar/7` } } };
  const { request } = sandboxOf(contractOf({ '/Shelf': { get: { responses: { 200: answers(schema) } } } }, { base }));
  expect(JSON.stringify(await (await request('/shop/FHIR/R4/Shelf')).json())).not.toContain('nhs.uk');
});

describe('a published search', () => {
  const links = (relations: readonly string[]) => relations.map((relation) => ({ relation, url: `${base}/Shelf?page=${relation}` }));
  const search = async (example: unknown, schema?: object) =>
    (await sandboxOf(shop(example, schema)).request('/shop/FHIR/R4/Shelf?size=small&page=4')).json();
  const here = 'http://sandbox.test/shop/FHIR/R4/Shelf?size=small&page=4';

  test('of FHIR calls itself by its own request and promises no other page', async () => {
    const bundle = { resourceType: 'Bundle', type: 'searchset', link: links(['self', 'next', 'previous']), entry: [] };
    expect((await search(bundle)).link).toEqual([{ relation: 'self', url: here }]);
  });

  test.each([
    [
      { data: [], links: { self: `${base}/Shelf`, next: `${base}/Shelf?page=2`, last: `${base}/Shelf?page=9` } },
      { data: [], links: { self: here, last: here } },
    ],
    [{ _links: { self: { href: `${base}/Shelf` }, next: { href: `${base}/Shelf?page=2` } } }, { _links: { self: { href: here } } }],
    [
      {
        links: [
          { rel: 'self', href: `${base}/Shelf` },
          { rel: 'next', href: `${base}/Shelf?page=2` },
        ],
      },
      { links: [{ rel: 'self', href: here }] },
    ],
    [
      { count: 1, next: `${base}/Shelf?page=2`, previous: null, results: [1] },
      { count: 1, previous: null, results: [1] },
    ],
    [
      { items: [1], meta: { nextCursor: 'abc', hasMore: true } },
      { items: [1], meta: { hasMore: false } },
    ],
    [
      { links: { self: '/shop/FHIR/R4/Shelf', next: '/shop/FHIR/R4/Shelf?page=2' } },
      { links: { self: '/shop/FHIR/R4/Shelf?size=small&page=4' } },
    ],
    [
      { value: 1, next: 'the one after' },
      { value: 1, next: 'the one after' },
    ],
  ])('%j', async (example, expected) => {
    expect(await search(example)).toEqual(expected);
  });

  test('that is made from a schema promises no other page either', async () => {
    const link = { type: 'string', format: 'uri', example: `${base}/Shelf?page=7` };
    const schema = {
      type: 'object',
      required: ['total', 'links'],
      properties: {
        total: { type: 'integer', example: 9 },
        links: { type: 'object', example: {}, required: ['self'], properties: { self: link, next: link, last: link } },
      },
    };
    const { request } = sandboxOf(contractOf({ '/Shelf': { get: { responses: { 200: answers(schema) } } } }, { base }));
    const { links: made } = await (await request('/shop/FHIR/R4/Shelf?size=small&page=4')).json();
    expect(made.self).toBe(here);
    expect(made).not.toHaveProperty('next');
  });

  test('keeps a member that its schema wants, empty where it may be', async () => {
    const may = { type: 'object', required: ['next'], properties: { next: { type: ['string', 'null'] } } };
    const must = { type: 'object', required: ['next'], properties: { next: { type: 'string' } } };
    expect(await search({ next: `${base}/Shelf?page=2` }, may)).toEqual({ next: null });
    expect(await search({ next: `${base}/Shelf?page=2` }, must)).toEqual({ next: 'http://sandbox.test/shop/FHIR/R4/Shelf?page=2' });
  });
});

describe('FHIR published as XML', () => {
  const xml = (name: string) => `<Bundle xmlns="http://hl7.org/fhir">
  <link><relation value="self"/><url value="${base}/Shelf?page=1"/></link>
  <link>
    <relation value="next"/>
    <url value="${base}/Shelf?page=2&amp;x=1"/>
  </link>
  <entry><fullUrl value="${base}/Jar/${name}"/><resource><Jar><meta><profile value="https://api.service.nhs.uk/p"/></meta>
  <extension url="https://api.service.nhs.uk/e"><valueUrl value="${base}/Jar/7"/></extension></Jar></resource></entry></Bundle>`;
  const serving = (content: object) =>
    sandboxOf(contractOf({ '/Shelf': { get: { responses: { 200: { description: 'Jars', content } } } } }, { base }));
  const ask = async (content: object) =>
    (await serving(content).request('/shop/FHIR/R4/Shelf?a=1&b=2', { headers: { accept: 'application/fhir+xml' } })).text();

  test('leads here too', async () => {
    expect(await ask({ 'application/fhir+xml': { example: xml('7') } })).toBe(`<Bundle xmlns="http://hl7.org/fhir">
  <link><relation value="self"/><url value="http://sandbox.test/shop/FHIR/R4/Shelf?a=1&amp;b=2"/></link>
  <entry><fullUrl value="http://sandbox.test/shop/FHIR/R4/Jar/7"/><resource><Jar><meta><profile value="https://api.service.nhs.uk/p"/></meta>
  <extension url="https://api.service.nhs.uk/e"><valueUrl value="http://sandbox.test/shop/FHIR/R4/Jar/7"/></extension></Jar></resource></entry></Bundle>`);
  });

  test('gives way to what the same response publishes as JSON, so that both say the same', async () => {
    const example = { resourceType: 'Bundle', type: 'searchset', link: [{ relation: 'self', url: `${base}/Shelf` }] };
    expect(await ask({ 'application/fhir+json': { example }, 'application/fhir+xml': { example: xml('7') } })).toContain(
      '<type value="searchset"/><link><relation value="self"/><url value="http://sandbox.test/shop/FHIR/R4/Shelf?a=1&amp;b=2"/></link></Bundle>',
    );
  });
});
