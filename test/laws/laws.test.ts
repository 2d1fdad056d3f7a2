/** The laws of state over contracts that nobody has seen: each failing contract is shown whole, with the conversation that broke the law. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnContracts } from './contract-generator.ts';
import { judge } from './judge.ts';
import { laws } from './laws.ts';
import type { Salt } from './shop.ts';

/** `LAWS_RUNS=400 npx vitest run test/laws` draws more contracts for each law; `FC_SEED` draws others. */
const runs = Number(process.env['LAWS_RUNS'] ?? 15);

const salts: fc.Arbitrary<readonly Salt[]> = fc.array(fc.record({ salt: fc.nat({ max: 17 }), whole: fc.boolean() }), {
  minLength: 2,
  maxLength: 4,
});

describe('over drawn contracts', () => {
  test.each(laws)('$says', { timeout: 2_000 * runs }, async (law) => {
    const property = fc.asyncProperty(drawnContracts(law.given), salts, (shape, drawn) => judge(law, shape, drawn));
    const { failed, errorInstance, counterexamplePath, seed } = await fc.check(property, { numRuns: runs });
    if (failed)
      expect.fail(
        `seed ${seed}, path ${counterexamplePath}: ${errorInstance instanceof Error ? errorInstance.message : String(errorInstance)}`,
      );
  });
});
