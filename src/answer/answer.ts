/** The answer to a request that passed every check: behaviour, else inferred, else example, else generated; one synchronous turn, one transaction. */
import type { Operation } from '../contract/contract.ts';
import { isProblem, type Problem } from '../mock/problem.ts';
import type { AnsweredBy, Reply } from '../mock/reply.ts';
import type { AnyBehaviour, AnyMock, AnySteps } from '../mock/mock.ts';
import type { Call } from '../mock/call.ts';
import type { ApiPlan } from '../plan/api-plan.ts';
import { documentedBodies } from './body/documented-body.ts';
import { documentedAnswers, type AnswerDocumented, type Answered } from './documented.ts';
import { peopleAsked } from './people-asked.ts';
import { noPreferences, type Preferences } from './preferences.ts';
import type { Bodies } from './state/bodies.ts';
import { keepCarried } from './state/carried.ts';
import { missingOnTheWay } from './state/current.ts';
import { interactions } from './state/interactions.ts';
import { recordTeller } from './told/record-teller.ts';

export interface Replied {
  readonly reply: Reply;
  readonly by: AnsweredBy;
}

export interface Answerer {
  /** What must be loaded before this operation can be answered synchronously; undefined when nothing must. */
  prepare(operation: Operation): Promise<void> | undefined;
  answer(call: Call, preferences: Preferences, given?: BroughtBySteps): Answered;
  /** What the operation has to wait for, if anything. */
  steps(operation: Operation): AnySteps | undefined;
  documented: AnswerDocumented;
}

/** `followed` is told of every answer in its transaction, where anything may follow from it. */
export function createAnswerer(plan: ApiPlan, mock: AnyMock | undefined, followed?: (call: Call, reply: Reply) => void): Answerer {
  const bodies = documentedBodies(plan);
  const documented = documentedAnswers(plan, bodies);
  const people = peopleAsked(plan);
  const records = recordTeller(plan, bodies.personIn);

  const forState = (preferences: Preferences): Bodies => ({
    model(call, response, media, about) {
      const { value, notes } = bodies.make(call, response, media, preferences, about);
      for (const note of notes) call.note(note);
      return value;
    },
    part: bodies.part,
    item: bodies.item,
    value: bodies.value,
    knows: people.knows,
    asked: bodies.personIn,
    numbersIn: people.numbersIn,
    told: people.told,
    records,
  });
  const usual = forState(noPreferences);

  /** A contract may call an operation what every object has a member of. */
  const behaviourOf = ({ id }: Operation): AnyMock['behaviours'][string] =>
    mock && Object.hasOwn(mock.behaviours, id) ? mock.behaviours[id] : undefined;

  function decide(call: Call, preferences: Preferences, given: BroughtBySteps): Answered {
    const contractAlone = preferences.dynamic || preferences.example !== undefined;
    const behaviour = contractAlone ? undefined : behaviourOf(call.operation);
    const behaved = behaviour && behave(behaviour, call, given, (asked = call) => asBody(decideByContract(asked, preferences).reply));
    return behaved ? { reply: behaved, by: 'behaviour' } : decideByContract(call, preferences);
  }

  function decideByContract(call: Call, preferences: Preferences): Answered {
    const contractAlone = preferences.dynamic || preferences.example !== undefined;
    const { state, unkept, whole, tellsPlainly, success, refusal, carried, below } = plan.of(call.operation);
    if (state && !contractAlone) {
      const inferred = interactions[state.interaction](state, call, preferences === noPreferences ? usual : forState(preferences));
      if (inferred) return { reply: inferred, by: 'inferred' };
    }
    const missing = below && !contractAlone ? missingOnTheWay(below, call, usual) : undefined;
    if (missing) return { reply: missing, by: 'problem' };
    const listed = contractAlone ? undefined : unkept();
    const told = listed && records.source(call, listed.resource) && interactions.list(listed, call, usual);
    if (told) return { reply: told, by: 'inferred' };
    const wholly =
      contractAlone || !success
        ? undefined
        : records.whole(call, whole(), success.status, () => asBody(documented(call, success.response, success.status, preferences).reply));
    if (wholly) return { reply: wholly, by: 'inferred' };
    if (carried && !contractAlone) keepCarried(carried, call, records);
    if (!success && refusal) {
      call.note('The contract documents no success for this operation; the first refusal that it documents is sent.');
      return documented(call, refusal.response, refusal.status, preferences);
    }
    if (!success)
      return {
        reply: {
          problem: 'not-implemented',
          message: 'The contract documents no success for this operation, so there is nothing to answer with.',
        },
        by: 'problem',
      };
    const none = contractAlone ? undefined : people.forNobody(call, success);
    if (none) return { reply: none, by: 'problem' in none ? 'problem' : 'inferred' };
    const answered = documented(call, success.response, success.status, preferences);
    if (contractAlone || !tellsPlainly() || isProblem(answered.reply)) return answered;
    return { ...answered, reply: records.document(call, answered.reply, success) };
  }

  return {
    // A behaviour seldom leaves the answer to anybody else.
    prepare: (operation) => bodies.prepare(operation, plan.of(operation).state !== undefined && !behaviourOf(operation)),
    documented,
    steps(operation) {
      const behaviour = behaviourOf(operation);
      return typeof behaviour === 'object' ? behaviour : undefined;
    },
    answer(call, preferences, given = nothing) {
      const behaviour = behaviourOf(call.operation);
      if (typeof behaviour === 'object' && behaviour.storesNothing) return decide(call, preferences, given);
      try {
        return call.store.transaction(() => {
          const answered = decide(call, preferences, given);
          // A problem undoes what the behaviour had written before it found it.
          if (isProblem(answered.reply)) throw new Undo(answered);
          followed?.(call, answered.reply);
          return answered;
        });
      } catch (thrown) {
        if (thrown instanceof Undo) return thrown.answered;
        throw thrown;
      }
    },
  };
}

/** What the steps before the turn have brought. */
export interface BroughtBySteps {
  readonly read: unknown;
  readonly sent: unknown;
}

const nothing: BroughtBySteps = { read: undefined, sent: undefined };

function behave(
  behaviour: AnyBehaviour | AnySteps,
  call: Call,
  given: BroughtBySteps,
  otherwise: (asked?: Call) => Reply | Problem,
): Reply | Problem | undefined {
  return typeof behaviour === 'object' ? behaviour.turn(call, given, otherwise) : behaviour(call, otherwise);
}

/** A body that is text already, as a value: a behaviour looks into what it asked for. */
function asBody(reply: Reply | Problem): Reply | Problem {
  if (isProblem(reply) || reply.rendered === undefined) return reply;
  const { rendered, ...rest } = reply;
  return { ...rest, body: JSON.parse(rendered) };
}

/** Carries a problem out of the transaction that it undoes. */
class Undo {
  readonly answered: Answered;
  constructor(answered: Answered) {
    this.answered = answered;
  }
}
