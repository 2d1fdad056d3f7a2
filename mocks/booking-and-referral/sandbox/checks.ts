/** What the official sandbox looks at, in its order; nothing else is. */
import { uuid } from '../../../src/contract/uuid.ts';
import type { Call } from '../../../src/mock/call.ts';
import type { Fault, Problem } from '../../../src/mock/problem.ts';
import { badRequest } from '../faults.ts';
import * as ofGateway from '../target/checks.ts';

export function headerRules(call: Call): Problem | undefined {
  return missingId(call) ?? ofGateway.headerRules(call) ?? wrongId(call) ?? wrongSearch(call);
}

function missingId(call: Call): Problem | undefined {
  const name = ['X-Request-Id', 'X-Correlation-Id'].find((each) => !/\S/.test(call.header(each) ?? ''));
  if (name === undefined) return undefined;
  const fault: Fault = { in: 'header', name, pointer: '', keyword: 'required', message: 'is required' };
  return { problem: 'missing-value', message: `Header ${name} is required.`, faults: [fault] };
}

const published: Problem = badRequest('Any further internal debug details i.e. stack trace details etc.');

const wrongId = ({ path }: Call): Problem | undefined => (path['id'] === undefined || uuid.test(path['id']) ? undefined : published);

const statuses: ReadonlySet<string> = new Set(['free', 'busy']);

function wrongSearch({ operation, query }: Call): Problem | undefined {
  const { id } = operation;
  if (id === 'getBookingByPatient' || id === 'getReferralByPatient')
    return query['patient:identifier'] === undefined ? published : undefined;
  if (id !== 'getSlots') return undefined;
  const isWrong =
    query['start'] === undefined ||
    !String(query['status'])
      .split(',')
      .every((status) => statuses.has(status));
  return isWrong ? published : undefined;
}
