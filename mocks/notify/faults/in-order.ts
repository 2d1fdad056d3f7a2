/** What is wrong with a body, in the order in which this API looks: one error for each place, and no more than it lists. */
import { tokensOf, valueAt } from '../../src/contract/json-pointer.ts';
import type { Call } from '../../src/mock/call.ts';
import type { Fault, Problem } from '../../src/mock/problem.ts';

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

export function problemsInOrder(problem: Problem, call: Call): Problem {
  const faults = (problem.faults ?? []).map((fault) => nullSaid(fault, call));
  if (faults.length === 0) return problem;
  // The back end, which alone looks at contact details, gets only what has passed everything else.
  const front = faults.filter((fault) => !isOfBackEnd(fault));
  const places = new Set<string>();
  const kept = (front.length > 0 ? front : faults)
    .map((fault) => ({ fault, rank: rankOf(fault) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ fault }) => fault)
    .filter((fault) => {
      const place = `${fault.in} ${fault.name ?? ''} ${fault.pointer}`;
      return !places.has(place) && places.add(place);
    })
    .slice(0, most);
  const isTooMany = kept[0]?.keyword === 'maxItems' && kept[0].pointer === '/data/attributes/messages';
  return { ...problem, faults: kept, ...(isTooMany && { said: { ...problem.said, status: 413 } }) };
}

/** A null is told apart, save in a code of an organisation. */
function nullSaid(fault: Fault, { body }: Call): Fault {
  if (fault.in !== 'body' || body === undefined || fault.pointer === '' || fault.pointer.endsWith('/odsCode')) return fault;
  return valueAt(body, tokensOf(fault.pointer)) === null ? { ...fault, keyword: 'null' } : fault;
}

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
