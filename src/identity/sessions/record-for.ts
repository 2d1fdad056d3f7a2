/** What a token of an application would stand for, if this user had just signed in by the platform. */
import type { Problem } from '../../mock/problem.ts';
import type { Population } from '../../population.ts';
import type { RegisteredApplication } from '../../workspace/applications/applications.ts';
import { secretText } from '../../workspace/secret.ts';
import type { TokenRecord } from '../../workspace/applications/tokens.ts';
import { applicationScopes } from '../token/application-scopes.ts';
import { findPatient, findWorker } from '../users/find-user.ts';
import { provedPatient, userRecord } from './user-record.ts';

/** `as` names the user; without one the application asks for itself. */
export function recordFor(
  application: RegisteredApplication,
  as: string | undefined,
  population: Population,
): (Omit<TokenRecord, 'expires' | 'mode'> & { readonly mode: Mode }) | Problem {
  if (as === undefined) {
    const scopes = applicationScopes(application);
    return scopes.length === 0 ? noScope : { application: application.id, mode: 'application-restricted', scopes };
  }
  const session = secretText(16);
  const worker = findWorker(as);
  const patient = worker ? undefined : findPatient(as, population);
  const record = worker
    ? userRecord(application, { kind: 'worker', user: worker.id, session, aal: worker.aal })
    : patient && userRecord(application, provedPatient(patient, patient.proofing, session));
  if (!worker && !patient) return nobody;
  return record ? { ...record, isCombined: true } : noScope;
}

type Mode = 'user-restricted' | 'patient-access' | 'application-restricted';

const nobody: Problem = {
  problem: 'not-found',
  message: 'There is no user of this name, and nobody has this NHS number: GET /_sandbox/users lists whom one can sign in as.',
};
const noScope: Problem = {
  problem: 'unprocessable',
  message:
    'The application has no scope for what this user has proved: the authorization server would refuse them with unauthorized_client.',
};
