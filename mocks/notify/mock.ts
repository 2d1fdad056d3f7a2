/** NHS Notify: messages that are accepted, find their patients, and go from channel to channel until one delivers. */
import type { operations } from '../../src/generated/notify.types.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { access } from './access.ts';
import { bannedAccount, standIns } from './account.ts';
import { listAccounts } from './accounts/accounts.ts';
import { dialect } from './dialect.ts';
import { events } from './events.ts';
import { problemsInOrder } from './faults/in-order.ts';
import { everyAnswer, gate, preflight, wishes } from './gate.ts';
import { readPlan, writePlan } from './plans/own-plans.ts';
import { readMessage } from './progress/progress.ts';
import { publishedMessage } from './published/messages.ts';
import { sendBatch, sendMessage } from './send/send.ts';

/** A ban is told of when all of a body is right; what has no body is right as soon as it is there. */
const bannedReader = (call: AnyCall) => (call.operation.method === 'get' ? bannedAccount(call) : undefined);

export default {
  access,
  dialect,
  gate,
  everyAnswer,
  standIns,
  wishes,
  preflight,
  // Accept and Content-Type are looked at by the gate, wherever a request goes.
  order: ['expectation', 'faults', 'token', 'rate-limit', 'access', 'gate', 'size', 'header-rules', 'contract'],
  headerRules: bannedReader,
  problems: problemsInOrder,
  events,
  bodies: { 'create-message-batch': { most: 10 * 1024 * 1024 } },
  behaviours: {
    'create-message': sendMessage,
    'create-message-batch': sendBatch,
    'get-message': (call) => {
      const { messageId } = call.path;
      const body = readMessage(call, messageId) ?? publishedMessage(call, messageId);
      return body && { status: 200, body };
    },
    'get-nhsapp-account-details': listAccounts,
    // Extensions: the service agrees plans with each client by other ways.
    'put-routing-plan': writePlan,
    'get-routing-plan': readPlan,
  },
} satisfies Mock<operations>;
