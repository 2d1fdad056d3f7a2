/** What the service behind the gateway asks of a body that is all right: a ban, the plan, what the account may say. A batch is asked for its ODS codes first. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { bannedAccount, contactDetailsFault, odsCodeFault, type OwnWords } from '../account.ts';
import { isBatch } from '../faults/check-body.ts';
import { findPlan } from '../plans/find-plan.ts';

const attributes = '/data/attributes';

/** Of a body whose parts are what the contract says, but for contact details. */
interface Sending {
  readonly data: { readonly attributes: OwnWords & { readonly routingPlanId: string; readonly messages?: readonly OwnWords[] } };
}

export function backEnd(call: AnyCall): Problem | undefined {
  const { attributes: said } = (call.body as Sending).data; // so it is, where this is asked
  const isOfMany = isBatch(call);
  const { messages = [], routingPlanId } = isOfMany ? said : { ...said, messages: [said] };
  const at = (index: number): string => (isOfMany ? `${attributes}/messages/${index}` : attributes);
  const plan = (): Problem | undefined => {
    const known = findPlan(call, routingPlanId);
    return 'problem' in known ? known : undefined;
  };
  const odsCode = (): Problem | undefined => odsCodeFault(call, messages, at);
  return bannedAccount(call) ?? (isOfMany ? (odsCode() ?? plan()) : (plan() ?? odsCode())) ?? contactDetailsFault(call, messages, at);
}
