/** What comes with the sandbox so that applications can get tokens: served by the gateway like the mock APIs, with plan, journal and faults. */
import { builtContract } from '../contract/built.ts';
import type { Visited } from '../control/visited.ts';
import type { Served } from '../gateway/announced.ts';
import { contract as staffContract } from '../generated/care-identity.contract.ts';
import { contract } from '../generated/identity.contract.ts';
import type { operations } from '../generated/identity.types.ts';
import { contract as patientContract } from '../generated/nhs-login.contract.ts';
import type { AnyMock, Mock } from '../mock/mock.ts';
import { platformCallback } from './authorize/callback.ts';
import { platformAuthorize } from './authorize/platform-authorize.ts';
import { oauthErrors } from './oauth-errors.ts';
import { ownOrder, patientLogin, staffLogin } from './providers/provider-served.ts';
import { backchannelLogout } from './sessions/backchannel-logout.ts';
import { platformUserinfo } from './sessions/platform-userinfo.ts';
import { tokenEndpoint } from './token/token-endpoint.ts';

export function identityServed(): readonly Served[] {
  const platform = {
    dialect: oauthErrors,
    order: ownOrder,
    bodies: { token: { unread: true }, 'backchannel-logout': { unread: true } },
    behaviours: {
      token: tokenEndpoint,
      authorize: platformAuthorize,
      callback: platformCallback,
      userinfo: platformUserinfo,
      'backchannel-logout': backchannelLogout,
    },
  } satisfies Mock<operations, Visited>;
  // Every call that the gateway makes is `Visited`.
  return [
    { contract: builtContract(contract), mock: platform as unknown as AnyMock },
    { contract: builtContract(patientContract), mock: patientLogin as unknown as AnyMock },
    { contract: builtContract(staffContract), mock: staffLogin as unknown as AnyMock },
  ];
}
