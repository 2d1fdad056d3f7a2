/** `client_credentials`: a token for the application itself, for an assertion that it has signed. */
import { isRefused } from '../refusals.ts';
import { applicationScopes } from './application-scopes.ts';
import { readClientAssertion } from './client-assertion.ts';
import type { Decide, TokenCall } from './grant.ts';
import type { TokenForm } from './read-form.ts';

export async function clientCredentials(call: TokenCall, form: TokenForm): Promise<Decide> {
  const accepted = await readClientAssertion(call, form, applicationScopes);
  return () => {
    const decided = accepted();
    if (isRefused(decided)) return decided;
    const { application, scopes } = decided;
    return { record: { application: application.id, mode: 'application-restricted', scopes } };
  };
}
