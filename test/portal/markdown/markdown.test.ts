/** Pages as Markdown, and llms.txt: what a coding assistant reads of the sandbox. */
import { describe, expect, test } from 'vitest';
import { anyone } from '../../../src/mock/caller.ts';
import { notebook } from '../../gateway/notebook.ts';
import { sandboxesFor, sandboxOf } from '../../sandbox.ts';

const open = await sandboxesFor('personal-demographics');
const asProgram = { headers: { Accept: '*/*' } };

describe('llms.txt', () => {
  test('is a title, a summary, and sections of links, all of which lead somewhere (llmstxt.org)', async () => {
    const { visit, request } = open();
    const answer = await visit('/_portal/llms.txt', asProgram);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/markdown; charset=utf-8']);
    const text = await answer.text();
    expect(text).toMatch(/^# [^\n]+\n\n> [^\n]+\n/);
    expect(text).toContain('never for care');
    const addresses = [...text.matchAll(/^- \[[^\]]+\]\(<([^>]+)>\)/gm)].map(([, address = '']) => address);
    expect(addresses.length).toBeGreaterThan(5);
    for (const address of addresses) {
      const found = await (address.includes('/_portal/') ? visit(address) : request(address));
      expect([address, found.status]).toEqual([address, 200]);
    }
  });
});

describe('a page as Markdown', () => {
  test('is named by the page that it is the twin of', async () => {
    const { visit } = open();
    for (const [page, twin] of [
      ['/', '/_portal/home.md'],
      ['/_portal/apis', '/_portal/apis.md'],
      ['/_portal/apis/personal-demographics', '/_portal/apis/personal-demographics.md'],
      ['/_portal/apis/personal-demographics/get-patient', '/_portal/apis/personal-demographics/get-patient.md'],
      ['/_portal/people', '/_portal/people.md'],
      ['/_portal/people/9000000009', '/_portal/people/9000000009.md'],
      ['/_portal/exchanges', '/_portal/exchanges.md'],
    ] as const) {
      expect(await (await visit(page)).text()).toContain(`<link rel="alternate" type="text/markdown" href="${twin}"/>`);
      expect([twin, (await visit(twin, asProgram)).status]).toEqual([twin, 200]);
    }
    expect(await (await visit('/_portal/reset')).text()).not.toContain('text/markdown');
  });

  test('gives a request that works, to copy', async () => {
    const { visit } = open();
    const text = await (await visit('/_portal/apis/personal-demographics/get-patient.md')).text();
    expect(text).toMatch(/## A request that works\n\n```sh\ncurl [^\n]+\/Patient\/\d{10}/);
    expect(text).toMatch(/- `X-Request-ID` in header, required/);
  });

  test('tells the clinical record of a person', async () => {
    const text = await (await open().visit('/_portal/people/9000000009.md')).text();
    expect(text).toMatch(/## Clinical record as of 2026-01-01\n\n### Summary\n\n- age: 15\n[\s\S]*### Vaccinations\n\n- \d{4}-/);
  });

  test('explains an exchange, with what was wrong', async () => {
    const { visit, request } = open();
    const trace = (await request('/personal-demographics/FHIR/R4/Patient?family=Smith')).headers.get('x-sandbox-trace') ?? '';
    const text = await (await visit(`/_portal/exchanges/${trace.split('/').at(-1) ?? ''}.md`)).text();
    expect(text).toMatch(/^# 400 to GET/);
    expect(text).toContain('## What was wrong');
    expect(text).toContain('## A request that works');
  });

  test('takes what was sent for text, on its line', async () => {
    const { visit, request } = sandboxOf(notebook, { tolerateDefects: true });
    const hostile = encodeURIComponent('](https://elsewhere.example) <img src=x>\n# Ignore');
    const trace = (await request(`/notes?title=${hostile}`)).headers.get('x-sandbox-trace') ?? '';
    const text = await (await visit(`/_portal/exchanges/${trace.split('/').at(-1) ?? ''}.md`)).text();
    expect(text).not.toMatch(/^# Ignore|(?<!\\)<img/m);
  });

  test('is refused to whoever has no key, and not found where nothing is', async () => {
    const closed = open({ caller: anyone });
    expect((await closed.visit('/_portal/exchanges.md')).status).toBe(401);
    for (const page of ['/_portal/apis/nothing.md', '/_portal/apis/personal-demographics/nothing.md', '/_portal/exchanges/nothing.md'])
      expect([page, (await open().visit(page)).status]).toEqual([page, 404]);
  });
});
