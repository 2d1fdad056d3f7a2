/** Routing plans of a workspace: written by whoever tests, in the place of those that the service agrees with each client. */
import type { operations } from '../../../src/generated/notify.types.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Call } from '../../../src/mock/call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { keepPlan, ownPlan } from './find-plan.ts';
import type { RoutingPlan } from './plan.ts';
import { publishedPlans } from './published.ts';

export type PlanBody = operations['get-routing-plan']['responses'][200]['content']['application/json'];
type WrittenPlan = NonNullable<operations['put-routing-plan']['requestBody']>['content']['application/json'];
type Path = { readonly routingPlanId: string };

/** A plan that is changed is of another version; messages that were sent by the one before go on by it. */
export function writePlan(call: Call<Path, AnyCall['query'], WrittenPlan>) {
  const id = call.path.routingPlanId;
  const { name, channels } = call.body;
  const plan: RoutingPlan = {
    id,
    name: name ?? 'routing-plan-name',
    version: versionOf(call, JSON.stringify(call.body)),
    createdDate: ownPlan(call, id)?.createdDate ?? new Date(call.clock.now()).toISOString(),
    steps: channels.map(({ type, hours, cascadeType = 'primary', template }) => ({
      channel: type,
      hours: hours ?? 24,
      cascade: cascadeType,
      template,
    })),
  };
  keepPlan(call, plan);
  return { status: 200 as const, body: shown(plan) };
}

export function readPlan(call: Call<Path, AnyCall['query'], unknown>): { readonly status: 200; readonly body: PlanBody } | Problem {
  const { routingPlanId: id } = call.path;
  const plan = ownPlan(call, id) ?? publishedPlans.get(id);
  return plan ? { status: 200, body: shown(plan) } : { problem: 'not-found', message: 'This workspace has no routing plan of this id.' };
}

const shown = ({ steps, ...others }: RoutingPlan): PlanBody => ({
  ...others,
  channels: steps.map(({ channel, hours, cascade, template }) => ({
    type: channel,
    hours,
    cascadeType: cascade,
    template: { ...template },
  })),
});

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._';

/** 32 characters, the same for the same plan. */
const versionOf = (call: AnyCall, text: string): string =>
  Array.from({ length: 32 }, (_, n) => letters[Math.floor(call.chance(`plan ${n}/${text}`) * letters.length)]).join('');
