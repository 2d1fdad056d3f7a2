/** What is ready later is told when its time has come; what became of a message to a patient is heard of NHS Notify. */
import type { MockEvents } from '../../src/mock/event.ts';
import { messageMoved, messageWanted } from '../notify-messages.ts';
import { heardFromNotify, later, laterInWords } from '../prescriptions/status-updates/ready.ts';

export const events: MockEvents = {
  emits: [messageWanted],
  later,
  laterInWords,
  on: { [messageMoved]: heardFromNotify },
  // For NHS Notify, and nobody outside.
  messages: { [messageWanted]: () => undefined },
};
