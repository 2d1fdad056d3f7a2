/** What stands alone at its path, with no collection around it: it is written and read back, below each parent its own. */
import { expect, test } from 'vitest';
import { answers, contractOf, fault, takes } from '../../gateway/small-contract.ts';
import { sandboxOf } from '../../sandbox.ts';

const text = { type: 'string' };
const settings = {
  type: 'object',
  required: ['theme'],
  properties: {
    theme: { type: 'string', enum: ['light', 'dark'] },
    size: { type: 'integer' },
    changed: { type: 'string', format: 'date-time', readOnly: true },
  },
};
const lone = {
  get: { responses: { 200: answers(settings), 404: fault } },
  put: { requestBody: takes(settings), responses: { 200: answers(settings), 400: fault, 404: fault } },
  patch: {
    requestBody: { required: true, content: { 'application/merge-patch+json': { schema: { ...settings, required: [] } } } },
    responses: { 200: answers(settings), 400: fault, 404: fault },
  },
};
const parameter = { name: 'userId', in: 'path', required: true, schema: text };

test('what is put is read, what is patched is changed, and a refused change changes nothing', async () => {
  const { send, request } = sandboxOf(contractOf({ '/settings': lone }));
  const before = await (await request('/small/settings')).text();
  expect(await (await request('/small/settings')).text()).toBe(before);
  const put = await (await send('PUT', '/small/settings', { theme: 'dark', size: 3 })).json();
  expect(put).toMatchObject({ theme: 'dark', size: 3 });
  expect(await (await request('/small/settings')).json()).toEqual(put);
  const merge = { 'Content-Type': 'application/merge-patch+json' };
  expect(await (await send('PATCH', '/small/settings', { theme: 'light' }, merge)).json()).toMatchObject({ theme: 'light', size: 3 });
  expect((await send('PUT', '/small/settings', { theme: 'blue' })).status).toBe(400);
  expect(await (await request('/small/settings')).json()).toMatchObject({ theme: 'light', size: 3 });
  expect((await send('POST', '/_sandbox/reset')).status).toBe(204);
  expect(await (await request('/small/settings')).text()).toBe(before);
});

test('each parent has its own', async () => {
  const { send, request } = sandboxOf(contractOf({ '/users/{userId}/settings': { parameters: [parameter], ...lone } }));
  await send('PUT', '/small/users/ann/settings', { theme: 'dark', size: 1 });
  await send('PUT', '/small/users/bob/settings', { theme: 'light', size: 2 });
  expect(await (await request('/small/users/ann/settings')).json()).toMatchObject({ theme: 'dark', size: 1 });
  expect(await (await request('/small/users/bob/settings')).json()).toMatchObject({ theme: 'light', size: 2 });
});

test('below a parent that does not exist there is none', async () => {
  const user = { type: 'object', required: ['name'], properties: { id: { type: 'string', readOnly: true }, name: text } };
  const { send, request } = sandboxOf(
    contractOf({
      '/users': { post: { requestBody: takes(user), responses: { 201: answers(user) } } },
      '/users/{userId}': {
        parameters: [parameter],
        get: { responses: { 200: answers(user), 404: fault } },
        delete: { responses: { 204: { description: 'Gone' }, 404: fault } },
      },
      '/users/{userId}/settings': { parameters: [parameter], ...lone },
    }),
  );
  const { id } = await (await send('POST', '/small/users', { name: 'Ann' })).json();
  expect((await send('PUT', `/small/users/${id}/settings`, { theme: 'dark' })).status).toBe(200);
  expect((await send('PUT', '/small/users/nobody/settings', { theme: 'dark' })).status).toBe(404);
  expect((await request('/small/users/nobody/settings')).status).toBe(404);
  await send('DELETE', `/small/users/${id}`);
  expect((await request(`/small/users/${id}/settings`)).status).toBe(404);
});

test('an action on an item leaves the item, and says which it was', async () => {
  const job = { type: 'object', required: ['name'], properties: { id: { type: 'string', readOnly: true }, name: text } };
  const outcome = { type: 'object', required: ['jobId', 'started'], properties: { jobId: text, started: { type: 'boolean' }, note: text } };
  const { send, request } = sandboxOf(
    contractOf({
      '/jobs': {
        post: { requestBody: takes(job), responses: { 201: answers(job) } },
        get: { responses: { 200: answers({ type: 'array', items: job }) } },
      },
      '/jobs/{jobId}': { get: { parameters: [{ ...parameter, name: 'jobId' }], responses: { 200: answers(job), 404: fault } } },
      '/jobs/{jobId}/start': {
        post: {
          parameters: [{ ...parameter, name: 'jobId' }],
          requestBody: takes({ type: 'object', properties: { note: text } }),
          responses: { 202: answers(outcome), 404: fault },
        },
      },
    }),
  );
  const made = await (await send('POST', '/small/jobs', { name: 'Sweep' })).json();
  const started = await send('POST', `/small/jobs/${made.id}/start`, { note: 'gently' });
  expect(started.status).toBe(202);
  expect(await started.json()).toMatchObject({ jobId: made.id, note: 'gently' });
  expect(await (await request('/small/jobs')).json()).toEqual([made]);
  expect((await send('POST', '/small/jobs/none/start', {})).status).toBe(404);
});
