/**
 * What happens to every request, whichever API it is for, from top to bottom: everything that awaits, then the checks in their order,
 * then the answer in one synchronous turn and one store transaction.
 */
import { createAnswerer, type Answerer } from '../answer/answer.ts';
import type { Answered } from '../answer/documented.ts';
import { noPreferences } from '../answer/preferences.ts';
import type { AnySteps } from '../mock/mock.ts';
import { isProblem, type Fault, type Problem } from '../mock/problem.ts';
import type { Population } from '../population.ts';
import { StoreRefusal } from '../workspace/store/guarded-store.ts';
import type { Api, Match, Route } from './api.ts';
import { callbacksAfter } from './callbacks/after-operation.ts';
import { asAsked } from './as-asked.ts';
import { carriedOut } from './faults/carry-out.ts';
import { staleRead } from './faults/stale-read.ts';
import { faultPlanner, type PlanFaults } from './faults/plan-faults.ts';
import { atTheGate, policiesOf, type Policy } from './policies/order.ts';
import { chooseByBody, chooseByMethod } from './request/choose-operation.ts';
import { note, type Incoming } from './request/incoming.ts';
import { checkLiveData } from './policies/live-data.ts';
import { checkHeaderRules } from './policies/checks.ts';
import { answerOnDemand, faultAnywhere } from './on-demand.ts';
import { withApplied } from './preference-applied.ts';
import type { Prepare } from './works/try-out.ts';
import { delayOf } from './request/delay.ts';
import { readParameters } from './request/parameters.ts';
import { mostTelling } from './request/route-index.ts';
import type { Routings } from './routing.ts';
import { decodePath, isUntidy, pathFault } from './request/path.ts';
import { passOver, readBody } from './request/read-body.ts';
import { assumedType } from './request/type-faults.ts';
import { understandBody } from './request/understand-body.ts';
import { answersByStub } from './stubs/answer-by-stub.ts';
import { respond, respondWithProblem } from './response/respond.ts';
import { isOverBudget } from '../contract/work.ts';
import { DOCUMENT_BYTES, REQUEST_STEPS, REQUEST_STEPS_PER_BYTE } from '../contract/limits.ts';
import type { SelfCheck } from './response/self-check.ts';

/** Methods whose bodies mean nothing (RFC 9110 §9.3). */
const bodiless = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

interface RequestPathOptions {
  readonly routings: Pick<Routings, 'at' | 'index'>;
  readonly selfCheck: SelfCheck;
  readonly onBug?: (error: unknown) => void;
  /** Told of every request that was refused. */
  readonly onRefused: (incoming: Incoming) => void;
}

export interface RequestPath {
  serve(incoming: Incoming, route: Route): Response | Promise<Response>;
  /** The answer to a request whose body is read, as something still to be done, at once and in one piece; undefined where nothing is there. */
  readonly prepare: Prepare;
}

export function createRequestPath({ routings, selfCheck, onBug, onRefused }: RequestPathOptions): RequestPath {
  const { index } = routings;
  const answerers = new Map<Api, Answerer>();
  const answererOf = (api: Api): Answerer => {
    const known = answerers.get(api);
    if (known) return known;
    const made = createAnswerer(api.plan, api.mock, callbacksAfter(api));
    answerers.set(api, made);
    return made;
  };
  const { decide, refuse, refuseUnread } = createDecision({ selfCheck, onRefused, planFaults: faultPlanner(), ...(onBug && { onBug }) });
  const aside = createDecision({ selfCheck: () => {}, onRefused: () => {}, ...(onBug && { onBug }) });

  return { serve, prepare };

  async function prepare(incoming: Incoming): Promise<Awaited<ReturnType<Prepare>>> {
    const { pathname } = incoming.url;
    await routings.at(pathname).opening(incoming.method);
    const problem = chooseByMethod(incoming, index.find(decodePath(pathname) ?? []));
    if (problem || !incoming.match) return undefined;
    const { operation } = incoming.match.target;
    const api = await asAsked(incoming, incoming.match.target.api);
    const answerer = answererOf(api);
    const steps = answerer.steps(operation);
    // What was sent to somebody could not be taken back.
    if (steps?.reads || (steps?.sends && !steps.relays)) return undefined;
    await answerer.prepare(operation);
    const { work } = api.contract;
    return (left) => {
      const most = Math.min(left, stepsFor(incoming));
      return work.within(most, () => ({ response: aside.decideWithin(incoming, answerer), steps: most - work.left() }));
    };
  }

  function serve(incoming: Incoming, route: Route): Response | Promise<Response> {
    try {
      return begin(incoming, route);
    } catch (error) {
      if (isOverBudget(error)) return respondWithProblem(incoming, beyondLimits(error));
      throw error;
    }
  }

  function begin(incoming: Incoming, route: Route): Response | Promise<Response> {
    // Until an operation is chosen, a refusal is written as the API (and the operation) that this resembles would write it.
    const [nearest] = route.targets;
    if (nearest) incoming.api = nearest.api;
    const segments = decodePath(incoming.url.pathname);
    if (!segments) {
      const target = route.targets.find(({ operation }) => operation.method === incoming.method.toLowerCase());
      if (target) incoming.match = { target, path: {} };
      return respondWithProblem(incoming, { problem: 'malformed-url', message: pathFault(incoming.url.pathname) });
    }
    // A path that only looks like the route's own (`/List{id}`) may be another's.
    const own = mostTelling(route.targets, segments);
    const wrongMethod = chooseByMethod(incoming, own.length > 0 ? own : index.find(segments));
    if (wrongMethod || !incoming.match) {
      const demanded = faultAnywhere(incoming);
      return demanded ? respondWithProblem(incoming, demanded) : refuse(incoming, atTheGate(incoming) ?? wrongMethod ?? nothingHere);
    }
    const { match } = incoming;
    const api = asAsked(incoming, match.target.api);
    return api instanceof Promise ? api.then((loaded) => goOn(incoming, match, loaded)) : goOn(incoming, match, api);
  }

  function goOn(incoming: Incoming, match: Match, api: Api): Response | Promise<Response> {
    const { request, settings } = incoming;
    const { operation } = match.target;
    const turnedAway = api.mock?.admission?.(askedBy(incoming, match));
    if (turnedAway) {
      // Nothing is kept of what they send: a client that is still sending would not hear why.
      const sent = bodiless.has(incoming.method) || request.body === null ? undefined : passOver(request.body, DOCUMENT_BYTES);
      return sent ? sent.then(() => refuse(incoming, turnedAway)) : refuse(incoming, turnedAway);
    }
    if (isUntidy(incoming.url.pathname, operation.path))
      note(incoming, 'The path has doubled or trailing slashes; they were left out here, and the real service may answer 404.');
    const answerer = answererOf(api);
    const delay = delayOf(incoming);
    const prepared = answerer.prepare(operation);
    if (delay === 0 && !prepared && bodiless.has(incoming.method)) return decide(incoming, answerer);
    const encodings = match.target.plan.takesEncodings;
    return (async () => {
      await prepared;
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
      const rule = api.mock?.bodies?.[operation.id];
      const reading = {
        encodings,
        limit: rule?.most ?? settings.maxBody,
        unread: rule?.unread ?? false,
        type: assumedType(incoming, operation, rule),
      };
      const body = !bodiless.has(incoming.method) ? await readBody(request, reading) : undefined;
      if (body && 'problem' in body) return refuseUnread(incoming, match, body);
      if (body) incoming.body = body;
      return decide(incoming, answerer);
    })();
  }
}

/** What is known of a request by its head. Behaviours of the sandbox's own API are given the visit besides. */
const askedBy = ({ caller, visit, url: { origin } }: Incoming, { path, target: { operation } }: Match) => ({
  caller,
  operation,
  path,
  visit,
  origin,
});

interface Decision {
  /** What an operation answers to a request that has been read. */
  decide(incoming: Incoming, answerer: Answerer): Response | Promise<Response>;
  /** The same in one piece, in so many steps as are left; an operation that has to wait for something is not tried. */
  decideWithin(incoming: Incoming, answerer: Answerer): Response;
  refuse(incoming: Incoming, problem: Problem): Response;
  /** A request whose body cannot be read: for that, unless its head is wrong already. */
  refuseUnread(incoming: Incoming, match: Match, problem: Problem): Response;
}

interface DecisionOptions extends Omit<RequestPathOptions, 'routings'> {
  /** Left out where something is only tried out. */
  readonly planFaults?: PlanFaults;
}

function createDecision({ selfCheck, onBug, onRefused, planFaults }: DecisionOptions): Decision {
  const byStub = answersByStub();

  return { decide, decideWithin, refuse, refuseUnread };

  function decide(incoming: Incoming, answerer: Answerer): Response | Promise<Response> {
    // Which of those that share a path it is, the body may have to tell first.
    const failed = incoming.matches.length < 2 ? undefined : inOneTurn(incoming, () => guarded(incoming, () => chooseByBody(incoming)));
    if (failed) return failed;
    const steps = incoming.match && answerer.steps(incoming.match.target.operation);
    if (steps) return inSteps(incoming, answerer, steps).then((response) => carried(incoming, response));
    return carried(
      incoming,
      inOneTurn(incoming, () => decideWithin(incoming, answerer)),
    );
  }

  function carried(incoming: Incoming, response: Response): Response | Promise<Response> {
    return incoming.planned ? carriedOut(response, incoming.planned) : response;
  }

  function decideWithin(incoming: Incoming, answerer: Answerer): Response {
    return guarded(
      incoming,
      () =>
        understood(incoming) ??
        stubbed(incoming, answerer, false) ??
        checked(incoming, answerer) ??
        stubbed(incoming, answerer, true) ??
        answered(incoming, answerer),
    );
  }

  /** An operation that has to wait: nothing of the workspace is held while it does. */
  async function inSteps(incoming: Incoming, answerer: Answerer, { reads, earlier, sends, after }: AnySteps): Promise<Response> {
    const turn = (work: () => Response | undefined): Response | undefined => inOneTurn(incoming, () => guarded(incoming, work));
    try {
      const misunderstood = turn(() => understood(incoming) ?? stubbed(incoming, answerer, false));
      const { call } = incoming;
      if (misunderstood || !call) return misunderstood ?? refuse(incoming, nothingHere);
      const read = await reads?.(call);
      if (isProblemAtAll(read)) return refuse(incoming, read);
      const refused = turn(() => checked(incoming, answerer) ?? stubbed(incoming, answerer, true));
      if (refused) return refused;
      const known = earlier?.(call);
      if (known) return conclude(incoming, { reply: known, by: 'behaviour' });
      const sent = await sends?.(call, read);
      if (isProblemAtAll(sent)) return refuse(incoming, sent);
      let reply: Answered | undefined;
      const failed = turn(() => {
        reply = seenAsPlanned(incoming, () => answerer.answer(call, incoming.preferences, { read, sent }));
        return undefined;
      });
      if (failed || !reply) return failed ?? refuse(incoming, nothingHere);
      const instead = isProblem(reply.reply) ? undefined : await after?.(call, reply.reply);
      return conclude(incoming, instead ? { ...reply, reply: instead } : reply);
    } catch (error) {
      return failedOn(incoming, error);
    }
  }

  /** What was sent, read as the operation reads it, and nothing in it that must not be here. */
  function understood(incoming: Incoming): Response | undefined {
    chooseByBody(incoming);
    const malformed = incoming.match && (understandBody(incoming) ?? readParameters(incoming, incoming.match));
    // Before anything that could quote what was sent, or answer by it.
    const refused = checkLiveData(incoming) ?? (malformed && (atTheGate(incoming) ?? malformed));
    if (refused) return refuse(incoming, refused);
    if (!incoming.isOwn && incoming.workspace.isOutOfReach()) note(incoming, beyondPopulation(incoming.workspace.population));
    const planned = planFaults?.(incoming);
    if (planned) incoming.planned = planned;
    return undefined;
  }

  function checked(incoming: Incoming, answerer: Answerer): Response | undefined {
    const demanded = answerOnDemand(incoming, answerer);
    if (demanded) return conclude(incoming, demanded);
    const checks = incoming.api ? policiesOf(incoming.api) : [];
    for (const [index, check] of checks.entries()) {
      const ended = check(incoming, answerer);
      if (!ended) continue;
      if ('reply' in ended) return conclude(incoming, ended);
      incoming.besides = checks.slice(index + 1).flatMap((later) => faultsBesides(later, incoming, answerer));
      return refuse(incoming, ended);
    }
    return undefined;
  }

  /** Stubs that ask for the API's own checks come after them, and the others in their place. */
  function stubbed(incoming: Incoming, answerer: Answerer, checks: boolean): Response | undefined {
    const found = byStub(incoming, answerer, checks);
    return found && conclude(incoming, found);
  }

  function answered(incoming: Incoming, answerer: Answerer): Response {
    const { call, preferences } = incoming;
    const reply = call && seenAsPlanned(incoming, () => answerer.answer(call, preferences));
    return reply ? conclude(incoming, reply) : refuse(incoming, nothingHere);
  }

  function guarded<R>(incoming: Incoming, work: () => R): R | Response {
    try {
      return work();
    } catch (error) {
      return failedOn(incoming, error);
    }
  }

  function failedOn(incoming: Incoming, error: unknown): Response {
    if (error instanceof StoreRefusal) return refuse(incoming, error.problem);
    if (isOverBudget(error)) return respondWithProblem(incoming, beyondLimits(error));
    onBug?.(error);
    return respondWithProblem(incoming, {
      problem: 'internal',
      message: `The sandbox failed on this request; its trace id is ${incoming.record.id}.`,
    });
  }

  function conclude(incoming: Incoming, answered: Answered): Response {
    const { reply, by } = incoming.preferences === noPreferences ? answered : withApplied(incoming, answered);
    if (!isProblem(reply)) return respond(incoming, { reply, by }, selfCheck);
    // The API's own words for a problem, where its mock has them; the dialect writes it either way.
    const say = incoming.call && incoming.api?.mock?.problems;
    const said = say && incoming.call ? say(reply, incoming.call) : reply;
    const whole = said === reply ? reply : { ...said, headers: { ...said.headers, ...reply.headers } };
    const response = respondWithProblem(incoming, whole, by === 'fault' ? by : 'problem');
    onRefused(incoming);
    return response;
  }

  function refuse(incoming: Incoming, problem: Problem): Response {
    return conclude(incoming, { reply: problem, by: 'problem' });
  }

  function refuseUnread(incoming: Incoming, match: Match, problem: Problem): Response {
    return inOneTurn(incoming, () =>
      guarded(incoming, () => {
        // The parameters are read for the API's own words as well: it may ask more of the head than its rules for headers do.
        const wrongHead = checkLiveData(incoming) ?? atTheGate(incoming) ?? readParameters(incoming, match) ?? checkHeaderRules(incoming);
        return refuse(incoming, wrongHead ?? problem);
      }),
    );
  }
}

const beyondPopulation = ({ asOf }: Population): string =>
  `The clock of this workspace stands on a day that the population does not reach: people are as of ${asOf}.`;

/** What a check finds in a request that is refused already. It may rely on those before it: where they have not passed, its failing says nothing. */
function faultsBesides(later: Policy, incoming: Incoming, answerer: Answerer): readonly Fault[] {
  try {
    const ended = later(incoming, answerer);
    return ended && 'problem' in ended ? (ended.faults ?? []) : [];
  } catch {
    return [];
  }
}

const seenAsPlanned = <T>(incoming: Incoming, work: () => T): T =>
  incoming.planned?.stale ? staleRead(incoming.planned.stale, incoming, work) : work();

/** What a step brings may be anything, a problem among other things. */
const isProblemAtAll = (brought: unknown): brought is Problem => typeof brought === 'object' && brought !== null && isProblem(brought);

function inOneTurn<R>(incoming: Incoming, work: () => R): R {
  const steps = incoming.match?.target.api.contract.work;
  return steps ? steps.within(stepsFor(incoming), work) : work();
}

/** What is sent may take work in proportion to its size. */
const stepsFor = ({ body }: Incoming): number => REQUEST_STEPS + REQUEST_STEPS_PER_BYTE * (body?.bytes.length ?? 0);

/** Nobody's mistake but that of a contract that asks for more than a mock makes, so it is said as what the sandbox does not do. */
function beyondLimits({ message }: Error): Problem {
  return { problem: 'not-implemented', message: `The sandbox cannot answer this within its limits. ${message}` };
}

const nothingHere: Problem = { problem: 'unknown-path', message: 'No operation of this sandbox has this path.' };
