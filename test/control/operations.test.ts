/** What an API does, told by the sandbox's own: its operations, what answers each, and a request that works. */
import { expect, test } from 'vitest';
import { sandboxOf, sandboxesFor } from '../sandbox.ts';
import { notebook } from '../gateway/notebook.ts';

interface Listed {
  readonly id: string;
  readonly method: string;
  readonly answeredBy: string;
  readonly request?: {
    readonly method: string;
    readonly target: string;
    readonly headers: Record<string, string>;
    readonly body?: string;
    readonly works: boolean;
  };
}

const open = await sandboxesFor('personal-demographics');
const listedBy = async (answer: Response): Promise<readonly Listed[]> =>
  ((await answer.json()) as { operations: readonly Listed[] }).operations;

test('every operation comes with a request that works, and changes nothing by being looked for', async () => {
  const sandbox = open();
  const before = await (await sandbox.request('/_sandbox/export')).text();
  const operations = await listedBy(await sandbox.request('/_sandbox/contracts/personal-demographics/operations?requests=true'));
  expect(await (await sandbox.request('/_sandbox/export')).text()).toBe(before);
  expect(operations.map(({ id }) => id)).toEqual(sandbox.contract.operations.map(({ id }) => id));
  for (const { id, request } of operations) {
    const fresh = open();
    const { target = '', method = '', headers = {}, body } = request ?? {};
    const { status } = await fresh.request(target, { method, headers, ...(body !== undefined && { body }) });
    expect([id, request?.works, status < 300]).toEqual([id, true, true]);
  }
});

test('one operation can be asked for alone, and whether rules answer it is said', async () => {
  const { request } = open();
  const operations = await listedBy(await request('/_sandbox/contracts/personal-demographics/operations?operation=get-patient'));
  expect(operations).toMatchObject([{ id: 'get-patient', method: 'GET', path: '/Patient/{id}', answeredBy: 'rules' }]);
  expect(operations[0]).not.toHaveProperty('request');
});

test('what is known of the rules of each comes where it is asked for, and of the API as a whole', async () => {
  const { request } = open();
  const path = '/_sandbox/contracts/personal-demographics/operations';
  const body = (await (await request(`${path}?fidelity=true&operation=get-patient`)).json()) as Record<string, unknown>;
  expect(body).toMatchObject({
    operations: [{ id: 'get-patient', fidelity: expect.arrayContaining([expect.objectContaining({ standing: 'observed' })]) }],
    fidelity: {
      compared: { version: 'FHIR R4' },
      everywhere: expect.arrayContaining([expect.objectContaining({ standing: 'different' })]),
    },
  });
  expect(await (await request(path)).text()).not.toContain('fidelity');
  const notes = await sandboxOf(notebook).request('/_sandbox/contracts/notebook/operations?fidelity=true');
  expect(await notes.text()).not.toContain('fidelity');
  // So is that of what comes with the sandbox.
  for (const name of ['identity', 'nhs-login', 'care-identity'])
    expect(await (await request(`/_sandbox/contracts/${name}/operations?fidelity=true`)).text()).toContain('"standing":"different"');
});

test('an operation or an API that is not there is not found, with what is there', async () => {
  const { request } = sandboxOf(notebook);
  expect((await request('/_sandbox/contracts/nothing/operations')).status).toBe(404);
  expect((await request('/_sandbox/contracts/notebook/operations?operation=nothing')).status).toBe(404);
});

test('a contract that shows no request that works gives the one that it shows', async () => {
  const never = `
openapi: 3.1.0
info: { title: Never, version: '1' }
servers: [{ url: https://example.org/never }]
paths:
  /lost/{id}:
    get:
      parameters: [{ name: id, in: path, required: true, schema: { type: string }, example: a1 }]
      responses: { '404': { description: Never there. } }
`;
  const { request } = sandboxOf(never);
  const [only] = await listedBy(await request('/_sandbox/contracts/invented/operations?requests=true'));
  expect(only).toMatchObject({ id: 'get-lost-id', answeredBy: 'contract', request: { target: '/never/lost/a1', works: false } });
});
