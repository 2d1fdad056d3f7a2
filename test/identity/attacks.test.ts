/** What has broken readers of signed tokens elsewhere (RFC 8725): none of it is given a token here, and none of it is a fault of the server. */
import { expect, test, vi } from 'vitest';
import { demo } from '../../src/runtimes/browser/auth.ts';
import { forgedExpiries, forgedTokens, type ForgedTokens, type RightToken } from './forged-tokens.ts';
import {
  askForToken,
  assertionAt,
  demoKey,
  formWith,
  part,
  secondsAt,
  signText,
  tokenOffice,
  tokenUrl,
  type Members,
} from './token-office.ts';

const sandbox = tokenOffice();
const other = tokenOffice();
const assertion = assertionAt(sandbox);
const now = secondsAt(sandbox);
let made = 0;

const claims = (more: Members = {}): Members => ({
  iss: demo.apiKey,
  sub: demo.apiKey,
  aud: tokenUrl,
  jti: `attack ${made++}`,
  exp: now + 300,
  ...more,
});
const jwk = sandbox.workspace.applications.find('demo')?.keys[0];
if (!jwk) throw new Error('there is no demo application');
const right: RightToken = { claims, alg: 'RS512', jwk, key: demoKey };
const elsewhere = other.workspace.applications.add({ name: 'Elsewhere' }, [{ ...jwk, kid: 'elsewhere' }]);
if ('problem' in elsewhere) throw new Error(elsewhere.message);

const corpus: ForgedTokens = {
  ...forgedTokens(right),
  ...forgedExpiries(right, now),
  'the kid of another workspace': assertion({ header: { kid: 'elsewhere' } }),
  'another application’s, of another workspace': assertion({
    header: { kid: 'elsewhere' },
    claims: { iss: elsewhere.apiKey, sub: elsewhere.apiKey },
  }),
  ...Object.fromEntries(
    [
      `${tokenUrl}/`,
      tokenUrl.slice(0, -1),
      tokenUrl.toUpperCase(),
      'http://sandbox.test/w/another/oauth2/token',
      'https://int.api.service.nhs.uk/oauth2/token',
      '',
      1,
      [],
      [tokenUrl],
      { aud: tokenUrl },
      null,
    ].map((aud) => [`aud ${JSON.stringify(aud)}`, assertion({ claims: { aud } })]),
  ),
  ...Object.fromEntries([now - 1, now + 311, 1e18].map((exp) => [`exp ${exp}`, assertion({ claims: { exp } })])),
  ...Object.fromEntries(
    [null, '', 0, [], {}, '__proto__', ['nhs-api-sandbox-demo']].map((iss) => [
      `iss and sub ${JSON.stringify(iss)}`,
      assertion({ claims: { iss, sub: iss } }),
    ]),
  ),
};

test('none of the corpus is given a token, each is refused in the words of OAuth, and no key is fetched (JWT-1, JWT-3)', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch');
  const wrong: string[] = [];
  for (const [name, text] of Object.entries(corpus)) {
    const { status, body: told } = await askForToken(sandbox, formWith(await text));
    if (status < 400 || status >= 500 || typeof told['error_description'] !== 'string')
      wrong.push(`${name}: ${status} ${JSON.stringify(told)}`);
  }
  expect(wrong).toEqual([]);
  expect(fetched).not.toHaveBeenCalled();
  expect(Object.keys(corpus).length).toBeGreaterThan(110);
});

test('what the corpus was made of is good', async () => {
  const [alg, kid] = [right.alg, jwk.kid];
  for (const text of [await assertion(), await signText(`${part({ alg, typ: 'JWT', kid })}.${part(claims())}`)])
    expect((await askForToken(sandbox, formWith(text))).status).toBe(200);
});

test('none of forty changes of one letter is given a token', async () => {
  const { length } = await assertion();
  const statuses = new Set<number>();
  for (let n = 0; n < 40; n++) {
    const at = Math.floor((length * n) / 40);
    const good = await assertion();
    const text = `${good.slice(0, at)}${good[at] === 'A' ? 'B' : 'A'}${good.slice(at + 1)}`;
    statuses.add((await askForToken(sandbox, formWith(text))).status);
  }
  expect([...statuses].every((status) => status >= 400 && status < 500)).toBe(true);
});
