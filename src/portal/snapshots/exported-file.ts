/** Everything that clients have written, as a file to take away. */
import { refused } from '../page/refused.tsx';
import type { PageVisit } from '../visit.ts';
import type { Refused } from '../page/refusal.tsx';

export async function exportedFile(visit: PageVisit): Promise<Response> {
  const exported = await visit.ask('/_sandbox/export', { headers: { Accept: 'application/x-ndjson, application/problem+json' } });
  if (!exported.ok) {
    const problem = (await exported.json()) as Refused['problem']; // as the contract of the sandbox's own API has it
    return refused(visit, { ok: false, status: exported.status, problem });
  }
  return new Response(exported.body, {
    headers: {
      'Content-Type': 'application/x-ndjson',
      'Content-Disposition': 'attachment; filename="workspace.ndjson"',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
      'X-Sandbox-Data': 'synthetic',
    },
  });
}
