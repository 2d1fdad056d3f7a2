/** What a deployment itself says where no API has been asked yet. */
import { controlProblem } from '../../control/control-problem.ts';

export function busy(): Response {
  return controlProblem({
    status: 503,
    title: 'Service unavailable',
    detail: 'This workspace has more to do than it can. Try again shortly.',
    headers: { 'Retry-After': '2' },
  });
}
