/**
 * What Notify does later, and how it tells of it: callbacks in the service's own form, signed in its own manner, and in the inbox alone the
 * texts that patients read. Letters are handed over to their supplier.
 */
import type { Json } from '../../src/contract/contract.ts';
import type { DeliveryManner, MockEvents, OutgoingMessage } from '../../src/mock/event.ts';
import { letterRequested, letterTold } from '../notify-letters.ts';
import { messageMoved, messageWanted } from '../notify-messages.ts';
import type { Callback } from './callbacks/tell.ts';
import { heard, later } from './progress/progress.ts';
import { sendForService } from './send/for-services.ts';

/** Whatever is not answered with 202 is sent again for two hours. */
const manner: DeliveryManner = {
  keyHeader: 'x-api-key',
  signatureHeader: 'x-hmac-sha256-signature',
  accepted: [202],
  retries: ['PT10S', 'PT50S', 'PT4M', 'PT10M', 'PT15M', 'PT30M', 'PT1H'],
};

function asCallback(_: unknown, about: Json): OutgoingMessage {
  const { messageId, application, body } = about as Callback; // as `tellOf` gave it
  return { contentType: 'application/vnd.api+json', subject: messageId, body, ...(application !== undefined && { application }) };
}

function asShown(_: unknown, about: Json): OutgoingMessage {
  const { messageId } = about as { readonly messageId: string }; // as `asRead` gave it
  return { subject: messageId, body: about, isShownOnly: true };
}

export const events: MockEvents = {
  emits: [messageMoved, 'channel-status', 'notify.message.*', letterRequested],
  later,
  laterInWords: { enrich: 'The recipients of messages are looked up', progress: 'A message moves on, and its sender is told' },
  on: { [letterTold]: heard, [messageWanted]: sendForService },
  messages: {
    [messageMoved]: asCallback,
    'channel-status': asCallback,
    'notify.message.nhsapp': asShown,
    'notify.message.email': asShown,
    'notify.message.sms': asShown,
    'notify.message.letter': asShown,
    // For whoever prints it, and nobody else.
    [letterRequested]: () => undefined,
  },
  delivery: { of: [messageMoved, 'channel-status'], manner },
};
