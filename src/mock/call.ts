/** One request as a behaviour sees it: what was asked, and everything of the workspace that an answer may be made from. */
import type { Json, Operation, SchemaAt, SchemaFault } from '../contract/contract.ts';
import type { RecordChange } from '../clinical-record.ts';
import type { Population } from '../population.ts';
import type { Settings } from '../workspace/settings.ts';
import type { Store } from '../workspace/store/store.ts';
import type { Clock } from '../workspace/time/clock.ts';
import type { Caller } from './caller.ts';
import type { Emitted, Later } from './event.ts';
import type { Problem } from './problem.ts';
import type { Binary, Reply } from './reply.ts';
import type { Relay } from './relay.ts';
import type { Rows } from './rows.ts';

export interface Call<
  Path = Readonly<Record<string, string>>,
  Query = Readonly<Record<string, Json | undefined>>,
  Body = Json | undefined,
> {
  readonly operation: Operation;
  readonly path: Path;
  /** Decoded by each parameter's style, each of the type that its schema has; undeclared ones are in `undeclared`. */
  readonly query: Query;
  /** By name, all that was sent for parameters of which a FHIR search takes more than the type has room for; `query` has the first. */
  readonly several?: Readonly<Record<string, Json>>;
  readonly undeclared: readonly string[];
  /** The query string as sent, with its question mark; '' where there is none. */
  readonly search: string;
  header(name: string): string | undefined;
  /** Names of all headers that were sent, in lower case. */
  headerNames(): readonly string[];
  readonly body: Body;
  /** The JSON body's text as sent, so that what is stored can keep the form of its numbers. */
  readonly bodyText?: string;
  readonly binary?: Binary;
  /** An absolute link to a path of this API, inside this sandbox and workspace. The only maker of links. */
  url(path: string): string;
  /** This request's own address in the sandbox, its query included. */
  readonly address: string;
  /** Milliseconds for which the answer is held back: by the workspace, by what the request asks for, or by a fault. */
  readonly delay: number;
  /** Who sends this, as far as what it carries shows. */
  readonly caller: Caller;
  /** Access is strict, in the workspace or for this request: for an API that lets in by something else than the platform's tokens. */
  readonly isStrict: boolean;
  readonly store: Store;
  /** What operations of this API have stored. */
  readonly rows: Rows;
  readonly clock: Clock;
  readonly population: Population;
  readonly settings: Settings;
  /** The workspace's seed. */
  readonly seed: number;
  /** A number in [0, 1) that depends only on the workspace's seed and `key`. */
  chance(key: string): number;
  /** Writes down what this API is to do later: its mock's `events.later` has it by that name. Undone with the rest of the answer. */
  later(what: Later): void;
  /** Writes into somebody's clinical record, which every API tells. Undone with the rest of the answer. */
  enter(change: RecordChange): void;
  /** Tells every served API whose `events.on` names this type, here and now, in the transaction of this answer. */
  emit(event: Emitted): void;
  /** The same request with another query, for what would be answered to that. */
  asking(query: Readonly<Record<string, Json | undefined>>): Call;
  /**
   * Whoever the workspace has subscribed to messages of just this type, to be asked for an answer in a step that sends; undefined where nobody
   * is, or where nothing may be sent there. The answer is JSON that has been looked through like what is sent to the sandbox.
   */
  relay(type: string): Relay | undefined;
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
