/** A request to one operation that works: what is asked of the sandbox by a page that lets somebody try it, or by a program that does. */
import { describe, expect, test } from 'vitest';
import type { components } from '../../src/generated/sandbox-control.types.ts';
import { notebook, notes } from '../gateway/notebook.ts';
import { sandboxFor, sandboxOf, type Sandbox } from '../sandbox.ts';

type Working = components['schemas']['WorkingRequest'];

async function ask(sandbox: Sandbox, api: string, operation: string, query = ''): Promise<Working> {
  const response = await sandbox.request(`/_sandbox/contracts/${api}/operations/${operation}/request${query}`);
  return response.json();
}

async function send(sandbox: Sandbox, { request: { method, target, headers, body } }: Working): Promise<number> {
  return (await sandbox.request(target, { method, headers, ...(body !== undefined && { body }) })).status;
}

describe('a request that works', () => {
  const sandbox = sandboxOf(notebook);

  test.each([
    ['read-note', 200],
    ['list-notes', 200],
    ['add-note', 201],
  ])('for %s is answered %i as it is', async (operation, status) => {
    const found = await ask(sandbox, 'notebook', operation);
    expect([found.works, await send(sandbox, found)]).toEqual([true, status]);
  });

  test('says what it is made of, and what the contract wants of each part', async () => {
    const { request, base, parameters, answers } = await ask(sandbox, 'notebook', 'read-note');
    expect([request.target, request.values, base]).toEqual([`${notes}/first`, [{ in: 'path', name: 'id', text: 'first' }], '/notebook']);
    expect(parameters).toEqual([{ in: 'path', name: 'id', required: true, sentAs: 'value', type: 'string' }]);
    expect(answers.map(({ status, examples }) => [status, examples])).toContainEqual(['404', ['gone']]);
    const list = await ask(sandbox, 'notebook', 'list-notes');
    expect(list.parameters.map(({ name, sentAs, enum: choices }) => [name, sentAs, choices])).toEqual([
      ['q', 'value', undefined],
      ['page', 'pairs', undefined],
      ['X-Kind', 'value', ['short', 'long']],
    ]);
  });

  test('stores nothing by being tried, and is in no journal', async () => {
    const untouched = sandboxOf(notebook);
    const before = await (await untouched.request('/_sandbox/export')).text();
    await ask(untouched, 'notebook', 'add-note');
    expect(await (await untouched.request('/_sandbox/export')).text()).toBe(before);
    expect((await (await untouched.request('/_sandbox/exchanges')).json()).exchanges).toEqual([]);
  });

  test.each([
    ['/_sandbox/contracts/unknown/operations/read-note/request'],
    ['/_sandbox/contracts/notebook/operations/unknown/request'],
    ['/_sandbox/contracts/notebook/operations/read-note/request?person=9999999999'],
  ])('is not found at %s', async (path) => {
    expect((await sandbox.request(path)).status).toBe(404);
  });
});

describe('a request about a person', () => {
  test('asks for them by NHS number where the operation takes one', async () => {
    const sandbox = await sandboxFor('personal-demographics');
    const number = sandbox.people.janeSmith;
    const found = await ask(sandbox, 'personal-demographics', 'get-patient', `?person=${number}`);
    expect(found.works).toBe(true);
    expect(found.request.target).toContain(`/Patient/${number}`);
    expect(await send(sandbox, found)).toBe(200);
  });

  test('says who they are in a header that may be left out, where the operation takes nothing else', async () => {
    const sandbox = await sandboxFor('prescriptions-for-patients');
    const number = sandbox.people.janeSmith;
    const found = await ask(sandbox, 'prescriptions-for-patients', 'prescriptions-for-patients-bundle', `?person=${number}`);
    expect([found.works, Object.values(found.request.headers), await send(sandbox, found)]).toEqual([
      true,
      expect.arrayContaining([number]),
      200,
    ]);
  });

  test('says who they are in a body that names a patient by a parameter of FHIR', async () => {
    const sandbox = await sandboxFor('gp-connect-record');
    const number = sandbox.people.janeSmith;
    const [other] = (await (await sandbox.request('/_sandbox/people?condition=diabetes&limit=5')).json()).people.filter(
      ({ nhsNumber }: { readonly nhsNumber: string }) => nhsNumber !== number,
    );
    const found = await ask(sandbox, 'gp-connect-record', 'get-structured-record', `?person=${other.nhsNumber}`);
    expect(found.request.body).toContain(`"value":"${other.nhsNumber}"`);
    expect(found.request.body).not.toContain(number);
    expect([found.works, found.note, await send(sandbox, found)]).toEqual([true, undefined, 200]);
  });
});

describe('the explanation of a refused request', () => {
  test('has the request that works in parts, so that a form can be filled with them', async () => {
    const sandbox = sandboxOf(notebook);
    const refused = await sandbox.request(`${notes}?page[size]=x`);
    const { worksInParts } = await (await sandbox.request(refused.headers.get('x-sandbox-trace') ?? '')).json();
    expect(worksInParts.values).toContainEqual({ in: 'query', name: 'page', text: 'page[size]=6' });
  });
});
