/** Puts rules of somebody's own before those that an API has: what they leave open is answered as it was. */
import { KINDS } from '../../dialect/words/kinds.ts';
import type { Served } from '../../gateway/announced.ts';
import type { MockEvents } from '../../mock/event.ts';
import { isProblem, type Problem } from '../../mock/problem.ts';
import type { AnyBehaviour, AnyMock, AnySteps } from '../../mock/mock.ts';
import type { Reply } from '../../mock/reply.ts';
import { readRules } from './read-rules.ts';
import { RulesError } from './rules-error.ts';

/** Throws a sentence where what was written is no mock of this contract. `where` is what the author calls it. */
export function withRules({ contract, mock }: Served, written: unknown, where: string): Served {
  const own = readRules(written, contract, where);
  return { contract, mock: mock ? laidOver(own, mock, where) : watched(own, where) };
}

type Behaviours = AnyMock['behaviours'];

/** A mock of which every answer is looked at. */
function watched(own: AnyMock, where: string): AnyMock {
  return { ...own, behaviours: behavioursOver(own.behaviours, {}, where) };
}

/**
 * A behaviour that gives `undefined` leaves the answer to that of the API; a check that finds nothing leaves it to the API's. What there can
 * be only one of is the author's.
 */
function laidOver(own: AnyMock, theirs: AnyMock, where: string): AnyMock {
  return {
    ...theirs,
    ...own,
    behaviours: { ...theirs.behaviours, ...behavioursOver(own.behaviours, theirs.behaviours, where) },
    ...(theirs.bodies && { bodies: { ...theirs.bodies, ...own.bodies } }),
    ...(theirs.events && { events: bothHeard(own.events ?? {}, theirs.events) }),
    ...(theirs.conformance && { conformance: [...(own.conformance ?? []), ...theirs.conformance] }),
    ...((own.compatibility ?? theirs.compatibility) && { compatibility: { ...modesUnder(own, theirs, where), ...own.compatibility } }),
    ...bothAsked(own, theirs),
  };
}

/** Rules that do not say what they emit may emit anything. */
function bothHeard(own: MockEvents, { emits: theirEmits = [], ...theirs }: MockEvents): MockEvents {
  const { emits, ...others } = own;
  return {
    ...theirs,
    ...others,
    ...(emits && { emits: [...theirEmits, ...emits] }),
    later: { ...theirs.later, ...own.later },
    on: { ...theirs.on, ...own.on },
    messages: { ...theirs.messages, ...own.messages },
  };
}

/** A mode of the API's is under the author's rules as well. */
function modesUnder(own: AnyMock, { compatibility = {} }: AnyMock, where: string): AnyMock['compatibility'] {
  return Object.fromEntries(
    Object.entries(compatibility).map(([mode, load]) => [
      mode,
      // It lets through only calls that its contract allows or that it checks itself, which is what its types promised.
      async () => ({ default: laidOver(own, (await load()).default as AnyMock, where) }),
    ]),
  );
}

function bothAsked(own: AnyMock, theirs: AnyMock): Partial<AnyMock> {
  const { admission, access, gate, headerRules, problems } = own;
  const {
    admission: theirAdmission,
    access: theirAccess,
    gate: theirGate,
    headerRules: theirHeaderRules,
    problems: theirProblems,
  } = theirs;
  return {
    ...(admission && theirAdmission && { admission: (asked) => admission(asked) ?? theirAdmission(asked) }),
    ...(access && theirAccess && { access: (call) => access(call) ?? theirAccess(call) }),
    ...(gate && theirGate && { gate: (asked) => gate(asked) ?? theirGate(asked) }),
    ...(headerRules && theirHeaderRules && { headerRules: (call) => headerRules(call) ?? theirHeaderRules(call) }),
    ...(problems && theirProblems && { problems: (problem, call) => problems(theirProblems(problem, call), call) }),
  };
}

function behavioursOver(own: Behaviours, theirs: Behaviours, where: string): Behaviours {
  return Object.fromEntries(
    Object.entries(own).map(([id, behaviour]) => [
      id,
      behaviour && behaviourOver(behaviour, theirs[id], `${where}: the behaviour of ${id}`),
    ]),
  );
}

/** Steps have no place for a second behaviour between them: what one of either kind meets is replaced. */
function behaviourOver(own: AnyBehaviour | AnySteps, theirs: Behaviours[string], name: string): AnyBehaviour | AnySteps {
  if (typeof own === 'object')
    return { ...own, turn: (call, given, otherwise) => right(own.turn(call, given, otherwise), name) ?? nothingToSend(name) };
  const before = typeof theirs === 'function' ? theirs : undefined;
  if (!before) return (call, otherwise) => right(own(call, otherwise), name);
  return (call, otherwise) =>
    right(
      own(call, () => before(call, otherwise) ?? otherwise()),
      name,
    ) ?? before(call, otherwise);
}

function nothingToSend(name: string): never {
  throw new RulesError(`${name} gave nothing: the turn of steps gives a reply or a problem`);
}

/** Types say the same, where there are types. */
function right(answer: unknown, name: string): Reply | Problem | undefined {
  if (answer === undefined) return undefined;
  if (typeof answer !== 'object' || answer === null) throw new RulesError(`${name} gave ${described(answer)}, and ${wanted}`);
  if ('then' in answer)
    throw new RulesError(`${name} is asynchronous, and ${wanted}, at once; what has to wait is a step: stepped({ reads, turn })`);
  if (isProblem(answer)) {
    if (Object.hasOwn(KINDS, answer.problem) && typeof answer.message === 'string') return answer;
    throw new RulesError(`${name} gave a problem of no known kind, or without a message. The kinds are: ${Object.keys(KINDS).join(', ')}`);
  }
  const { status } = answer as { readonly status?: unknown }; // whatever it is
  if (typeof status === 'number' && Number.isInteger(status) && status >= 200 && status <= 599) return answer as Reply; // its body is anything
  throw new RulesError(`${name} gave a reply without a status from 200 to 599, and ${wanted}`);
}

const wanted = 'a behaviour gives { status, body }, { problem, message }, or undefined';
const described = (answer: unknown): string => (answer === null ? 'null' : `a ${typeof answer}`);
