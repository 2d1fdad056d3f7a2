/** `_ping` and `_status`, which the NHS platform's gateway answers for every API (shape: NHS API platform, monitoring endpoints). */
import type { Api } from '../api.ts';

export function ping({ contract }: Api): { [name: string]: string } {
  return { version: contract.version, revision: 'sandbox', releaseId: contract.slug, commitId: 'sandbox' };
}

export function status(api: Api): { [name: string]: unknown } {
  const check = { status: 'pass', timeout: 'false', responseCode: 200, outcome: 'synthetic backend in this process' };
  return { status: 'pass', ...ping(api), checks: { 'sandbox:store': [check] } };
}

/** What the platform's own monitoring shows as `apikey`. There it is a secret; here everybody knows it, since nothing of the status is one. */
export const statusKey = 'nhs-api-sandbox-status';

/** As the identity service refuses another key: nobody has published what other APIs say. */
export const refusedStatus = (id: string): { [name: string]: unknown } => ({
  error: 'Access Denied',
  error_description: 'Invalid api key for _status monitoring endpoint',
  message_id: `rrt-${id}`,
});
