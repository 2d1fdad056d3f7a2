/** Home, as somebody sees it who has just opened the sandbox. */
import { describe, expect, test } from 'vitest';
import { anyone } from '../../../src/mock/caller.ts';
import { sandboxesFor, sandboxOf } from '../../sandbox.ts';
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
    expect(text).toMatch(/give the key of this workspace[^]*A first call[^]*Give the key/);
    expect(text).not.toContain('href="/_portal/reset"');
  });
});
