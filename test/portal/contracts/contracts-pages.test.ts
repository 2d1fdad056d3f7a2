/** Contracts of one's own, brought, looked at and removed by somebody who has no script. */
import { expect, test } from 'vitest';
import { anyone } from '../../../src/mock/caller.ts';
import { notebook } from '../../gateway/notebook.ts';
import { createSandbox } from '../../../src/runtimes/browser/msw.ts';
import { browserAccept, sandboxOf } from '../../sandbox.ts';
import { browsing } from '../browsing.ts';

const contracts = '/_portal/contracts';
const parcels = `
openapi: 3.1.0
info: { title: "Parcels <b>", version: '1.0' }
servers: [{ url: https://api.example.org/parcels }]
paths:
  /parcels:
    get:
      responses: { '200': { description: All parcels, content: { application/json: { schema: { type: strin } } } } }
`;

const origin = 'http://localhost:8787';
const asBrowser = (init: RequestInit = {}): RequestInit => ({ ...init, headers: { Accept: browserAccept, ...init.headers } });

test('one is brought as a file, told how it is served, and removed once that was asked for twice', async () => {
  const sandbox = createSandbox({ apis: ['personal-demographics'] });
  const { see, send, upload } = await browsing({ visit: (path, init) => sandbox.fetch(origin + path, asBrowser(init)) });
  const brought = await upload(contracts, { file: new File([parcels], 'parcels.yaml'), text: '', name: '' });
  expect([brought.status, brought.headers.get('location')]).toEqual([303, `${contracts}?done=brought`]);
  const text = await (await see(`${contracts}?done=brought`)).text();
  expect(text).toMatch(
    /served from now on[^]*href="\/_portal\/apis\/parcels">Parcels &lt;b&gt;<\/a>[^]*<code>\/parcels<\/code>[^]*1 operation<details><summary>\d+ parts? not taken as written/,
  );
  const status = async () => (await sandbox.fetch(`${origin}/parcels/parcels`)).status;
  expect(await status()).toBe(200);
  expect(await (await see(`${contracts}/parcels/remove`)).text()).toContain('Nothing is served at /parcels any more');
  expect(await status()).toBe(200);
  expect((await send(`${contracts}/parcels/remove`, {})).headers.get('location')).toBe(`${contracts}?done=removed`);
  expect(await status()).toBe(404);
  expect((await see(`${contracts}/parcels/remove`)).status).toBe(404);
});

test('what is no contract is refused, and stays to be mended', async () => {
  const { upload } = await browsing(sandboxOf(notebook));
  const refused = await upload(contracts, { text: 'no <contract>', name: 'mine' });
  expect([refused.status, await refused.text()]).toEqual([
    422,
    expect.stringMatching(/role="alert"[^]*no &lt;contract&gt;<\/textarea>[^]*value="mine"/),
  ]);
  const nothing = await upload(contracts, { text: '', name: '' });
  expect([nothing.status, await nothing.text()]).toEqual([400, expect.stringContaining('No contract was given')]);
});

test('all of it is for nobody who has no key', async () => {
  const { see, send, upload } = await browsing(sandboxOf(notebook, { caller: anyone }));
  expect([(await see(contracts)).status, (await upload(contracts, { text: parcels, name: 'x' })).status]).toEqual([401, 401]);
  expect([(await see(`${contracts}/x/remove`)).status, (await send(`${contracts}/x/remove`, {})).status]).toEqual([401, 401]);
});
