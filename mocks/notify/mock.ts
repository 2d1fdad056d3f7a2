/** NHS Notify: its faults in its own words, and how much a batch may weigh. The rest is as its contract has it. */
import type { operations } from '../../src/generated/notify.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { access, permissions } from './access.ts';
import { dialect } from './dialect.ts';
import { problemsInOrder } from './problems.ts';

export default {
  access,
  permissions,
  dialect,
  problems: problemsInOrder,
  bodies: { 'create-message-batch': { most: 10 * 1024 * 1024 } },
  behaviours: {},
} satisfies Mock<operations>;
