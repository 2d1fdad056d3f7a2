/** A request that works, as a line to paste: the contract's own examples in their places. Never anything the caller sent. */
import type { Operation } from '../contract/contract.ts';
import type { Api } from './api.ts';

export function workingCurl(api: Api, operation: Operation, origin: string): string {
  return `curl -i -X ${operation.method.toUpperCase()} '${origin}${api.mounts[0] ?? ''}${operation.path}'`;
}
