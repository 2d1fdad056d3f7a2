/** Who there is: the population as it was made, for anyone, since all of it is made up. What clients change of it is the mock APIs' business. */
import { redactLiveNumbers } from '../../fhir/live-numbers.ts';
import type { operations } from '../../generated/sandbox-control.types.ts';
import type { BesideControl } from '../../gateway/gateway.ts';
import { curlLine } from '../../gateway/works/command-lines.ts';
import type { AnswerAbout, RequestAbout } from '../../gateway/works/request-about.ts';
import type { Problem } from '../../mock/problem.ts';
import { readDescription, type Wrong } from '../../people/description.ts';
import { findPeople, type SearchResult } from '../../people/find-people.ts';
import { lettingOthersIn } from '../../people/interruptible.ts';
import { findByFreeText, type ReadPeople } from '../../people/free-text.ts';
import type { Person, Population } from '../../population.ts';
import type { Visit } from '../../gateway/visit.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { daysInReach, isInReach, lastDay } from '../../world/reach.ts';
import { elsewhere, type Ask, type Behaviours } from '../behaviours.ts';
import { describedPerson, listedPerson, presentName } from './described-person.ts';
import { describedRecord } from './described-record.ts';
import { ownPeopleBehaviours, type OwnPeopleIds } from './own-people.ts';

type ListedPeople = operations['list-people']['responses']['200']['content']['application/json'];

type Ids = 'list-people' | 'read-person' | 'read-record' | 'list-requests-about' | 'list-answers-about' | 'list-test-people' | OwnPeopleIds;

/** People who are looked at to answer one search: half a second. */
const lookedAt = 10_000;
/** Where clinical records have to be looked at. */
const seconds = 1;

export function peopleBehaviours({ workingRequests }: BesideControl): Behaviours<Ids> {
  return {
    ...ownPeopleBehaviours,

    'list-people': elsewhere({
      // Some search long: others are served between two people who are looked at.
      sends: async ({ query, visit: { workspace } }: Ask<'list-people'>): Promise<ListedPeople | Problem> => {
        const { q, limit = 20, skip = 0, own = false, asOf, trait, ...typed } = query;
        const everybody = populationOn(workspace, asOf);
        if ('problem' in everybody) return everybody;
        const population = own ? workspace.people.alone.on(everybody.asOf) : everybody;
        const description = readDescription(population, { ...typed, ...(trait && { trait: trait.join(',') }) });
        if ('wrong' in description) return wrong(description);
        const bounds = { limit: skip + limit, most: lookedAt, seconds, around: everybody };
        const isAsked = Object.values(description).some((value) => value !== undefined && value !== false);
        const found: SearchResult & Partial<ReadPeople> =
          q !== undefined && q.trim() !== ''
            ? await lettingOthersIn(findByFreeText(population, q, description, bounds))
            : isAsked
              ? await lettingOthersIn(findPeople(population, description, bounds))
              : own
                ? allOf([...population.brought()], skip + limit)
                : { people: [], isMore: false, hasStopped: false };
        return {
          data: 'synthetic',
          asOf: everybody.asOf,
          people: found.people.slice(skip).map(({ person, why }) => ({
            ...listedPerson({ people: workspace.people, population: everybody }, person),
            ...(why.length > 0 && { why: [...why] }),
          })),
          ...(found.understood && { understood: found.understood.map((one) => ({ ...one })) }),
          more: found.isMore,
          notes: [...(found.notes ?? []), ...(found.hasStopped ? [stoppedEarly] : [])],
        };
      },
      turn: (_: Ask<'list-people'>, { sent }) => ({ status: 200 as const, body: sent }),
    }),

    'read-person': ({ path: { nhsNumber }, query: { asOf }, visit: { workspace } }) => {
      const population = populationOn(workspace, asOf);
      if ('problem' in population) return population;
      const person = population.find(nhsNumber);
      if (person) return { status: 200, body: describedPerson({ people: workspace.people, population }, person) };
      return population.on(lastDay).find(nhsNumber) ? notBornYet(population) : nobodyHasIt;
    },

    'read-record': ({ path: { nhsNumber }, query: { asOf, kind: kinds = [], all = false }, visit: { workspace } }) => {
      const population = populationOn(workspace, asOf);
      if ('problem' in population) return population;
      const record = population.record(nhsNumber);
      if (record) return { status: 200, body: describedRecord(population, record, { kinds, all }) };
      return population.on(lastDay).find(nhsNumber) ? notBornYet(population) : nobodyHasIt;
    },

    'list-requests-about': elsewhere({
      reads: async ({
        visit,
        caller,
        path: { nhsNumber },
        query: { api, tried },
      }: Ask<'list-requests-about'>): Promise<readonly RequestAbout[] | Problem> => {
        const person = visit.workspace.population.find(nhsNumber);
        if (!person) return nobodyHasIt;
        const requests = await workingRequests.about(person, visit, { slug: api, isTried: tried !== false });
        return requests.filter(isShownTo(caller, visit));
      },
      turn: ({ origin, visit: { prefix } }, { read }) => ({
        status: 200,
        body: { data: 'synthetic', requests: read.map((found) => shownRequest(found, origin + prefix)) },
      }),
    }),

    'list-answers-about': elsewhere({
      reads: async ({ visit, caller, path: { nhsNumber } }: Ask<'list-answers-about'>): Promise<readonly AnswerAbout[] | Problem> => {
        const person = visit.workspace.population.find(nhsNumber);
        if (!person) return nobodyHasIt;
        return (await workingRequests.answersAbout(person, visit)).filter(isShownTo(caller, visit));
      },
      turn: (_, { read }) => ({ status: 200, body: { data: 'synthetic', answers: read.map(shownAnswer) } }),
    }),

    'list-test-people': ({ visit: { workspace } }) => ({
      status: 200,
      body: { data: 'synthetic', groups: groupsOf(workspace.population) },
    }),
  };
}

/** What a workspace brought is its own. */
function isShownTo({ scopes }: Ask<'read-person'>['caller'], { workspace }: Visit): (one: Pick<RequestAbout, 'api'>) => boolean {
  return ({ api }) => scopes.has('manage') || workspace.contracts.text(api.contract.slug) === undefined;
}

const allOf = (people: readonly Person[], limit: number): SearchResult => ({
  people: people.slice(0, limit).map((person) => ({ person, why: [] })),
  isMore: people.length > limit,
  hasStopped: false,
});

const stoppedEarly = 'Not everybody who might fit was looked at: this search is too wide. A family name, an age or a place narrows it.';

/** Of the day that is asked for, else of the workspace's. */
function populationOn({ population, made }: Workspace, asOf: string | undefined): Population | Problem {
  if (asOf === undefined) return population;
  return isInReach(asOf) ? population.on(asOf, made) : wrong({ field: 'asOf', wrong: `asOf must be ${daysInReach}.` });
}

const notBornYet = ({ asOf }: Population): Problem => ({ ...nobodyHasIt, message: `Whoever has this NHS number is not born by ${asOf}.` });

const nobodyHasIt: Problem = {
  problem: 'not-found',
  message: 'Nobody in this population has this NHS number. GET /_sandbox/people finds some who exist.',
  faults: [{ in: 'path', name: 'nhsNumber', pointer: '', keyword: 'exists', message: 'names nobody' }],
};

const wrong = ({ field, wrong: message }: Pick<Wrong, 'wrong'> & { readonly field: string }): Problem => ({
  problem: 'invalid-value',
  message,
  faults: [{ in: 'query', name: field, pointer: '', keyword: 'understood', message }],
});

function shownRequest({ request, status, ...about }: RequestAbout, base: string) {
  return {
    ...whatIsAsked(about),
    path: request.target,
    headers: request.headers,
    curl: curlLine(base, request),
    ...(status !== undefined && { status }),
  };
}

const shownAnswer = ({ request: { method, target }, status, text, ...about }: AnswerAbout) => ({
  ...whatIsAsked(about),
  method,
  path: target,
  status,
  text,
});

const whatIsAsked = ({ api: { contract }, operation: { id, summary } }: Pick<RequestAbout, 'api' | 'operation'>) => ({
  slug: contract.slug,
  title: redactLiveNumbers(contract.title),
  operation: redactLiveNumbers(id),
  ...(summary && { summary: redactLiveNumbers(summary) }),
});

function groupsOf({ published }: Population) {
  const groups = [
    { title: 'From the official sandboxes', official: true },
    { title: 'Of this sandbox', official: false },
  ];
  return groups.map((group) => ({
    ...group,
    people: published
      .filter(({ official }) => official === group.official)
      .map(({ person, meaning }) => ({ nhsNumber: person.nhsNumber, name: presentName(person), meaning })),
  }));
}
