/** Who may ask the sandbox for what: one row for each operation of its own API. */
import type { operations } from '../generated/sandbox-control.types.ts';
import type { Call } from '../mock/call.ts';
import type { Problem } from '../mock/problem.ts';
import type { Visited } from './visited.ts';

/**
 * `anyone`: public lists, and what opens by a secret of its own · `manager`: of the workspace that is asked · `member`: whoever may manage the
 * workspace that the path names, by its key, its event's code or the operator's key · `organiser`: of the event whose code is shown ·
 * `lister`: an organiser or the operator · `operator`: of the deployment.
 */
export type Admission = 'anyone' | 'manager' | 'member' | 'organiser' | 'lister' | 'operator';

export const admissionOf: Readonly<Record<keyof operations, Admission>> = {
  health: 'anyone',
  catalogue: 'anyone',
  'first-request': 'anyone',
  'read-contract': 'anyone',
  'list-operations': 'anyone',
  'find-working-request': 'anyone',
  // The people are made up: the world's are the same for everybody, and those of a workspace are found through its APIs as well.
  'list-users': 'anyone',
  'list-people': 'anyone',
  'read-person': 'anyone',
  'read-record': 'anyone',
  'list-requests-about': 'anyone',
  'list-answers-about': 'anyone',
  'read-postcode': 'anyone',
  'list-test-people': 'anyone',
  'explain-exchange': 'anyone',
  'explain-link': 'anyone',
  'explain-redirect': 'anyone',
  'explain-redirect-of-post': 'anyone',

  'add-people': 'manager',
  'put-person': 'manager',
  'delete-person': 'manager',
  reset: 'manager',
  'list-exchanges': 'manager',
  'stream-exchanges': 'manager',
  'export-har': 'manager',
  'read-report': 'manager',
  'read-evidence': 'manager',
  'assert-journal': 'manager',
  'read-settings': 'manager',
  'change-settings': 'manager',
  'list-faults': 'manager',
  'add-fault': 'manager',
  'remove-faults': 'manager',
  'list-fault-profiles': 'manager',
  'read-fault': 'manager',
  'put-fault': 'manager',
  'remove-fault': 'manager',
  'list-stubs': 'manager',
  'add-stub': 'manager',
  'replace-stubs': 'manager',
  'read-stub': 'manager',
  'put-stub': 'manager',
  'delete-stub': 'manager',
  'clear-stubs': 'manager',
  'list-extras': 'manager',
  'list-applications': 'manager',
  'mint-token': 'manager',
  'add-application': 'manager',
  'read-application': 'manager',
  'change-application': 'manager',
  'delete-application': 'manager',
  'list-subscriptions': 'manager',
  'add-subscription': 'manager',
  'read-subscription': 'manager',
  'change-subscription': 'manager',
  'delete-subscription': 'manager',
  'list-messages': 'manager',
  'read-message': 'manager',
  'list-callbacks': 'manager',
  'send-callback': 'manager',
  'list-deliveries': 'manager',
  'read-delivery': 'manager',
  redeliver: 'manager',
  'read-clock': 'manager',
  'set-clock': 'manager',
  'change-clock': 'manager',
  'advance-clock': 'manager',
  'list-snapshots': 'manager',
  'take-snapshot': 'manager',
  'read-snapshot': 'manager',
  'delete-snapshot': 'manager',
  'restore-snapshot': 'manager',
  'export-state': 'manager',
  'import-state': 'manager',
  'read-workspace': 'manager',
  'change-workspace': 'manager',
  'delete-workspace': 'manager',
  'rotate-own-key': 'manager',
  'fork-own-workspace': 'manager',
  'list-contracts': 'manager',
  'read-brought-contract': 'manager',
  'bring-contract': 'manager',
  'check-contract': 'manager',
  'remove-contract': 'manager',

  // Whether this one may is for sign-up to say.
  'make-workspaces': 'anyone',
  'list-workspaces': 'lister',
  'read-any-workspace': 'member',
  'change-any-workspace': 'member',
  'delete-any-workspace': 'member',
  'reset-any-workspace': 'member',
  'rotate-any-key': 'member',
  'fork-any-workspace': 'member',

  'read-event': 'organiser',
  'change-event': 'organiser',
  'end-event': 'organiser',
  'reset-event': 'organiser',
  'bring-event-contract': 'organiser',
  'remove-event-contract': 'organiser',

  'list-events': 'operator',
  'make-event': 'operator',
  'end-any-event': 'operator',
  'read-deployment': 'operator',
  'change-deployment': 'operator',
};

/** A wrong key, none, and what nobody has look alike, so that nobody can find out which ids exist. */
export const notOpened: Problem = {
  problem: 'unauthorised',
  message:
    'Nothing here opens with what was sent. The workspace may be unknown or expired, or this needs its management key (an event’s code, the operator’s key) in "Authorization: Bearer". Make a workspace with POST /_sandbox/workspaces; a name of your own choosing opens one where the sandbox was started with --auto-workspaces.',
  headers: { 'WWW-Authenticate': 'Bearer' },
};

type Asked = Pick<Call, 'caller' | 'operation' | 'path'> & Visited;

export function admit(call: Asked): Problem | undefined {
  const { scopes, event } = call.caller;
  const mayManage = scopes.has('manage');
  const mayOrganise = scopes.has('organise');
  const mayOperate = scopes.has('operate');
  const isAdmitted: Readonly<Record<Admission, boolean>> = {
    anyone: true,
    manager: mayManage,
    // Whether it is of the organiser's event is known once it is found.
    member: mayOperate || mayOrganise || (mayManage && call.path['id'] === call.visit.workspace.id),
    organiser: mayOrganise && event !== undefined,
    lister: mayOperate || mayOrganise,
    operator: mayOperate,
  };
  const wanted = admissionOf[call.operation.id as keyof operations]; // the contract's own operations
  return isAdmitted[wanted] ? undefined : notOpened;
}
