/** Sent once more from the page of an exchange: as it was, without what is not kept, or with what was wrong put right. */
import { describe, expect, test } from 'vitest';
import { notebook, notes } from '../../gateway/notebook.ts';
import { sandboxOf, type Sandbox } from '../../sandbox.ts';
import { browsing } from '../browsing.ts';

const pageOf = (answer: Response): string => `/_portal/exchanges/${answer.headers.get('x-sandbox-trace')?.split('/').at(-1) ?? ''}`;
const leadsTo = (answer: Response): string => answer.headers.get('location') ?? '';
const newest = async ({ request }: Sandbox) => (await (await request('/_sandbox/exchanges?limit=1&full=true')).json()).exchanges[0];

describe('a request that was refused', () => {
  test('is shown with what was wrong below the line that it is about', async () => {
    const sandbox = sandboxOf(notebook);
    const body = { id: 'mine', text: 5, pages: [{ number: 1 }, { number: 'two' }], extra: { a: 1, b: 2, c: 3, d: 4, e: 5 } };
    const html = await (await sandbox.visit(pageOf(await sandbox.send('POST', notes, body)))).text();
    const marked = /<pre class="marked"[^>]*><code>([^]*?)<\/code>/.exec(html)?.[1] ?? '';
    expect(marked).toMatch(/^POST \/notebook\/notes\n {2}"id": "mine",|^POST/);
    expect(marked).toMatch(/<mark> {2}&quot;text&quot;: 5,<\/mark>\n<strong class="bad"> {2}↑ must be a string/);
    expect(marked).toMatch(/<mark> {6}&quot;number&quot;: &quot;two&quot;<\/mark>\n<strong class="bad"> {6}↑ must be/);
    expect(marked).toMatch(/ {2}…\n$/);
    const query = await (
      await sandbox.visit(pageOf(await sandbox.request(`${notes}?q=1&page[size]=x`, { headers: { 'X-Kind': 'wide' } })))
    ).text();
    expect(query).toMatch(/\n {2}\?q=1\n<mark> {2}&amp;page\[size\]=x<\/mark>\n.*\n<\/strong><mark>x-kind: wide<\/mark>/);
  });

  test('is sent by one button as it works, and leads to an exchange of its own', async () => {
    const sandbox = sandboxOf(notebook);
    const refused = pageOf(await sandbox.send('POST', notes, { text: 5 }));
    const { see, send } = await browsing(sandbox);
    expect(await (await see(refused)).text()).toContain('<button>Send the request that works</button>');
    const answer = await send(`${refused}/again`, { what: 'works' });
    expect([answer.status, leadsTo(answer)]).toEqual([
      303,
      `/_portal/exchanges/${(await newest(sandbox)).id}?after=${refused.split('/').at(-1)}`,
    ]);
    const html = await (await see(leadsTo(answer))).text();
    expect(html).toMatch(/The answer is another than in <a href="[^"]+">the exchange before<\/a>/);
    expect(html).toMatch(/<th scope="row">Status<\/th><td>− <code>400<\/code><\/td><td>\+ <code>201<\/code>/);
  });

  test('is no client’s, so no report tells of it', async () => {
    const sandbox = sandboxOf(notebook);
    const refused = pageOf(await sandbox.send('POST', notes, { text: 5 }));
    const { send } = await browsing(sandbox);
    await send(`${refused}/again`, {});
    await send(`${refused}/again`, { what: 'works' });
    const { exchanges } = await (await sandbox.request('/_sandbox/report')).json();
    expect(exchanges).toMatchObject({ judged: 1, others: 2 });
  });
});

describe('a request that is sent again', () => {
  test('is the same, and what differs in the answer is told line by line', async () => {
    const sandbox = sandboxOf(notebook);
    await sandbox.send('POST', notes, { id: 'mine', text: 'Bread' });
    const first = pageOf(await sandbox.request(`${notes}/mine`, { headers: { 'X-Own': 'kept' } }));
    const { see, send } = await browsing(sandbox);
    const same = await (await see(leadsTo(await send(`${first}/again`, {})))).text();
    expect(same).toContain('The answer is the same as in');
    expect((await newest(sandbox)).request.headers).toMatchObject({ 'x-own': 'kept' });
    const patch = [{ op: 'replace', path: '/text', value: 'Butter' }];
    await sandbox.send('PATCH', `${notes}/mine`, patch, { 'Content-Type': 'application/json-patch+json' });
    const other = await (await see(leadsTo(await send(`${first}/again`, {})))).text();
    expect(other).toMatch(
      /Line 3 of the body<\/th><td>− <code>&quot;text&quot;: &quot;Bread&quot;<\/code><\/td><td>\+ <code>&quot;text&quot;: &quot;Butter&quot;/,
    );
  });

  test('asks first where a credential or a part of the body is not kept', async () => {
    const sandbox = sandboxOf(notebook);
    const headers = { Authorization: 'Bearer c2VjcmV0LXNlY3JldA' };
    const first = pageOf(await sandbox.send('POST', notes, { text: 'long '.repeat(1_000) }, headers));
    const { send } = await browsing(sandbox);
    const asked = await send(`${first}/again`, {});
    const html = await asked.text();
    expect(asked.status).toBe(200);
    expect(html).toContain('The header authorization was withheld: credentials are never kept.');
    expect(html).toContain('Of the body only the beginning of 5,011 bytes is kept.');
    expect(html).toContain(`href="/_portal/apis/notebook/add-note?exchange=${first.split('/').at(-1)}"`);
    const answer = await send(`${first}/again`, { without: 'yes' });
    expect([answer.status, (await newest(sandbox)).answer.status]).toEqual([303, 400]);
  });

  test('goes to mock APIs alone: nothing of the sandbox’s own is asked with a visitor’s key', async () => {
    const sandbox = sandboxOf(notebook);
    await sandbox.send('POST', '/_sandbox/snapshots', { name: 'mine' });
    const { exchanges } = await (await sandbox.request('/_sandbox/exchanges?with=sandbox')).json();
    const taken = exchanges.find(({ request }: { readonly request: { readonly url: string } }) => request.url.includes('snapshots'));
    const { see, send } = await browsing(sandbox);
    expect(await (await see(`/_portal/exchanges/${taken.id}`)).text()).not.toContain('Send it again');
    expect((await send(`/_portal/exchanges/${taken.id}/again`, {})).status).toBe(409);
    expect((await send(`/_portal/exchanges/${'0'.repeat(32)}/again`, {})).status).toBe(404);
  });
});
