/** The dispensing side of electronic prescriptions: what each operation does. The rules stand in the files beside. */
import type { operations } from '../../src/generated/eps-dispensing.types.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Mock } from '../../src/mock/mock.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { mayDo } from '../../src/nhs/access-modes.ts';
import { disabled, gatewayAccess } from '../electronic-prescriptions/access.ts';
import { capabilitiesOf } from '../electronic-prescriptions/capabilities.ts';
import { dialect, headerRules, ofOtherType } from '../electronic-prescriptions/dialect.ts';
import { eventIn, sent, take, validated } from '../electronic-prescriptions/facade.ts';
import { prescriptionChanged, untold } from '../prescriptions/keep.ts';
import { claim } from './claim/claim.ts';
import { readClaim } from './claim/read-claim.ts';
import { notify } from './notification/notify.ts';
import { readNotification } from './notification/read-notification.ts';
import { parameterIn, readRelease } from './release/read-release.ts';
import { release } from './release/release.ts';
import { actOn } from './tasks/act.ts';
import { readTask } from './tasks/read-task.ts';
import { track } from './tracker/track.ts';

const side = 'dispensing';

const task = (call: AnyCall) => take(call, { side, resource: 'Task', read: readTask, act: (read) => actOn(call, read) });

/** What an application is given leave for, where it is said of any: `dispensing`, `tracker`. */
const wanted: Readonly<Partial<Record<string, 'dispensing' | 'tracker'>>> = {
  release: 'dispensing',
  return: 'dispensing',
  withdraw: 'dispensing',
  'send-dispense-notification-message': 'dispensing',
  'send-dispense-claim-message': 'dispensing',
  track: 'tracker',
} satisfies Readonly<Partial<Record<keyof operations, 'dispensing' | 'tracker'>>>;

function withoutLeave(call: AnyCall): Problem | undefined {
  const what = wanted[call.operation.id];
  return what === undefined || mayDo(call, 'eps-dispensing', (permission) => permission === what) ? undefined : disabled(what);
}

const metadata = (call: AnyCall) =>
  sent(capabilitiesOf(call, 'ElectronicPrescriptionsDispensing', ['process-message', 'release', 'validate'], ['Task', 'Claim']));

const expected: Readonly<Partial<Record<string, string>>> = {
  release: 'Parameters',
  return: 'Task',
  withdraw: 'Task',
  'send-dispense-notification-message': 'Bundle',
  'send-dispense-claim-message': 'Claim',
} satisfies Readonly<Partial<Record<keyof operations, string>>>;

export default {
  events: { emits: [prescriptionChanged], messages: untold },
  // One prescription is released by somebody, what waits at a pharmacy by its system.
  access: gatewayAccess(side, { release: 'some', track: 'all', validate: 'all', capabilities: 'all', metadata: 'all' }),
  dialect,
  headerRules,
  permissions: withoutLeave,
  problems: (problem, call) => ofOtherType(problem, call, expected[call.operation.id]),
  behaviours: {
    release: (call) =>
      take(call, {
        side,
        resource: 'Parameters',
        byItself: (body) => parameterIn(body, 'group-identifier') === undefined,
        read: readRelease,
        act: (read) => release(call, read),
      }),
    return: task,
    withdraw: task,
    'send-dispense-notification-message'(call) {
      const event = eventIn(call, side);
      if (typeof event !== 'string') return event;
      return take(call, { side, resource: 'Bundle', read: readNotification, act: (read) => notify(call, read) });
    },
    'send-dispense-claim-message': (call) => take(call, { side, resource: 'Claim', read: readClaim, act: (read) => claim(call, read) }),
    track,
    validate: validated,
    capabilities: metadata,
    metadata,
  },
} satisfies Mock<operations>;
