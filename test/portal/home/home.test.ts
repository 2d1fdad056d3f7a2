/** Home, as somebody sees it who has just opened the sandbox. */
import { describe, expect, test } from 'vitest';
import { anyone } from '../../../src/mock/caller.ts';
import { sandboxesFor, sandboxOf } from '../../sandbox.ts';
import type { Settings } from '../../../src/workspace/settings.ts';
import { notebook } from '../../gateway/notebook.ts';
import { browsing } from '../browsing.ts';

const open = await sandboxesFor('personal-demographics');

describe('home', () => {
  test('says what this is and is not, where it stands, what is served and how good that is', async () => {
    const text = await (await open().visit('/')).text();
    for (const said of [
      'not an NHS service',
      'never for care',
      '>http://sandbox.test<',
      'Personal Demographics',
      'rules',
      'Reset this workspace',
    ])
      expect(text).toContain(said);
  });

  test('shows the address as a QR code where another machine can open it, and says how to get one where none can', async () => {
    const { visit } = sandboxOf(notebook);
    expect(await (await visit('/')).text()).toContain('<title id="qr-of-base">QR code of the address http://sandbox.test</title>');
    const here = await (await visit('http://localhost:8787/')).text();
    expect(here).not.toContain('<svg');
    expect(here).toContain('--host 0.0.0.0');
  });

  test('sends the first call without script, and shows its answer with the reason', async () => {
    const { send } = await browsing(open());
    const answer = await send('/_portal/first-call', {});
    expect([answer.status, await answer.text()]).toEqual([
      200,
      expect.stringMatching(/The answer: <span data-answer="status">200<[^]*Why it was answered so[^]*9000000009/),
    ]);
  });

  test('says whom the APIs of the workspace let in, and what of the extras is left out', async () => {
    const about = async (settings: Partial<Settings>): Promise<string> => (await sandboxOf(notebook, { settings }).visit('/')).text();
    expect(await about({})).toMatch(/<dt>Access<\/dt><dd>open: whoever asks/);
    const strict = await about({ extras: '-open-access,-login-hint' });
    expect(strict).toMatch(/<dt>Access<\/dt><dd>strict: each[^<]*<\/dd><dt>As at the real services<\/dt><dd>without login-hint</);
  });

  test('lists what was asked last', async () => {
    const sandbox = open();
    await sandbox.request('/personal-demographics/FHIR/R4/Patient/9000000009');
    expect(await (await sandbox.visit('/')).text()).toMatch(
      /Latest exchanges<[^]*GET \/personal-demographics\/FHIR\/R4\/Patient\/9000000009/,
    );
  });

  test('shows nothing of what was sent to whoever has no key, and says how to give one', async () => {
    const sandbox = open({ caller: anyone });
    await sandbox.request('/personal-demographics/FHIR/R4/Patient?family=Quillfeather');
    const text = await (await sandbox.visit('/')).text();
    expect(text).not.toContain('Quillfeather');
    expect(text).toContain('Give the key');
    expect(text).not.toContain('href="/_portal/reset"');
  });
});

describe('reset', () => {
  test('is asked once more, done, and said', async () => {
    const sandbox = open();
    await sandbox.request('/personal-demographics/FHIR/R4/Patient/9000000009');
    const { see, send } = await browsing(sandbox);
    expect(await (await see('/_portal/reset')).text()).toContain('cannot be taken back');
    const done = await send('/_portal/reset', {});
    expect([done.status, done.headers.get('location')]).toEqual([303, '/_portal?reset']);
    const text = await (await see('/_portal?reset')).text();
    expect(text).toContain('as it was at the beginning');
    expect(text).toContain('None yet');
  });

  test('is refused to whoever has no key, and to a form of somebody else', async () => {
    const { see, send } = await browsing(open({ caller: anyone }));
    expect((await see('/_portal/reset')).status).toBe(401);
    expect((await send('/_portal/reset', {})).status).toBe(401);
    expect((await open().visit('/_portal/reset', { method: 'POST', body: new URLSearchParams({ _token: 'guessed' }) })).status).toBe(403);
  });
});
