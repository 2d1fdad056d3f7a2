/** Searches for patients: a list of known searches, each with its answer. */
import type { JsonObject } from '../../../../src/contract/contract.ts';
import type { AnyCall } from '../../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../../src/mock/problem.ts';
import { outcomeOf } from '../../../../src/nhs/spine/spine-dialect.ts';
import { spine } from '../../../../src/nhs/spine/spine-faults.ts';
import { productionBase } from '../../record/systems.ts';
import { asFound } from '../people/people.ts';
import { datedOutcome, said, searchset, type Said } from '../said.ts';
import { readSearch } from './asked.ts';
import { fits, rows } from './rows.ts';

export function search(call: AnyCall): Said<200> | Problem {
  const asked = readSearch(call.search);
  if (isProblem(asked)) return asked;
  const row = rows.find((one) => fits(one, asked));
  if (!row) return said(200, datedOutcome(call, noExample));
  if (row.found === 'too many') return said(200, outcomeOf(spine('TOO_MANY_MATCHES')));
  return said(200, searchset(call, row.found.map(entryOf)));
}

const noExample = {
  severity: 'warning',
  code: 'not-supported',
  diagnostics: 'This mock endpoint has no example response for this combination of search parameters',
};

const entryOf = ([nhsNumber, score]: readonly [string, number]): JsonObject => ({
  fullUrl: `${productionBase}/Patient/${nhsNumber}`,
  search: { score },
  resource: asFound(nhsNumber),
});
