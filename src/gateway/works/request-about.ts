/** One request to each API about one person: the first that finds them, else the likeliest one, which says why it does not. */
import type { Operation, Parameter } from '../../contract/contract.ts';
import type { Person } from '../../population.ts';
import type { Api } from '../api.ts';
import { shownRequestTo, type AskedApi, type WorkingRequest } from './request-to.ts';

export interface RequestAbout extends WorkingRequest {
  readonly api: Api;
  readonly operation: Operation;
  readonly status: number;
}

/** Operations of one API that are tried, and requests to each. */
const operationsAtMost = 6;
const tries = 8;

export async function requestAbout(person: Person, asked: AskedApi): Promise<RequestAbout | undefined> {
  const { api } = asked;
  let best: RequestAbout | undefined;
  for (const operation of readsOfPeople(api).slice(0, operationsAtMost)) {
    const found = await shownRequestTo(operation, asked, { person, tries });
    const { status } = found ?? {};
    if (!found || status === undefined) continue;
    if (!best || found.finds || (found.works && !best.works)) best = { ...found, api, operation, status };
    if (found.finds) break;
  }
  return best;
}

/** Reads that take an NHS number, those by their path first: they say most. */
function readsOfPeople({ contract: { operations }, plan: { meaning } }: Api): readonly Operation[] {
  const places = ['path', 'query', 'header'];
  return operations
    .filter(({ method, fragment }) => method === 'get' && fragment === undefined)
    .flatMap((operation): readonly (readonly [Operation, Parameter])[] => {
      const parameter = operation.parameters.find(
        (one) => meaning.parameterRole(operation, one) === 'patient.nhsNumber' && places.includes(one.in),
      );
      return parameter ? [[operation, parameter]] : [];
    })
    .toSorted(([a, one], [b, other]) => places.indexOf(one.in) - places.indexOf(other.in) || a.path.length - b.path.length)
    .map(([operation]) => operation);
}
