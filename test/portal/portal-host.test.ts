/** Pages of a deployment, on real workerd: on a host of their own, where no mock API is; beside the APIs only explanations, and where the pages are. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { browserAccept } from '../sandbox.ts';
import { ask, type RawReply } from '../runtimes/raw-http.ts';
import { operatorKey, startWorkerd, workerdPlace, type Place, type Workerd } from '../runtimes/workerd.ts';

vi.setConfig({ hookTimeout: 60_000, testTimeout: 30_000 });

const portal = 'portal.example.org';
const mocks = 'sandbox.example.org';
const patient = '/personal-demographics/FHIR/R4/Patient/9000000009';
const requestId = 'X-Request-ID: 60e0b220-8136-4ca5-ae46-1d97ef59d068';
const browser = [`Accept: ${browserAccept}`, 'Sec-Fetch-Site: none'];

let place: Place;
let workerd: Workerd;
beforeAll(async () => {
  place = await workerdPlace();
});
afterAll(() => place.remove());

const at = (host: string, line: string, lines: readonly string[] = browser, body = ''): Promise<RawReply> =>
  ask(workerd.port, [line, `Host: ${host}`, ...lines], body);
const kindOf = ({ status, headers }: RawReply): string => `${status} ${headers.get('content-type')?.split(';')[0] ?? ''}`;

async function mint(): Promise<{ readonly id: string; readonly managementKey: string }> {
  return JSON.parse((await at(mocks, 'POST /_sandbox/workspaces', [])).body);
}

/** The cookies of an answer as a browser sends them back, and the token of its form. */
async function openedForm(path: string): Promise<{ readonly cookie: string; readonly token: string }> {
  const { headers, body } = await at(portal, `GET ${path}`);
  return {
    cookie: headers.get('set-cookie')?.split(';')[0] ?? '',
    token: /name="_token" value="([^"]+)"/.exec(body)?.[1] ?? '',
  };
}

/** As the form of that page sends it. */
async function send(path: string, fields: Record<string, string>, more: readonly string[] = []): Promise<RawReply> {
  const { cookie, token } = await openedForm(path);
  const origin = more.some((line) => line.startsWith('Origin')) ? [] : [`Origin: https://${portal}`];
  const type = 'Content-Type: application/x-www-form-urlencoded';
  const lines = [`Accept: ${browserAccept}`, 'Sec-Fetch-Site: same-origin', ...origin, ...more, `Cookie: ${cookie}`, type];
  return at(portal, `POST ${path}`, lines, new URLSearchParams({ ...fields, _token: token }).toString());
}

describe('a deployment with a host for pages', () => {
  beforeAll(async () => {
    workerd = await startWorkerd(place, {
      MINTING_PER_MINUTE: '100',
      OPERATOR_KEY: operatorKey,
      PORTAL_ORIGIN: `https://${portal}`,
      MOCK_ORIGIN: `https://${mocks}`,
    });
  });
  afterAll(() => workerd.stop());

  test.each([
    ['/', '200 text/html'],
    ['/_portal', '200 text/html'],
    ['/_portal/key', '200 text/html'],
    ['/_portal/workspace/new', '200 text/html'],
    ['/_portal/control/catalogue', '403 application/problem+json'],
    [patient, '404 text/html'],
    ['/_sandbox/catalogue', '404 text/html'],
    ['/_sandbox/workspaces', '404 text/html'],
    ['/nothing', '404 text/html'],
  ])('answers a browser at %s with %s', async (path, kind) => {
    expect(kindOf(await at(portal, `GET ${path}`))).toBe(kind);
  });

  test('answers programs there with the address of the mock APIs, and nothing else', async () => {
    for (const line of [`GET ${patient}`, 'POST /_sandbox/workspaces', 'GET /_sandbox/catalogue', 'OPTIONS /_sandbox/reset']) {
      const answer = await at(portal, line, [requestId]);
      expect([line, answer.status, JSON.parse(answer.body).detail]).toEqual([line, 404, expect.stringContaining(`https://${mocks}`)]);
    }
    expect((await at(portal, `GET ${patient}`)).body).toContain(`https://${mocks}`);
  });

  test.each(['PORTAL.example.org', 'portal.example.org.', 'portal.example.org:8443'])('knows it by the name %s, too', async (host) => {
    expect((await at(host, `GET ${patient}`, [requestId])).status).toBe(404);
  });

  test('lets pages reach the mock APIs, and no other host', async () => {
    const { headers } = await at(portal, 'GET /');
    expect(headers.get('content-security-policy')).toContain(`connect-src 'self' https://${mocks};`);
  });

  test.each([
    ['/', '200 text/html'],
    ['/_portal', '404 text/html'],
    ['/_portal/people', '404 text/html'],
    ['/_portal/control/catalogue', '404 text/html'],
    ['/nothing', '404 text/html'],
    [patient, '400 application/json'],
    ['/personal-demographics/FHIR/R4/Patient/9999999999', '400 application/json'],
    ['/_sandbox/catalogue', '200 application/json'],
  ])('answers a browser on the host of the APIs at %s with %s', async (path, kind) => {
    const answer = await at(mocks, `GET ${path}`);
    expect(kindOf(answer).replace('fhir+', '')).toBe(kind);
    if (kind.endsWith('html')) expect(answer.body).toContain(`href="https://${portal}/_portal`);
    expect(answer.headers.has('set-cookie')).toBe(false);
  });

  test('leads from the host of the APIs to the same page and the same workspace', async () => {
    const { id } = await mint();
    expect((await at(mocks, `GET /w/${id}/`)).body).toContain(`href="https://${portal}/w/${id}/_portal"`);
    expect((await at(mocks, `GET /w/${id}/_portal/people`)).body).toContain(`href="https://${portal}/w/${id}/_portal/people"`);
  });

  test('makes an event with the operator’s key, which is not kept, and workspaces whose cards have the address of the mock APIs', async () => {
    const without = await send('/_portal/organiser/new', {
      name: 'Leeds',
      workspaces: '5',
      hours: '4',
      operator: 'not-the-key-of-anybody',
    });
    expect([without.status, without.body]).toEqual([401, expect.stringContaining('This is not the operator’s key')]);
    const made = await send('/_portal/organiser/new', { name: 'Leeds', workspaces: '5', hours: '4', operator: operatorKey });
    const cookie = made.headers.get('set-cookie') ?? '';
    expect([made.status, made.body.includes(operatorKey)]).toEqual([201, false]);
    expect(cookie).toMatch(/^nhs-sandbox-event=nhse_[0-9a-f_]+; Path=\/_portal\/organiser; HttpOnly; SameSite=Strict; Secure$/);
    const code = cookie.split(';')[0] ?? '';
    const form = await openedForm('/_portal/organiser/open');
    const lines = [`Accept: ${browserAccept}`, 'Sec-Fetch-Site: same-origin', 'Content-Type: application/x-www-form-urlencoded'];
    const cards = await at(
      portal,
      'POST /_portal/organiser/make',
      [...lines, `Cookie: ${form.cookie}; ${code}`],
      new URLSearchParams({ count: '2', prefix: 'team', _token: form.token }).toString(),
    );
    const [, id = ''] = /QR code of the address of team-02: https:\/\/sandbox\.example\.org\/w\/([0-9a-f]{48})</.exec(cards.body) ?? [];
    expect([cards.status, id]).toEqual([201, expect.stringMatching(/./)]);
    await at(mocks, `GET /w/${id}${patient}`, []);
    const teams = await at(portal, 'GET /_portal/organiser', [...browser, `Cookie: ${code}`]);
    expect(teams.body).toMatch(/team-02<\/a><\/th><td>working<\/td><td>just now: GET personal-demographics get-patient, 400</);
    expect(teams.body).not.toMatch(/nhs[se]_/);
    expect((await at(mocks, 'GET /_portal/organiser', [...browser, `Cookie: ${code}`])).status).toBe(404);
  });

  test('explains an exchange where X-Sandbox-Trace leads, without script, cookie or form', async () => {
    const { id } = await mint();
    const trace = (await at(mocks, `GET /w/${id}${patient}`, [])).headers.get('x-sandbox-trace') ?? '';
    expect(trace).toMatch(`http://${mocks}/w/${id}/_sandbox/trace/`);
    const { status, headers, body } = await at(mocks, `GET ${new URL(trace).pathname}`);
    expect([status, headers.has('set-cookie')]).toEqual([200, false]);
    expect(body).toContain('X-Request-ID');
    expect(body).not.toMatch(/<script|<form/);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'; img-src data:;/);
    const style = /href="([^"]+\/style\.css)"/.exec(body)?.[1] ?? '';
    expect(kindOf(await at(mocks, `GET ${style}`, ['Accept: text/css,*/*;q=0.1']))).toBe('200 text/css');
  });

  test('keeps a key for its own workspace, and shows what it opens', async () => {
    const [one, other] = [await mint(), await mint()];
    await at(mocks, `GET /w/${one.id}${patient}`, []);
    const taken = await send(`/w/${one.id}/_portal/key`, { key: one.managementKey });
    const cookie = taken.headers.get('set-cookie') ?? '';
    expect([taken.status, taken.headers.get('location')]).toEqual([303, `/w/${one.id}/_portal`]);
    expect(cookie).toBe(`nhs-sandbox-key=${one.managementKey}; Path=/w/${one.id}; HttpOnly; SameSite=Strict; Secure`);
    const keyed = [...browser, `Cookie: ${cookie.split(';')[0] ?? ''}`];
    const list = await at(portal, `GET /w/${one.id}/_portal/exchanges`, keyed);
    expect(list.status).toBe(200);
    expect(list.body).toContain(patient);
    expect((await at(portal, `GET /w/${one.id}/_portal/exchanges`)).status).toBe(401);
    // A browser would not even send it there.
    expect((await at(portal, `GET /w/${other.id}/_portal/exchanges`, keyed)).status).toBe(401);
    expect((await at(portal, `GET /w/${other.id}/_portal`, keyed)).status).toBe(200);
    // Beside the APIs it opens nothing, even if it were sent.
    expect((await at(mocks, `GET /w/${one.id}/_portal/exchanges`, keyed)).status).toBe(404);
    expect((await at(mocks, `GET /w/${one.id}/_sandbox/exchanges`, keyed)).status).toBe(401);
  });

  test('says of a workspace that nobody has, or has any more, that there is none', async () => {
    const { id, managementKey } = await mint();
    await at(mocks, `DELETE /w/${id}/_sandbox/workspace`, [`Authorization: Bearer ${managementKey}`]);
    for (const path of [`/w/${id}/`, '/w/no-such/_portal']) {
      const { status, body } = await at(portal, `GET ${path}`);
      expect([path, status, body]).toEqual([path, 404, expect.stringContaining('There is no such workspace')]);
    }
  });

  test('leaves nothing in the journals by looking at pages', async () => {
    const { id, managementKey } = await mint();
    await at(portal, `GET /w/${id}/_portal/exchanges`, [...browser, `Cookie: nhs-sandbox-key=${managementKey}`]);
    for (const query of ['', '?with=sandbox']) {
      const told = await at(mocks, `GET /w/${id}/_sandbox/exchanges${query}`, [`Authorization: Bearer ${managementKey}`]);
      expect(told.body).not.toContain('_portal');
      expect(JSON.parse(told.body).exchanges.length).toBeLessThanOrEqual(1);
    }
  });

  test('reads for scripts with the key of the cookie', async () => {
    const { id, managementKey } = await mint();
    const script = ['Accept: application/json', 'Sec-Fetch-Site: same-origin', `Cookie: nhs-sandbox-key=${managementKey}`];
    const answer = await at(portal, `GET /w/${id}/_portal/control/exchanges?limit=5`, script);
    expect([kindOf(answer), JSON.parse(answer.body)]).toEqual(['200 application/json', { exchanges: [] }]);
  });
});

describe('the demonstration', () => {
  beforeAll(async () => {
    workerd = await startWorkerd(place, { PORTAL_ORIGIN: `https://${portal}`, MOCK_ORIGIN: `https://${mocks}` });
  });
  afterAll(() => workerd.stop());

  test('says that it keeps nothing, and how to make a workspace', async () => {
    const { status, body } = await at(portal, 'GET /_portal/exchanges');
    expect(status).toBe(401);
    expect(body).toContain('The demonstration keeps nothing');
    expect(body).toContain('href="/_portal/workspace/new"');
  });

  test('leaves the faults of an API to the API, though no journal tells whose they are', async () => {
    const answer = await at(mocks, 'GET /organisation-data-terminology-api/fhir/Organization/ZZZZ9', [
      `Accept: ${browserAccept}`,
      requestId,
    ]);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, expect.stringContaining('json')]);
  });

  test('makes a workspace by a form: its key is shown once, and opens it in this browser', async () => {
    const made = await send('/_portal/workspace/new', {});
    expect(made.status).toBe(201);
    const [, id = ''] = /https:\/\/sandbox\.example\.org\/w\/([0-9a-f]{48})</.exec(made.body) ?? [];
    const [key = ''] = new RegExp(`nhss_${id}_[0-9a-f]{64}_[0-9a-f]{8}`).exec(made.body) ?? [];
    const cookie = made.headers.get('set-cookie') ?? '';
    expect(cookie).toBe(`nhs-sandbox-key=${key}; Path=/w/${id}; HttpOnly; SameSite=Strict; Secure`);
    const list = await at(portal, `GET /w/${id}/_portal/exchanges`, [...browser, `Cookie: ${cookie.split(';')[0] ?? ''}`]);
    expect([list.status, list.body.includes(key)]).toEqual([200, false]);
  });

  test('makes none for a form of another site, and no more than ten a minute for one address', async () => {
    expect((await send('/_portal/workspace/new', {}, ['Origin: https://elsewhere.example'])).status).toBe(403);
    const from = (address: string) => send('/_portal/workspace/new', {}, [`CF-Connecting-IP: ${address}`]);
    const replies = [];
    for (let i = 0; i < 12; i++) replies.push(await from('192.0.2.1'));
    expect(replies.map(({ status }) => status)).toEqual([...Array.from({ length: 10 }, () => 201), 429, 429]);
    expect(replies.at(-1)?.body).toContain('Try again in');
    expect((await from('192.0.2.2')).status).toBe(201);
  });
});

describe('a deployment without a host for pages', () => {
  beforeAll(async () => {
    workerd = await startWorkerd(place, { MINTING_PER_MINUTE: '100' });
  });
  afterAll(() => workerd.stop());

  test('tells a browser that pages are off and how to turn them on', async () => {
    for (const [path, status] of [
      ['/', 200],
      ['/_portal', 404],
      ['/nothing', 404],
    ] as const) {
      const answer = await at(mocks, `GET ${path}`);
      expect([path, answer.status, answer.body]).toEqual([path, status, expect.stringContaining('PORTAL_ORIGIN')]);
      expect(answer.body).not.toMatch(/<nav|href="[^"]*\/_portal(?!\/assets)/);
      expect(answer.headers.has('set-cookie')).toBe(false);
    }
    expect(
      kindOf(await at(mocks, 'POST /_portal/workspace/new', [...browser, 'Content-Type: application/x-www-form-urlencoded'], '_token=x')),
    ).toBe('404 text/html');
  });

  test('shows all of them on the machine that it runs on', async () => {
    for (const host of ['localhost:8787', '127.0.0.1:8787', '[::1]:8787', 'sandbox.localhost'])
      expect([host, (await at(host, 'GET /_portal/workspace/new')).status]).toEqual([host, 200]);
    expect(kindOf(await at('localhost', `GET ${patient}`, [requestId]))).toBe('200 application/fhir+json');
  });
});

test.each([
  ['one name for both', { PORTAL_ORIGIN: 'https://sandbox.example.org', MOCK_ORIGIN: 'https://sandbox.example.org:8443' }],
  ['no other host', { PORTAL_ORIGIN: `https://${portal}` }],
  ['a host without HTTPS', { PORTAL_ORIGIN: `http://${portal}`, MOCK_ORIGIN: `https://${mocks}` }],
])('a deployment that was told %s shows no pages, and says why in its log', async (_, settings) => {
  workerd = await startWorkerd(place, settings);
  expect((await at(new URL(settings.PORTAL_ORIGIN).host, 'GET /_portal/workspace/new')).status).toBe(404);
  expect(workerd.log()).toContain('Pages are off');
  await workerd.stop();
});
