/**
 * What a mock says of an API that its contract cannot: behaviours by operationId, and how its faults look. Behaviours are plain
 * synchronous functions; `undefined` leaves the answer to the contract.
 */
import type { Call } from './call.ts';
import type { Dialect } from './dialect.ts';
import type { Problem } from './problem.ts';
import type { Reply } from './reply.ts';

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
