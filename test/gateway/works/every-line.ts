/** Refused requests of every operation of a contract, and what becomes of the line that is said to work. */
import { sampleRequest } from '../../../src/answer/sample/sample-request.ts';
import type { RenderedRequest } from '../../../src/answer/sample/render-request.ts';
import { generatorOf } from '../../generator-of.ts';
import { askedFor, rendered, send, type Served } from '../../answer/every-contract.ts';
import { pasted } from './pasted.ts';

export interface Lines {
  /** Refused requests whose operation is known. */
  readonly refused: number;
  /** Those whose line did not work, and why. */
  readonly broken: readonly string[];
}

export async function linesOf(served: Served): Promise<Lines> {
  let refused = 0;
  const broken: string[] = [];
  const sandbox = askedFor(served);
  for (const operation of served.contract.operations) {
    const sample = sampleRequest(generatorOf(served.contract), operation, { key: 'lines', now: Date.UTC(2026, 0, 1) });
    for (const [way, request] of spoilt(rendered(operation, sample))) {
      sandbox.reset();
      const response = await send(sandbox, served.contract, request);
      if (response.status < 400) continue;
      const { works, operation: chosen } = await (await sandbox.request(response.headers.get('x-sandbox-trace') ?? '')).json();
      if (!chosen) continue;
      refused += 1;
      const why = works === undefined ? 'there is no line' : await failure(sandbox.request, works);
      if (why !== undefined) broken.push(`${operation.id} (${way}): ${why}`);
    }
  }
  return { refused, broken };
}

async function failure(request: (url: string, init: RequestInit) => Promise<Response>, works: string): Promise<string | undefined> {
  const { url, init } = pasted(works);
  const answer = await request(url, init);
  return answer.status < 400 ? undefined : `${answer.status} ${(await answer.text()).slice(0, 200)}`;
}

function spoilt(request: RenderedRequest): readonly (readonly [way: string, request: RenderedRequest])[] {
  const { target, headers, body, method } = request;
  const [path = ''] = target.split('?');
  const ways: (readonly [string, RenderedRequest])[] = [
    ['a type that nobody answers', { ...request, headers: { ...headers, accept: 'image/x-none' } }],
    ['nothing but the path', { method, target: path, headers: {} }],
    ['an id of nothing', { ...request, target: target.replace(/[^/?]+(?=$|\?)/, 'zzz-unknown') }],
  ];
  if (body === undefined) return ways;
  return [
    ...ways,
    ['a body that breaks off', { ...request, body: '{"nothing": [' }],
    ['a type that nobody takes', { ...request, headers: { ...headers, 'content-type': 'image/x-none' } }],
    ['an empty body', { ...request, body: '{}' }],
  ];
}
