/** Who has signed in, as access tokens of the platform stand for them: mode, scopes and what an API may ask of the user. */
import type { RegisteredApplication } from '../../workspace/applications/applications.ts';
import type { TokenRecord } from '../../workspace/applications/tokens.ts';
import { findWorker } from '../users/find-user.ts';
import type { Patient, Proofing } from '../users/user.ts';

export type UserRecord = Omit<TokenRecord, 'expires' | 'mode'> &
  Required<Pick<TokenRecord, 'session'>> & { readonly mode: 'user-restricted' | 'patient-access' };

/** As an ID token proves it. */
export interface Proved {
  readonly kind: 'patient' | 'worker';
  readonly user: string;
  readonly session: string;
  readonly proofing?: Proofing;
  readonly nhsNumber?: string;
  readonly aal?: number;
}

/** What any API may be asked for, where an application says nothing. */
const everything: readonly string[] = [
  'urn:nhsd:apim:user-nhs-id:aal3:*',
  'urn:nhsd:apim:user-nhs-cis2:aal2:*',
  'urn:nhsd:apim:user-nhs-cis2:aal3:*',
  'urn:nhsd:apim:user-nhs-login:P0:*',
  'urn:nhsd:apim:user-nhs-login:P5:*',
  'urn:nhsd:apim:user-nhs-login:P9:*',
];

/** Undefined where the application has no scope for what is proved: at the level, not above it, as the platform filters them. */
export function userRecord({ id, scopes = everything }: RegisteredApplication, proved: Proved): UserRecord | undefined {
  const { kind, user, session, proofing, nhsNumber, aal } = proved;
  const level = kind === 'worker' ? `:aal${aal}:` : `:${proofing}:`;
  const kept = scopes.filter((scope) => scope.includes(level));
  if (kept.length === 0) return undefined;
  return {
    application: id,
    mode: kind === 'worker' ? 'user-restricted' : 'patient-access',
    scopes: kept,
    session,
    user: {
      id: user,
      ...(nhsNumber !== undefined && { nhsNumber }),
      ...(proofing !== undefined && { proofing }),
      ...(aal !== undefined && { aal }),
      ...(kind === 'worker' && { roles: (findWorker(user)?.roles ?? []).map((role) => role.id) }),
    },
  };
}

/** For whoever wonders why there is none. */
export const noteOfNoScope = ({ proofing, aal }: Proved): string =>
  `The application has no scope for ${proofing ?? `AAL${aal}`}: this user is refused here, and not at an API.`;

/** Of whoever has proved nothing the NHS number is nobody's to know. */
export function provedPatient({ id, nhsNumber }: Pick<Patient, 'id' | 'nhsNumber'>, proofing: Proofing, session: string): Proved {
  return { kind: 'patient', user: id, session, proofing, ...(proofing !== 'P0' && { nhsNumber }) };
}
