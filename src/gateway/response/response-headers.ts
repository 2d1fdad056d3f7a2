/** Headers that every response of the sandbox carries, whichever API answered and however. */
import type { Incoming } from '../request/incoming.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** An id of another shape is echoed only where it cannot carry anything but an id. */
const safeId = /^[\w.:-]{1,64}$/;

const mirrored = ['X-Request-ID', 'X-Correlation-ID'];

export function responseHeaders(incoming: Incoming): Record<string, string> {
  const { request, workspace, url, record } = incoming;
  const headers: Record<string, string> = {
    'X-Sandbox-Data': 'synthetic',
    'X-Sandbox-Trace': `${url.origin}${workspace.prefix}/_sandbox/trace/${record.id}`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  };
  for (const name of mirrored) {
    const id = request.headers.get(name);
    if (id !== null && (uuid.test(id) || safeId.test(id))) headers[name] = id;
  }
  if (request.headers.get('origin') !== null) {
    // A sandbox authorises by header and never by cookie, so any page may read its answers.
    headers['Access-Control-Allow-Origin'] = '*';
    headers['Access-Control-Expose-Headers'] = '*';
  }
  return headers;
}

/** The answer to OPTIONS: what the path allows, and what a browser asked before sending the real request (Fetch §3.2). */
export function preflight(request: Request, allow: string, headers: Record<string, string>): Response {
  const asked = request.headers.get('access-control-request-headers');
  const cors =
    request.headers.get('access-control-request-method') === null
      ? {}
      : {
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Methods': allow,
          'Access-Control-Allow-Headers': asked ?? '*',
          'Access-Control-Max-Age': '600',
        };
  return new Response(null, { status: 204, headers: { ...headers, Allow: allow, ...cors } });
}
