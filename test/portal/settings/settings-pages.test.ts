/** How a workspace answers, as somebody sets it from a page without script. */
import { describe, expect, test } from 'vitest';
import { anyone } from '../../../src/mock/caller.ts';
import type { Settings } from '../../../src/workspace/settings.ts';
import { notebook } from '../../gateway/notebook.ts';
import { sandboxOf } from '../../sandbox.ts';
import { browsing } from '../browsing.ts';

const page = '/_portal/settings';

async function opened(settings: Partial<Settings> = {}) {
  const sandbox = sandboxOf(notebook, { settings });
  const { see, send } = await browsing(sandbox);
  const now = async () => (await sandbox.request('/_sandbox/settings')).json();
  const text = async () => (await see(page)).text();
  /** Sends the form as the page shows it, but for what is said. */
  async function save(changed: Readonly<Record<string, string>> = {}) {
    const shown = (await text()).split('action="/_portal/settings"').at(-1) ?? '';
    const fields: Record<string, string> = { do: 'change' };
    for (const [tag] of shown.matchAll(/<input [^>]*>/g)) {
      const [, name = '', value = ''] = /name="([^"]*)"(?:[^>]*?value="([^"]*)")?/.exec(tag) ?? [];
      if (name !== '_token' && (!/type="(?:radio|checkbox)"/.test(tag) || / checked/.test(tag))) fields[name] = value;
    }
    for (const [name, value] of Object.entries(changed)) {
      if (value === 'left out') delete fields[name];
      else fields[name] = value;
    }
    return send(page, fields);
  }
  return { ...sandbox, see, post: send, now, text, save };
}

describe('access', () => {
  test('is told first, made strict and open again by one button', async () => {
    const { text, post, now } = await opened();
    expect(await text()).toContain('Access is open');
    expect((await post(page, { do: 'strict' })).headers.get('location')).toBe('/_portal/settings?done=strict');
    expect([await now(), await text()]).toEqual([
      expect.objectContaining({ access: 'strict' }),
      expect.stringContaining('Access is strict'),
    ]);
    await post(page, { do: 'open' });
    expect([await now(), await text()]).toEqual([expect.objectContaining({ access: 'open' }), expect.stringContaining('Access is open')]);
  });

  test('is opened where it is strict as the extra is left out, too, and by nothing else', async () => {
    const { text, post, save, now } = await opened({ extras: 'none' });
    expect(await text()).toContain('Access is strict');
    await save({ 'extra-login-hint': 'there' });
    expect(await text()).toContain('Access is strict');
    await post(page, { do: 'open' });
    expect(await text()).toContain('Access is open');
    expect((await now()).extras.split(',')).not.toContain('-login-hint');
    expect((await now()).extras.split(',')).toContain('-any-patient');
  });
});

describe('the settings', () => {
  test('are all there, with every value that the contract allows and what it means', async () => {
    const { text, request } = await opened();
    const { components } = await (await request('/_sandbox/contracts/sandbox-control.json')).json();
    const shown = await text();
    const changes: Readonly<Record<string, { readonly enum?: readonly (string | null)[] }>> = components.schemas.SettingsChange.properties;
    for (const [name, { enum: values }] of Object.entries(changes)) {
      if (name === 'access' || name === 'extras') continue;
      expect(shown).toContain(` name="${name}"`);
      for (const value of (values ?? []).filter((one) => one !== null)) {
        const means: unknown = components.schemas.Settings.properties[name]['x-enumDescriptions'][value];
        expect([name, value, means]).toEqual([name, value, expect.stringMatching(/^[A-Z].*\.$/)]);
        expect(shown).toContain(`id="${name}-${value}"`);
      }
    }
    const { extras } = await (await request('/_sandbox/extras')).json();
    for (const { name, canBeLeftOut } of extras)
      expect([name, shown.includes(`name="extra-${name}"`)]).toEqual([name, canBeLeftOut && name !== 'open-access']);
  });

  test('are changed by one form, of which only what is otherwise is sent', async () => {
    const { save, now, text, request } = await opened({ delay: 5 });
    expect((await save()).headers.get('location')).toBe('/_portal/settings?done=same');
    const done = await save({
      checks: 'warn',
      delay: '40',
      asOf: '2030-01-01',
      compatibility: 'official-sandbox',
      'extra-login-hint': 'left out',
    });
    expect(done.headers.get('location')).toBe('/_portal/settings?done=changed');
    expect(await now()).toMatchObject({
      checks: 'warn',
      delay: 40,
      asOf: '2030-01-01',
      compatibility: 'official-sandbox',
      extras: '-login-hint',
    });
    expect(await text()).toContain('Changed: the default here is 5.');
    await save({ checks: 'enforce', delay: '', compatibility: 'none', 'extra-login-hint': 'there' });
    const settings = await now();
    expect(settings).toMatchObject({ checks: 'enforce', delay: 5, asOf: '2030-01-01', extras: 'all' });
    expect(settings).not.toHaveProperty('compatibility');
    expect(await (await request('/_sandbox/settings?atFirst=true')).json()).toMatchObject({ delay: 5, asOf: 'clock' });
  });

  test('that are refused come back as they were typed, and none is changed', async () => {
    const { save, now } = await opened();
    const refused = await save({ checks: 'warn', delay: 'long', journal: '0' });
    const text = await refused.text();
    expect(refused.status).toBe(400);
    for (const said of ['id="delay-fault"', 'value="long"', 'id="journal-fault"', 'role="alert"']) expect(text).toContain(said);
    expect(text).toMatch(/id="checks-warn"[^>]* checked/);
    expect(await now()).toMatchObject({ checks: 'enforce', delay: 0 });
  });

  test('are all taken back once that was asked', async () => {
    const { see, save, post, now } = await opened({ checks: 'warn' });
    await save({ checks: 'enforce', delay: '3', 'extra-told-reasons': 'left out' });
    await post(page, { do: 'strict' });
    expect(await (await see(`${page}/take-back`)).text()).toContain('Take all settings back?');
    await post(`${page}/take-back`, {});
    expect(await now()).toMatchObject({ checks: 'warn', delay: 0, extras: 'all', access: 'open' });
  });

  test('are for whoever has the key', async () => {
    const { see, send } = await browsing(sandboxOf(notebook, { caller: anyone }));
    expect([(await see(page)).status, (await see(`${page}/take-back`)).status]).toEqual([401, 401]);
    expect([(await send(page, { do: 'strict' })).status, (await send(`${page}/take-back`, {})).status]).toEqual([401, 401]);
  });
});
