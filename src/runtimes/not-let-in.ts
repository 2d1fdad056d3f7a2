/** What a home says where it asks no workspace: to whoever showed a wrong key, or named what nobody has. The same as the sandbox's own API says. */
import { notOpened } from '../control/admission.ts';
import { controlProblem } from '../control/control-problem.ts';

export function notLetIn(): Response {
  const { message, headers } = notOpened;
  return controlProblem({ status: 401, title: 'Unauthorized', detail: message, ...(headers && { headers }) });
}
