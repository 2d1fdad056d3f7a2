/** The Custom Prescription Status Update API: one supplier's messages, turned into updates. */
import type { operations } from '../../src/generated/custom-prescription-status-update.types.ts';
import { uuidBy } from '../../src/contract/uuid.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { keyHolders } from '../../src/nhs/access-modes.ts';
import { messageWanted } from '../notify-messages.ts';
import { bundleDialect } from '../prescriptions/status-updates/answers.ts';
import { later, laterInWords } from '../prescriptions/status-updates/ready.ts';
import { take } from '../prescriptions/status-updates/take.ts';
import { bundleOfMessage, unknownStatus } from './format-1.ts';

export default {
  access: keyHolders,
  dialect: bundleDialect,
  // What is ready is for NHS Notify, and nobody outside.
  events: { emits: [messageWanted], later, laterInWords, messages: { [messageWanted]: () => undefined } },
  behaviours: {
    'format-1-prescription-status-update': (call) => {
      if (call.body.MessageType !== 'PrescriptionStatusChanged') return { status: 202, body: 'Message Ignored' };
      const unknown = unknownStatus(call.body);
      if (unknown) return unknown;
      return take(
        call,
        bundleOfMessage(call),
        uuidBy((part) => call.chance(`request ${part} ${call.bodyText ?? ''} ${call.clock.now()}`)),
      );
    },
  },
} satisfies Mock<operations>;
