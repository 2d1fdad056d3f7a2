/** A request to one operation after the other, for whoever wants to try them: one that works where one is found, else what its contract shows. */
import { sampleRequest } from '../../answer/sample/sample-request.ts';
import type { Operation } from '../../contract/contract.ts';
import { TRIED_STEPS } from '../../contract/limits.ts';
import { isOverBudget } from '../../contract/work.ts';
import { redactLiveNumbers } from '../../fhir/live-numbers.ts';
import type { Api } from '../api.ts';
import { decodeUrl } from '../request/path.ts';
import type { Visit } from '../visit.ts';
import { draftOf, wired, type WireRequest } from './draft.ts';
import { findRequest } from './find-request.ts';
import { tryOutIn, type Prepare } from './try-out.ts';

export interface OperationRequest extends WireRequest {
  /** It has been tried out in the workspace that asks. */
  readonly works: boolean;
  /** What it does, where it is not what the operation is for. */
  readonly note?: string;
}

/** By the id of the operation; none to what is beyond the limits. Its target is below the address of the workspace. */
export type AskOperations = (api: Api, operations: readonly Operation[], visit: Visit) => Promise<ReadonlyMap<string, OperationRequest>>;

/** Operations that a request is looked for, of those that are asked about; contracts can have thousands. */
const atMost = 100;

export function operationRequests(prepare: Prepare): AskOperations {
  return async (api, operations, visit) => {
    const mount = api.mounts[0] ?? '';
    // One for them all, since it counts what is done.
    const tryOut = tryOutIn(visit, `http://localhost${visit.prefix}${mount}`, prepare);
    const found = new Map<string, OperationRequest>();
    for (const operation of operations.slice(0, atMost)) {
      const request = await requestTo(operation).catch((error: unknown) => {
        if (isOverBudget(error)) return undefined;
        throw error;
      });
      if (request && mayBeHandedOut(request)) found.set(operation.id, { ...request, target: mount + request.target });
    }
    return found;

    async function requestTo(operation: Operation): Promise<OperationRequest> {
      const { population, store, clock } = visit.workspace;
      const now = clock.now();
      const sample = api.contract.work.within(TRIED_STEPS, () =>
        wired(draftOf(operation, sampleRequest(api.plan.generator, operation, { key: operation.id, now }))),
      );
      const plan = api.plan.of(operation);
      const { request, note } = await findRequest({ plan, values: { plan: api.plan, population, now }, store, sent: {}, tryOut });
      return { ...(request ?? sample), works: request !== undefined, ...(note !== undefined && { note }) };
    }
  };
}

/** A contract may publish a number of a real patient's kind, which is shown to nobody. */
export function mayBeHandedOut({ target, headers, body = '' }: WireRequest): boolean {
  const text = [decodeUrl(target) ?? target, ...Object.values(headers), body].join('\n');
  return redactLiveNumbers(text) === text;
}
