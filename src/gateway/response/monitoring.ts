/** `_ping` and `_status`, which the NHS platform's gateway answers for every API (shape: NHS API platform, monitoring endpoints). */
import type { Api } from '../api.ts';

export function ping({ contract }: Api): { [name: string]: string } {
  return { version: contract.version, revision: 'sandbox', releaseId: contract.slug, commitId: 'sandbox' };
}

export function status(api: Api): { [name: string]: unknown } {
  const check = { status: 'pass', timeout: 'false', responseCode: 200, outcome: 'synthetic backend in this process' };
  return { status: 'pass', ...ping(api), checks: { 'sandbox:store': [check] } };
}
