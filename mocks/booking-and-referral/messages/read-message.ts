/** A message as it is sent: its header, what it is about, and what is wrong with it. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { eachOf, elementAt, stringAt } from '../../../src/fhir/clinical/element.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { badRequest } from '../faults.ts';
import { idIn } from '../bookings/references.ts';

/** Of the guide, and of the published contract's own example. */
export const eventSystems = [
  'https://fhir.nhs.uk/CodeSystem/message-event-servicerequest',
  'https://fhir.nhs.uk/CodeSystem/message-events-bars',
] as const;

/** What the resource in the focus of a message of each event is. */
const focusOf = {
  'booking-request': 'Appointment',
  'servicerequest-request': 'ServiceRequest',
  'servicerequest-response': 'ServiceRequest',
} as const;

export type MessageEvent = keyof typeof focusOf;
const reasons = ['new', 'update', 'delete'] as const;
export type MessageReason = (typeof reasons)[number];

export interface Message {
  readonly id: string;
  readonly event: MessageEvent;
  readonly reason: MessageReason;
  readonly header: JsonObject;
  readonly focus: JsonObject;
  /** The id under which the resource in focus is kept, where it is new. */
  readonly focusId: string;
}

/** `A12345:2000011147`, or a service by its system, as the published example has it. */
const endpoint = /^(?:[A-Za-z0-9]+:|https?:\/\/[^|\s]+\|)[A-Za-z0-9-]+$/;

export function readMessage(body: Json | undefined): Message | Problem {
  if (!isObject(body)) return badRequest('The body is no Bundle.');
  const entries = eachOf(body['entry']).filter(isObject);
  const header = entries[0] && resourceIn(entries[0]);
  if (!header || header['resourceType'] !== 'MessageHeader')
    return badRequest('The first entry of a message is its MessageHeader.', 'required');
  const id = stringAt(body, 'id');
  if (id === undefined) return badRequest('A message has an id: Bundle.id.', 'required');
  const event = stringAt(header, 'eventCoding', 'code') ?? '';
  const system = stringAt(header, 'eventCoding', 'system');
  if (!eventSystems.some((one) => one === system) || !isEvent(event))
    return badRequest(`MessageHeader.eventCoding is none of ${Object.keys(focusOf).join(', ')} of ${eventSystems[0]}.`, 'not-supported');
  const reason = reasons.find((one) => one === stringAt(header, 'reason', 'coding', 'code'));
  if (reason === undefined) return badRequest(`MessageHeader.reason is none of ${reasons.join(', ')}.`, 'value');
  const ends = [stringAt(header, 'source', 'endpoint'), ...eachOf(header['destination']).map((one) => stringAt(one, 'endpoint'))];
  if (ends.length < 2 || ends.some((one) => one === undefined || !endpoint.test(one)))
    return badRequest('MessageHeader.source and each destination have an endpoint, as in A12345:2000011147.', 'value');
  const wanted = focusOf[event];
  const addresses = eachOf(header['focus']).map((one) => stringAt(one, 'reference'));
  const focus = entries.find((entry) => addresses.some((address) => isAt(entry, address)));
  const resource = focus === undefined ? undefined : resourceIn(focus);
  // Each would be kept, and only the one in focus is looked at.
  if (entries.filter((entry) => resourceIn(entry)?.['resourceType'] === 'Appointment').length > 1)
    return badRequest('A message carries one Appointment.', 'invariant');
  if (entries.filter((entry) => resourceIn(entry)?.['resourceType'] === 'MessageHeader').length > 1)
    return badRequest('A message has one MessageHeader.', 'invariant');
  const focusId = stringAt(resource, 'id') ?? idIn(stringAt(focus, 'fullUrl'));
  if (!resource || focusId === undefined || resource['resourceType'] !== wanted)
    return badRequest(`MessageHeader.focus leads to no ${wanted} of the Bundle.`, 'invariant');
  return { id, event, reason, header, focus: resource, focusId };
}

const isEvent = (text: string): text is MessageEvent => Object.hasOwn(focusOf, text);

function resourceIn(entry: JsonObject): JsonObject | undefined {
  const resource = elementAt(entry, 'resource');
  return isObject(resource) ? resource : undefined;
}

function isAt(entry: JsonObject, reference: string | undefined): boolean {
  if (reference === undefined) return false;
  const resource = resourceIn(entry);
  const { fullUrl } = entry;
  return fullUrl === reference || `${String(resource?.['resourceType'])}/${String(resource?.['id'])}` === reference;
}
