/** Asks for the next issue of a repeat. The practice looks at it, and decides, by the clock. */
import type { Json } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { uuidBy } from '../../../src/contract/uuid.ts';
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import { readRequest } from './checks.ts';
import { keepRequest, requestOf, type Request } from './requests.ts';
import { taskOf } from './told.ts';

interface Made {
  readonly status: 201;
  readonly rendered: string;
}

/** Keys are X-Request-IDs with what was sent under them, documents ids of requests. */
const sentBefore = 'gp-connect-prescriptions/sent-before';

export function askForNext(call: AnyCall): Made | Problem | undefined {
  const sent: Json | undefined = bodyOf(call);
  if (!isObject(sent)) return undefined;
  const key = `${(call.header('X-Request-ID') ?? '').toLowerCase()}/${call.chance(call.bodyText ?? JSON.stringify(sent))}`;
  const earlier = requestOf(call, call.store.get(sentBefore, key) ?? '');
  if (earlier?.status === 'requested') {
    call.note('This X-Request-ID was seen before with the same body: the request is told again, nothing is asked for twice.');
    return made(earlier);
  }
  const asked = readRequest(call, sent);
  if (isProblem(asked)) return asked;
  const now = call.clock.now();
  const { nhsNumber, plan, pharmacy } = asked;
  const request: Request = {
    id: uuidBy((part) => call.chance(`request ${part} ${plan.id} ${now} ${call.store.count(sentBefore)}`)),
    nhsNumber,
    plan: plan.id,
    status: 'requested',
    asked: now,
    modified: now,
    ...(pharmacy !== undefined && { pharmacy }),
    sent,
  };
  keepRequest(call, request);
  call.store.put(sentBefore, key, request.id);
  // Of a published example: from now on it is in the record, and every API tells it.
  if (call.population.record(nhsNumber)?.entry(plan.id) === undefined) call.enter({ nhsNumber, id: plan.id, entry: plan });
  call.later({ in: 'PT2H', do: 'look-at-request', about: request.id });
  call.later({ in: 'P1D', do: 'decide-request', about: request.id });
  return made(request);
}

const made = (request: Request): Made => ({ status: 201, rendered: JSON.stringify(taskOf(request)) });
