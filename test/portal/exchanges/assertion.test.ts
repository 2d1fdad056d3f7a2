/** An assertion made of one exchange, without script: ticked, tried, and written for wherever it is wanted. */
import { describe, expect, test } from 'vitest';
import { anyone } from '../../../src/mock/caller.ts';
import { notebook, notes } from '../../gateway/notebook.ts';
import { sandboxFor, sandboxOf, type Sandbox } from '../../sandbox.ts';
import { hostileTexts } from '../hostile-texts.ts';

const pageOf = (answer: Response): string =>
  `/_portal/exchanges/${answer.headers.get('x-sandbox-trace')?.split('/').at(-1) ?? ''}/assertion`;
const plain = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

interface Shown {
  readonly status: number;
  readonly html: string;
  readonly outcome: string;
  readonly json: unknown;
}

async function see({ visit }: Sandbox, page: string, chosen: readonly (readonly [string, string])[] = []): Promise<Shown> {
  const query = new URLSearchParams(chosen.map(([name, value]) => [name, value])).toString();
  const answer = await visit(query === '' ? page : `${page}?${query}`);
  const html = await answer.text();
  const json = /id="assertion-json-text">([^<]*)</.exec(html)?.[1] ?? 'null';
  return {
    status: answer.status,
    html,
    outcome: /id="assertion-outcome"[^>]*>([^<]*)</.exec(html)?.[1] ?? '',
    json: JSON.parse(plain(json)),
  };
}

const ticks = (...keys: readonly string[]): readonly (readonly [string, string])[] => keys.map((key) => ['with', key] as const);
const sent = { id: 'mine', text: 'Bread', pages: [{ number: 1 }] };

describe('an assertion of an exchange', () => {
  test('begins with what is usual, and holds for the exchange that it was made of', async () => {
    const sandbox = sandboxOf(notebook);
    const { outcome, json, html } = await see(sandbox, pageOf(await sandbox.request(`${notes}/first`)));
    expect(outcome).toBe('✓ It holds');
    expect(json).toEqual({ match: { api: 'notebook', method: 'GET', path: '/notes/{id}' }, answer: { status: 200 } });
    expect(plain(html)).toContain(
      `echo '{"match":{"api":"notebook","method":"GET","path":"/notes/{id}"},"answer":{"status":200}}' |\n  npx nhs-sandbox assert - --url 'http://sandbox.test'`,
    );
    expect(html).toContain('await sandbox.journal.assert({');
  });

  test('says whatever is ticked: parts of the path, query, headers, bodies of both sides', async () => {
    const sandbox = sandboxOf(notebook);
    const headers = { Authorization: 'Bearer c2VjcmV0LXNlY3JldA', 'X-Own': 'mine' };
    const page = pageOf(await sandbox.send('POST', `${notes}?q=1`, sent, headers));
    const chosen = ticks(
      'method',
      'match.query.q',
      'match.headers.x-own',
      'match.headers.authorization',
      'match.body./pages/0/number',
      'answer.body./text',
    );
    const { outcome, json } = await see(sandbox, page, [
      ...chosen,
      ['often', 'exactly'],
      ['count', '1'],
      ['noneInvalid', 'true'],
      ['name', 'One is added'],
    ]);
    expect(json).toEqual({
      match: { method: 'POST', query: { q: '1' }, headers: { 'x-own': 'mine', authorization: 'Bearer *' }, body: { '/pages/0/number': 1 } },
      answer: { body: { '/text': 'Bread' } },
      times: 1,
      noneInvalid: true,
      name: 'One is added',
    });
    expect(outcome).toBe('✓ It holds');
    const read = pageOf(await sandbox.request(`${notes}/a%20note`));
    expect((await see(sandbox, read, [...ticks('path', 'path.id'), ['often', 'never']])).json).toEqual({
      match: { path: '/notes/a note' },
      never: true,
    });
  });

  test('that does not hold shows the nearest exchange, and what of it is otherwise', async () => {
    const sandbox = sandboxOf(notebook);
    const first = pageOf(await sandbox.request(`${notes}/first`));
    await sandbox.request(`${notes}/second`);
    const { outcome, html } = await see(sandbox, first, [...ticks('method', 'path', 'path.id'), ['often', 'exactly'], ['count', '2']]);
    expect(outcome).toBe('✗ It does not hold');
    expect(html).toMatch(/#1 GET \/notebook\/notes\/second<\/a>: 404/);
    expect(html).toMatch(
      /<th scope="row">path<\/th><td>− <code>\/notes\/first<\/code><\/td><td>\+ <code>\/notebook\/notes\/second<\/code>/,
    );
    const never = await see(sandbox, first, [...ticks('method'), ['often', 'never']]);
    expect(never.html).toContain('Found 2 among 2 exchanges.');
  });

  test('is about a person, and about all that belongs to one correlation id', async () => {
    const sandbox = await sandboxFor('personal-demographics');
    const headers = { 'X-Request-ID': '60e0b220-8136-4ca5-ae46-1d97ef59d068', 'X-Correlation-ID': 'walk-1' };
    const page = pageOf(await sandbox.request('/personal-demographics/FHIR/R4/Patient/9000000009', { headers }));
    const { outcome, json } = await see(sandbox, page, [...ticks('person', 'correlation'), ['often', 'atMost'], ['count', '3']]);
    expect(json).toEqual({ match: { person: '9000000009' }, correlation: 'walk-1', times: { atMost: 3 } });
    expect(outcome).toBe('✓ It holds');
  });

  test('says beside its field what is not understood, and keeps what was typed', async () => {
    const sandbox = sandboxOf(notebook);
    const page = pageOf(await sandbox.request(`${notes}/first`));
    const { status, html, outcome } = await see(sandbox, page, [
      ...ticks('method'),
      ['often', 'exactly'],
      ['count', 'many'],
      ['name', 'Mine'],
    ]);
    expect([status, outcome]).toEqual([400, 'It could not be tried']);
    expect(html).toMatch(/id="count-fault">[^<]+<\/span><input[^>]*value="many"/);
    expect(html).toContain('value="Mine"');
    expect(html).toMatch(/name="with" value="method" checked=""/);
  });

  test('is for the holder of the key', async () => {
    const sandbox = sandboxOf(notebook, { caller: anyone });
    expect((await see(sandbox, pageOf(await sandbox.request(`${notes}/first`)))).status).toBe(401);
  });

  test('holds no markup that was sent, nor that the address says', async () => {
    const sandbox = sandboxOf(notebook);
    for (const text of hostileTexts) {
      const page = pageOf(await sandbox.send('POST', `${notes}?q=${encodeURIComponent(text)}`, { text, [text]: text }, { 'X-Own': text }));
      const { html } = await see(sandbox, page, [
        ...ticks('match.query.q', 'match.body./text', 'match.headers.x-own', text),
        ['often', text],
        ['name', text],
        ['count', text],
      ]);
      expect(
        html.match(/<(?:img|svg|iframe|base|meta http|script(?! type="module" src="\/_portal)|form(?! action="\/_portal))/g),
      ).toBeNull();
    }
  });
});
