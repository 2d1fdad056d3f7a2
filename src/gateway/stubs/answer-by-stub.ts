/** The answer of a stub, where one of a workspace is for the request: made from the request, in one transaction with what it changes. */
import type { Answerer } from '../../answer/answer.ts';
import type { Answered } from '../../answer/documented.ts';
import { documentedResponse } from '../../contract/documented.ts';
import { lazilyOf } from '../../contract/lazily.ts';
import { isJsonType } from '../../contract/media-type.ts';
import { isProblem, type Problem } from '../../mock/problem.ts';
import type { Reply } from '../../mock/reply.ts';
import type { Call } from '../../mock/call.ts';
import type { KeptRule } from '../../workspace/rules/kept-rules.ts';
import type { Match } from '../api.ts';
import { answerWithStatus } from '../on-demand.ts';
import { note, type Incoming } from '../request/incoming.ts';
import { askedOfRules } from '../rules/asked-of-rules.ts';
import type { AskedOfRules, NamedInPath } from '../rules/match.ts';
import { changeState } from './change-state.ts';
import { readStub, type ReadAnswer, type ReadStub } from './read-stub.ts';
import { requestSource } from './request-source.ts';
import type { Stub } from './stub.ts';
import { countUse, setState, stateOf } from './stub-state.ts';
import { render, renderedLength, renderText, TooLong, type Allowance, type TemplateSource } from './template.ts';

/** `checks`: whether the API's own checks have been passed. Undefined where no stub is for the request. */
type AnswerByStub = (incoming: Incoming, answerer: Answerer, checks: boolean) => Answered | undefined;

/** A fault comes before any stub, and so does what the request itself asks of its contract. Nothing of the sandbox's own is stubbed. */
export function answersByStub(): AnswerByStub {
  /** Read once after each change; the newest first: it stands for whoever wrote it last. */
  const stubsIn = lazilyOf(
    (kept: readonly KeptRule[]) => kept.map(({ text }) => readStub(JSON.parse(text) as Stub).read).toReversed(), // as it was admitted
  );

  return (incoming, answerer, checks) => {
    const { match, call, workspace, preferences, planned, isOwn } = incoming;
    const kept = workspace.rules.stubs.active;
    if (kept === undefined || isOwn || planned?.answer || !match || !call) return undefined;
    if (preferences.code !== undefined || preferences.example !== undefined || preferences.dynamic) return undefined;
    const stubs = stubsIn(kept).filter((stub) => stub.checks === checks);
    if (stubs.length === 0) return undefined;
    const asked = askedOfRules(incoming, match);
    try {
      return call.store.transaction(() => {
        const chosen = choose(stubs, asked, incoming);
        if (!chosen) return undefined;
        const answered = answerWith(chosen, { incoming, match, call, asked, answerer });
        incoming.record.stub = chosen.stub.id;
        return answered;
      });
    } catch (error) {
      if (error instanceof TooLong) return { by: 'problem', reply: tooLong };
      throw error;
    }
  };
}

interface About {
  readonly incoming: Incoming;
  readonly match: Match;
  readonly call: Call;
  readonly asked: AskedOfRules;
  readonly answerer: Answerer;
}

function answerWith({ stub, named }: Chosen, { incoming, match, call, asked, answerer }: About): Answered {
  const { workspace } = incoming;
  const count = countUse(workspace.store, stub.id);
  const answer = nthOf(stub, count);
  const source = requestSource({ call, asked, named, id: stub.id, count });
  const allowance: Allowance = { left: renderedLength };
  note(incoming, `The stub “${stub.id}” of this workspace answered.`);
  const answered = replyOf(answer, { incoming, match, call, answerer, source, allowance });
  changeState(answer, { api: match.target.api, call, workspace, source, allowance });
  if (stub.scenario?.becomes !== undefined) setState(workspace.store, stub.scenario.name, stub.scenario.becomes);
  return answered;
}

interface Making {
  readonly incoming: Incoming;
  readonly match: Match;
  readonly call: Call;
  readonly answerer: Answerer;
  readonly source: TemplateSource;
  readonly allowance: Allowance;
}

function replyOf(answer: ReadAnswer, { incoming, match, call, answerer, source, allowance }: Making): Answered {
  const headers = Object.fromEntries(answer.headers.map(([name, value]) => [name, printable(renderText(value, source, allowance))]));
  const { body, type, example } = answer;
  const success = match.target.plan.success?.status ?? 200;
  if (body) {
    const status = answer.status ?? success;
    const value = render(body, source, allowance);
    const isText = type !== undefined && !isJsonType(type) && typeof value === 'string';
    const said: Reply = isText
      ? { status, headers, binary: { bytes: new TextEncoder().encode(value), type } }
      : { status, headers, body: value ?? null, ...(type !== undefined && { type }) };
    return { by: 'stub', reply: withoutWayOut(said, incoming) };
  }
  const status = answer.status ?? (example === undefined ? success : (statusOf(call, example) ?? success));
  // A success that is not documented has nothing but its status.
  const isBare = status < 400 && !documentedResponse(call.operation.responses, status);
  const reply = (isBare ? undefined : answerWithStatus(incoming, answerer, { status, example, by: 'stub' })?.reply) ?? { status };
  if (isProblem(reply)) return { by: 'stub', reply: { ...reply, headers: { ...reply.headers, ...headers } } };
  return { by: 'stub', reply: withoutWayOut({ ...reply, headers: { ...reply.headers, ...headers } }, incoming) };
}

interface Chosen {
  readonly stub: ReadStub;
  readonly named: NamedInPath;
}

/** Every stub that fits counts the request, whichever of them answers. */
function choose(stubs: readonly ReadStub[], asked: AskedOfRules, { workspace }: Incoming): Chosen | undefined {
  let chosen: Chosen | undefined;
  for (const stub of stubs) {
    if (chosen && !stub.matcher.counts) continue;
    const { scenario, matcher, id } = stub;
    if (scenario?.requires !== undefined && stateOf(workspace.store, scenario.name) !== scenario.requires) continue;
    const named = matcher.fits(asked);
    if (!named) continue;
    if (matcher.counts && !matcher.isDue(workspace.rules.stubs.count(id), workspace.seed)) continue;
    chosen ??= { stub, named };
  }
  return chosen;
}

/** The answer to this one of its requests, from 1. */
function nthOf({ answers, cycles }: ReadStub, count: number): ReadAnswer {
  const last = answers.length - 1;
  return answers[cycles ? (count - 1) % answers.length : Math.min(count - 1, last)] ?? nothing;
}

/** Another release may have let a stub without an answer in. */
const nothing: ReadAnswer = { status: undefined, headers: [], body: undefined, type: undefined, example: undefined, store: [], then: [] };

function statusOf({ operation }: Call, example: string): number | undefined {
  for (const [key, { content }] of operation.responses)
    if (content.some(({ examples }) => examples.some(({ name }) => name === example))) return Number(key.replace(/XX$/, '00')) || undefined;
  return undefined;
}

/** Headers are a line of printable ASCII; what a request brings may be anything. */
const printable = (text: string): string => text.replace(/[^\t\x20-\x7e]/g, '').slice(0, 2_000);

/** A redirect leads to somewhere in this sandbox, and nowhere else. */
function withoutWayOut(reply: Reply, incoming: Incoming): Reply {
  const [name, location] = Object.entries(reply.headers ?? {}).find(([each]) => each.toLowerCase() === 'location') ?? [];
  if (reply.status < 300 || reply.status > 399 || name === undefined || location === undefined) return reply;
  if (URL.parse(location, incoming.url.origin)?.origin === new URL(incoming.url.origin).origin) return reply;
  note(incoming, 'The stub’s Location leads to somewhere else than this sandbox; it was left out.');
  const { [name]: _, ...headers } = reply.headers ?? {};
  return { ...reply, headers };
}

const tooLong: Problem = {
  problem: 'not-implemented',
  message: `The stub’s answer would be longer than ${renderedLength} characters with what the request brings.`,
};
