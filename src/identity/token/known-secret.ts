/** An application shows its key and its secret at the token endpoint, as it does for a log-in. */
import type { RegisteredApplication } from '../../workspace/applications/applications.ts';
import { askedTooOften } from '../asked-too-often.ts';
import { approvedApplication } from '../known-application.ts';
import { refusalOf, type TokenRefusal } from '../refusals.ts';
import type { TokenCall } from './grant.ts';
import type { TokenForm } from './read-form.ts';

const wrong = refusalOf(401, 'client_id or client_secret is invalid', 'invalid_client');

export function applicationBySecret(call: TokenCall, form: TokenForm): RegisteredApplication | TokenRefusal {
  const { applications } = call.visit.workspace;
  const client = form.get('client_id');
  if (client === undefined) return refusalOf(401, 'client_id is missing');
  const application = approvedApplication(client, call);
  if (!application) return wrong;
  const tooMany = askedTooOften(application, call);
  if (tooMany) return tooMany;
  const secret = form.get('client_secret');
  if (secret === undefined) return refusalOf(401, 'client_secret is missing');
  return applications.hasSecret(application.id, secret) ? application : wrong;
}
