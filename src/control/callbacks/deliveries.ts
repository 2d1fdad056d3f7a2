/** Deliveries of a workspace: what was sent where, what came of each attempt, and once more by hand. */
import type { components } from '../../generated/sandbox-control.types.ts';
import type { Problem } from '../../mock/problem.ts';
import type { MessageDelivery } from '../../workspace/callbacks/delivery.ts';
import type { Behaviours } from '../behaviours.ts';

export const deliveryBehaviours: Behaviours<'list-deliveries' | 'read-delivery' | 'redeliver'> = {
  'list-deliveries': ({ query: { state, subscription, limit = 100 }, visit: { workspace } }) => {
    const fitting = workspace.callbacks.deliveries
      .list()
      .filter((one) => (state === undefined || one.state === state) && (subscription === undefined || one.subscription === subscription));
    return { status: 200, body: { deliveries: fitting.slice(0, limit).map(shown) } };
  },
  'read-delivery': ({ path: { id }, visit: { workspace } }) => {
    const known = workspace.callbacks.deliveries.find(id);
    return known ? { status: 200, body: shown(known) } : noDelivery;
  },
  redeliver: ({ path: { id }, visit: { workspace } }) => {
    const sent = workspace.callbacks.deliveries.again(id);
    return sent ? { status: 202, body: shown(sent) } : noDelivery;
  },
};

function shown({ id, message, subscription, url, state, due, attempts }: MessageDelivery): components['schemas']['Delivery'] {
  return {
    id,
    message,
    ...(subscription !== undefined && { subscription }),
    url,
    state,
    ...(state === 'waiting' && { due: new Date(due).toISOString() }),
    attempts: attempts.map(({ at, ...others }) => ({ at: new Date(at).toISOString(), ...others })),
  };
}

const noDelivery: Problem = {
  problem: 'not-found',
  message: 'This workspace has no delivery of this id: GET /_sandbox/deliveries lists the last ones, and a reset forgets them.',
};
