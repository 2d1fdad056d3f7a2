/** Each of our contracts against the one that is published: no difference that `test/mocks/<api>/published-contract.ts` does not explain. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { generatedContracts } from '../../src/generated/catalogue.ts';
import { differences } from './compare-contracts.ts';
import type { Explanation } from './explanation.ts';

interface Compared {
  /** The file of shared/specs, which is never part of this project. */
  readonly published: string;
  readonly explained: readonly Explanation[];
}

const specs = resolve(import.meta.dirname, '../../../shared/specs');

for (const file of globSync('*/published-contract.ts', { cwd: import.meta.dirname }).toSorted()) {
  const slug = basename(dirname(file));
  const { published, explained } = (await import(`./${slug}/published-contract.ts`)) as Compared; // as each of them exports
  const text = resolve(specs, published);
  test.skipIf(!existsSync(text))(`${slug} says what is published, but for what is explained`, async () => {
    const ours = await generatedContracts[slug]?.();
    if (!ours) throw new Error(`there is no contract openapi/${slug}.yaml`);
    const found = differences(JSON.parse(readFileSync(text, 'utf8')), JSON.parse(ours.document));
    const isExplained = (line: string): boolean => explained.some(({ where }) => where.test(line));
    expect(found.filter((line) => !isExplained(line))).toEqual([]);
    expect(explained.filter(({ where }) => !found.some((line) => where.test(line)))).toEqual([]);
  });
}
