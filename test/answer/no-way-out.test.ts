/** No answer of any contract at hand leads a client to a host of the NHS platform or of the contract's servers: a credential would go with it. */
import { expect, test } from 'vitest';
import { isPlatform, publishedServers } from '../../src/contract/published-links.ts';
import { sampleRequest } from '../../src/answer/sample/sample-request.ts';
import { generatorOf } from '../generator-of.ts';
import { contracts, rendered, sandboxFor, send } from './every-contract.ts';

/** Names are in other places than links, and no client follows them. */
const named = /"(?:system|profile)":\s*\[?\s*"$/;

// A mock of our own writes what the real service is known to write.
const published = contracts.filter(({ name }) => !name.startsWith('our '));

test.each(published)('$name', async ({ read }) => {
  const served = read();
  const { contract } = served;
  const sandbox = sandboxFor(served);
  const hosts = new Set(publishedServers(contract.document).map(({ host }) => host));
  const leading: string[] = [];
  for (const operation of contract.operations) {
    const sample = sampleRequest(generatorOf(contract), operation, { key: 'no way out', now: Date.UTC(2026, 0, 1), extent: 'required' });
    const request = rendered(operation, sample);
    for (const prefer of ['', 'code=400', 'code=404']) {
      const answer = await send(sandbox, contract, { ...request, headers: { ...request.headers, prefer } });
      const text = `${JSON.stringify([...answer.headers])}${await answer.text()}`;
      for (const { 0: link, 1: host = '', index } of text.matchAll(/https?:\/\/([\w.-]+)[^"\\\s<>]*|_base_?url_|\.published\.invalid/gi)) {
        const isSent = request.body?.includes(link) || request.target.includes(encodeURIComponent(link));
        if ((/^http/i.test(link) && !hosts.has(host) && !isPlatform(host)) || isSent || named.test(text.slice(0, index))) continue;
        leading.push(`${operation.id} ${prefer} ${link}`);
      }
    }
  }
  expect(leading).toEqual([]);
});
