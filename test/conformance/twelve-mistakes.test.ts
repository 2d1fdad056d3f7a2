/** The proof of the rules: twelve mistakes in a client that was written before them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { ownApis } from '../../src/runtimes/own-apis.ts';
import { origin, sandboxOf, world } from '../sandbox.ts';
import { dayAtTheDesk } from './reception-desk.ts';

/** By the numbers in the client, the rule that is to find each. */
const mistakes = {
  1: 'request-id-missing',
  2: 'request-id-reused',
  3: 'version-missing',
  4: 'version-outdated',
  5: 'token-per-call',
  6: 'token-missing',
  7: 'retry-after-ignored',
  8: 'retried-without-back-off',
  9: 'nhs-number-in-query',
  10: 'page-not-followed',
  11: 'media-type-tolerated',
  12: 'refusal-repeated',
};

async function reportOn(mended: boolean) {
  const [demographics] = await ownApis(['personal-demographics']);
  const name = 'letters.yaml';
  const letters = loadContract({ name, text: readFileSync(join(import.meta.dirname, name), 'utf8') });
  if (!demographics?.mock) throw new Error('Personal Demographics has no mock');
  const { slug } = demographics.contract;
  const sandbox = sandboxOf([demographics.contract, letters], { population: world(), mocks: { [slug]: demographics.mock } });
  for (const subject of ['One', 'Two', 'Three'])
    await sandbox.send('POST', '/letters/FHIR/R4/Letter', { resourceType: 'Letter', subject }, { 'x-request-id': crypto.randomUUID() });
  sandbox.workspace.journal.clear();
  await dayAtTheDesk(
    {
      origin,
      fetch: (request) => sandbox.request(request.url, request),
      wait: (seconds) => sandbox.clock.set(sandbox.clock.now() + seconds * 1_000),
      mended,
    },
    { caller: '9000000009', second: '9000000017' },
  );
  const { exchanges } = await (await sandbox.request('/_sandbox/exchanges')).json();
  const rules = new Set<string>();
  for (const { id } of exchanges) {
    const { conformance } = await (await sandbox.request(`/_sandbox/trace/${id}`)).json();
    for (const { rule } of conformance) rules.add(rule);
  }
  return [...rules].toSorted();
}

test('the report names every one of twelve mistakes, and nothing else', async () => {
  expect(await reportOn(false)).toEqual(Object.values(mistakes).toSorted());
});

test('of the same client without them it names nothing', async () => {
  expect(await reportOn(true)).toEqual([]);
});
