/** Registers somebody as the official sandbox does: always under the same number, and never kept. */
import type { AnyCall } from '../../../../src/mock/any-call.ts';
import type { Problem } from '../../../../src/mock/problem.ts';
import { said, type Said } from '../said.ts';
import { sentBody } from '../sent-body.ts';
import { birthDate, firstProblem, gender, list, noList, present, type Checked } from './checks.ts';
import { matched } from './matched.ts';
import { newPatient } from './new-patient.ts';

/** An address that is no object has no period either, so that nothing more needs to be asked of it. */
const checks: readonly Checked[] = [
  [present, 'name'],
  [present, 'address'],
  [present, 'gender'],
  [present, 'birthDate'],
  [noList, 'address/0'],
  [present, 'address/0/period'],
  [list, 'name/0/given'],
  [gender, 'gender'],
  [birthDate, 'birthDate'],
];

export function create(call: AnyCall): Said<200 | 201> | Problem {
  const person = sentBody(call) ?? null;
  const problem = firstProblem(person, checks);
  if (problem) return problem;
  const match = matched(person, '5900054586');
  if (match) return said(200, match);
  return said(201, newPatient(person, { nhsNumber: '5182663366', request: call.header('X-Request-ID') ?? '', digits: 6 }));
}
