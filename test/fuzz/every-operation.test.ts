/** Fuzzed requests for every operation, eight, and more where time is no matter (FUZZ_RUNS=50), of every contract at hand: never a 5xx, never a hang, always an answer of documented shape. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Contract, SchemaAt } from '../../src/contract/contract.ts';
import { askedFor, everyContract, isOwn, responseFor, send, shapeFaults, validRequest } from '../answer/every-contract.ts';
import { fuzzedRequest } from './fuzzed-request.ts';

/** The same requests in every run; `FUZZ_SEED` and `FUZZ_RUNS` make others, and more of them. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20_260_101);
const perOperation = Number(process.env['FUZZ_RUNS'] ?? 8);
/** Of the processor, since what else the machine does is not ours to promise. */
const longest = 1_000;

/** The shapes in which a contract documents errors. */
function errorShapes({ operations }: Contract): readonly SchemaAt[] {
  const shapes = operations.flatMap(({ responses }) =>
    [...responses].filter(([key]) => !/^[123]/.test(key)).flatMap(([, { content }]) => content.flatMap(({ schema }) => schema ?? [])),
  );
  return [...new Map(shapes.map((shape) => [shape.pointer, shape])).values()];
}

describe.each(everyContract)('$name', { timeout: 2_000 * perOperation }, ({ read }) => {
  test(`holds against fuzzed requests (seed ${seed})`, async () => {
    const served = read();
    const { contract } = served;
    const sandbox = askedFor(served);
    const shapes = errorShapes(contract);
    for (const operation of contract.operations) {
      const sample = validRequest(contract, operation, { key: 'fuzz', now: Date.UTC(2026, 0, 1), extent: 'full' });
      sandbox.reset();
      const property = fc.asyncProperty(fuzzedRequest(operation, sample), async ({ body, ...request }) => {
        // Of the sandbox's own API a request may take away what the next one asks for.
        if (isOwn(contract) && request.method !== 'GET') sandbox.reset();
        const before = process.cpuUsage();
        const response = await send(sandbox, contract, { ...request, ...(body === undefined ? {} : { body }) }, operation);
        // One without an end in sight is left.
        if (response.headers.get('content-type') === 'text/event-stream') return response.body?.cancel();
        const text = await response.clone().text();
        const { user, system } = process.cpuUsage(before);
        expect((user + system) / 1_000).toBeLessThan(longest);
        expect(response.status).toBeLessThan(500);
        expect(text).not.toMatch(/\n\s+at .*:\d+:\d+/i);
        // A page is an answer where a contract has one, and never a refusal.
        if (!response.ok) expect(text).not.toMatch(/<html/i);
        // A URL forgets its dot segments (https://url.spec.whatwg.org/#double-dot-path-segment): another path was asked for.
        if (new URL(request.target, 'http://any.test').pathname !== request.target.split('?')[0]) return;
        if (isOwn(contract) || responseFor(operation, response.status))
          expect(await shapeFaults(contract, operation, response)).toEqual([]);
        else {
          expect(response.status).toBeGreaterThanOrEqual(400);
          const value = JSON.parse(text === '' ? '{}' : text);
          if (text !== '' && shapes.length > 0) expect(shapes.some((shape) => contract.check(shape, value).length === 0)).toBe(true);
        }
      });
      try {
        await fc.assert(property, { seed, numRuns: perOperation });
      } catch (error) {
        throw new Error(`${operation.id}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    }
  });
});
