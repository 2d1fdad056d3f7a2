/** The typed client: made when its module is loaded, answered by whatever `fetch` is by then, and each body sent as its operation documents it. */
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import createFetchClient from 'openapi-fetch';
import { sendingTypes } from '../../src/runtimes/browser/body-types.ts';
import { createClient } from '../../src/runtimes/browser/client.ts';
import { useSandbox } from '../../src/runtimes/browser/vitest.ts';
import { guardSocketsOnly } from './guard-sockets-only.ts';

/** As an app has them: made before anything is mocked. */
const patients = createClient('personal-demographics');
const atPlatform = createClient('personal-demographics', { origin: 'https://int.api.service.nhs.uk/' });

const header = { 'X-Request-ID': '00000000-0000-4000-8000-000000000001' };

describe('with useSandbox', () => {
  beforeAll(guardSocketsOnly);
  const sandbox = useSandbox();
  const jane = { path: { id: sandbox.people.janeSmith }, header };

  test('a client made at the top of a module is answered by the sandbox', async () => {
    for (const client of [patients, atPlatform]) {
      const { data, response } = await client.GET('/Patient/{id}', { params: jane });
      expect(response.headers.get('x-sandbox-data')).toBe('synthetic');
      expect(data?.name?.[0]?.family).toBe('Smith');
    }
  });

  test('a client has lists as lists: what can be done with one compiles', async () => {
    const { data } = await patients.GET('/Patient/{id}', { params: jane });
    expect(data?.name?.map(({ family }) => family)).toContain('Smith');
    const lines: string[] = [];
    for (const { line = [] } of data?.address ?? []) lines.push(...line);
    expect(lines.length).toBeGreaterThan(0);
  });

  test('a client updates a record in the one media type that is documented', async () => {
    for (const client of [patients, sandbox.client('personal-demographics')]) {
      const { data } = await client.GET('/Patient/{id}', { params: jane });
      const { response, error } = await client.PATCH('/Patient/{id}', {
        params: { ...jane, header: { ...header, 'If-Match': `W/"${data?.meta?.versionId}"` } },
        body: { patches: [{ op: 'replace', path: '/gender', value: 'unknown' }] },
      });
      expect([response.status, error]).toEqual([200, undefined]);
    }
  });
});

describe('what is sent', () => {
  /** Sends, and gives the content type and the body that went out. */
  async function sent(types: Record<string, string>, init: object, options: object = {}): Promise<readonly [string | null, string]> {
    const heard: Request[] = [];
    const fetch = (request: Request) => {
      heard.push(request.clone());
      return Promise.resolve(new Response(null, { status: 204 }));
    };
    const client = sendingTypes(createFetchClient<Record<string, never>>({ baseUrl: 'http://a.test', fetch, ...options }), types, options);
    await (client as unknown as { PATCH(path: string, init: object): Promise<unknown> }).PATCH('/loans/{id}', init); // whatever the contract
    const [request] = heard;
    return [request?.headers.get('content-type') ?? null, (await request?.text()) ?? ''];
  }
  const merge = { 'PATCH /loans/{id}': 'application/merge-patch+json' };

  test('is of the documented type, as JSON where that is JSON', async () => {
    expect(await sent(merge, { body: { a: 1 } })).toEqual(['application/merge-patch+json', '{"a":1}']);
    expect(await sent({}, { body: { a: 1 } })).toEqual(['application/json', '{"a":1}']);
    expect(await sent(merge, { body: 'text' })).toEqual(['application/merge-patch+json', '"text"']);
    expect(await sent({ 'PATCH /loans/{id}': 'application/xml' }, { body: '<a/>' })).toEqual(['application/xml', '<a/>']);
    expect(await sent({ 'PATCH /loans/{id}': 'application/x-www-form-urlencoded' }, { body: { a: 1, b: 'c d' } })).toEqual([
      'application/x-www-form-urlencoded',
      'a=1&b=c+d',
    ]);
    expect(await sent(merge, {})).toEqual([null, '']);
    expect((await sent(merge, { body: new FormData(), bodySerializer: (body: FormData) => body }))[0]).toMatch(
      /^multipart\/form-data; boundary/,
    );
  });

  test('is of the type that its sender names, however it is named', async () => {
    const own = 'application/vnd.own+json';
    const ways = [
      { headers: { 'content-type': own } },
      { headers: new Headers({ 'Content-Type': own }) },
      { headers: [['CONTENT-TYPE', own]] },
      { params: { header: { 'Content-Type': own } } },
    ];
    for (const way of ways) expect((await sent(merge, { body: {}, ...way }))[0]).toBe(own);
    expect((await sent(merge, { body: {} }, { headers: { 'Content-Type': own } }))[0]).toBe(own);
    for (const headers of [{ 'X-Other': '1' }, new Headers({ 'X-Other': '1' }), [['X-Other', '1']]])
      expect((await sent(merge, { body: {}, headers }))[0]).toBe('application/merge-patch+json');
  });
});

describe('without a sandbox in the process', () => {
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ id: request.url }));
  });
  let origin = '';
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterAll(() => server.close());
  const params = { path: { id: '9000000009' }, header };

  test('it asks the server at its origin, below the workspace that stands there', async () => {
    const { data } = await createClient('personal-demographics', { origin: `${origin}/w/mine/` }).GET('/Patient/{id}', { params });
    expect(data?.id).toBe('/w/mine/personal-demographics/FHIR/R4/Patient/9000000009');
  });

  test('a fetch of its own is used for good', async () => {
    const fetch = vi.fn<() => Promise<Response>>(() => Promise.resolve(Response.json({ id: 'own' })));
    const client = createClient('personal-demographics', { origin, fetch });
    vi.stubGlobal('fetch', () => Promise.reject(new Error('not this one')));
    try {
      expect((await client.GET('/Patient/{id}', { params })).data?.id).toBe('own');
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test('on a page an origin may be relative to it', async () => {
    vi.stubGlobal('location', new URL(origin));
    try {
      for (const relative of ['/', '', '/api']) {
        const { data } = await createClient('personal-demographics', { origin: relative }).GET('/Patient/{id}', { params });
        expect(data?.id).toBe(`${relative === '/' ? '' : relative}/personal-demographics/FHIR/R4/Patient/9000000009`);
      }
    } finally {
      vi.unstubAllGlobals();
    }
    expect(() => createClient('personal-demographics', { origin: '/api' })).toThrow('no address of a sandbox');
  });

  test('an API that is not there is named, with the nearest', () => {
    // @ts-expect-error types say so first
    expect(() => createClient('personal-demografics')).toThrow('did you mean "personal-demographics"?');
    // @ts-expect-error and a name that an object has by nature is none
    expect(() => createClient('toString')).toThrow('there is no API called "toString"');
  });
});
