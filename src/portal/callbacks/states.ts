/** How a delivery stands, in words. */
import type { components } from '../../generated/sandbox-control.types.ts';

export type DeliveryStateName = components['schemas']['DeliveryState'];

export const stateInWords: Readonly<Record<DeliveryStateName, string>> = {
  waiting: 'waiting for its time',
  sending: 'being sent',
  delivered: 'delivered',
  failed: 'failed',
  refused: 'not sent',
};
