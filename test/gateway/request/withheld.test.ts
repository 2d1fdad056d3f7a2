/** Credentials that came in an address are in no journal, trace or store: known by their names, decoded, and by their looks. Ordinary parameters stay readable. */
import { expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load.ts';
import { createMemoryStore } from '../../../src/workspace/store/memory-store.ts';
import { sandboxOf } from '../../sandbox.ts';

const text = `
openapi: 3.1.0
info: { title: Terms, version: '1' }
servers: [{ url: /terms }]
paths:
  /open:
    get: { operationId: open, responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } } }
  /codes:
    get:
      operationId: search
      parameters:
        - { name: code, in: query, schema: { type: string } }
        - { name: key, in: query, schema: { type: string } }
        - { name: token, in: query, schema: { type: string } }
        - { name: page_token, in: query, schema: { type: string } }
        - { name: digest, in: query, schema: { type: string } }
      responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: object } } } } } }
`;

const contract = loadContract({ name: 'terms.yaml', text });

interface Kept {
  /** What the journal shows of each address, in their order. */
  readonly urls: readonly string[];
  /** What of all of them reached the store. */
  readonly stored: string;
}

async function keptOfAll(addresses: readonly string[]): Promise<Kept> {
  const store = createMemoryStore();
  const { request, workspace } = sandboxOf(contract, { store });
  for (const address of addresses) await request(address);
  const { exchanges } = await (await request(`/_sandbox/exchanges?limit=${addresses.length}`)).json();
  workspace.flush();
  const urls = (exchanges as readonly { readonly request: { readonly url: string } }[]).map((each) => each.request.url);
  return { urls: urls.toReversed(), stored: JSON.stringify(store.list('~journal')) };
}

async function keptOf(address: string): Promise<{ readonly url: string; readonly stored: string }> {
  const { urls, stored } = await keptOfAll([address]);
  return { url: urls.join(), stored };
}

const names =
  'access_token id_token refresh_token token code key secret jwt assertion client_assertion subject_token actor_token subscription-key Ocp-Apim-Subscription-Key x-api-key api_key apikey sig signature auth Authorization pwd passwd password passphrase pass client_secret id_token_hint SAMLResponse SAMLRequest X-Amz-Signature X-Amz-Credential X-Amz-Security-Token X-Goog-Signature session sessionid JSESSIONID otp pin credential cookie private_key AWSAccessKeyId ticket code_verifier device_code user_code DPoP csrf_token XSRF-TOKEN csrf login_hint'.split(
    ' ',
  );
const encoded = (text: string): string => Array.from(text, (letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');

const CANARY = 'canary-73-x';

test.each(names)('withholds what an undeclared %s carries, however the name is written', async (name) => {
  const spelt = [name, name.toUpperCase(), encoded(name), encodeURIComponent(encoded(name)), `user[${name}]`, name.replace('_', '%5F')];
  const addresses = spelt.flatMap((one) => [
    `/terms/open?a=1&${one}=${CANARY}&b=2`,
    `/terms/open;${one}=${CANARY}`,
    `/terms/open?a=1;${one}=${CANARY}`,
  ]);
  const { urls, stored } = await keptOfAll(addresses);
  expect(urls).toHaveLength(addresses.length);
  expect(urls.join() + stored).not.toContain('canary');
  expect(urls.filter((url) => !url.includes('withheld'))).toEqual([]);
});

const secrets: Readonly<Record<string, string>> = {
  'a signed token': 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJub2JvZHkifQ.c2lnbmF0dXJl',
  'a bearer token': 'Bearer abcdefghijkl',
  'a private key': '-----BEGIN PRIVATE KEY-----abc',
  'a key of AWS': `AKIA${'ABCDEFGH01234567'}`,
  'a token of GitHub': `ghp_${'a1B2'.repeat(9)}`,
  'a token of Slack': `xoxb-${'12345678-abcdefgh'}`,
  'a key of Stripe': `sk_test_${'a1B2c3D4'}`,
  'a management key': `nhss_${'0a'.repeat(24)}_${'0b'.repeat(32)}_01234567`,
  'the id of a workspace': '0a'.repeat(24),
  'random bytes in base64': 'Zm9vYmFyMTIzNDU2Nzg5MEFCQ0RFRg',
  'random bytes in hexadecimal': '9f86d081884c7d659a2feaa0c55ad015',
  'an address with a password': 'https://anna:hunter2@host.example/',
  'an address with a token in its fragment': 'https://host.example/#access_token=abcdef&x=1',
  'an address with a token in its query': '/back?access_token=abcdef&x=1',
};

test.each(Object.entries(secrets))('withholds %s under any name', async (_, secret) => {
  const { url, stored } = await keptOf(`/terms/codes?anything=${encodeURIComponent(secret)}`);
  expect(url).toBe('/terms/codes?anything=withheld');
  expect(stored).not.toContain(encodeURIComponent(secret));
});

test('shows the ordinary parameters of an operation, whatever credentials are called elsewhere', async () => {
  for (const query of [
    'code=http%3A%2F%2Fsnomed.info%2Fsct%7C123',
    'key=name',
    'page_token=2',
    'digest=9f86d081884c7d659a2feaa0c55ad015',
    'given=Jane&address-postcode=LS1%206AE',
    '_id=60e0b220-8136-4ca5-ae46-1d97ef59d068',
    'email=jane%40mail.example',
  ])
    expect((await keptOf(`/terms/codes?${query}`)).url).toBe(`/terms/codes?${query}`);
});

test('withholds what a declared parameter carries where its name or its looks are those of a secret', async () => {
  for (const query of ['token=abc', `code=${'SplxlOBeZQQYbYS6WxSbIA'}`, 'state=x&code=abc', `key=${secrets['a token of GitHub']}`])
    expect((await keptOf(`/terms/codes?${query}`)).url).toMatch(/^\/terms\/codes\?(state=withheld&)?\w+=withheld$/);
});

test('shows no secret where nothing answers either', async () => {
  for (const address of [`/nowhere?code=${CANARY}`, `/terms/none;sid=${CANARY}`, `/nowhere/${secrets['a signed token']}`]) {
    const { url, stored } = await keptOf(address);
    expect(url + stored).not.toMatch(/canary|eyJ/);
  }
});
