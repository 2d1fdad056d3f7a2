/** A stub of a sandbox in this process, and the handle that removes it. */
import { expect, test } from 'vitest';
import { createSandbox } from '../../src/runtimes/browser/sandbox.ts';

test('a stub in process answers until it is removed', async () => {
  const sandbox = createSandbox({
    contracts: [
      {
        name: 'parcels',
        text: JSON.stringify({
          openapi: '3.1.0',
          info: { title: 'P', version: '1' },
          servers: [{ url: '/p' }],
          paths: { '/a': { get: { operationId: 'a', responses: { '200': { description: 'ok' } } } } },
        }),
      },
    ],
  });
  const ask = async () => (await sandbox.fetch('http://localhost:8787/p/a')).status;
  const stub = await sandbox.stub({ match: { operation: 'a' }, answer: { status: 202, body: {} } });
  expect(stub.warnings).toEqual(['“a” does not document 202; it documents 200.']);
  expect(await ask()).toBe(202);
  await stub.remove();
  expect(await ask()).toBe(200);
  await expect(sandbox.stub({ answer: { body: '{{shoes}}' } })).rejects.toThrow('shoes');
});
