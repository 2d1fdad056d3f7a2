/** An application shows its key and its secret at the token endpoint, as it does for a log-in. */
import type { RegisteredApplication } from '../../workspace/applications/applications.ts';
import type { Refusal } from '../assertion/rules.ts';
import type { TokenCall } from './grant.ts';
import type { TokenForm } from './read-form.ts';

const refusal = (description: string, error: string): Refusal => ({ status: 401, error, description });
const wrong = refusal('client_id or client_secret is invalid', 'invalid_client');

export function applicationBySecret({ visit }: TokenCall, form: TokenForm): RegisteredApplication | Refusal {
  const { applications } = visit.workspace;
  const client = form.get('client_id');
  if (client === undefined) return refusal('client_id is missing', 'invalid_request');
  const application = applications.byApiKey(client);
  if (!application || application.status === 'revoked') return wrong;
  const secret = form.get('client_secret');
  if (secret === undefined) return refusal('client_secret is missing', 'invalid_request');
  return applications.hasSecret(application.id, secret) ? application : wrong;
}
