/** Requests to an API about one person: the first that finds them, else the likeliest one, which says why it does not; or what each answers. */
import type { Operation, Parameter } from '../../contract/contract.ts';
import type { Person } from '../../population.ts';
import type { Api } from '../api.ts';
import { shownRequestTo, type AskedApi, type WorkingRequest } from './request-to.ts';
import { withNumberOf } from './ways-to-name.ts';

export interface RequestAbout extends WorkingRequest {
  readonly api: Api;
  readonly operation: Operation;
  /** Where it was tried out. */
  readonly status?: number;
}

/** What an operation answers about a person, who was asked for as it wants them to be. */
export interface AnswerAbout extends RequestAbout {
  readonly status: number;
  readonly text: string;
}

/** Operations of one API that are tried, and requests to each. */
const operationsAtMost = 6;
const tries = 8;
/** Operations of one API whose answers are given, and requests to each. */
const answersAtMost = 10;
const triesForAnswers = 4;

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

/** The likeliest, as it stands: nothing is tried, which takes a moment for all of them. */
export async function likeliestRequestAbout(person: Person, asked: AskedApi): Promise<RequestAbout | undefined> {
  const { api } = asked;
  for (const operation of readsOfPeople(api)) {
    const found = await shownRequestTo(operation, asked, { person, tries: 0 });
    if (found) return { ...found, api, operation };
  }
  return undefined;
}

/** Of each operation that reads about people, and of those that FHIR has for all patients, which are told by a body whom they are about. */
export async function answersAbout(person: Person, asked: AskedApi): Promise<readonly AnswerAbout[]> {
  const { api } = asked;
  const answers: AnswerAbout[] = [];
  for (const operation of readsOfPeople(api).slice(0, answersAtMost)) {
    const found = await shownRequestTo(operation, asked, { person, tries: triesForAnswers });
    const { status, answer } = found ?? {};
    if (found && status !== undefined && answer) answers.push({ ...found, api, operation, status, text: await answer() });
  }
  for (const operation of patientOperationsOf(api).slice(0, answersAtMost)) {
    const answer = await answerToBodyAbout(person, operation, asked);
    if (answer) answers.push(answer);
  }
  return answers;
}

/** The contract's own request, with this person's number where it has another's. It is given where it tells of them, since it may be no read at all. */
async function answerToBodyAbout(person: Person, operation: Operation, asked: AskedApi): Promise<AnswerAbout | undefined> {
  const { api, tryOut } = asked;
  const found = await shownRequestTo(operation, asked, { tries: triesForAnswers });
  const body = found?.request.body && withNumberOf(person, found.request.body);
  if (!found?.works || !body?.includes(person.nhsNumber)) return undefined;
  const request = { ...found.request, body };
  const outcome = await tryOut({ ...request, target: request.target.slice((api.mounts[0] ?? '').length) });
  const text = await outcome.text();
  const { status } = outcome;
  return status === 200 && text.includes(person.nhsNumber) ? { ...found, request, api, operation, status, text } : undefined;
}

const patientOperationsOf = ({ contract: { operations } }: Api): readonly Operation[] =>
  operations.filter(({ method, path, fragment }) => method === 'post' && fragment === undefined && /\/Patient\/\$[^/]*$/.test(path));

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
