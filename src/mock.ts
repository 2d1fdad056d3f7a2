/**
 * The vocabulary a mock is written in. A mock says what an API does that its contract cannot: behaviours by operationId,
 * and how its faults look. Behaviours are plain synchronous functions; `undefined` leaves the answer to the contract.
 */
import type { Json, JsonObject, Operation, ParameterPlace, SchemaAt, SchemaFault } from './contract/contract.ts';
import type { Population } from './population.ts';
import type { Clock } from './workspace/clock.ts';
import type { Settings } from './workspace/settings.ts';
import type { Store } from './workspace/store/store.ts';

/** Kinds of fault the whole product knows. What each is called on the wire is the dialect's business. */
export type ProblemKind =
  | 'malformed-url'
  | 'unknown-path'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'length-required'
  | 'too-large'
  | 'unsupported-media-type'
  | 'missing-body'
  | 'malformed-body'
  | 'missing-value'
  | 'invalid-value'
  | 'live-data'
  | 'unauthorised'
  | 'forbidden'
  | 'rate-limited'
  | 'not-found'
  | 'gone'
  | 'conflict'
  | 'duplicate'
  | 'precondition-required'
  | 'precondition-failed'
  | 'version-conflict'
  | 'unprocessable'
  | 'timeout'
  | 'unavailable'
  | 'not-implemented'
  | 'internal';

/** One thing wrong with a request, and where. */
export interface Fault {
  readonly in: ParameterPlace | 'body';
  /** The parameter's name; absent in a body. */
  readonly name?: string;
  /** JSON pointer into the body or into a structured parameter; '' is the whole. */
  readonly pointer: string;
  /** What the pointer names where the body is a form: whoever sends one thinks of no pointers. */
  readonly of?: 'form member' | 'part';
  /** The JSON Schema keyword that failed, or `required`. */
  readonly keyword: string;
  /** Plain English: what was wanted. Never quotes the value. */
  readonly message: string;
  /** The value as it arrived, cut short, for the few dialects that echo it. Withheld where it looks like live data. */
  readonly value?: string;
}

/** A fault said once; the API's dialect writes it. */
export interface Problem {
  readonly problem: ProblemKind;
  /** One plain sentence: what is wrong and what would be right. */
  readonly message: string;
  readonly faults?: readonly Fault[];
  /** The API's own words for this problem, where a rule of its own gives them (Spine code, CM_ code …). */
  readonly said?: Said;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What an API's own documentation fixes for a problem; each member wins over what the dialect would write. */
export interface Said {
  readonly status?: number;
  readonly code?: string;
  readonly display?: string;
  readonly diagnostics?: string;
  /** FHIR `issue.code` and `issue.severity`. */
  readonly issue?: string;
  readonly severity?: string;
}

/** Bytes that are not JSON, stored and returned as they came. */
export interface Binary {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

export interface Reply<Body = unknown> {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A JSON value. Use `binary` for anything else; leave both out for an empty body. */
  readonly body?: Body;
  /** A JSON body that is text already: one that was stored, or one that `Call.cached` gives. */
  readonly rendered?: string;
  readonly binary?: Binary;
  /** The media type to send, where it is not the first that the contract documents for this status. */
  readonly type?: string;
}

/** Which step answered a request. */
export type AnsweredBy = 'behaviour' | 'inferred' | 'example' | 'generated' | 'problem' | 'platform' | 'on demand';

export interface Call<
  Path = Readonly<Record<string, string>>,
  Query = Readonly<Record<string, Json | undefined>>,
  Body = Json | undefined,
> {
  readonly operation: Operation;
  readonly path: Path;
  /** Decoded by each parameter's style; undeclared ones are in `undeclared`. */
  readonly query: Query;
  readonly undeclared: readonly string[];
  /** The query string as sent, with its question mark; '' where there is none. */
  readonly search: string;
  header(name: string): string | undefined;
  readonly body: Body;
  /** The JSON body's text as sent, so that what is stored can keep the form of its numbers. */
  readonly bodyText?: string;
  readonly binary?: Binary;
  /** An absolute link to a path of this API, inside this sandbox and workspace. The only maker of links. */
  url(path: string): string;
  /** This request's own address in the sandbox, its query included. */
  readonly address: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly population: Population;
  readonly settings: Settings;
  /** The workspace's seed. */
  readonly seed: number;
  /** A number in [0, 1) that depends only on the workspace's seed and `key`. */
  chance(key: string): number;
  /**
   * A reply that depends on nothing but `key`, the operation and the workspace's seed: made once, its body as text, and held in a
   * bounded cache. A problem, or a reply whose body is text already, is passed on.
   */
  cached<R extends Reply>(key: string, make: () => R | Problem): R | Problem;
  /** Every way in which a value breaks a schema of this API's contract: for what only comes to be while answering, a patched record. */
  check(at: SchemaAt, value: Json): readonly SchemaFault[];
  /** Adds a line to the explanation of this exchange. */
  note(line: string): void;
}

/** Writes a problem in an API's own error shape. Data, so that a mock can declare one and a contract can have one inferred. */
export interface Dialect {
  readonly name: string;
  readonly type: string;
  /** The status for a kind of problem, in order of preference; the first one that the operation documents is sent, else the first. */
  readonly statuses?: Partial<Record<ProblemKind, readonly number[]>>;
  write(
    problem: Problem,
    about: {
      readonly status: number;
      readonly operation?: Operation;
      readonly now: string;
      readonly id: string;
      /** The request's path within this API, as sent: for dialects that name a path they do not know. */
      readonly path?: string;
    },
  ): JsonObject;
}

type Of<T, K extends string> = T extends { [P in K]: infer V } ? V : undefined;
type Parameters_<Op, K extends string> = Of<Of<Op, 'parameters'>, K>;
type ContentOf<T> = T extends { content: infer C } ? C[keyof C] : undefined;
type RequestOf<Op> = ContentOf<NonNullable<Of<Op, 'requestBody'>>>;
type Replies<Op> = Op extends { responses: infer R }
  ? { [S in keyof R & number]: Omit<Reply<ContentOf<R[S]>>, 'status'> & { readonly status: S } }[keyof R & number]
  : Reply;

/** One operation's behaviour, typed from the contract. */
export type Behaviour<Op> = (
  call: Call<NonNullable<Parameters_<Op, 'path'>>, NonNullable<Parameters_<Op, 'query'>>, RequestOf<Op>>,
) => Replies<Op> | Problem | undefined;

/** What a mock may say of every operation of its API, besides how each one behaves. */
export interface MockRules {
  readonly dialect?: Dialect;
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
}

/** `satisfies Mock<operations>`: an unknown operationId or an undocumented status does not compile. */
export interface Mock<Operations> extends MockRules {
  readonly behaviours: { readonly [Id in keyof Operations]?: Behaviour<Operations[Id]> };
}

/** A mock as the gateway holds it, the types of its contract forgotten. */
export interface AnyMock extends MockRules {
  readonly behaviours: Readonly<Record<string, ((call: Call) => Reply | Problem | undefined) | undefined>>;
}

export function isProblem(answer: object): answer is Problem {
  return 'problem' in answer;
}
