/** A message or a batch is accepted: checked to the end, kept, and begun. Nothing of it is sent yet. */
import type { operations } from '../../../src/generated/notify.types.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Call } from '../../../src/mock/call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { dialect } from '../dialect.ts';
import { wrongBody } from '../faults/in-order.ts';
import { byStatus } from '../faults/words.ts';
import { findPlan } from '../plans/find-plan.ts';
import { batchVersion, shownPlan, type RoutingPlan } from '../plans/plan.ts';
import { begin } from '../progress/progress.ts';
import { backEnd } from './back-end-checks.ts';
import { keep, type KeptMessage } from './kept.ts';
import { usedBefore, use } from './references.ts';

type Body<Id extends 'create-message' | 'create-message-batch'> = NonNullable<operations[Id]['requestBody']>['content']['application/json'];
type Sending<Id extends 'create-message' | 'create-message-batch'> = Call<AnyCall['path'], AnyCall['query'], Body<Id>>;
type Written = Body<'create-message'>['data']['attributes'] | Body<'create-message-batch'>['data']['attributes']['messages'][number];

/** Milliseconds for which the gateway waits for the service. */
const patience = 10_000;
const notInTime: Problem = { problem: 'timeout', message: byStatus[504]?.detail ?? '', said: { status: 504 } };

export function sendMessage(call: Sending<'create-message'>) {
  const { attributes } = call.body.data;
  const plan = planFor(call, attributes.routingPlanId);
  if ('problem' in plan) return plan;
  const { messageReference } = attributes;
  const before = usedBefore(call, 'message', messageReference);
  if (before) return before;
  const isLost = call.delay >= patience;
  use(call, 'message', messageReference, isLost);
  const { sent, ids } = keep(call, { ...common(call), plan }, [kept(attributes)]);
  begin(call, sent, ids);
  if (isLost) return late(call);
  const [id = ''] = ids;
  const self = `${sent.base}/v1/messages/${id}`;
  return {
    status: 201 as const,
    headers: { Location: `/v1/messages/${id}` },
    body: {
      data: {
        type: 'Message' as const,
        id,
        attributes: {
          messageReference,
          messageStatus: 'created' as const,
          timestamps: { created: new Date(sent.created).toISOString() },
          routingPlan: shownPlan(plan),
        },
        links: { self },
      },
    },
  };
}

export function sendBatch(call: Sending<'create-message-batch'>) {
  const { routingPlanId, messageBatchReference, messages } = call.body.data.attributes;
  const plan = planFor(call, routingPlanId);
  if ('problem' in plan) return plan;
  const before = usedBefore(call, 'batch', messageBatchReference);
  if (before) return before;
  const isLost = call.delay >= patience;
  use(call, 'batch', messageBatchReference, isLost);
  const { sent, ids } = keep(call, { ...common(call), plan, batchReference: messageBatchReference }, messages.map(kept));
  begin(call, sent, ids);
  if (isLost) return late(call);
  return {
    status: 201 as const,
    body: {
      data: {
        type: 'MessageBatch' as const,
        id: sent.batch?.id ?? '',
        attributes: {
          messageBatchReference,
          routingPlan: { ...shownPlan(plan), version: batchVersion },
          messages: messages.map(({ messageReference }, n) => ({ messageReference, id: ids[n] ?? '' })),
        },
      },
    },
  };
}

/** A client that has not heard in time is told so; what it sent is sent all the same. */
function late(call: AnyCall) {
  call.note(
    'The answer comes after the ten seconds for which the gateway waits. It was accepted all the same: sent again, it is one too many.',
  );
  const id = String(call.chance(`late ${call.bodyText ?? ''}`)).slice(2);
  const now = new Date(call.clock.now()).toISOString();
  // Written by the catalogue, whose codes are those of the contract.
  return { status: 504 as const, body: dialect.write(notInTime, { status: 504, type: dialect.type, now, id }) as LateBody };
}

type LateBody = operations['create-message']['responses'][504]['content']['application/json'];

const common = (call: AnyCall) => ({
  created: call.clock.now(),
  base: call.url(''),
  ...(call.caller.application?.id !== undefined && { application: call.caller.application.id }),
});

const planFor = (call: AnyCall, id: string): RoutingPlan | Problem => wrongBody(call) ?? backEnd(call) ?? findPlan(call, id);

function kept({ messageReference, billingReference, recipient, originator, personalisation }: Written): KeptMessage {
  const { nhsNumber, contactDetails } = recipient;
  return {
    messageReference,
    ...(nhsNumber !== undefined && { nhsNumber }),
    ...(contactDetails && { contact: contactDetails }),
    ...(personalisation && { personalisation }),
    ...(originator?.odsCode !== undefined && { odsCode: originator.odsCode }),
    ...(billingReference !== undefined && { billingReference }),
  };
}
