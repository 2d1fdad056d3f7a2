/** What clients of Personal Demographics get wrong, and what the trace says of it. */
import { expect, test } from 'vitest';
import { sandboxFor, type ApiSandbox } from '../../sandbox.ts';

const ask = ({ call }: ApiSandbox<'personal-demographics'>, path: string) =>
  call('GET', path, { headers: { 'X-Request-ID': crypto.randomUUID(), Authorization: 'Bearer token1' } });

async function notes(sandbox: ApiSandbox<'personal-demographics'>): Promise<readonly string[]> {
  const [last] = sandbox.workspace.journal.list(1);
  const { conformance } = await (await sandbox.request(`/_sandbox/trace/${last?.id}`)).json();
  return conformance.map(({ rule, note }: { rule: string; note: string }) => `${rule}: ${note}`);
}

test('whoever goes on asking by a superseded number is told that there is a new one', async () => {
  const sandbox = await sandboxFor('personal-demographics');
  const { superseded, survivor } = sandbox.people;
  await ask(sandbox, `/Patient/${superseded}`);
  await ask(sandbox, `/Patient/${survivor}`);
  expect(await notes(sandbox)).toEqual([]);
  await ask(sandbox, `/Patient/${superseded}/RelatedPerson`);
  expect(await notes(sandbox)).toEqual([expect.stringMatching(/^pds-superseded-kept: May fail in integration because .*superseded/)]);
});

test('whoever polls for a write is told that only the gateway does', async () => {
  const sandbox = await sandboxFor('personal-demographics');
  await ask(sandbox, '/_poll/0123456789abcdef');
  expect(await notes(sandbox)).toEqual([expect.stringMatching(/^pds-polled: Would fail in integration because .*X-Request-ID/)]);
});
