/**
 * What a mock says of an API that its contract cannot: behaviours by operationId, and how its faults look. Behaviours are plain
 * synchronous functions; `undefined` leaves the answer to the contract.
 */
import type { AdmittedModes, RateLimits } from './access.ts';
import type { Call } from './call.ts';
import type { ConformanceRule } from './conformance.ts';
import type { Dialect } from './dialect.ts';
import type { MockEvents } from './event.ts';
import type { Problem } from './problem.ts';
import type { Reply } from './reply.ts';
import type { Json } from '../contract/contract.ts';
import type { Compatibility, Profile } from '../workspace/settings.ts';

type Of<T, K extends string> = K extends keyof T ? T[K] : undefined;
type Parameters_<Op, K extends string> = Of<Of<Op, 'parameters'>, K>;
type ContentOf<T> = T extends { content: infer C } ? C[keyof C] : undefined;
type RequestOf<Op> = ContentOf<NonNullable<Of<Op, 'requestBody'>>>;
type Replies<Op> = Op extends { responses: infer R }
  ? { [S in keyof R & number]: Omit<Reply<ContentOf<R[S]>>, 'status'> & { readonly status: S } }[keyof R & number]
  : Reply;
/** What is answered without a behaviour: with the body that is documented for its status. */
type Otherwise<Op> = Op extends { responses: infer R }
  ? {
      [S in keyof R & number]: Omit<Reply, 'status' | 'body' | 'rendered'> & { readonly status: S; readonly body: ContentOf<R[S]> };
    }[keyof R & number]
  : Reply;

/**
 * One operation's behaviour, typed from the contract. `otherwise` gives what would be answered without it, stored where that is stored:
 * for a rule that changes an answer, or that needs the id which was given; or what would be answered to the same call that asks otherwise. A problem that it gives then is to be passed on.
 */
export type Behaviour<Op, More = unknown> = (
  call: CallOf<Op> & More,
  otherwise: (asked?: Call) => Otherwise<Op> | Problem,
) => Replies<Op> | Problem | undefined;
export type SteppedBehaviour<Op, More = unknown> = Steps<CallOf<Op> & More, Replies<Op> | Problem>;

type CallOf<Op> = Call<NonNullable<Parameters_<Op, 'path'>>, NonNullable<Parameters_<Op, 'query'>>, RequestOf<Op>>;

/**
 * A behaviour that has to wait for something. What it reads may be read first; what it sends is sent when every check has passed, and
 * where no earlier outcome is sent again; the turn itself is synchronous, like any behaviour; what follows runs once its transaction
 * stands. A problem ends the request wherever it turns up.
 */
export interface Steps<C, Answer, Read = unknown, Sent = unknown> {
  /** Changes nothing, anywhere. Comes before the checks of the contract: the body may be anything, or nothing. */
  readonly reads?: (call: C) => Promise<Read | Problem>;
  /** The outcome of the same request, where it was sent before. */
  readonly earlier?: (call: C) => Reply | undefined;
  readonly sends?: (call: C, read: Read) => Promise<Sent | Problem>;
  /** What it sends goes by `call.relay` alone: tried out to see whether it works, the request is answered as where nobody is asked. */
  readonly relays?: true;
  /** `otherwise` gives what would be answered without it, as with any behaviour. */
  readonly turn: (call: C, given: { readonly read: Read; readonly sent: Sent }, otherwise: (asked?: Call) => Reply | Problem) => Answer;
  /** The turn stores nothing: then no disk that fails can take back the answer to what was sent. */
  readonly storesNothing?: true;
  /** Gives the reply that is sent instead, if any. */
  readonly after?: (call: C, reply: Reply) => Promise<Reply | undefined>;
}

/** The checks that a request passes on its way, by name. */
export type PolicyName =
  | 'expectation'
  | 'faults'
  | 'token'
  | 'rate-limit'
  | 'access'
  | 'gate'
  | 'size'
  | 'accept'
  | 'header-rules'
  | 'body-type'
  | 'contract'
  | 'permissions';

/** How the body of an operation is taken, where that is not as everybody's. */
export interface BodyRule {
  /** Bytes of the largest one. */
  readonly most?: number;
  /** The behaviour reads it: it comes as bytes, which nothing but the guard against real patients' numbers has looked into. */
  readonly unread?: true;
  /** What is sent as plain text, or as nothing in particular, is read as the first type that the contract has: the API does not look. */
  readonly plain?: true;
}

export interface ApiLimits extends RateLimits {
  /** Requests in a second of all applications together, evenly spread, by operation. */
  readonly operations?: Readonly<Record<string, number>>;
}

/** The head of a request, before it is known what it is for. */
export interface AskedAtGate {
  readonly method: string;
  /** Within the API, as sent. */
  readonly path: string;
  header(name: string): string | undefined;
}

export interface AccessCheck<C> {
  (call: C): Problem | undefined;
  /** The same for whoever reads of an operation before they ask; a check that has another way in than access modes says nothing. */
  readonly letsIn?: (operation: string) => AdmittedModes;
}

/** What a mock may say of every operation of its API, besides how each one behaves. */
export interface MockRules<More = unknown> {
  readonly dialect?: Dialect;
  /** Whether a request is let in at all, by what its head shows: asked before anything of its body is read. */
  readonly admission?: (asked: Pick<Call, 'caller' | 'operation' | 'path'> & More) => Problem | undefined;
  /** Who may do what: asked as soon as the operation is known. */
  readonly access?: AccessCheck<Call & More>;
  /** What is asked of every request by its head alone, whatever its path and method, and whether or not anything is there. */
  readonly gate?: (asked: AskedAtGate) => Problem | undefined;
  /** Headers of every answer, whatever it says, besides the usual ones. */
  readonly everyAnswer?: (asked: AskedAtGate & { readonly id: string }) => Readonly<Record<string, string>>;
  /** Authorization headers that are no tokens and stand for a kind of caller, where access is open: those of its official sandbox. */
  readonly standIns?: readonly string[];
  /** What is meant by codes of the Prefer header that tell faults of one status apart: `403.1`. */
  readonly wishes?: Readonly<Record<string, Problem>>;
  /** What the scopes of tokens call it, as in `urn:nhsd:apim:app:level3:<scope>`: a token of scopes that name other APIs alone is of no use here. */
  readonly scope?: string;
  /** Whether the application has leave for what is asked: once the request is known to be what the contract says. */
  readonly permissions?: (call: Call & More) => Problem | undefined;
  /** How often an application may ask, where access is strict and that is not as often as the platform has it. */
  readonly limits?: ApiLimits;
  /** The order of the checks, where it is another than the platform's. What is left out is not checked. */
  readonly order?: readonly PolicyName[];
  readonly bodies?: Readonly<Record<string, BodyRule>>;
  /**
   * Header rules of the API's own, checked after the token and before the contract's checks of parameters and body.
   * The first problem returned is the answer.
   */
  readonly headerRules?: (call: Call) => Problem | undefined;
  /**
   * Says a problem that the contract's checks found in the API's own words. It is given every fault found, in every place,
   * and decides which are reported and in what order. Returning the problem unchanged leaves it to the dialect.
   */
  readonly problems?: (problem: Problem, call: Call) => Problem;
  /** True where the API refuses a query parameter that the contract does not declare. */
  readonly refusesUnknownParameters?: boolean;
  /** What it does later, and when something happens in another API. */
  readonly events?: MockEvents;
  /** What its clients do wrong that no other API's do: found in the journal, beside what the rules of all find. */
  readonly conformance?: readonly ConformanceRule[];
  /** Headers of the answer to a page that asks before it sends (Fetch §3.2), where they are others than the platform's gateway gives. */
  readonly preflight?: Readonly<Record<string, string>>;
  /**
   * What the API is instead where its workspace is to be like something else: a mock of its own for each such mode, behaviours, checks and
   * dialect, of which nothing is taken from this one but its events. What it answers is not held to the contract. Loaded when it is first asked for.
   */
  readonly compatibility?: { readonly [Mode in Compatibility]?: () => Promise<{ readonly default: SomeMock }> };
  /** Where a FHIR profile wants another form than the contract: answers are told so when they have been held to the contract. */
  readonly profiles?: { readonly [Name in Profile]?: Telling };
}

/** How JSON in the form of the contract is told in the form of a profile, and read from it. Either gives back what does not differ as it is. */
export interface Telling {
  readonly tell: (answer: Json) => Json;
  readonly read: (sent: Json) => Json;
}

/** `satisfies Mock<operations>`: an unknown operationId or an undocumented status does not compile. `More` is what its calls have besides. */
export interface Mock<Operations, More = unknown> extends MockRules<More> {
  readonly behaviours: { readonly [Id in keyof Operations]?: Behaviour<Operations[Id], More> | SteppedBehaviour<Operations[Id], More> };
}

/** A mock of whichever contract: each is typed by its own, so what they have in common is only that their behaviours take some call. */
export interface SomeMock extends MockRules {
  readonly behaviours: Readonly<Record<string, ((call: never, otherwise: never) => unknown) | object | undefined>>;
}

/** A mock as the gateway holds it, the types of its contract forgotten. */
export interface AnyMock extends MockRules {
  readonly behaviours: Readonly<Record<string, AnyBehaviour | AnySteps | undefined>>;
}

export type AnyBehaviour = (call: Call, otherwise: (asked?: Call) => Reply | Problem) => Reply | Problem | undefined;
export type AnySteps = Steps<Call, Reply | Problem>;

/** Steps whose types agree with each other, as a mock holds them: what one of them gives, the next one gets. */
export function stepped<C, Answer, Read, Sent>(steps: Steps<C, Answer, Read, Sent>): Steps<C, Answer> {
  return steps as unknown as Steps<C, Answer>; // only what `reads` and `sends` gave is ever handed to the others
}
