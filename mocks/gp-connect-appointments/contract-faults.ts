/** What the contract's checks found, in the order in which the service looks: what must be there first, then what is included, then the rest. */
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Fault, Problem } from '../../src/mock/problem.ts';
import { inPracticeWords } from '../gp-practice/dialect.ts';

/** Of a booking. */
const members = 'meta status start end slot created participant contained extension description comment'.split(' ');

export function problems(problem: Problem, { operation }: AnyCall): Problem {
  const faults = (problem.faults ?? []).toSorted((a, b) => placeOf(a) - placeOf(b));
  return inPracticeWords(
    { ...problem, ...(problem.faults && { faults }) },
    ({ in: place }) => place === 'path' && operation.id === 'list-appointments',
  );
}

function placeOf({ in: place, name = '', keyword, pointer }: Fault): number {
  if (place === 'header') return 0;
  if (place === 'body') return 100 + members.indexOf(pointer.split('/')[1] ?? '');
  if (keyword === 'required') return 1;
  return name === '_include' ? 2 : name === 'status' ? 3 : 4;
}
