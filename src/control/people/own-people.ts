/** People of one's own beside the population: brought, told anew and taken away again. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { isProblem, type Problem } from '../../mock/problem.ts';
import type { Person } from '../../population.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Behaviours } from '../behaviours.ts';
import { describedPerson, listedPerson } from './described-person.ts';

export type OwnPeopleIds = 'add-people' | 'put-person' | 'delete-person';

export const ownPeopleBehaviours: Behaviours<OwnPeopleIds> = {
  'add-people': (call) => {
    const { body, visit } = call;
    const added = addedPeople(visit.workspace, Array.isArray(body) ? body : [body]);
    if (isProblem(added)) return added;
    const [only, ...others] = added.people;
    return {
      status: 201,
      ...(only && others.length === 0 && { headers: { Location: call.url(`/people/${only.nhsNumber}`) } }),
      body: { data: 'synthetic', ...added },
    };
  },
  'put-person': (call) => {
    const { workspace } = call.visit;
    const put = workspace.people.put(call.path.nhsNumber, call.body);
    if (isProblem(put)) return put;
    return { status: put.isNew ? 201 : 200, body: describedPerson(workspace, put.person) };
  },
  'delete-person': ({ path: { nhsNumber }, visit: { workspace } }) =>
    workspace.people.delete(nhsNumber) ? { status: 204 } : workspace.population.find(nhsNumber) ? ofThePopulation : noneOfOwn,
};

/** As they are listed, with what whoever brought them should know. */
function addedPeople(
  workspace: Workspace,
  told: readonly unknown[],
): { readonly people: components['schemas']['ListedPerson'][]; readonly notes: string[] } | Problem {
  const added = workspace.people.add(told);
  if (isProblem(added)) return added;
  return { people: added.map((person) => listedPerson(workspace, person)), notes: unknownPractices(workspace, added) };
}

function unknownPractices({ population }: Workspace, people: readonly Person[]): string[] {
  const codes = new Set(people.flatMap(({ registrations }) => registrations.map(({ practice }) => practice)));
  return [...codes]
    .filter((code) => population.organisation(code) === undefined)
    .map(
      (code) => `No organisation of this world has the code ${code}: it is told as it stands, without a name. Y90001 is a practice here.`,
    );
}

const noneOfOwn: Problem = {
  problem: 'not-found',
  message: 'This workspace brought nobody of this number. GET /_sandbox/people?own=true lists those whom it brought.',
};
const ofThePopulation: Problem = {
  problem: 'not-found',
  message:
    'This is somebody of the population, which stays as it is. GET /_sandbox/people?own=true lists those whom the workspace brought.',
};
