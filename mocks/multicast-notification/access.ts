/** Multicast Notification Service: an application has leave for each type of event by itself. The form of leave to subscribe is not public: ours follows the other. */
import { isObject } from '../../src/contract/json.ts';
import { bodyOf, type AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { mayDo } from '../../src/nhs/access-modes.ts';

export function permissions(call: AnyCall): Problem | undefined {
  const wanted = wantedBy(call);
  if (wanted === undefined || mayDo(call, 'multicast-notification', (permission) => permission === wanted)) return undefined;
  return { problem: 'forbidden', message: `The application needs the permission ${wanted} of multicast-notification.` };
}

function wantedBy(call: AnyCall): string | undefined {
  const body = bodyOf(call);
  if (!isObject(body)) return undefined;
  const { type, criteria } = body;
  switch (call.operation.id) {
    case 'publish-event':
      return typeof type === 'string' ? `events:create:${type}` : undefined;
    case 'create-subscription':
    case 'update-subscription': {
      const [, asked] = /eventType='?([\w.-]+)/.exec(String(criteria)) ?? [];
      return asked === undefined ? undefined : `subscriptions:create:${asked}`;
    }
    default:
      return undefined;
  }
}
