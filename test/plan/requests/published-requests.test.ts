/** Whoever sends the request that a contract publishes is not refused: every JSON request example of the published documents, over HTTP. */
import { generatorOf } from '../../generator-of.ts';
import { describe, expect, test } from 'vitest';
import type { NamedExample, Operation } from '../../../src/contract/contract.ts';
import { sampleRequest } from '../../../src/answer/sample/sample-request.ts';
import { isJsonType } from '../../../src/contract/media-type.ts';
import { askedFor, contracts, rendered, send, type Served } from '../../answer/every-contract.ts';

const published = contracts.filter(({ name }) => name.endsWith('.json'));

interface Sent {
  readonly operation: Operation;
  readonly type: string;
  readonly example: NamedExample;
}

function requestsOf({ contract }: Served): readonly Sent[] {
  return contract.operations.flatMap((operation) =>
    (operation.body?.content ?? [])
      .filter(({ type }) => isJsonType(type))
      .flatMap(({ type, examples }) => examples.map((example) => ({ operation, type, example }))),
  );
}

describe.skipIf(published.length === 0)('of the JSON request examples of published documents', () => {
  test('nearly all are taken, and each other is here by name', async () => {
    let taken = 0;
    const refused: string[] = [];
    for (const { name, read } of published) {
      const served = read();
      const sandbox = askedFor(served);
      for (const { operation, type, example } of requestsOf(served)) {
        sandbox.reset();
        const sample = sampleRequest(generatorOf(served.contract), operation, { key: 'published', now: Date.UTC(2026, 0, 1) });
        const response = await send(sandbox, served.contract, rendered(operation, { ...sample, body: { type, value: example.value } }));
        if (response.status !== 400 && response.status !== 422 && response.status !== 415) taken++;
        else {
          const trace = await sandbox.request(new URL(response.headers.get('x-sandbox-trace') ?? '').pathname);
          const { problem } = (await trace.json()) as { problem?: { message?: string } };
          refused.push(`${name} ${operation.id} ${example.name}: ${response.status} ${problem?.message}`);
        }
      }
    }
    expect(refused).toEqual([]);
    expect(taken).toBeGreaterThanOrEqual(203);
  });
});
