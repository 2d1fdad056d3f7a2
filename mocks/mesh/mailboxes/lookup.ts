/** Looking up who receives a workflow. */
import type { Call } from '../../../src/mock/call.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { isV2, v1, v2, versioned } from '../faults.ts';
import { newId } from '../messages/kept.ts';
import { mailboxesOf, receiversOf, type Mailbox } from './mailboxes.ts';

const named = ({ id, name }: Mailbox) => ({ mailbox_id: id, mailbox_name: name });

/** Of one organisation. */
export function endpoints(call: Pick<AnyCall, 'header' | 'population' | 'store' | 'clock' | 'chance'>, ods: string, workflow: string) {
  const found = mailboxesOf(call.population, ods.toUpperCase()).filter(({ isActive, receives }) => isActive && receives.includes(workflow));
  const described = found.map(({ id, name }) => ({ address: id, description: name, endpoint_type: 'MESH' }));
  return versioned(
    call,
    200,
    () => ({ query_id: newId(call), results: described }),
    () => ({ results: found.map(named) }),
  );
}

/** Of all. The list is the same until another day. */
export function mailboxNames(call: Pick<Call, 'header' | 'population' | 'cached'>, workflow: string) {
  const type = isV2(call) ? v2 : v1;
  return call.cached(`${type} ${workflow}`, () => ({
    status: 200 as const,
    type,
    body: { results: receiversOf(call.population, workflow).map(named) },
  }));
}
