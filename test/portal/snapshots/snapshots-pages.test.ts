/** Points to go back to, a file out and in, and the beginning, for somebody who has no script. */
import { describe, expect, test } from 'vitest';
import { anyone } from '../../../src/mock/caller.ts';
import { notebook, notes } from '../../gateway/notebook.ts';
import { randomFrom, realRange } from '../../gateway/live-numbers.ts';
import { sandboxOf } from '../../sandbox.ts';
import { browsing } from '../browsing.ts';

const snapshots = '/_portal/snapshots';

async function opened() {
  const sandbox = sandboxOf(notebook);
  const browser = await browsing(sandbox);
  return {
    ...browser,
    clock: sandbox.clock,
    write: async (text: string): Promise<string> => (await (await sandbox.send('POST', notes, { text })).json()).id,
    statusOf: async (id: string) => (await sandbox.request(`${notes}/${id}`)).status,
    text: async (path = snapshots) => (await browser.see(path)).text(),
  };
}

describe('a snapshot', () => {
  test('is taken, gone back to once that was asked for twice, and forgotten', async () => {
    const { write, statusOf, text, send } = await opened();
    expect(await text()).toContain('None yet.');
    const before = await write('before');
    const taken = await send(snapshots, { name: 'before-the-demo' });
    expect([taken.status, taken.headers.get('location')]).toEqual([303, `${snapshots}?done=taken`]);
    expect(await text(`${snapshots}?done=taken`)).toMatch(
      /The snapshot was taken\.[^]*before-the-demo<\/th><td>2026-01-01 00:00<\/td><td>\d+</,
    );
    const since = await write('since');
    expect(await text(`${snapshots}/before-the-demo/restore`)).toContain('What clients have written since 2026-01-01 00:00 UTC is gone');
    expect(await statusOf(since)).toBe(200);
    expect((await send(`${snapshots}/before-the-demo/restore`, {})).headers.get('location')).toBe(`${snapshots}?done=restored`);
    expect([await statusOf(before), await statusOf(since)]).toEqual([200, 404]);
    expect(await text(`${snapshots}/before-the-demo/forget`)).toContain('Nobody can go back to it any more');
    expect((await send(`${snapshots}/before-the-demo/forget`, {})).status).toBe(303);
    expect(await text()).toContain('None yet.');
  });

  test('of a name that it may not have is refused beside its field, and an eleventh is told so', async () => {
    const { send } = await opened();
    const refused = await send(snapshots, { name: 'before the demo' });
    expect([refused.status, await refused.text()]).toEqual([
      400,
      expect.stringMatching(/role="alert"[^]*id="name-fault">must match[^]*value="before the demo"/),
    ]);
    for (let n = 1; n <= 10; n++) await send(snapshots, { name: `n${n}` });
    expect((await send(snapshots, { name: 'n11' })).status).toBe(409);
  });

  test('that nobody took is not there', async () => {
    const { see, send } = await opened();
    expect([(await see(`${snapshots}/x/restore`)).status, (await send(`${snapshots}/x/restore`, {})).status]).toEqual([404, 404]);
    expect([(await see(`${snapshots}/x/forget`)).status, (await send(`${snapshots}/x/forget`, {})).status]).toEqual([404, 404]);
  });
});

describe('what is written', () => {
  test('leaves as a file, and comes back in place of what is here', async () => {
    const { write, statusOf, see, upload, text } = await opened();
    const before = await write('before');
    const file = await see(`${snapshots}/state.ndjson`);
    expect([file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([
      'application/x-ndjson',
      'attachment; filename="workspace.ndjson"',
    ]);
    const lines = new File([await file.text()], 'workspace.ndjson');
    const since = await write('since');
    expect((await upload(`${snapshots}/import`, { file: lines })).status).toBe(422);
    expect(await statusOf(since)).toBe(200);
    const taken = await upload(`${snapshots}/import`, { file: lines, sure: 'yes' });
    expect([taken.status, taken.headers.get('location')]).toEqual([303, `${snapshots}?done=imported`]);
    expect(await text(`${snapshots}?done=imported`)).toContain('What was in the file is here now.');
    expect([await statusOf(before), await statusOf(since)]).toEqual([200, 404]);
  });

  test('says of lines that are refused where they stand, and keeps them to be mended', async () => {
    const { upload } = await opened();
    const text = '{"api": "none", "operation": "none"}\r\n# more\r\nnothing <b>';
    const refused = await upload(`${snapshots}/import`, { text, sure: 'yes' });
    expect([refused.status, await refused.text()]).toEqual([
      400,
      expect.stringMatching(
        /<p>Nothing was taken in\.<\/p><ul><li>Line 1: no API of this name[^<]*<\/li><li>Line 3: a line must be a JSON[^]*nothing &lt;b&gt;<\/textarea>/,
      ),
    ]);
  });

  test('takes nothing from nothing, and no number of a real patient, which it does not repeat', async () => {
    const { upload } = await opened();
    const nothing = await upload(`${snapshots}/import`, { text: ' ', sure: 'yes' });
    expect([nothing.status, await nothing.text()]).toEqual([422, expect.stringContaining('Nothing was given')]);
    const number = realRange(randomFrom(7));
    const live = await upload(`${snapshots}/import`, { text: `{"person": {"nhsNumber": "${number}"}}`, sure: 'yes' });
    expect([live.status, await live.text()]).toEqual([422, expect.stringContaining('Line 1 holds an NHS number')]);
  });
});

describe('reset', () => {
  test('is asked once more, done, and said', async () => {
    const { write, statusOf, text, send } = await opened();
    const id = await write('before');
    expect(await text('/_portal/reset')).toContain('cannot be taken back');
    const done = await send('/_portal/reset', {});
    expect([done.status, done.headers.get('location')]).toEqual([303, '/_portal/workspace?done=reset']);
    expect(await text('/_portal/workspace?done=reset')).toContain('as it was at the beginning');
    expect(await text('/_portal')).toContain('None yet');
    expect(await statusOf(id)).toBe(404);
  });

  test('is refused to a form of somebody else', async () => {
    const { visit } = sandboxOf(notebook);
    expect((await visit('/_portal/reset', { method: 'POST', body: new URLSearchParams({ _token: 'guessed' }) })).status).toBe(403);
  });
});

test('all of it is for nobody who has no key', async () => {
  const { see, send, upload } = await browsing(sandboxOf(notebook, { caller: anyone }));
  for (const page of [
    snapshots,
    `${snapshots}/import`,
    `${snapshots}/state.ndjson`,
    `${snapshots}/x/restore`,
    `${snapshots}/x/forget`,
    '/_portal/reset',
  ])
    expect([page, (await see(page)).status]).toEqual([page, 401]);
  for (const page of [snapshots, `${snapshots}/x/restore`, `${snapshots}/x/forget`, '/_portal/reset'])
    expect([page, (await send(page, { name: 'x' })).status]).toEqual([page, 401]);
  expect((await upload(`${snapshots}/import`, { text: '{}', sure: 'yes' })).status).toBe(401);
});
