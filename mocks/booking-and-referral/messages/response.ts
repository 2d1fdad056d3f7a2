/** Messages that answer messages. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { elementAt, fhirElement, stringAt } from '../../../src/fhir/clinical/element.ts';
import { instant } from '../../../src/fhir/instant.ts';
import { eventSystems, type MessageEvent, type MessageReason } from './read-message.ts';

export interface Answer {
  /** UUIDs of the message and of its header. */
  readonly ids: readonly [message: string, header: string];
  readonly now: number;
  /** What is answered: the id of the message, and its header. */
  readonly to: { readonly id: string; readonly header: JsonObject };
  readonly event: MessageEvent;
  readonly reason: MessageReason;
  readonly code: 'ok' | 'transient-error' | 'fatal-error';
  /** Under the id that it is kept by. */
  readonly focus: JsonObject;
}

const structure = (name: string): string => `https://fhir.nhs.uk/StructureDefinition/${name}`;

export function answerMessage({ ids: [id, header], now, to, event, reason, code, focus }: Answer): JsonObject {
  const at = instant(now);
  const focusUrl = `urn:uuid:${String(focus['id'])}`;
  const source = stringAt(to.header, 'destination', 'endpoint');
  const response = { identifier: to.id, code };
  return {
    resourceType: 'Bundle',
    id,
    meta: { lastUpdated: at, profile: [structure('BARSBundleMessage')] },
    type: 'message',
    timestamp: at,
    entry: [
      {
        fullUrl: `urn:uuid:${header}`,
        resource: fhirElement({
          resourceType: 'MessageHeader',
          meta: { lastUpdated: at, profile: [structure(`BARSMessageHeader-${event}`)] },
          // In the code systems of whoever is answered.
          eventCoding: { system: stringAt(to.header, 'eventCoding', 'system') ?? eventSystems[0], code: event },
          destination: [fhirElement({ endpoint: stringAt(to.header, 'source', 'endpoint'), receiver: elementAt(to.header, 'sender') })],
          sender: elementAt(to.header, 'destination', 'receiver'),
          source: fhirElement({ name: 'Booking and referral sandbox', endpoint: source }),
          reason: { coding: [fhirElement({ system: stringAt(to.header, 'reason', 'coding', 'system'), code: reason })] },
          response,
          focus: [{ reference: focusUrl }],
          definition: `https://fhir.nhs.uk/MessageDefinition/bars-message-${event}`,
        }),
      },
      { fullUrl: focusUrl, resource: focus },
    ] satisfies Json,
  };
}
