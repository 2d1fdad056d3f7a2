/** A request that works, as a line to paste: the contract's own examples in their places. Never anything that the caller sent. */
import { renderRequest, type RenderedRequest } from '../../answer/sample/render-request.ts';
import { sampleRequest } from '../../answer/sample/sample-request.ts';
import type { Operation } from '../../contract/contract.ts';
import type { Api } from '../api.ts';

/** `base` is the origin, with the workspace's prefix. A body longer than a line can show is left to the reader. */
export function workingCurl(api: Api, operation: Operation, base: string, now: number): string {
  const request = renderRequest(
    operation,
    sampleRequest(api.plan.generator, operation, { key: operation.id, now, extent: isOpenSearch(operation) ? 'full' : 'required' }),
  );
  return curlLine({ ...request, target: base + (api.mounts[0] ?? '') + request.target });
}

const longestBody = 2_000;

export function curlLine({ method, target, headers, body }: RenderedRequest): string {
  const parts = ['curl -i', ...(method === 'GET' ? [] : [`-X ${method}`]), quote(target)];
  for (const [name, value] of Object.entries(headers)) if (name !== 'accept') parts.push(`-H ${quote(`${name}: ${value}`)}`);
  if (body !== undefined) parts.push(body.length <= longestBody ? `-d ${quote(body)}` : '-d @body.json');
  return parts.join(' ');
}

const quote = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** A search whose contract requires no parameter still wants some: those that the contract shows values for. */
function isOpenSearch({ method, parameters }: Operation): boolean {
  return method === 'get' && !parameters.some((parameter) => parameter.in === 'path' || (parameter.in === 'query' && parameter.required));
}
