/** Each request that is published as an example, sent to our API: accepted, or named in `test/mocks/<api>/published-contract.ts`. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { rendered, send, validRequest } from '../answer/every-contract.ts';
import { sandboxFor } from '../sandbox.ts';
import type { CatalogueName } from '../../src/runtimes/browser/api-names.ts';
import type { Explanation } from './explanation.ts';

interface Compared {
  /** The file of shared/specs, which is never part of this project. */
  readonly published: string;
  /** Examples that break a rule of the service, by `operationId example: status`. */
  readonly refused?: readonly Explanation[];
}

const specs = resolve(import.meta.dirname, '../../../shared/specs');
const now = Date.UTC(2026, 0, 1);

for (const file of globSync('*/published-contract.ts', { cwd: import.meta.dirname }).toSorted()) {
  const slug = basename(dirname(file)) as CatalogueName; // the folders of tests have the names of the APIs
  const { published, refused = [] } = (await import(`./${slug}/published-contract.ts`)) as Compared; // as each of them exports
  const path = resolve(specs, published);
  test.skipIf(!existsSync(path))(`${slug} accepts every request that is published as an example, but for what is named`, async () => {
    const contract = loadContract({ name: published, text: readFileSync(path, 'utf8') });
    const sandbox = await sandboxFor(slug, { tolerateDefects: true });
    const found: string[] = [];
    for (const operation of contract.operations) {
      const sample = validRequest(contract, operation, { key: 'published requests', now, extent: 'required' });
      for (const { type, examples } of operation.body?.content ?? [])
        for (const { name, value } of examples) {
          sandbox.workspace.reset();
          const request = rendered(operation, { ...sample, body: { type, value } });
          const answer = await send(sandbox, sandbox.contract, request, operation);
          if (answer.status >= 300) found.push(`${operation.id} ${name}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
        }
    }
    const isNamed = (line: string): boolean => refused.some(({ where }) => where.test(line));
    expect(found.filter((line) => !isNamed(line))).toEqual([]);
    expect(refused.filter(({ where }) => !found.some((line) => where.test(line)))).toEqual([]);
  });
}
