/** The Prescription Status Update API: pharmacies say how far items are. */
import type { operations } from '../../src/generated/prescription-status-update.types.ts';
import { bodyOf, type AnyCall } from '../../src/mock/any-call.ts';
import type { Mock } from '../../src/mock/mock.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { applicationsOnly } from '../../src/nhs/access-modes.ts';
import { bundleDialect } from '../prescriptions/status-updates/answers.ts';
import { hearOfDelivery } from '../prescriptions/status-updates/ready.ts';
import { take } from '../prescriptions/status-updates/take.ts';
import { capabilities } from './capabilities.ts';
import { check } from './check.ts';
import { events } from './events.ts';

const nameless: Problem = { problem: 'missing-value', message: 'Missing or empty x-request-id header.', said: { status: 400 } };

const requestOf = (call: Pick<AnyCall, 'header'>): string => call.header('x-request-id')?.trim() ?? '';

export default {
  access: applicationsOnly,
  dialect: bundleDialect,
  events,
  headerRules: (call) => (call.operation.id === 'prescription-status-update-bundle' && requestOf(call) === '' ? nameless : undefined),
  behaviours: {
    'prescription-status-update-bundle': (call) => take(call, bodyOf(call), requestOf(call)),

    'prescription-status-update-metadata': () => ({ status: 200, body: capabilities }),

    'check-prescription-status-updates': check,

    'prescription-status-update-notification-delivery-status-callback': (call) => {
      if (hearOfDelivery(call, bodyOf(call) ?? null) === 0) call.note('It is about none of the notifications that this API has asked for.');
      return { status: 202 };
    },
  },
} satisfies Mock<operations>;
