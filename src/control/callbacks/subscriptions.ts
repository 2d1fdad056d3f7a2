/** Subscriptions of a workspace: made where something may be sent there, and told with what stands in the way since. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { isProblem, type Problem } from '../../mock/problem.ts';
import type { Subscription } from '../../workspace/callbacks/subscriptions.ts';
import { isFixedDuration } from '../../workspace/time/duration.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Behaviours } from '../behaviours.ts';

type Ids = 'list-subscriptions' | 'add-subscription' | 'read-subscription' | 'change-subscription' | 'delete-subscription';
type Schemas = components['schemas'];

export const subscriptionBehaviours: Behaviours<Ids> = {
  'list-subscriptions': ({ visit: { workspace } }) => {
    const { subscriptions, signingSecret } = workspace.callbacks;
    return {
      status: 200,
      body: { subscriptions: subscriptions.list().map((one) => shown(one, workspace)), signingSecret: signingSecret() },
    };
  },
  'add-subscription': (call) => {
    const { workspace } = call.visit;
    const refused = faultIn(call.body, workspace);
    if (refused) return refused;
    const added = workspace.callbacks.subscriptions.add(call.body);
    if (isProblem(added)) return added;
    return { status: 201, headers: { Location: call.url(`/subscriptions/${added.id}`) }, body: shown(added, workspace) };
  },
  'read-subscription': ({ path: { id }, visit: { workspace } }) => {
    const known = workspace.callbacks.subscriptions.find(id);
    return known ? { status: 200, body: shown(known, workspace) } : noSubscription;
  },
  'change-subscription': ({ path: { id }, body, visit: { workspace } }) => {
    const { subscriptions } = workspace.callbacks;
    if (!subscriptions.find(id)) return noSubscription;
    const refused = faultIn(body, workspace);
    if (refused) return refused;
    const changed = subscriptions.change(id, body);
    return changed ? { status: 200, body: shown(changed, workspace) } : noSubscription;
  },
  'delete-subscription': ({ path: { id }, visit: { workspace } }) =>
    workspace.callbacks.subscriptions.delete(id) ? { status: 204 } : noSubscription,
};

function shown({ made, types, ...others }: Subscription, { callbacks }: Workspace): Schemas['Subscription'] {
  const judged = callbacks.judged(others.url);
  const challenged = callbacks.challenged(others.url);
  return {
    ...others,
    ...(types && { types: [...types] }),
    made: new Date(made).toISOString(),
    ...(challenged !== undefined && { challenged: new Date(challenged).toISOString() }),
    ...('refusal' in judged && { refusal: judged.refusal }),
  };
}

/** What the contract cannot check. */
function faultIn({ url, delay, reorder }: Schemas['SubscriptionChange'], { callbacks }: Workspace): Problem | undefined {
  const judged = url === undefined ? undefined : callbacks.judged(url);
  if (judged && 'refusal' in judged)
    return { ...wrong('url', `is nowhere that anything can be sent to. ${judged.refusal}`), problem: 'unprocessable' };
  for (const [name, duration] of Object.entries({ delay, reorder }))
    if (typeof duration === 'string' && !isFixedDuration(duration))
      return wrong(name, 'must be a duration in weeks, days, hours, minutes and seconds, as in PT5S.');
  return undefined;
}

function wrong(name: string, what: string): Problem {
  const message = `The body at /${name} ${what}`;
  return { problem: 'invalid-value', message, faults: [{ in: 'body', pointer: `/${name}`, keyword: 'value', message }] };
}

const noSubscription: Problem = {
  problem: 'not-found',
  message: 'This workspace has no subscription of this id: GET /_sandbox/subscriptions lists those that it has.',
};
