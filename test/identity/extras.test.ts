/** What the sandbox has that the real services have not: each extra is there, and left out it is missed or refused as it is there. */
import { expect, test } from 'vitest';
import { patientProvider } from '../../src/identity/providers/patient-provider.ts';
import { staffProvider } from '../../src/identity/providers/staff-provider.ts';
import { ownApis } from '../../src/runtimes/own-apis.ts';
import { extraNames, extras } from '../../src/workspace/extras.ts';
import { given } from '../given.ts';
import { sandboxOf, world, type Sandbox } from '../sandbox.ts';
import { callback, providerCode, query, signingIn } from './signing-in.ts';
import { assertionAt, askForToken, formWith } from './token-office.ts';

const safe = 'https://board.example.org/back';
const signing = await signingIn({ callbackUrls: [callback, safe] });
const demoAssertion = assertionAt(signing);
const served = (await ownApis()).find(({ contract }) => contract.slug === 'ods-organisations');
if (!served) throw new Error('the organisation directory is not served');
const directory = sandboxOf(served.contract, { population: world(), ...(served.mock && { mock: served.mock }) });
const { key } = given(directory);
const organisations = (headers: Record<string, string> = {}) =>
  directory.request(`${served.contract.basePath}/Organization?_count=1`, { headers });

interface Row {
  readonly at: Sandbox;
  readonly ask: () => Promise<Response>;
  /** What of the answer is different. */
  readonly says: (response: Response, text: string) => unknown;
  readonly withIt: unknown;
  readonly without: unknown;
  /** Nothing was asked that is not there, so the trace has nothing to say. */
  readonly isSilent?: true;
}

const status: Row['says'] = (response) => response.status;
const member = (text: string, name: string): unknown => (JSON.parse(text) as Record<string, unknown>)[name];

const rows: Readonly<Record<string, Row>> = {
  'open-access': { at: directory, ask: organisations, says: status, withIt: 200, without: 401 },
  'demo-application': {
    at: signing,
    ask: async () => (await askForToken(signing, formWith(await demoAssertion()))).response,
    says: (_, text) => member(text, 'error_description') ?? 'a token',
    withIt: 'a token',
    without: "Invalid 'iss'/'sub' claims in client_assertion JWT",
  },
  'login-hint': {
    at: signing,
    ask: async () => (await providerCode(signing, staffProvider, '656005750104', { redirect_uri: safe })).response,
    says: (_, text) => (text.includes('Who signs in?') ? 'a page' : 'a code'),
    withIt: 'a code',
    without: 'a page',
  },
  'any-patient': {
    at: signing,
    ask: async () => (await providerCode(signing, patientProvider, '9000000009', { redirect_uri: safe })).response,
    says: (_, text) => (text.includes('Who signs in?') ? `a page with ${text.includes('Somebody else') ? 'a' : 'no'} field` : 'a code'),
    withIt: 'a code',
    without: 'a page with no field',
  },
  'http-redirects': {
    at: signing,
    ask: () =>
      signing.request(
        `/oauth2/authorize?${query({ client_id: signing.apiKey, redirect_uri: callback, response_type: 'code', state: 'x' })}`,
      ),
    says: (response, text) => (response.status === 302 ? 'sent on' : member(text, 'error_description')),
    withIt: 'sent on',
    without: 'redirect_uri is invalid',
  },
  'minted-tokens': {
    at: signing,
    ask: () => signing.send('POST', '/_sandbox/tokens', { application: signing.id }),
    says: status,
    withIt: 201,
    without: 403,
  },
  'told-reasons': {
    at: signing,
    ask: () =>
      signing.request('/nhs-login/token', {
        method: 'POST',
        body: 'grant_type=authorization_code',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      }),
    says: (_, text) => Object.keys(JSON.parse(text) as object),
    withIt: ['error', 'error_description'],
    without: ['error'],
    isSilent: true,
  },
  'limit-headers': {
    at: directory,
    ask: () => organisations({ 'X-Sandbox-Access': 'strict', apikey: key }),
    says: ({ headers }) => headers.get('x-ratelimit-limit'),
    withIt: '300',
    without: null,
    isSilent: true,
  },
};

const setTo = (sandbox: Sandbox, wanted: string | null) => sandbox.send('PATCH', '/_sandbox/settings', { extras: wanted });

test('every extra that can be left out has its row here', () => {
  expect(Object.keys(rows)).toEqual(extraNames.filter((name) => !extras[name].stays));
});

test.for(Object.entries(rows))('%s', async ([name, { at, ask, says, withIt, without, isSilent }]) => {
  const asked = async (wanted: string | null) => {
    await setTo(at, wanted);
    const response = await ask();
    const text = await response.text();
    const trace = await (await at.request(response.headers.get('x-sandbox-trace') ?? '/')).text();
    return { said: says(response, text), why: text + trace };
  };
  expect((await asked(null)).said).toEqual(withIt);
  for (const wanted of [`-${name}`, 'none']) {
    const { said, why } = await asked(wanted);
    expect(said).toEqual(without);
    // Of several that are missed at once the first is enough.
    if (!isSilent && wanted !== 'none') expect(why).toContain(`leaves the extra ${name} out`);
  }
  expect((await asked('all')).said).toEqual(withIt);
});

test('the sandbox tells which are there, and one word leaves out all that can be', async () => {
  const there = async () =>
    ((await (await signing.request('/_sandbox/extras')).json()) as { extras: { name: string; isThere: boolean }[] }).extras
      .filter(({ isThere }) => isThere)
      .map(({ name }) => name);
  expect(await there()).toEqual(extraNames);
  await setTo(signing, 'login-hint, minted-tokens');
  expect(await there()).toEqual(['login-hint', 'minted-tokens', 'mock-claim', 'no-password', 'pasted-keys']);
  await setTo(signing, '-login-hint');
  expect(await there()).toEqual(extraNames.filter((name) => name !== 'login-hint'));
  await setTo(signing, 'none');
  expect(await there()).toEqual(['mock-claim', 'no-password', 'pasted-keys']);
  await setTo(signing, null);
  await signing.send('PATCH', '/_sandbox/settings', { access: 'strict' });
  expect(await there()).toEqual(extraNames.filter((name) => name !== 'open-access'));
  await signing.send('PATCH', '/_sandbox/settings', { access: null });
});

test.for(['', 'login_hint', 'login-hint,-any-patient', 'mock-claim', '-mock-claim'])('extras cannot be %j', async (wanted) => {
  const response = await setTo(signing, wanted);
  expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('some of open-access, demo-application')]);
});

test('a sandbox that is run for others has no demo application, whatever its settings', async () => {
  const hosted = sandboxOf('{"openapi":"3.1.0","info":{"title":"Nothing","version":"1"},"paths":{}}', { hasDemo: false });
  expect(await (await hosted.request('/_sandbox/extras')).json()).toMatchObject({
    extras: expect.arrayContaining([expect.objectContaining({ name: 'demo-application', isThere: false })]),
  });
});
