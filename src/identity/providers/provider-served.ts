/** A provider as the gateway serves it: discovery, keys, the log-in, tokens and what is known of the user. */
import type { Visited } from '../../control/visited.ts';
import type { operations as PatientOperations } from '../../generated/nhs-login.types.ts';
import type { operations as StaffOperations } from '../../generated/care-identity.types.ts';
import { stepped, type Mock } from '../../mock/mock.ts';
import type { IdentityCall } from '../identity-call.ts';
import { oauthErrors } from '../oauth-errors.ts';
import { authorize } from './authorize.ts';
import { configuration, keySet } from './configuration.ts';
import { endSession } from './end-session.ts';
import { giveTokens } from './give-tokens.ts';
import { handedOver, type HandedOver } from './handed-over.ts';
import { noteOfUser } from './note-of-user.ts';
import { patientProvider } from './patient-provider.ts';
import type { Provider } from './provider.ts';
import { sentFields } from './sent-fields.ts';
import { staffProvider } from './staff-provider.ts';
import { userinfo } from './userinfo.ts';

/** Checks and words are those of OpenID Connect, not of the contract. */
export const ownOrder = ['expectation', 'faults', 'rate-limit', 'size'] as const;

interface Read {
  readonly handedOver: HandedOver | undefined;
}

const authorization = (provider: Provider) =>
  stepped({
    reads: async (call: IdentityCall): Promise<Read> => ({
      handedOver: await handedOver(provider, sentFields(call), call),
    }),
    turn: (call: IdentityCall, { read }: { readonly read: Read }) => authorize(provider, call, read.handedOver),
  });

const common = (provider: Provider) => ({
  configuration: (call: IdentityCall) => configuration(provider, call),
  'key-set': keySet(provider),
  authorize: authorization(provider),
  'authorize-by-form': authorization(provider),
  tokens: giveTokens(provider),
  userinfo: (call: IdentityCall) => userinfo(provider, call),
});

const rules = {
  dialect: oauthErrors,
  order: ownOrder,
  bodies: { 'authorize-by-form': { unread: true }, tokens: { unread: true } },
} as const;

export const patientLogin = {
  ...rules,
  behaviours: { ...common(patientProvider), 'note-of-user': noteOfUser },
} satisfies Mock<PatientOperations, Visited>;

export const staffLogin = { ...rules, behaviours: { ...common(staffProvider), 'end-session': endSession } } satisfies Mock<
  StaffOperations,
  Visited
>;
