/** What comes with the sandbox so that applications can get tokens: served by the gateway like the mock APIs, with plan, journal and faults. */
import { builtContract } from '../contract/built.ts';
import type { Visited } from '../control/visited.ts';
import type { Served } from '../gateway/api.ts';
import { contract } from '../generated/identity.contract.ts';
import type { operations } from '../generated/identity.types.ts';
import type { AnyMock, Mock } from '../mock/mock.ts';
import { oauthErrors } from './oauth-errors.ts';
import { tokenEndpoint } from './token/token-endpoint.ts';

/** Reading and checking a form here is a matter of OAuth, with an order and words of its own. */
const order = ['expectation', 'faults', 'rate-limit', 'access', 'size'] as const;

export function identityServed(): readonly Served[] {
  const mock = {
    dialect: oauthErrors,
    order,
    bodies: { token: { unread: true } },
    behaviours: { token: tokenEndpoint },
  } satisfies Mock<operations, Visited>;
  return [{ contract: builtContract(contract), mock: mock as unknown as AnyMock }]; // every call that the gateway makes is `Visited`
}
