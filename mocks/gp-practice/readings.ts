/**
 * Where sources disagree, the other reading: asked for by the request's Prefer header, as in `Prefer: contract=2023`. `2023` is the contract
 * before areas and operations were withdrawn from it; `published` is the table of statuses of the published contract, where the providers'
 * test pack has others.
 */
import type { AnyCall } from '../../src/mock/any-call.ts';

export type Reading = '2023' | 'published';

export const readsBy = (call: Pick<AnyCall, 'header'>, reading: Reading): boolean =>
  (call.header('Prefer') ?? '').split(/[,;]/).some((wish) => wish.trim().toLowerCase() === `contract=${reading}`);
