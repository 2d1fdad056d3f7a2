/** What is wrong with a body, in the order in which this API looks: one error for each place, and no more than it lists. */
import { isObject } from '../../../src/contract/json.ts';
import { tokensOf, valueAt } from '../../../src/contract/json-pointer.ts';
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import type { Call } from '../../../src/mock/call.ts';
import type { Fault, Problem } from '../../../src/mock/problem.ts';
import { backEnd } from '../send/back-end-checks.ts';
import { refusedAccounts } from '../accounts/accounts.ts';
import { bodyFaults } from './check-body.ts';

const most = 100;

const inOrder = [
  '',
  '/data',
  '/data/type',
  '/data/attributes',
  '/data/attributes/routingPlanId',
  '/data/attributes/messageReference',
  '/data/attributes/messageBatchReference',
  '/data/attributes/messages',
];
const inMessage = ['', '/messageReference', '/recipient', '/recipient/nhsNumber', '/originator', '/originator/odsCode', '/personalisation'];

/** With what the contract cannot see. The back end, which alone looks at contact details, gets only what has passed everything else. */
export function problemsInOrder(problem: Problem, call: Call): Problem {
  const faults = problem.faults ?? [];
  // What could be no id is the id of nothing.
  if (faults.some(({ in: place }) => place === 'path')) return { ...problem, problem: 'not-found' };
  if (faults.some(({ in: place }) => place === 'query'))
    return refusedAccounts(call as AnyCall) ?? { ...problem, faults: firstOfQuery(faults) };
  if (faults.length === 0 || problem.said?.code !== undefined || !faults.some(isOfContract)) return problem;
  const front = [...faults.filter((fault) => !isOfBackEnd(fault)), ...bodyFaults(call)];
  if (front.length > 0) return listed(problem, front, call);
  return backEnd(call as AnyCall) ?? listed(problem, faults, call); // all but the contact details is what the contract says
}

/** What is wrong with a body that its contract allows. */
export function wrongBody(call: AnyCall): Problem | undefined {
  const faults = bodyFaults({ operation: call.operation, body: bodyOf(call) });
  const [first] = faults;
  return first && { problem: 'invalid-value', message: `The body at ${first.pointer} ${first.message}.`, faults };
}

/** The code is looked at before the page, and a single fault is told. */
const firstOfQuery = (faults: readonly Fault[]): readonly Fault[] =>
  [...faults.filter(({ name }) => name !== 'page'), ...faults].slice(0, 1);

const isOfContract = ({ in: place, keyword }: Fault): boolean =>
  place === 'body' && !['live-data', 'json', 'body', 'rule'].includes(keyword);

function listed(problem: Problem, faults: readonly Fault[], call: Call): Problem {
  const places = new Set<string>();
  const kept = faults
    .map((fault) => ofWholeList(nullSaid(fault, call)))
    .map((fault) => ({ fault, rank: rankOf(fault) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ fault }) => fault)
    .filter(({ in: place, name = '', pointer }) => {
      const key = `${place} ${name} ${pointer}`;
      return !places.has(key) && places.add(key);
    })
    .slice(0, most);
  const isTooMany = kept[0]?.keyword === 'maxItems' && kept[0].pointer === '/data/attributes/messages';
  return { ...problem, problem: 'invalid-value', faults: kept, said: { ...problem.said, status: isTooMany ? 413 : 400 } };
}

/** A null is told apart, save in a code of an organisation. */
function nullSaid(fault: Fault, { body }: Call): Fault {
  if (fault.in !== 'body' || !isObject(body) || fault.pointer === '' || fault.pointer.endsWith('/odsCode')) return fault;
  return valueAt(body, tokensOf(fault.pointer)) === null ? { ...fault, keyword: 'null' } : fault;
}

/** One line of an address that is wrong has all of them be. */
const ofWholeList = (fault: Fault): Fault => ({
  ...fault,
  pointer: fault.pointer.replace(/(?<=\/contactDetails\/address\/lines)\/\d+$/, ''),
});

const isOfBackEnd = ({ in: place, pointer }: Fault): boolean => place === 'body' && pointer.includes('/recipient/contactDetails');

function rankOf({ in: place, pointer }: Fault): number {
  if (place !== 'body') return -1;
  const top = inOrder.indexOf(pointer);
  if (top >= 0) return top;
  const [, number, inner = ''] = /^\/data\/attributes\/messages\/(\d+)(.*)$/.exec(pointer) ?? [];
  const within = inMessage.indexOf(number === undefined ? pointer.slice('/data/attributes'.length) : inner);
  const last = within < 0 ? inMessage.length : within;
  return inOrder.length + Number(number ?? 0) * (inMessage.length + 1) + last;
}
