/** Every conformance rule, by a client that earns its note and by one that does not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generalRules } from '../../src/conformance/rules.ts';
import { loadContract } from '../../src/contract/load.ts';
import { sandboxOf } from '../sandbox.ts';

const name = 'letters.yaml';
const letters = loadContract({ name, text: readFileSync(join(import.meta.dirname, name), 'utf8') });
const base = '/letters/FHIR/R4';

interface Client {
  /** With what a good client sends; a header of '' is left out. */
  ask(method: string, path: string, headers?: Record<string, string>, body?: unknown): Promise<Response>;
  /** The same, and the service answers this: a bad moment of its own. */
  askWhen(effect: object, method: string, path: string, headers?: Record<string, string>, body?: unknown): Promise<Response>;
  wait(seconds: number): void;
}

const id = '60e0b220-8136-4ca5-ae46-1d97ef59d068';
const letter = { resourceType: 'Letter', subject: 'Flu clinic' };
const down = { type: 'gateway', status: 502 };
const busy = { type: 'rate-limit', kind: 'quota', retryAfter: 5 };

/** By the rule that the first client of each pair earns a note by. */
const clients: Readonly<Record<string, readonly [(client: Client) => Promise<unknown>, (client: Client) => Promise<unknown>]>> = {
  'request-id-missing': [({ ask }) => ask('GET', '/Letter', { 'x-request-id': '' }), ({ ask }) => ask('GET', '/Letter')],
  'request-id-reused': [
    async ({ ask }) => {
      await ask('GET', '/Letter', { 'x-request-id': id });
      await ask('POST', '/Letter', { 'x-request-id': id }, letter);
    },
    async ({ ask, askWhen, wait }) => {
      await askWhen(down, 'POST', '/Letter', { 'x-request-id': id }, letter);
      wait(2);
      await ask('POST', '/Letter', { 'x-request-id': id }, letter);
    },
  ],
  'write-retried-as-new': [
    async ({ ask, askWhen, wait }) => {
      await askWhen(down, 'POST', '/Letter', {}, letter);
      wait(2);
      await ask('POST', '/Letter', {}, letter);
    },
    async ({ ask, wait }) => {
      await ask('POST', '/Letter', {}, letter);
      wait(2);
      await ask('POST', '/Letter', {}, letter);
    },
  ],
  'token-missing': [({ ask }) => ask('GET', '/Letter', { authorization: '' }), ({ ask }) => ask('GET', '/Letter')],
  'token-per-call': [
    async ({ ask }) => {
      for (const token of ['a1', 'b2', 'c3']) await ask('GET', '/Letter', { authorization: `Bearer ${token}` });
    },
    async ({ ask, wait }) => {
      for (const token of ['a1', 'b2', 'b2', 'c3', 'b2']) await ask('GET', '/Letter', { authorization: `Bearer ${token}` });
      for (const token of ['d4', 'e5', 'f6']) {
        await ask('GET', '/Letter', { authorization: `Bearer ${token}` });
        wait(301);
      }
    },
  ],
  'token-refused-before': [
    async ({ ask, askWhen }) => {
      await askWhen({ type: 'status', status: 401 }, 'GET', '/Letter');
      await ask('GET', '/Letter?status=sent');
    },
    async ({ ask, askWhen }) => {
      await askWhen({ type: 'status', status: 401 }, 'GET', '/Letter');
      await ask('GET', '/Letter', { authorization: 'Bearer next1' });
    },
  ],
  'token-in-address': [({ ask }) => ask('GET', '/Letter?access_token=abc1'), ({ ask }) => ask('GET', '/Letter?status=sent')],
  'version-missing': [
    async ({ ask }) => ask('PUT', await written(ask), {}, letter),
    async ({ ask }) => ask('PUT', await written(ask), { 'if-match': 'W/"1"' }, letter),
  ],
  'version-outdated': [
    async ({ ask }) => {
      const path = await written(ask);
      await ask('PUT', path, { 'if-match': 'W/"1"' }, letter);
      await ask('PUT', path, { 'if-match': 'W/"1"' }, letter);
    },
    async ({ ask }) => {
      const path = await written(ask);
      const read = await ask('GET', path);
      const put = await ask('PUT', path, { 'if-match': read.headers.get('etag') ?? '' }, letter);
      await ask('PUT', path, { 'if-match': put.headers.get('etag') ?? '' }, letter);
    },
  ],
  'conflict-unread': [
    async ({ ask }) => {
      const path = await written(ask);
      await ask('PUT', path, { 'if-match': 'W/"9"' }, letter);
      await ask('PUT', path, { 'if-match': 'W/"1"' }, letter);
    },
    async ({ ask }) => {
      const path = await written(ask);
      await ask('PUT', path, { 'if-match': 'W/"9"' }, letter);
      const read = await ask('GET', path);
      await ask('PUT', path, { 'if-match': read.headers.get('etag') ?? '' }, letter);
    },
  ],
  'retry-after-ignored': [
    async ({ ask, askWhen, wait }) => {
      await askWhen(busy, 'GET', '/Letter');
      wait(4);
      await ask('GET', '/Letter?status=sent');
    },
    async ({ ask, askWhen, wait }) => {
      await askWhen(busy, 'GET', '/Letter');
      wait(5);
      await ask('GET', '/Letter?status=sent');
    },
  ],
  'retried-without-back-off': [
    async ({ ask, askWhen, wait }) => {
      await askWhen(down, 'GET', '/Letter');
      wait(2);
      await askWhen(down, 'GET', '/Letter');
      wait(2);
      await ask('GET', '/Letter');
    },
    async ({ ask, askWhen, wait }) => {
      await askWhen(down, 'GET', '/Letter');
      wait(2);
      await askWhen(down, 'GET', '/Letter');
      wait(4);
      await ask('GET', '/Letter');
    },
  ],
  'refusal-repeated': [
    async ({ ask }) => {
      await ask('POST', '/Letter', {}, { resourceType: 'Letter' });
      await ask('POST', '/Letter', {}, { resourceType: 'Letter' });
    },
    async ({ ask }) => {
      await ask('POST', '/Letter', {}, { resourceType: 'Letter' });
      await ask('POST', '/Letter', {}, letter);
    },
  ],
  'nhs-number-in-query': [({ ask }) => ask('GET', '/Letter?patient=9990000018'), ({ ask }) => ask('GET', '/Letter?status=9990000018')],
  'parameter-tolerated': [({ ask }) => ask('GET', '/Letter?colour=blue'), ({ ask }) => ask('GET', '/Letter?status:exact=sent')],
  'slashes-tolerated': [({ ask }) => ask('GET', '/Letter/'), ({ ask }) => ask('GET', '/Letter')],
  'page-not-followed': [
    async ({ ask }) => {
      for (const subject of ['One', 'Two']) await ask('POST', '/Letter', {}, { ...letter, subject });
      await ask('GET', '/Letter?_count=1');
      await ask('GET', '/Letter?status=sent');
    },
    async ({ ask }) => {
      for (const subject of ['One', 'Two']) await ask('POST', '/Letter', {}, { ...letter, subject });
      let next: string | undefined = '/Letter?_count=1';
      while (next !== undefined) {
        const page: Response = await ask('GET', next);
        const { link = [] } = (await page.json()) as { link?: { relation: string; url: string }[] };
        next = link.find(({ relation }) => relation === 'next')?.url.replace(/^.*FHIR.R4/, '');
      }
    },
  ],
  'media-type-tolerated': [
    ({ ask }) => ask('POST', '/Letter', { 'content-type': 'application/json' }, letter),
    ({ ask }) => ask('POST', '/Letter', { 'content-type': 'application/fhir+json; charset=utf-8' }, letter),
  ],
  'accept-missing': [
    async ({ ask }) => ask('GET', await written(ask), { accept: '*/*' }),
    async ({ ask }) => ask('GET', await written(ask), { accept: 'application/fhir+json' }),
  ],
  'empty-values': [
    ({ ask }) => ask('POST', '/Letter', {}, { ...letter, note: null }),
    ({ ask }) => ask('POST', '/Letter', {}, { ...letter, note: 'None' }),
  ],
  'extension-tolerated': [
    ({ ask }) => ask('POST', '/Letter', {}, { ...letter, extension: [{ url: 'https://ours.example/mood', valueString: 'good' }] }),
    ({ ask }) => ask('POST', '/Letter', {}, { ...letter, extension: [{ url: 'https://fhir.hl7.org.uk/mood', valueString: 'good' }] }),
  ],
  'method-overridden': [
    ({ ask }) => ask('POST', '/Letter', { 'x-http-method-override': 'PUT' }, letter),
    ({ ask }) => ask('POST', '/Letter', {}, letter),
  ],
};

/** Where a new letter is. */
async function written(ask: Client['ask']): Promise<string> {
  const { id: made } = (await (await ask('POST', '/Letter', {}, letter)).json()) as { id: string };
  return `/Letter/${made}`;
}

/** The rules that a client's exchanges earned notes by. */
async function earned(client: (client: Client) => Promise<unknown>): Promise<readonly string[]> {
  const sandbox = sandboxOf(letters);
  const ask: Client['ask'] = (method, path, headers = {}, body) => {
    const usual = { accept: 'application/fhir+json', 'x-request-id': crypto.randomUUID(), authorization: 'Bearer token1' };
    const typed = body === undefined ? {} : { 'content-type': 'application/fhir+json' };
    const sent = Object.fromEntries(Object.entries({ ...usual, ...typed, ...headers }).filter(([, value]) => value !== ''));
    return sandbox.request(base + path, { method, headers: sent, ...(body !== undefined && { body: JSON.stringify(body) }) });
  };
  await client({
    ask,
    async askWhen(effect, ...asked) {
      await sandbox.send('PUT', '/_sandbox/faults/bad-moment', { match: {}, effect });
      const answer = await ask(...asked);
      await sandbox.send('DELETE', '/_sandbox/faults/bad-moment');
      return answer;
    },
    wait: (seconds) => sandbox.clock.set(sandbox.clock.now() + seconds * 1_000),
  });
  const { exchanges } = await (await sandbox.request('/_sandbox/exchanges?conformance=true')).json();
  const rules: string[] = [];
  for (const { id: exchange, conformanceNotes } of exchanges) {
    const { conformance } = await (await sandbox.request(`/_sandbox/trace/${exchange}`)).json();
    expect(conformance).toHaveLength(conformanceNotes);
    for (const { rule, note, source } of conformance) {
      expect(note).toMatch(/^(?:Would|May) fail in integration because .*[.]$/);
      expect(source.url).toMatch(/^https:/);
      rules.push(rule);
    }
  }
  return [...new Set(rules)];
}

test.each(Object.entries(clients))('%s', async (rule, [careless, careful]) => {
  expect(await earned(careless)).toEqual([rule]);
  expect(await earned(careful)).toEqual([]);
});

test('every rule has such a pair of clients', () => {
  expect(Object.keys(clients)).toEqual(generalRules.map((rule) => rule.id));
});
