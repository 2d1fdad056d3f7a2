/** Messages of format 1, and the updates that they mean. */
import type { components } from '../../src/generated/custom-prescription-status-update.types.ts';
import type { Json } from '../../src/contract/contract.ts';
import { uuidBy } from '../../src/contract/uuid.ts';
import type { Call } from '../../src/mock/call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { businessStatusSystem, mayFollow, type BusinessStatus } from '../prescriptions/status-updates/statuses.ts';

type Message = components['schemas']['Message'];
type Item = Message['items'][number];

const stored: Partial<Record<Message['deliveryType'], BusinessStatus>> = {
  'In-Store Collection': 'Ready to Collect',
  'Robot Collection': 'Ready to Collect',
  'Delivery required': 'Ready to Dispatch',
};
const done: Partial<Record<Message['deliveryType'], BusinessStatus>> = {
  'In-Store Collection': 'Collected',
  'Robot Collection': 'Collected',
  'Delivery required': 'Dispatched',
};

function statusOf({ status }: Item, { deliveryType }: Message): BusinessStatus | undefined {
  switch (status) {
    case 'Pending':
      return 'With Pharmacy';
    case 'NotDispensed':
      return 'Not Dispensed';
    case 'PartOwed':
      return 'With Pharmacy - Preparing Remainder';
    case 'ReadyForCollection':
      return stored[deliveryType];
    case 'DispensingComplete':
      return done[deliveryType];
    default:
      return undefined;
  }
}

/** An item whose status, delivered so, means none that patients are shown. */
export function unknownStatus(message: Message): Problem | undefined {
  const item = message.items.find((one) => statusOf(one, message) === undefined);
  if (!item) return undefined;
  const said = 'Invalid business status on item';
  return {
    problem: 'invalid-value',
    message: `${said}: what it is and how it is delivered do not go together.`,
    said: { status: 400, diagnostics: `${said} ${item.itemID.slice(0, 100)}` },
  };
}

const identified = (system: string, value: string): Json => ({ identifier: { system: `https://fhir.nhs.uk/Id/${system}`, value } });

/** The same message sent again is the same updates: their ids are made of what it says. */
export function bundleOfMessage(call: Pick<Call<object, object, Message>, 'body' | 'chance'>): Json {
  const { body } = call;
  const { messageDate, prescriptionUUID, repeatNo, oDSCode, nHSCHI, deliveryType, items } = body;
  const head = [messageDate, prescriptionUUID, repeatNo ?? '', oDSCode, deliveryType, nHSCHI].join('|');
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: items.map((item) => {
      const status = statusOf(item, body) ?? 'With Pharmacy';
      const id = uuidBy((part) => call.chance(`${head}|${item.itemID}|${item.status}|${part}`));
      return {
        fullUrl: `urn:uuid:${id}`,
        resource: {
          resourceType: 'Task',
          id,
          status: mayFollow(status) ? 'in-progress' : 'completed',
          intent: 'order',
          basedOn: [identified('prescription-order-number', prescriptionUUID)],
          businessStatus: { coding: [{ system: businessStatusSystem, code: status }] },
          focus: identified('prescription-order-item-number', item.itemID),
          for: identified('nhs-number', nHSCHI),
          owner: identified('ods-organization-code', oDSCode),
          lastModified: messageDate,
          ...(repeatNo !== undefined && { input: [{ type: { text: 'Repeat Number' }, valueInteger: repeatNo }] }),
        },
        request: { method: 'POST', url: 'Task' },
      };
    }),
  };
}
