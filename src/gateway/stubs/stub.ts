/** A stub: which requests it answers instead of the API, and with what. Data, as it was sent to the sandbox's own API. */
import type { Json } from '../../contract/contract.ts';
import type { RuleMatch } from '../rules/match.ts';

export interface Stub {
  readonly id: string;
  /** What it is for, in its writer's words. */
  readonly about?: string;
  /** Where it came from: a file that is read again, for example. */
  readonly source?: string;
  readonly match?: RuleMatch;
  /** The API's own checks come first, and a request that breaks its contract never gets here. */
  readonly checks?: boolean;
  readonly scenario?: Scenario;
  readonly answer?: StubAnswer;
  /** Several, one for each request; the last stands for all that follow, unless they begin again. */
  readonly sequence?: readonly StubAnswer[];
  readonly cycles?: boolean;
}

export interface Scenario {
  readonly name: string;
  /** The state in which alone it answers. */
  readonly requires?: string;
  /** The state that follows its answer. */
  readonly becomes?: string;
}

/** Texts in it may be templates. */
export interface StubAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json;
  /** The media type of the body; a text is sent as it is where this is none of JSON. */
  readonly type?: string;
  /** A named example of the contract. */
  readonly example?: string;
  readonly store?: readonly StubChange[];
  readonly then?: readonly LaterChange[];
}

/** A row of a collection to be put or deleted, as the operations that are inferred see it. */
export interface StubChange {
  /** An operation whose collection is meant; that of the request where nothing is said. */
  readonly operation?: string;
  /** The id in the path, or the one in the row, where nothing is said. */
  readonly id?: string;
  readonly put?: Json;
  readonly delete?: boolean;
}

export interface LaterChange {
  /** An ISO 8601 duration, by the clock of the workspace. */
  readonly after: string;
  readonly store?: readonly StubChange[];
  readonly scenario?: { readonly name: string; readonly becomes: string };
}

/** The state in which every scenario begins. */
export const firstState = 'Started';
