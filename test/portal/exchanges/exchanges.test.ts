/** The exchanges as pages: found without a script, explained, and led on from. */
import { describe, expect, test } from 'vitest';
import { anyone } from '../../../src/mock/caller.ts';
import { notebook, notes } from '../../gateway/notebook.ts';
import { sandboxFor, sandboxOf, type Sandbox } from '../../sandbox.ts';

const textOf = async ({ visit }: Sandbox, path: string): Promise<string> => (await visit(path)).text();

/** The addresses that rows of the table show, newest first. */
const shownIn = (html: string): readonly string[] =>
  [...html.replace(/<template>[\s\S]*<\/template>/, '').matchAll(/data-part="address" href="[^"]+">([^<]*)</g)].map(([, url = '']) => url);

const linkIn = (html: string, words: string): string =>
  new RegExp(`href="([^"]+)">${words}<`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';

describe('the list of exchanges', () => {
  test('says what an exchange is, and shows a first request where nobody has sent one', async () => {
    const html = await textOf(sandboxOf(notebook), '/_portal/exchanges');
    expect(html).toContain('An exchange is one request that a program sent to an API here');
    expect(html).toMatch(/Nothing has been asked yet[\s\S]*curl /);
  });

  test('shows the newest first, with the meaning of each answer', async () => {
    const sandbox = sandboxOf(notebook);
    await sandbox.request(`${notes}/first`);
    await sandbox.request('/elsewhere');
    const html = await textOf(sandbox, '/_portal/exchanges');
    expect(shownIn(html)).toEqual(['/elsewhere', `${notes}/first`]);
    expect(html).toMatch(/data-part="status">404<\/span> <span data-part="meaning">not found/);
    expect(html).toContain('href="/_portal/apis/notebook/read-note"');
  });

  test.each([
    ['?correlation=nothing-has-it', []],
    ['?status=404&api=&method=&person=&text=', ['/elsewhere', `${notes}/second`]],
    ['?status=2XX', [`${notes}/first`]],
    ['?text=second', [`${notes}/second`]],
    ['?api=notebook&method=GET', [`${notes}/second`, `${notes}/first`]],
  ])('takes what the form sends: %s', async (query, wanted) => {
    const sandbox = sandboxOf(notebook);
    for (const path of [`${notes}/first`, `${notes}/second`, '/elsewhere']) await sandbox.request(path);
    expect(shownIn(await textOf(sandbox, `/_portal/exchanges${query}`))).toEqual(wanted);
  });

  test('says what is wrong with what was typed, and keeps it', async () => {
    const answer = await sandboxOf(notebook).visit('/_portal/exchanges?status=teapot');
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(/A status has three digits[\s\S]*value="teapot"[\s\S]*role="alert"/);
  });

  test('does not repeat what could be the number of a real patient', async () => {
    const answer = await sandboxOf(notebook).visit('/_portal/exchanges?person=401+023+2137');
    const html = await answer.text();
    expect([answer.status, html]).toEqual([422, expect.stringContaining('begins with 9')]);
    expect(html).not.toMatch(/4010232137|401 023 2137/);
  });

  test('goes on to older pages', async () => {
    const sandbox = sandboxOf(notebook);
    for (let i = 0; i < 120; i++) await sandbox.request(`${notes}/first?q=${i}`);
    const first = await textOf(sandbox, '/_portal/exchanges?method=GET');
    const second = await textOf(sandbox, linkIn(first, 'Older'));
    const third = await textOf(sandbox, linkIn(second, 'Older'));
    const all = [first, second, third].flatMap(shownIn);
    expect(all).toEqual(Array.from({ length: 120 }, (_, i) => `${notes}/first?q=${119 - i}`));
    expect([linkIn(third, 'Older'), linkIn(third, 'Newest')]).toEqual(['', '/_portal/exchanges?method=GET']);
  });

  test('says how many there are, and leads to those that were refused or noted', async () => {
    const sandbox = sandboxOf(notebook);
    for (const path of [`${notes}/first`, `${notes}?page[size]=x`, '/elsewhere']) await sandbox.request(path);
    const html = await textOf(sandbox, '/_portal/exchanges');
    expect(html).toContain('<strong>3 exchanges</strong>');
    const refused = await textOf(sandbox, linkIn(html, '2 refused'));
    expect(shownIn(refused)).toEqual(['/elsewhere', `${notes}?page[size]=x`]);
    expect(refused).toMatch(/<strong>2 exchanges like this<\/strong>: 2 refused/);
    expect(refused).toMatch(/name="refused" value="true" checked=""/);
    expect(refused).toContain('href="/_portal/control/journal/har?refused=true" download="exchanges.har"');
    expect(linkIn(html, 'what clients tried, got wrong and never tried')).toBe('/_portal/report');
  });

  test('offers the operations of the API that was chosen', async () => {
    const sandbox = sandboxOf(notebook);
    await sandbox.request(`${notes}/first`);
    const html = await textOf(sandbox, '/_portal/exchanges?api=notebook&operation=read-note');
    expect(html).toMatch(
      /<select id="f-operation" name="operation"><option value="">Any<\/option>.*<option value="read-note" selected="">/,
    );
  });

  test('asks for the key where the workspace has one', async () => {
    const answer = await sandboxOf(notebook, { caller: anyone }).visit('/_portal/exchanges');
    expect([answer.status, linkIn(await answer.text(), 'Give the key')]).toEqual([401, '/_portal/key']);
  });
});

describe('one exchange explained', () => {
  test('leads to the exchanges before and after it, the API, the operation and the person', async () => {
    const sandbox = await sandboxFor('personal-demographics');
    const { slug } = sandbox.contract;
    await sandbox.call('GET', '/Patient/9000000009');
    await sandbox.call('GET', '/Patient/9000000017');
    await sandbox.call('GET', '/Patient/9000000025');
    const list = await textOf(sandbox, '/_portal/exchanges?text=9000000017');
    const html = await textOf(sandbox, /data-part="address" href="([^"]+)"/.exec(list)?.[1] ?? '');
    const { exchanges } = await (await sandbox.request('/_sandbox/exchanges')).json();
    expect([linkIn(html, 'Previous exchange'), linkIn(html, 'Next exchange')]).toEqual([
      `/_portal/exchanges/${exchanges[2].id}`,
      `/_portal/exchanges/${exchanges[0].id}`,
    ]);
    expect(html).toContain(`href="/_portal/apis/${slug}"`);
    expect(linkIn(html, 'Change it and send it')).toMatch(new RegExp(`^/_portal/apis/${slug}/.+\\?exchange=${exchanges[1].id}$`));
    expect(html).toMatch(/href="\/_portal\/people\/9000000017">[^<]+<\/a> NHS number 900 000 0017/);
    const nobodys = await sandbox.call('GET', '/Patient/9876543210');
    const trace = nobodys.headers.get('x-sandbox-trace') ?? '';
    expect(await textOf(sandbox, trace)).toContain('Nobody here has NHS number 987 654 3210');
  });

  test('has an address to share, which opens for whoever has no key', async () => {
    const sandbox = sandboxOf(notebook, { caller: anyone });
    const trace = (await sandbox.request(`${notes}/first`)).headers.get('x-sandbox-trace') ?? '';
    const html = await textOf(sandbox, trace);
    const shared = /id="address-of-exchange">([^<]+)</.exec(html)?.[1] ?? '';
    expect(shared).toMatch(/^http:.*\/_portal\/exchanges\/[0-9a-f]{32}$/);
    expect(await textOf(sandbox, new URL(shared).pathname)).toContain('200 to GET');
  });

  test('shows what was wrong, where, and a request that works for both shells', async () => {
    const sandbox = sandboxOf(notebook);
    const refused = await sandbox.request(`${notes}?page[size]=x`);
    const html = await textOf(sandbox, refused.headers.get('x-sandbox-trace') ?? '');
    const order = ['What came back, and why', 'What was wrong', 'A request that works', 'curl -i', 'Invoke-RestMethod', 'What was asked'];
    expect(order.map((words) => html.indexOf(words)).every((at, i, all) => at > (all[i - 1] ?? 0))).toBe(true);
  });

  test('shows both sides: headers without credentials, bodies on lines of their own, and where they are cut', async () => {
    const sandbox = sandboxOf(notebook);
    const sent = { text: 'mine', 'notes ]{': [1, {}, []], hostile: '</code></pre><script>alert(1)</script>' };
    const headers = { Authorization: 'Bearer c2VjcmV0LXNlY3JldA', 'X-Correlation-ID': 'walk-1' };
    const html = await textOf(sandbox, (await sandbox.send('POST', notes, sent, headers)).headers.get('x-sandbox-trace') ?? '');
    expect(html).toContain(`<code id="sent-body">{
  &quot;text&quot;: &quot;mine&quot;,
  &quot;notes ]{&quot;: [
    1,
    {},
    []
  ],
  &quot;hostile&quot;: &quot;&lt;/code&gt;&lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;
}</code>`);
    expect(html).toMatch(/<code>authorization<\/code><\/dt><dd><code>Bearer withheld:[0-9a-f]{8}</);
    expect(html).not.toMatch(/c2VjcmV0|Here it is cut/);
    expect(linkIn(html, 'All of this correlation id')).toBe('/_portal/exchanges?correlation=walk-1');
    const long = await sandbox.send('POST', notes, { text: 'long '.repeat(1_000) });
    const cut = await textOf(sandbox, long.headers.get('x-sandbox-trace') ?? '');
    expect(cut).toMatch(/The body sent<\/h3><p><code>application\/json<\/code>, 5,011 bytes\.[^]*Here it is cut/);
  });

  test('lists what the request that works has otherwise, and offers the exchange as an archive', async () => {
    const sandbox = sandboxOf(notebook);
    await sandbox.request(`${notes}/first`);
    const refused = await sandbox.send('POST', notes, { text: 5 });
    await sandbox.request(`${notes}/first`);
    const html = await textOf(sandbox, refused.headers.get('x-sandbox-trace') ?? '');
    expect(html).toMatch(
      /What is otherwise than it was sent[^]*In the body at <code>\/text<\/code>[^]*− <code>5<\/code>[^]*\+ <code>&quot;/,
    );
    const archive = /href="([^"]+)" download="exchange-1\.har"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const { log } = await (await sandbox.visit(archive)).json();
    expect(log.entries.map(({ request }: { readonly request: { readonly method: string } }) => request.method)).toEqual(['POST']);
  });

  test('that is not kept says in which ways that happens', async () => {
    const answer = await sandboxOf(notebook).visit(`/_portal/exchanges/${'0'.repeat(32)}`);
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('The sandbox was reset since')]);
  });
});
