/** A sandbox in which the reception desk has had its day. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContract } from '../../src/contract/load.ts';
import { ownApis } from '../../src/runtimes/own-apis.ts';
import { origin, sandboxOf, world, type Sandbox } from '../sandbox.ts';
import { dayAtTheDesk } from './reception-desk.ts';

export async function aDay({ mended, at = Date.UTC(2026, 0, 1) }: { readonly mended: boolean; readonly at?: number }): Promise<Sandbox> {
  const [demographics] = await ownApis(['personal-demographics']);
  if (!demographics?.mock) throw new Error('Personal Demographics has no mock');
  const { contract, mock } = demographics;
  const name = 'letters.yaml';
  const letters = loadContract({ name, text: readFileSync(join(import.meta.dirname, name), 'utf8') });
  const sandbox = sandboxOf([contract, letters], { population: world(), mocks: { [contract.slug]: mock } });
  sandbox.clock.set(at);
  const headers = { 'X-Request-ID': crypto.randomUUID() };
  for (const subject of ['One', 'Two', 'Three'])
    await sandbox.send('POST', '/letters/FHIR/R4/Letter', { resourceType: 'Letter', subject }, headers);
  sandbox.workspace.journal.clear();
  const wait = (seconds: number): void => sandbox.clock.set(sandbox.clock.now() + seconds * 1_000);
  const fetch = (request: Request): Promise<Response> => sandbox.request(request.url, request);
  await dayAtTheDesk({ origin, fetch, wait, mended }, { caller: '9000000009', second: '9000000017' });
  return sandbox;
}
