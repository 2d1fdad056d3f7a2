/** `Prefer: code=` asks for a status the operation documents, or for a fault of the platform that it does not. */
import type { Answerer } from '../answer/answer.ts';
import type { Answered } from '../answer/documented.ts';
import { noPreferences, type Preferences } from '../answer/preferences.ts';
import type { DocumentedResponse } from '../contract/contract.ts';
import { documentedResponse } from '../contract/documented.ts';
import { isProblem, type Problem, type ProblemKind } from '../mock/problem.ts';
import { withApplied } from './preference-applied.ts';
import { note, type Incoming } from './request/incoming.ts';

/** What a status means when it is asked for by number. */
const kinds: Readonly<Record<number, ProblemKind>> = {
  400: 'invalid-value',
  401: 'unauthorised',
  402: 'forbidden',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  407: 'unauthorised',
  408: 'timeout',
  409: 'conflict',
  410: 'gone',
  411: 'length-required',
  412: 'precondition-failed',
  413: 'too-large',
  414: 'too-large',
  415: 'unsupported-media-type',
  416: 'unprocessable',
  421: 'unknown-path',
  422: 'unprocessable',
  423: 'conflict',
  424: 'unprocessable',
  425: 'conflict',
  428: 'precondition-required',
  429: 'rate-limited',
  431: 'too-large',
  451: 'forbidden',
  500: 'internal',
  501: 'not-implemented',
  502: 'unavailable',
  503: 'unavailable',
  504: 'timeout',
  505: 'not-implemented',
  507: 'unavailable',
  511: 'unauthorised',
};

export function kindOfStatus(status: number): ProblemKind {
  return kinds[status] ?? (status >= 500 ? 'internal' : 'invalid-value');
}

/** An example of a range, or of `default`, tells of one of its statuses: the others are said in the API's own words. */
const isPublishedFor = ({ key, content }: DocumentedResponse, code: number): boolean =>
  key === String(code) && content.some((media) => media.examples.length > 0);

/** Undefined where nothing was asked for. */
export function answerOnDemand(incoming: Incoming, answerer: Answerer): Answered | undefined {
  const { code, example } = incoming.preferences;
  if (code === undefined) return undefined;
  const own = wishOf(incoming);
  if (own) return { reply: own, by: 'on demand' };
  return answerWithStatus(incoming, answerer, { status: code, example, by: 'on demand' });
}

/** A fault for which the API has a code of its own. */
function wishOf({ api, preferences: { wish = '' } }: Incoming): Problem | undefined {
  const wishes = api?.mock?.wishes;
  const meant = wishes && Object.hasOwn(wishes, wish) ? wishes[wish] : undefined;
  return meant && { ...meant, isWanted: true };
}

interface WantedStatus {
  readonly status: number;
  readonly example?: string | undefined;
  /** Who wants it. */
  readonly by: 'on demand' | 'fault' | 'stub';
}

/** A status that the operation documents, with one of its examples or with that which is named; or a fault in the API's own words. */
export function answerWithStatus(incoming: Incoming, answerer: Answerer, wanted: WantedStatus): Answered | undefined {
  const answered = withStatus(incoming, answerer, wanted);
  return answered && withRetryAfter(incoming, wanted.status, answered);
}

/** Seconds after which a client may come again, where the contract names none. */
const comeAgain: Readonly<Record<number, string>> = { 429: '60', 503: '5' };

function withRetryAfter({ match }: Incoming, status: number, { reply, by }: Answered): Answered {
  const seconds = comeAgain[status];
  const documented = match && documentedResponse(match.target.operation.responses, status);
  if (seconds === undefined || documented?.headers.some(({ name }) => name.toLowerCase() === 'retry-after')) return { reply, by };
  return { by, reply: { ...reply, headers: { 'Retry-After': seconds, ...reply.headers } } };
}

function withStatus(incoming: Incoming, answerer: Answerer, { status: code, example, by }: WantedStatus): Answered | undefined {
  const { call, match, preferences } = incoming;
  if (!call || !match) return undefined;
  const { faults } = match.target.api.plan;
  const response = documentedResponse(call.operation.responses, code);
  if (response && (code < 400 || example !== undefined || isPublishedFor(response, code))) {
    return { ...answerer.documented(call, response, code, by === 'on demand' ? preferences : preferring(example)), by };
  }
  const published = code < 400 ? undefined : faults.of(call.operation).publishedBody(code, kindOfStatus(code));
  if (published) {
    const { type, example: shown } = published;
    return { by, reply: { status: code, type, body: shown.value } };
  }
  if (code < 400) return { by: 'problem', reply: undocumentedSuccess(code, [...call.operation.responses.keys()]) };
  if (!response) note(incoming, `The contract documents no ${code} for this operation; it is said in the API’s own shape.`);
  return { by, reply: by === 'on demand' ? faultOfStatus(code) : provoked(code, by) };
}

const preferring = (example: string | undefined): Preferences => (example === undefined ? noPreferences : { ...noPreferences, example });

const provoked = (code: number, by: 'fault' | 'stub'): Problem => ({
  problem: kindOfStatus(code),
  message: `A ${by} of this sandbox asks for status ${code}.`,
  said: { status: code },
  isWanted: true,
});

function undocumentedSuccess(code: number, keys: readonly string[]): Problem {
  const documented = keys.join(', ');
  const message = `The Prefer header asks for ${code}, which this operation does not document; it documents ${documented}.`;
  return {
    problem: 'invalid-value',
    message,
    faults: [{ in: 'header', name: 'Prefer', pointer: '', keyword: 'documented', message: `must ask for one of ${documented}` }],
    // No API has words for a wish that only a sandbox hears.
    said: { diagnostics: message },
  };
}

/** The sandboxes of the platform hear the wish for a fault on every path and method of theirs, whether or not an operation is there. */
export function faultAnywhere(incoming: Incoming): Problem | undefined {
  const { code } = incoming.preferences;
  if (code === undefined || code < 400) return undefined;
  const { reply } = withApplied(
    incoming,
    withRetryAfter(incoming, code, { by: 'on demand', reply: wishOf(incoming) ?? faultOfStatus(code) }),
  );
  return isProblem(reply) ? reply : undefined;
}

const faultOfStatus = (code: number): Problem => ({
  problem: kindOfStatus(code),
  message: `Status ${code} was asked for in the Prefer header.`,
  said: { status: code },
  isWanted: true,
});
