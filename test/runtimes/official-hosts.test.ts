/** Nothing that an app under test sends to the NHS reaches it: what the sandbox does not serve it refuses, in the platform's own shape. */
import { demo, getToken } from '../../src/runtimes/browser/auth.ts';
import { getResponse } from 'msw';
import { expect, test } from 'vitest';
import { createSandbox, type MswOptions } from '../../src/runtimes/browser/msw.ts';

/** What the handlers make of a request; undefined is what would leave the process. */
function asked(options: MswOptions, url: string, init?: RequestInit): Promise<Response | undefined> {
  return getResponse([...createSandbox(options).handlers], new Request(url, init));
}

interface Fault {
  readonly faultstring: string;
  readonly detail: { readonly errorcode: string };
}

async function faultOf(answer: Response | undefined): Promise<Fault> {
  if (!answer) throw new Error('nothing answered: the request would have left');
  return ((await answer.json()) as { readonly fault: Fault }).fault;
}

const hosts = [
  ...['', 'sandbox.', 'int.', 'ref.', 'dep.', 'dev.', 'internal-dev.', 'internal-qa-sandbox.', 'a.b.'].map(
    (env) => `${env}api.service.nhs.uk`,
  ),
  ...['mesh-sync.spineservices', 'msg.intspineservices', 'msg.depspineservices', 'directory.spineservices'].map((name) => `${name}.nhs.uk`),
  ...['auth.login', 'auth.sandpit.signin', 'auth.aos.signin', 'auth.ext.signin', 'api.login'].map((name) => `${name}.nhs.uk`),
  ...['am.nhsidentity.spineservices', 'am.nhsint.auth-ptl.cis2.spineservices', 'am.auth.cis2.spineservices'].map(
    (name) => `${name}.nhs.uk`,
  ),
  'am.nhsspit-2.ptl.nhsd-esa.net',
  'api.nhs.uk',
  'int.api.nhs.uk',
  'ontology.nhs.uk',
  'isd.digital.nhs.uk',
  'msg.int.spine2.ncrs.nhs.uk',
];

test.each(hosts)('%s is refused here, and nothing is sent to it', async (host) => {
  for (const [scheme, port] of [
    ['https', ''],
    ['http', ''],
    ['https', ':8443'],
  ]) {
    const answer = await asked({}, `${scheme}://${host}${port}/some/api?family=Smith`, { method: 'POST', body: 'secret' });
    expect([answer?.status, answer?.headers.get('x-sandbox-data')]).toEqual([404, 'synthetic']);
    const fault = await faultOf(answer);
    expect(fault.detail.errorcode).toBe('messaging.adaptors.http.flow.ApplicationNotFound');
    expect(fault.faultstring).toContain('/personal-demographics/FHIR/R4');
  }
});

test('a name that only looks like one of the NHS is left alone', async () => {
  const likenesses = [
    'api.service.nhs.uk.evil.example',
    'notapi.service.nhs.uk',
    'api.service.nhs.uk.example',
    'api-service-nhs-uk.example',
    'login.nhs.uk.example',
    'spineservices.nhs.uk.example',
    'www.nhs.uk',
    'assets.nhs.uk',
    'fhir.nhs.uk',
    'a-trust.nhs.uk',
  ];
  for (const host of likenesses) expect(await asked({}, `https://${host}/personal-demographics/FHIR/R4/_ping`)).toBeUndefined();
  for (const address of [
    'https://evil.example/api.service.nhs.uk',
    'https://evil.example/?api.service.nhs.uk',
    'http://localhost:1/oauth2/token',
  ])
    expect(await asked({}, address)).toBeUndefined();
});

test('the same name written otherwise is the same host', async () => {
  for (const host of ['API.Service.NHS.uk', 'api.service.nhs.uk.', 'api.service.nhs.uk:443', 'api%2Eservice.nhs.uk'])
    expect((await asked({}, `https://${host}/personal-demographics/FHIR/R4/_ping`))?.status).toBe(200);
});

test('tokens are to be had where the platform gives them, and elsewhere the refusal says where', async () => {
  const init = { method: 'POST', body: 'client_secret=x', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };
  const given = await asked({}, 'https://int.api.service.nhs.uk/oauth2/token', init);
  expect(await given?.json()).toMatchObject({ error: 'invalid_request', error_description: 'grant_type is missing' });
  const provider = await asked({}, 'https://auth.sandpit.signin.nhs.uk/token', init);
  expect([provider?.status, await provider?.json()]).toMatchObject([400, { error: 'invalid_request' }]);
  const elsewhere = await asked({}, 'https://api.login.nhs.uk/token', init);
  expect(elsewhere?.status).toBe(404);
  expect((await faultOf(elsewhere)).faultstring).toContain('are given at /oauth2/token');
});

test('client code gets a token at the address that it has for the platform, which is then the audience', async () => {
  const sandbox = createSandbox();
  const fetch = async (request: Request) => (await getResponse([...sandbox.handlers], request)) ?? Response.error();
  const tokenUrl = 'https://int.api.service.nhs.uk/oauth2/token';
  expect(await getToken({ ...demo, tokenUrl, fetch })).toMatchObject({ expires_in: '599' });
});

test('a page may ask whether it may ask, and read the refusal', async () => {
  const headers = { Origin: 'http://localhost:3000', 'Access-Control-Request-Method': 'POST' };
  for (const address of ['https://int.api.service.nhs.uk/oauth/token', 'https://auth.login.nhs.uk/oauth/token']) {
    const preflight = await asked({}, address, { method: 'OPTIONS', headers });
    expect([preflight?.ok, preflight?.headers.get('access-control-allow-origin')]).toEqual([true, 'http://localhost:3000']);
    const refused = await asked({}, address, { method: 'POST', headers });
    expect([refused?.status, refused?.headers.get('access-control-allow-origin')]).toEqual([404, '*']);
  }
});

test('an API of the catalogue is served at the platform only, not at every host of the NHS', async () => {
  const path = '/personal-demographics/FHIR/R4/_ping';
  expect((await asked({}, `https://int.api.service.nhs.uk${path}`))?.status).toBe(200);
  expect((await asked({}, `https://auth.login.nhs.uk${path}`))?.status).toBe(404);
  expect((await asked({}, 'https://dep.api.service.nhs.uk/personal-demographics/_status'))?.status).toBe(200);
});

test('what is not served goes out to the NHS where somebody asks for it, and what is served never does', async () => {
  const [served, unserved] = [
    'https://int.api.service.nhs.uk/personal-demographics/FHIR/R4/_ping',
    'https://int.api.service.nhs.uk/oauth/token',
  ];
  for (const passthrough of [true, ['int.api.service.nhs.uk']]) {
    expect((await asked({ passthrough }, served))?.status).toBe(200);
    expect(await asked({ passthrough }, unserved)).toBeUndefined();
  }
  for (const passthrough of [false, [], ['sandbox.api.service.nhs.uk']]) expect((await asked({ passthrough }, unserved))?.status).toBe(404);
});

const contract = (servers: string): string =>
  `{"openapi":"3.1.0",${servers},"paths":{"/loans":{"get":{"responses":{"200":{"description":"ok","content":{"text/plain":{"example":"Emma"}}}}}}}}`;

test.each([
  ['as JSON', contract('"servers":[{"url":"https://library.example/lending"}]'), 'https://library.example'],
  ['as YAML', 'openapi: 3.1.0\nservers:\n  - url: https://Library.example/lending\npaths: {}', 'https://library.example'],
  [
    'with a variable',
    contract('"servers":[{"url":"https://api-{env}.library.example/lending","variables":{"env":{"default":"live"}}}]'),
    'https://api-live.library.example',
  ],
  [
    'all of it a variable',
    contract('"servers":[{"url":"{base}/lending","variables":{"base":{"default":"https://library.example"}}}]'),
    'https://library.example',
  ],
  [
    'as Swagger 2.0',
    '{"swagger":"2.0","host":"library.example","basePath":"/lending","schemes":["https"],"paths":{}}',
    'https://library.example',
  ],
])('the server of a contract is the sandbox’s, all of it: written %s', async (_, text, origin) => {
  const options = { contracts: [{ name: 'library', text }] };
  const refused = await asked(options, `${origin}/oauth/authorise`);
  expect([refused?.status, refused?.headers.get('x-sandbox-data')]).toEqual([404, 'synthetic']);
  expect(await refused?.text()).toContain('/lending');
  expect((await asked(options, `${origin.replace('https:', 'http:')}/lending/loans`))?.headers.get('x-sandbox-data')).toBe('synthetic');
  expect(await asked(options, `${origin}:8080/lending/loans`)).toBeUndefined();
  expect(await asked(options, 'https://another.example/lending/loans')).toBeUndefined();
  expect(await asked({ ...options, passthrough: true }, `${origin}/oauth/authorise`)).toBeUndefined();
});

test('a contract that stands alone at the root answers for what it documents, and the rest is refused with the list', async () => {
  const options = { contracts: [{ name: 'library', text: contract('"servers":[]') }] };
  expect(await (await asked(options, 'https://api.service.nhs.uk/loans'))?.text()).toBe('Emma');
  const token = await asked(options, 'https://api.service.nhs.uk/token', { method: 'POST' });
  expect(token?.status).toBe(404);
  expect(await token?.text()).toContain('are given at /oauth2/token');
  expect((await asked(options, 'https://api.service.nhs.uk/oauth2/token', { method: 'POST' }))?.status).toBe(415);
  expect((await asked(options, 'https://auth.login.nhs.uk/loans'))?.status).toBe(404);
});

test('links of an answer stay at the host that was asked; the trace leads to the sandbox, and opens', async () => {
  const sandbox = createSandbox({ origin: 'http://sandbox.test/here' });
  const ask = (url: string, headers = {}) => getResponse([...sandbox.handlers], new Request(url, { headers }));
  const refused = await ask('https://api.service.nhs.uk/personal-demographics/FHIR/R4/Patient/1');
  const trace = refused?.headers.get('x-sandbox-trace') ?? '';
  expect(trace).toMatch(/^http:\/\/sandbox\.test\/here\/_sandbox\/trace\//);
  expect(await (await ask(trace, { Accept: 'application/json' }))?.json()).toMatchObject({ answer: { status: 400 } });
  expect((await ask(trace, { Accept: 'text/html' }))?.headers.get('content-type')).toContain('text/html');
  const atPlatform = trace.replace('http://sandbox.test/here', 'https://api.service.nhs.uk');
  expect(await (await ask(atPlatform))?.json()).toMatchObject({ answer: { status: 400 } });
  const elsewhere = await ask('https://auth.login.nhs.uk/no/such');
  expect(elsewhere?.headers.get('x-sandbox-trace')).toMatch(/^http:\/\/sandbox\.test\/here\/_sandbox\/trace\//);

  expect(refused && (await sandbox.explain(refused))).toMatchObject({ answer: { status: 400 }, operation: { id: 'get-patient' } });
  expect(await sandbox.explain(trace)).toMatchObject({ answer: { status: 400 } });
  await expect(sandbox.explain(new Response())).rejects.toThrow('no response of a sandbox');
  sandbox.reset();
  await expect(sandbox.explain(trace)).rejects.toThrow('kept no such exchange');
});

test('a misspelt API is found before the first request, and the nearest is named', () => {
  // @ts-expect-error types say so first
  const misspelt: MswOptions = { apis: ['personal-demografics'] };
  expect(() => createSandbox(misspelt)).toThrow(
    'there is no API called "personal-demografics"; did you mean "personal-demographics"? There is: ',
  );
  // @ts-expect-error the sandbox's own API is always there, and is none of the catalogue's
  expect(() => createSandbox({ apis: ['sandbox-control'] })).toThrow('no API called "sandbox-control"');
});

test('an origin that is no address is named at once', () => {
  expect(() => createSandbox({ origin: '/api' })).toThrow('"/api" is no address of a sandbox: give all of it, as in http://localhost:8787');
});
