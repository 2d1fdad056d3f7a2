/** A contract that publishes numbers of the ranges issued to patients is served, and whoever brings it is told where they are, and never which. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { main } from '../../src/cli/main.ts';
import { warningsOf } from '../../src/cli/quirks.ts';
import { planApi } from '../../src/plan/api-plan.ts';
import { randomFrom, realRange, testRange } from '../gateway/live-numbers.ts';
import { sandboxOf } from '../sandbox.ts';
import { recordedTerminal } from './recorded-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-published-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const random = randomFrom(20261130);
const one = realRange(random);
const other = realRange(random);
const printed = (n: string): string => `${n.slice(0, 3)} ${n.slice(3, 6)} ${n.slice(6)}`;

const contract = (first: string, second: string): string => `
openapi: 3.1.0
x-pattern: '${Array.from(realRange(random)).join('}[)(]{')}'
info: { title: Surgery, version: '1', description: 'Try ${printed(first)}.' }
servers: [{ url: /surgery }]
paths:
  /Patient/{id}:
    get:
      operationId: read
      parameters: [{ name: id, in: path, required: true, schema: { type: string }, example: '${first}' }]
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: { type: object }
              examples:
                number ${second}: { value: { resourceType: Patient, id: '${second}', managed: [${second}] } }
`;

const told =
  /2 numbers of the ranges issued to real patients are here and at 4 more places\. They pass as identifiers in this API, nowhere else\./s;
const never = (text: string): void => {
  for (const number of [one, other]) expect([text.includes(number), text.replace(/\D/g, '').includes(number)]).toEqual([false, false]);
};

test('by check, in both of its forms, as a hint', async () => {
  const file = join(folder, 'surgery.yaml');
  writeFileSync(file, contract(one, other));
  const terminal = recordedTerminal(100);
  expect(await main(['check', file], terminal)).toBe(0);
  expect(terminal.written.out.replace(/\s+/g, ' ')).toMatch(told);
  expect(terminal.written.out).toMatch(/hint {5,}\/info\/description/);
  expect(terminal.written.out).toContain('/paths/~1Patient~1{id}/get/parameters/0/example');
  never(terminal.written.out);
  const json = recordedTerminal(100);
  await main(['check', file, '--json'], json);
  const [{ quirks }] = JSON.parse(json.written.out);
  expect(quirks).toEqual([{ pointer: '/info/description', effect: 'hint', message: expect.stringMatching(told) }]);
  never(json.written.out);
});

test('at the start, and by the sandbox itself', async () => {
  const text = contract(one, other);
  const warnings = warningsOf([planApi(loadContract({ name: 'surgery.yaml', text }))]);
  expect(warnings).toEqual([
    { heading: 'Numbers that could be real patients’', lines: [expect.stringMatching(/^surgery \/info\/description: 2 numbers/)] },
  ]);
  never(JSON.stringify(warnings));
  const said = await (await sandboxOf(text).request('/_sandbox/catalogue')).text();
  expect(said).toMatch(told);
  never(said);
  // Nor is one handed out with a workspace, as a first call to try.
  const made = async (published: string): Promise<string> =>
    (await sandboxOf(published, { tolerateDefects: true }).send('POST', '/_sandbox/workspaces')).text();
  never(await made(text));
  expect(await made(contract(testRange(random), testRange(random)))).toMatch(/"curl":"curl [^"]+\/surgery\/Patient\/9\d{9}/);
});

test('and nothing is said where all numbers are for tests', async () => {
  const text = contract(testRange(random), testRange(random));
  expect(warningsOf([planApi(loadContract({ name: 'surgery.yaml', text }))])).toEqual([]);
  expect(await (await sandboxOf(text).request('/_sandbox/catalogue')).text()).not.toContain('issued to real patients');
});

test('those that are published are served and taken as identifiers, in references too', async () => {
  const { request, send } = sandboxOf(
    contract(one, other).replace(
      'paths:',
      'paths:\n  /Task:\n    post:\n      operationId: add\n      requestBody: { content: { application/json: { schema: { type: object } } } }\n      responses: { "201": { description: added } }',
    ),
    { tolerateDefects: true },
  );
  expect((await request(`/surgery/Patient/${one}`)).status).toBe(200);
  expect((await send('POST', '/surgery/Task', { for: { reference: `Patient/${other}` } })).status).toBe(201);
  expect((await send('POST', '/surgery/Task', { for: { reference: `Patient/${realRange(random)}` } })).status).toBeGreaterThanOrEqual(400);
});
