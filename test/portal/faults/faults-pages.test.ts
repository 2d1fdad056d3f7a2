/** What goes wrong on purpose, as somebody steers it from a page without script. */
import { describe, expect, test } from 'vitest';
import { anyone } from '../../../src/mock/caller.ts';
import { notebook, notes } from '../../gateway/notebook.ts';
import { sandboxOf, type Sandbox } from '../../sandbox.ts';
import { browsing } from '../browsing.ts';
import { hostileTexts } from '../hostile-texts.ts';

const control = '/_sandbox/faults';
const pages = '/_portal/faults';

async function opened() {
  const sandbox = sandboxOf(notebook);
  const { see, send } = await browsing(sandbox);
  return { ...sandbox, put: sandbox.send, see: async (path: string) => (await see(path)).text(), send };
}

const kept = async ({ request }: Pick<Sandbox, 'request'>) => (await (await request(control)).json()).faults;

describe('the page of faults', () => {
  test('says that nothing goes wrong, and has a bad day turned on and off', async () => {
    const sandbox = await opened();
    expect(await sandbox.see(pages)).toContain('Nothing: every request is answered as usual.');
    const on = await sandbox.send(pages, { do: 'day-on', day: 'outage' });
    expect([on.status, on.headers.get('location')]).toEqual([303, '/_portal/faults?done=on']);
    expect((await sandbox.request(notes)).status).toBe(503);
    const text = await sandbox.see(`${pages}?done=on`);
    for (const said of ['The bad day is on', '503 from the platform’s gateway', 'all requests to any API', 'met by 1 request'])
      expect(text).toContain(said);
    expect((await sandbox.send(pages, { do: 'day-off', day: 'outage' })).headers.get('location')).toBe('/_portal/faults?done=off');
    expect([await kept(sandbox), (await sandbox.request(notes)).status]).toEqual([[], 200]);
  });

  test('turns a bad day off, and leaves every other fault', async () => {
    const sandbox = await opened();
    await sandbox.put('PUT', `${control}/mine`, { effect: { type: 'latency', ms: 0 } });
    await sandbox.send(pages, { do: 'day-on', day: 'bad-day' });
    await sandbox.put('DELETE', `${control}/bad-day-2`);
    expect(await sandbox.see(pages)).toContain('on, 5 of its 6 faults');
    await sandbox.send(pages, { do: 'day-off', day: 'bad-day' });
    expect((await kept(sandbox)).map(({ id }: { id: string }) => id)).toEqual(['mine']);
  });

  test('pauses a fault and lets it go on', async () => {
    const sandbox = await opened();
    await sandbox.put('PUT', `${control}/down`, { match: { method: 'GET' }, effect: { type: 'gateway', status: 502 } });
    await sandbox.send(pages, { do: 'pause', id: 'down' });
    expect([(await sandbox.request(notes)).status, await sandbox.see(pages)]).toEqual([200, expect.stringContaining('Paused.')]);
    await sandbox.send(pages, { do: 'go-on', id: 'down' });
    expect((await sandbox.request(notes)).status).toBe(502);
    expect((await sandbox.send(pages, { do: 'pause', id: 'none' })).status).toBe(404);
  });

  test('asks once more before it removes one, or all of them', async () => {
    const sandbox = await opened();
    await sandbox.send(pages, { do: 'day-on', day: 'rate-limited' });
    expect(await sandbox.see(`${pages}/rate-limited-1/remove`)).toContain('Remove fault rate-limited-1?');
    expect(await kept(sandbox)).toHaveLength(2);
    await sandbox.send(`${pages}/rate-limited-1/remove`, {});
    expect(await kept(sandbox)).toHaveLength(1);
    expect(await sandbox.see(`${pages}/remove-all`)).toContain('Remove all faults?');
    await sandbox.send(`${pages}/remove-all`, {});
    expect(await kept(sandbox)).toEqual([]);
  });

  test('is for whoever has the key', async () => {
    const { see, send } = await browsing(sandboxOf(notebook, { caller: anyone }));
    for (const page of [pages, `${pages}/new`, `${pages}/remove-all`, `${pages}/1/remove`]) expect((await see(page)).status).toBe(401);
    expect((await send(pages, { do: 'day-on', day: 'outage' })).status).toBe(401);
    expect((await send(`${pages}/new`, { effect: 'effect-1', 'effect-1-status': '404' })).status).toBe(401);
  });
});

describe('a new fault', () => {
  test('is made of the fields that were filled in, and no others', async () => {
    const sandbox = await opened();
    const fields = {
      api: 'notebook',
      method: 'GET',
      path: '/notes',
      person: '900 000 0009',
      share: 'every',
      every: '3',
      nth: '9',
      headers: 'X-Key: abc\nX-None',
      body: '/amount: 402\n/name: Jane: Smith',
      effect: 'effect-2',
      'effect-2-kind': 'quota',
      'effect-2-retryAfter': '7',
      'effect-1-status': '404',
      id: 'too-many',
    };
    expect((await sandbox.send(`${pages}/new`, fields)).headers.get('location')).toBe('/_portal/faults?done=added');
    expect(await kept(sandbox)).toEqual([
      {
        id: 'too-many',
        match: {
          api: 'notebook',
          method: 'GET',
          path: '/notes',
          person: '9000000009',
          headers: { 'X-Key': 'abc', 'X-None': null },
          body: { '/amount': 402, '/name': 'Jane: Smith' },
          every: 3,
        },
        effect: { type: 'rate-limit', kind: 'quota', retryAfter: 7 },
        used: 0,
      },
    ]);
    const text = await sandbox.see(pages);
    for (const said of [
      '429, the quota is used up, with Retry-After: 7',
      'one in 3 of the GET requests to',
      'about 900 000 0009',
      'without the header X-None',
    ])
      expect(text).toContain(said);
  });

  test('may be of every kind that the contract knows', async () => {
    const sandbox = await opened();
    const text = await sandbox.see(`${pages}/new`);
    const { components } = await (await sandbox.request('/_sandbox/contracts/sandbox-control.json')).json();
    const kinds: readonly { readonly title: string }[] = components.schemas.FaultEffect.oneOf;
    expect(kinds.length).toBeGreaterThan(8);
    for (const { title } of kinds) expect(text).toContain(`${title}</label>`);
    for (const { enum: values = [] } of [components.schemas.Match.properties.method])
      for (const value of values) expect(text).toContain(`<option value="${value}">`);
  });

  test('that is refused comes back with all that was typed, and what is wrong beside its field', async () => {
    const sandbox = await opened();
    const refused = await sandbox.send(`${pages}/new`, {
      path: '/notes/{id}',
      person: '12',
      share: 'chance',
      chance: 'often',
      effect: 'effect-1',
      'effect-1-status': '999',
    });
    const text = await refused.text();
    expect(refused.status).toBe(400);
    for (const said of [
      'value="/notes/{id}"',
      'id="person-fault"',
      'id="chance-fault"',
      'value="often"',
      'id="effect-1-status-fault"',
      'role="alert"',
    ])
      expect(text).toContain(said);
    const unserved = await sandbox.send(`${pages}/new`, {
      api: 'notebook',
      operation: 'nothing',
      effect: 'effect-3',
      'effect-3-status': '503',
    });
    expect([unserved.status, await unserved.text()]).toEqual([422, expect.stringContaining('id="operation-fault"')]);
    expect(await kept(sandbox)).toEqual([]);
  });

  test('may be pasted as JSON, and is told where that is none', async () => {
    const sandbox = await opened();
    const json = JSON.stringify({ effect: { type: 'gateway', status: 504 } });
    expect((await sandbox.send(`${pages}/new`, { json })).status).toBe(303);
    expect(await sandbox.see(pages)).toContain('504 from the platform’s gateway');
    const broken = await sandbox.send(`${pages}/new`, { json: '{"effect":' });
    expect([broken.status, await broken.text()]).toEqual([
      422,
      expect.stringMatching(/This is no JSON:[^]*{&quot;effect&quot;:|This is no JSON:[^]*{"effect":/),
    ]);
    expect((await sandbox.send(`${pages}/new`, { json: '{"effect":{"type":"eval"}}' })).status).toBe(400);
  });

  test('is filled in by an address that another page leads to', async () => {
    const text = await (await opened()).see(`${pages}/new?api=notebook&method=POST&person=9000000009&effect=effect-4`);
    expect(text).toMatch(/<option value="notebook" selected(="")?>/);
    expect(text).toContain('value="9000000009"');
  });
});

test('hostile texts in faults are text', async () => {
  const sandbox = await opened();
  for (const [index, said] of hostileTexts.entries())
    await sandbox.put('PUT', `${control}/hostile-${index}`, {
      match: { path: `/${said}`, query: { [said]: said }, headers: { 'X-Said': said }, body: { [`/${said}`]: { said } } },
      effect: { type: 'gateway', status: 503 },
    });
  expect(await kept(sandbox)).toHaveLength(hostileTexts.length);
  const refused = await sandbox.send(`${pages}/new`, { path: hostileTexts[1] ?? '', headers: hostileTexts.join('\n'), json: '' });
  const address = `${pages}/new?${new URLSearchParams({ path: hostileTexts[1] ?? '', body: hostileTexts.join('\n') })}`;
  for (const text of [await sandbox.see(pages), await refused.text(), await sandbox.see(address)])
    expect(text).not.toMatch(/<script>|<img|<svg|<iframe|<base|<meta http|href="javascript:/i);
});
