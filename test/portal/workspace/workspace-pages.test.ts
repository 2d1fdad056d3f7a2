/** The workspace itself, as somebody sees and changes it who has no script. */
import { describe, expect, test } from 'vitest';
import { createSandbox } from '../../../src/runtimes/browser/msw.ts';
import type { Settings } from '../../../src/workspace/settings.ts';
import { anyone } from '../../../src/mock/caller.ts';
import { notebook } from '../../gateway/notebook.ts';
import { browserAccept, sandboxOf } from '../../sandbox.ts';
import { browsing } from '../browsing.ts';

const overview = '/_portal/workspace';

describe('the overview', () => {
  test('says what each part is like now', async () => {
    const sandbox = sandboxOf(notebook);
    const { see } = await browsing(sandbox);
    const parts = async (): Promise<Readonly<Record<string, string>>> =>
      Object.fromEntries(
        [...(await (await see(overview)).text()).matchAll(/<dt><a href="\/_portal\/(\w+)">[^<]*<\/a><\/dt><dd>([^<]*)</g)].map(
          ([, part = '', state = '']) => [part, state],
        ),
      );
    expect(await parts()).toEqual({
      clock: '2026-01-01 00:00:00 UTC, stands still',
      faults: 'none',
      stubs: 'none',
      settings: 'as they are at first',
      snapshots: 'none',
      contracts: 'none',
      applications: '1',
      subscriptions: 'none',
      inbox: 'empty',
    });
    await sandbox.send('PATCH', '/_sandbox/settings', { delay: 1, checks: 'warn' });
    await sandbox.send('POST', '/_sandbox/snapshots', { name: 'one' });
    await sandbox.send('POST', '/_sandbox/faults', { effect: { type: 'latency', ms: 1 } });
    await sandbox.send('PUT', '/_sandbox/clock', { mode: 'offset', at: '2030-01-01T00:00:00Z' });
    expect(await parts()).toMatchObject({
      clock: expect.stringMatching(/^2030-01-01 00:00 UTC, .* ahead of the real time$/),
      faults: '1',
      settings: 'chosen here: delay, checks',
      snapshots: '1: one',
    });
  });

  test('says whom the APIs of the workspace let in, and what of the extras is left out', async () => {
    const about = async (settings: Partial<Settings>): Promise<string> => (await sandboxOf(notebook, { settings }).visit(overview)).text();
    expect(await about({})).toMatch(/<dt>Access<\/dt><dd>open: whoever asks/);
    const strict = await about({ extras: '-open-access,-login-hint' });
    expect(strict).toMatch(/<dt>Access<\/dt><dd>strict: each[^<]*<\/dd><dt>As at the real services<\/dt><dd>without login-hint</);
  });

  test('offers neither a key nor an end to a workspace that has none, and their pages say why', async () => {
    const { see } = await browsing(sandboxOf(notebook));
    const text = await (await see(overview)).text();
    expect(text).not.toMatch(/workspace\/(?:key|delete)"/);
    expect(text).toContain('This workspace has no end');
    expect(await (await see(`${overview}/key`)).text()).toContain('This workspace has no key');
    expect(await (await see(`${overview}/delete`)).text()).toContain('goes with its data file');
    expect(await (await see(`${overview}/edit`)).text()).not.toContain('Hours from now');
  });

  test('is for nobody who has no key', async () => {
    const { see, send } = await browsing(sandboxOf(notebook, { caller: anyone }));
    for (const page of ['', '/edit', '/key', '/copy', '/delete']) expect([page, (await see(overview + page)).status]).toEqual([page, 401]);
    for (const page of ['/edit', '/key', '/copy', '/delete'])
      expect([page, (await send(overview + page, { name: 'x', overlap: '0' })).status]).toEqual([page, 401]);
  });
});

/** In a workspace of one's own, made on its page. */
async function inOneMade() {
  const sandbox = createSandbox({ apis: ['personal-demographics'] });
  const visit = (path: string, init: RequestInit = {}): Promise<Response> =>
    sandbox.fetch(`http://localhost:8787${path}`, { ...init, headers: { Accept: browserAccept, ...init.headers } });
  const browser = await browsing({ visit });
  const ready = await (await browser.send(`${overview}/new`, {})).text();
  const [, prefix = ''] = /http:\/\/localhost:8787(\/w\/[0-9a-f]+)</.exec(ready) ?? [];
  return { ...browser, visit, ready, at: prefix + overview, prefix };
}

/** What opens with a key that a page has shown. */
const keyIn = (text: string): string => /nhss_\w+/.exec(text)?.[0] ?? '';

describe('a workspace that was made', () => {
  test('is renamed, and its end moved', async () => {
    const { see, send, at } = await inOneMade();
    const renamed = await send(`${at}/edit`, { name: 'Ward <7>' });
    expect([renamed.status, renamed.headers.get('location')]).toEqual([303, `${at}?done=renamed`]);
    expect(await (await see(`${at}?done=renamed`)).text()).toMatch(/It has another name\.[^]*<dt>Name<\/dt><dd>Ward &lt;7&gt;</);
    const end = async (): Promise<string> => /It ends at ([\d: -]+) UTC/.exec(await (await see(`${at}/edit`)).text())?.[1] ?? '';
    const before = await end();
    await send(`${at}/edit`, { hours: '48' });
    expect(Date.parse(await end()) - Date.parse(before)).toBeGreaterThan(23 * 3_600_000);
  });

  test('has no end further off than it may be: that is said beside what was typed', async () => {
    const { send, at } = await inOneMade();
    const refused = await send(`${at}/edit`, { hours: '721' });
    expect([refused.status, await refused.text()]).toEqual([
      400,
      expect.stringMatching(/id="hours-fault">must be 720 or less[^]*value="721"/),
    ]);
  });

  test('gets another key, which is shown once and with which this browser goes on', async () => {
    const { see, send, visit, at, prefix, ready } = await inOneMade();
    expect(await (await see(`${at}/key`)).text()).not.toContain('nhss_');
    const rotated = await send(`${at}/key`, { overlap: '0' });
    const key = keyIn(await rotated.text());
    expect(rotated.headers.getSetCookie()[0]).toMatch(new RegExp(`^nhs-sandbox-key=${key}; Path=${prefix}; HttpOnly; SameSite=Strict`));
    const opens = async (bearer: string) =>
      (await visit(`${prefix}/_sandbox/settings`, { headers: { Accept: 'application/json', Authorization: `Bearer ${bearer}` } })).status;
    expect([await opens(key), await opens(keyIn(ready))]).toEqual([200, 401]);
    const after = await see(at);
    expect([after.status, await after.text()]).toEqual([200, expect.not.stringContaining('nhss_')]);
    const elsewhere = await visit(at, { headers: { Cookie: `nhs-sandbox-key=${keyIn(ready)}` } });
    expect([elsewhere.status, await elsewhere.text()]).toEqual([401, expect.stringContaining('opens it no longer')]);
    const stranger = await visit(at);
    expect([stranger.status, await stranger.text()]).toEqual([401, expect.not.stringContaining('no longer')]);
  });

  test('opens with the old key for as long as was asked for', async () => {
    const { send, visit, at, prefix, ready } = await inOneMade();
    expect(await (await send(`${at}/key`, { overlap: '60' })).text()).toMatch(/The old key opens this workspace until [\d: -]+ UTC/);
    const headers = { Accept: 'application/json', Authorization: `Bearer ${keyIn(ready)}` };
    expect((await visit(`${prefix}/_sandbox/settings`, { headers })).status).toBe(200);
  });

  test('is copied, with an address and a key of its own', async () => {
    const { send, at, prefix } = await inOneMade();
    const copied = await send(`${at}/copy`, { name: 'late team' });
    const text = await copied.text();
    const [, other = ''] = /http:\/\/localhost:8787(\/w\/[0-9a-f]+)</.exec(text) ?? [];
    expect([copied.status, other === prefix, text.includes('Your copy is ready')]).toEqual([201, false, true]);
    expect(copied.headers.getSetCookie()[0]).toMatch(new RegExp(`^nhs-sandbox-key=${keyIn(text)}; Path=${other};`));
  });

  test('is deleted once that was asked for twice, and nothing answers there any more', async () => {
    const { see, send, at } = await inOneMade();
    expect(await (await see(`${at}/delete`)).text()).toContain('This cannot be taken back');
    expect((await see(at)).status).toBe(200);
    const deleted = await send(`${at}/delete`, {});
    expect([deleted.status, deleted.headers.get('location')]).toEqual([303, `${overview}/new?done=deleted`]);
    expect(deleted.headers.getSetCookie()[0]).toMatch(/^nhs-sandbox-key=; .*Max-Age=0/);
    expect(await (await see(`${overview}/new?done=deleted`)).text()).toContain('The workspace was deleted');
    expect((await see(at)).status).toBe(401);
  });
});
