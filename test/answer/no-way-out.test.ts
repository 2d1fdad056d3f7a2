/** No answer of any contract at hand leads a client to a host of the NHS platform or of the contract's servers: a credential would go with it. */
import { expect, test } from 'vitest';
import { isPlatform, publishedServers } from '../../src/contract/published-links.ts';
import { loadContract } from '../../src/contract/load.ts';
import type { Contract } from '../../src/contract/contract.ts';
import { sampleRequest } from '../../src/answer/sample/sample-request.ts';
import { generatorOf } from '../generator-of.ts';
import { answers, contractOf } from '../gateway/small-contract.ts';
import { sandboxOf, type Sandbox } from '../sandbox.ts';
import { contracts, rendered, sandboxFor, send } from './every-contract.ts';

/** Names are in other places than links, and no client follows them. */
const named = /"(?:system|profile)":\s*\[?\s*"$/;

async function leadingOut(contract: Contract, sandbox: Sandbox): Promise<readonly string[]> {
  const hosts = new Set(publishedServers(contract.document).map(({ host }) => host));
  const leading: string[] = [];
  for (const operation of contract.operations) {
    const sample = sampleRequest(generatorOf(contract), operation, { key: 'no way out', now: Date.UTC(2026, 0, 1), extent: 'required' });
    const request = rendered(operation, sample);
    for (const prefer of ['', 'code=400', 'code=404']) {
      const answer = await send(sandbox, contract, { ...request, headers: { ...request.headers, prefer } });
      const text = `${JSON.stringify([...answer.headers])}${await answer.text()}`;
      for (const { 0: link, 1: host = '', index } of text.matchAll(/https?:\/\/([\w.-]+)[^"\\\s<>]*|_base_?url_|\.published\.invalid/gi)) {
        const isOurs = /^http/i.test(link) && !hosts.has(host) && !isPlatform(host);
        const isSent = request.body?.includes(link) || request.target.includes(encodeURIComponent(link));
        if (!isOurs && !isSent && !named.test(text.slice(0, index))) leading.push(`${operation.id} ${prefer} ${link}`);
      }
    }
  }
  return leading;
}

test('a way out is found where published links are asked for as published, and nowhere else', async () => {
  const example = { url: 'https://api.service.nhs.uk/shop/jars/7', about: '_baseUrl_/jars' };
  const text = contractOf({ '/jars': { get: { operationId: 'jars', responses: { 200: answers({}, { example }) } } } });
  const contract = loadContract({ name: 'jars.json', text });
  expect(await leadingOut(contract, sandboxOf(contract, { settings: { examples: 'published' } }))).toEqual([
    'jars  https://api.service.nhs.uk/shop/jars/7',
    'jars  _baseUrl_',
  ]);
  expect(await leadingOut(contract, sandboxOf(contract))).toEqual([]);
});

// A mock of our own writes what the real service is known to write.
test.each(contracts.filter(({ name }) => !name.startsWith('our ')))('$name', async ({ read }) => {
  const served = read();
  expect(await leadingOut(served.contract, sandboxFor(served))).toEqual([]);
});
