/** `sandbox.inbox` in a test: what the APIs of a sandbox in this process send by themselves. */
import { expect, test } from 'vitest';
import { createSandbox } from '../../../src/runtimes/browser/sandbox.ts';

const record = 'http://localhost:8787/personal-demographics/FHIR/R4/Patient/9000000009';
const change = (gender: string, version: number): RequestInit => ({
  method: 'PATCH',
  headers: {
    'Content-Type': 'application/json-patch+json',
    'If-Match': `W/"${version}"`,
    'X-Request-ID': `00000000-0000-4000-8000-00000000000${version}`,
  },
  body: JSON.stringify({ patches: [{ op: 'replace', path: '/gender', value: gender }] }),
});

test('a test asks for the next message, for all of them, and for one that never comes', async () => {
  const sandbox = createSandbox({ apis: ['personal-demographics'], clock: '2026-01-01T09:00:00Z' });
  for (const [gender, version] of [
    ['male', 2],
    ['female', 3],
  ] as const)
    expect((await sandbox.fetch(record, change(gender, version))).status).toBe(200);
  const first = await sandbox.inbox.next({ type: 'pds-*' });
  expect([first.body, first.deliveries]).toMatchObject([{ subject: '9000000009', versionid: 'W/"3"' }, []]);
  expect((await sandbox.inbox.next({ type: 'pds-*' })).body).toMatchObject({ versionid: 'W/"4"' });
  expect((await sandbox.inbox.list({ subject: '9000000009' })).map(({ number }) => number)).toEqual([1, 2]);
  await expect(sandbox.inbox.next({ type: 'pds-*', within: 0.05 })).rejects.toThrow(
    'no message of {"type":"pds-*"} came within 0.05 seconds',
  );
  sandbox.reset();
  expect(await sandbox.inbox.list()).toEqual([]);
  await sandbox.fetch(record, change('male', 2));
  expect((await sandbox.inbox.next({ type: 'pds-*' })).number).toBe(3);
});
