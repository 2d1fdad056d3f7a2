/** What a deployment itself says where no API has been asked yet. */
import { controlProblem } from '../../control/control-problem.ts';
import { controlPath } from '../../gateway/reserved.ts';

/** A wrong key, no key, an unknown workspace and an expired one look alike, so that nobody can find out which ids exist. */
export function notAdmitted(): Response {
  return controlProblem({
    status: 401,
    title: 'Unauthorized',
    detail: `Nothing here opens with what was sent. The workspace may be unknown or expired, or this needs its management key in "Authorization: Bearer". Make a workspace with POST ${controlPath}/workspaces.`,
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
}

export function busy(): Response {
  return controlProblem({
    status: 503,
    title: 'Service unavailable',
    detail: 'This workspace has more to do than it can. Try again shortly.',
    headers: { 'Retry-After': '2' },
  });
}
