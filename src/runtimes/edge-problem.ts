/** Problems of a deployment itself (RFC 9457), said where no API has been asked yet. */
import { redactLiveNumbers } from '../fhir/live-numbers.ts';
import { controlPath } from '../gateway/reserved.ts';

const headers = {
  'Content-Type': 'application/problem+json',
  'X-Sandbox-Data': 'synthetic',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

export interface EdgeProblem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is wrong with a contract may be told with a name out of it: a number of a patient is told of nobody. */
export function edgeProblem({ status, title, detail, headers: more }: EdgeProblem): Response {
  const about = { type: 'about:blank', title, status, detail: redactLiveNumbers(detail) };
  return new Response(JSON.stringify(about), { status, headers: { ...headers, ...more } });
}

/** A wrong key, no key, an unknown workspace and an expired one look alike, so that nobody can find out which ids exist. */
export function notAdmitted(): Response {
  return edgeProblem({
    status: 401,
    title: 'Unauthorized',
    detail: `Nothing here opens with what was sent. The workspace may be unknown or expired, or this needs its management key in "Authorization: Bearer". Make a workspace with POST ${controlPath}/workspaces.`,
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
}

export function busy(): Response {
  return edgeProblem({
    status: 503,
    title: 'Service unavailable',
    detail: 'This workspace has more to do than it can. Try again shortly.',
    headers: { 'Retry-After': '2' },
  });
}
