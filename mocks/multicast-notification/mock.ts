/** Multicast Notification Service: served by its contract alone, but for the words of its faults. */
import type { operations } from '../../src/generated/multicast-notification.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { applicationsOnly } from '../../src/nhs/access-modes.ts';
import { permissions } from './access.ts';
import { dialect } from './dialect.ts';

export default {
  scope: 'multicast-notification-service',
  access: applicationsOnly,
  permissions,
  dialect,
  behaviours: {},
} satisfies Mock<operations>;
