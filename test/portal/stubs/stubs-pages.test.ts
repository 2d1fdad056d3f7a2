/** Answers of one's own, as somebody writes them on a page without script. */
import { describe, expect, test } from 'vitest';
import { anyone } from '../../../src/mock/caller.ts';
import { notebook, notes } from '../../gateway/notebook.ts';
import { sandboxOf } from '../../sandbox.ts';
import { browsing } from '../browsing.ts';
import { hostileTexts } from '../hostile-texts.ts';

const control = '/_sandbox/stubs';
const pages = '/_portal/stubs';

async function opened() {
  const sandbox = sandboxOf(notebook);
  const { see, send } = await browsing(sandbox);
  const stubs = async () => (await (await sandbox.request(control)).json()).stubs;
  return { ...sandbox, put: sandbox.send, see: async (path: string) => (await see(path)).text(), send, stubs };
}

const fields = {
  id: 'teapot',
  about: 'For a cup of tea.',
  method: 'GET',
  path: '/notes',
  'answer-status': '418',
  'answer-headers': 'X-Pot: tea\nETag: W/"2"',
  'answer-body': '{ "cup": 1 }',
};

describe('a stub', () => {
  test('is made by the short form, answers, and is shown with what no contract documents', async () => {
    const sandbox = await opened();
    expect(await sandbox.see(pages)).toContain('None: every request is answered by its API.');
    const made = await sandbox.send(`${pages}/new`, fields);
    expect([made.status, made.headers.get('location')]).toEqual([303, '/_portal/stubs/teapot?done=added']);
    const answer = await sandbox.request(notes);
    expect([answer.status, answer.headers.get('x-pot'), await answer.json()]).toEqual([418, 'tea', { cup: 1 }]);
    const text = await sandbox.see(`${pages}/teapot?done=added`);
    for (const said of [
      'It answers from the next request on.',
      'For a cup of tea.',
      '418 with a body of JSON, the headers X-Pot, ETag',
      '1 answer since',
      'No contract documents this',
    ])
      expect(text).toContain(said);
    expect(await sandbox.see(pages)).toMatch(/href="\/_portal\/stubs\/teapot">teapot<[^]*all GET requests to any API at \/notes/i);
  });

  test('may answer with a text that is no JSON', async () => {
    const sandbox = await opened();
    await sandbox.send(`${pages}/new`, { 'answer-type': 'text/plain', 'answer-body': '{ not JSON', checks: 'true' });
    expect(await sandbox.stubs()).toMatchObject([{ checks: true, answer: { type: 'text/plain', body: '{ not JSON' } }]);
    expect(await (await sandbox.request(notes)).text()).toBe('{ not JSON');
  });

  test('that is refused comes back with what was typed and what is wrong with it', async () => {
    const sandbox = await opened();
    const broken = await sandbox.send(`${pages}/new`, { ...fields, 'answer-body': '{ "cup":' });
    const text = await broken.text();
    expect(broken.status).toBe(422);
    for (const said of ['id="answer-body-fault"', 'This is no JSON', 'value="418"', 'For a cup of tea.']) expect(text).toContain(said);
    const wrong = await sandbox.send(`${pages}/new`, { ...fields, 'answer-status': '99', id: 'a b' });
    expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringMatching(/id="answer-status-fault"[^]*id="id-fault"/)]);
    expect(await sandbox.stubs()).toEqual([]);
  });

  test('is made of JSON, changed as JSON, and deleted once that was asked', async () => {
    const sandbox = await opened();
    const json = JSON.stringify({
      id: 'turns',
      sequence: [{ status: 200 }, { status: 404 }],
      scenario: { name: 'Day', requires: 'Started' },
    });
    await sandbox.send(`${pages}/new`, { json });
    const text = await sandbox.see(pages);
    expect(text).toContain('in turn: 200, as the contract documents it; 404, as the contract documents it; and the last again');
    expect(text).toContain('Scenario Day, now in Started. Answers only in Started.');
    const wrong = await sandbox.send(`${pages}/turns`, { json: '{"answer":{"status":9}}' });
    expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('&quot;status&quot;:9')]);
    expect((await sandbox.send(`${pages}/turns`, { json: 'no' })).status).toBe(422);
    const changed = await sandbox.send(`${pages}/turns`, { json: '{"answer":{"status":404}}' });
    expect(changed.headers.get('location')).toBe('/_portal/stubs/turns?done=changed');
    expect((await sandbox.request(notes)).status).toBe(404);
    expect(await sandbox.see(`${pages}/turns/delete`)).toContain('cannot be taken back');
    expect(await sandbox.stubs()).toHaveLength(1);
    await sandbox.send(`${pages}/turns/delete`, {});
    expect(await sandbox.stubs()).toEqual([]);
    expect((await sandbox.send(`${pages}/turns/delete`, {})).status).toBe(404);
  });

  test('goes with all others where that is wanted', async () => {
    const sandbox = await opened();
    for (const id of ['a', 'b']) await sandbox.put('PUT', `${control}/${id}`, { answer: { status: 404 } });
    expect(await sandbox.see(`${pages}/delete-all`)).toContain('Delete all stubs?');
    await sandbox.send(`${pages}/delete-all`, {});
    expect(await sandbox.stubs()).toEqual([]);
  });

  test('is for whoever has the key', async () => {
    const { see, send } = await browsing(sandboxOf(notebook, { caller: anyone }));
    for (const page of [pages, `${pages}/new`, `${pages}/delete-all`, `${pages}/1`, `${pages}/1/delete`])
      expect((await see(page)).status).toBe(401);
    expect((await send(`${pages}/new`, fields)).status).toBe(401);
    expect((await send(`${pages}/1`, { json: '{}' })).status).toBe(401);
  });
});

describe('a stub of an exchange', () => {
  const idOf = (answer: Response): string => answer.headers.get('x-sandbox-trace')?.split('/').at(-1) ?? '';

  test('is filled in with the request and the answer that it was given, and answers so next time', async () => {
    const sandbox = await opened();
    const answer = await sandbox.request(`${notes}?about=tea`);
    const text = await sandbox.see(`${pages}?from=${idOf(answer)}`);
    expect(text).toMatch(/<option value="GET" selected/);
    for (const said of [`value="${notes}"`, 'about: tea', 'value="200"', 'value="application/json"']) expect(text).toContain(said);
    const body = /<textarea id="answer-body"[^>]*>([^<]*)</.exec(text)?.[1]?.replaceAll('&quot;', '"') ?? '';
    expect(JSON.parse(body)).toEqual(await answer.json());
    const changed = {
      api: 'notebook',
      method: 'GET',
      path: notes,
      query: 'about: tea',
      'answer-status': '200',
      'answer-body': '[{ "id": "changed" }]',
    };
    await sandbox.send(`${pages}/new`, changed);
    expect(await (await sandbox.request(`${notes}?about=tea`)).json()).toEqual([{ id: 'changed' }]);
    expect(await (await sandbox.request(notes)).json()).not.toEqual([{ id: 'changed' }]);
  });

  test('says so where only a part of its body was kept, and where it is not there', async () => {
    const sandbox = await opened();
    await sandbox.put('PATCH', '/_sandbox/settings', { journalBody: 5 });
    const id = idOf(await sandbox.request(notes));
    expect(await sandbox.see(`${pages}?from=${id}`)).toContain('Only the beginning of this answer’s body was kept');
    expect(await sandbox.see(`${pages}?from=${'0'.repeat(32)}`)).toContain('is not kept any more');
  });
});

test('hostile texts in stubs are text', async () => {
  const sandbox = await opened();
  for (const [index, said] of hostileTexts.entries())
    expect(
      (
        await sandbox.put('PUT', `${control}/hostile-${index}`, {
          about: said,
          source: said,
          match: { path: `/${said}`, query: { [said]: said }, headers: { 'X-Said': said } },
          scenario: { name: said.slice(0, 80), requires: 'Started', becomes: said.slice(0, 80) },
          answer: { headers: { 'X-Said': said }, body: { [said]: said } },
        })
      ).status,
    ).toBe(200);
  const asked = await sandbox.request(`${notes}?limit=${encodeURIComponent(hostileTexts[0] ?? '')}`);
  const from = asked.headers.get('x-sandbox-trace')?.split('/').at(-1) ?? '';
  const refused = await sandbox.send(`${pages}/new`, { ...fields, about: hostileTexts[1] ?? '', 'answer-body': hostileTexts.join('\n') });
  const shown = [await sandbox.see(pages), await refused.text(), await sandbox.see(`${pages}?from=${from}`)];
  for (const index of hostileTexts.keys()) shown.push(await sandbox.see(`${pages}/hostile-${index}`));
  for (const text of shown) expect(text).not.toMatch(/<script>|<img|<svg|<iframe|<base|<meta http|href="javascript:/i);
});
