/** `/_portal/control/…`: reads of the sandbox's own API for scripts of our own pages, with the key that they cannot see. JSON or nothing. */
import { isJsonType } from '../contract/media-type.ts';
import { controlPath, portalPath } from '../gateway/places.ts';
import type { Pages } from './pages.ts';
import type { PageVisit } from './visit.ts';

const place = `${portalPath}/control/`;

export function controlProxy(pages: Pages): void {
  pages.all(`${place}*`, ({ env: visit }) => readControl(visit));
}

async function readControl(visit: PageVisit): Promise<Response> {
  const { method, headers } = visit.request;
  if (method !== 'GET' && method !== 'HEAD') return refusal(405, 'This only reads. Send what changes something to /_sandbox itself.');
  // Browsers say nothing of the site on a plain http address of another machine.
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return refusal(403, 'This is for pages of this host. Programs ask /_sandbox itself.');
  const answer = await visit.ask(`${controlPath}/${visit.path.slice(place.length)}${searchOf(visit)}`);
  const type = answer.headers.get('content-type') ?? '';
  return isJsonType(type) ? json(answer.status, type, await answer.text()) : refusal(404, 'No JSON is here.');
}

const searchOf = ({ request }: PageVisit): string => new URL(request.url).search;

const refusal = (status: number, detail: string): Response =>
  json(status, 'application/problem+json', JSON.stringify({ type: 'about:blank', status, detail }));

function json(status: number, type: string, text: string): Response {
  return new Response(text, {
    status,
    headers: {
      'Content-Type': type,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'X-Sandbox-Data': 'synthetic',
      Vary: 'Cookie, Sec-Fetch-Site',
    },
  });
}
