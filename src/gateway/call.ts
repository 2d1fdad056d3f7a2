/** The `Call` that behaviours and inference work with. A class, so that every request shares its methods instead of making a dozen functions. */
import type { Json, Operation, SchemaAt, SchemaFault } from '../contract/contract.ts';
import { ownRows } from '../answer/state/own-rows.ts';
import { isProblem, type Problem } from '../mock/problem.ts';
import type { Binary, Reply } from '../mock/reply.ts';
import type { Caller } from '../mock/caller.ts';
import type { Call } from '../mock/call.ts';
import type { Emitted, Later } from '../mock/event.ts';
import type { Rows } from '../mock/rows.ts';
import type { RecordChange } from '../clinical-record.ts';
import type { Population } from '../population.ts';
import type { Clock } from '../workspace/time/clock.ts';
import { chance } from '../workspace/keyed-hash.ts';
import type { Relay } from '../mock/relay.ts';
import type { RenderedReply } from '../workspace/reply-cache.ts';
import type { Settings } from '../workspace/settings.ts';
import type { Store } from '../workspace/store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { intentOf } from './announced.ts';
import type { Match } from './api.ts';
import { defer, tell } from './cues.ts';
import type { Visit } from './visit.ts';
import { isStrict } from './policies/token.ts';
import { holdsLiveNumber } from './policies/live-data.ts';
import { delayOf } from './request/delay.ts';
import { note, type Incoming } from './request/incoming.ts';

export interface DecodedParameters {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, Json | undefined>>;
  readonly undeclared: readonly string[];
  readonly several?: Readonly<Record<string, Json>>;
}

export function makeCall(incoming: Incoming, match: Match, decoded: DecodedParameters): Call {
  return new GatewayCall(incoming, match, decoded);
}

/** Whose request it is, and the id of the exchange: for what the gateway itself does in a workspace. */
export function exchangeIn(call: Call): { readonly workspace: Workspace; readonly exchange: string } {
  if (call instanceof GatewayCall) return { workspace: call.visit.workspace, exchange: call.exchange };
  throw new TypeError('a call that the gateway did not make is of no workspace');
}

class GatewayCall implements Call {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, Json | undefined>>;
  readonly undeclared: readonly string[];
  declare readonly several?: Readonly<Record<string, Json>>;
  readonly search: string;
  readonly body: Json | undefined;
  declare readonly bodyText?: string;
  declare readonly binary?: Binary;
  readonly store: Store;
  readonly clock: Clock;
  readonly population: Population;
  readonly settings: Settings;
  readonly seed: number;
  readonly #incoming: Incoming;
  readonly #match: Match;

  constructor(incoming: Incoming, match: Match, { path, query, undeclared, several }: DecodedParameters) {
    const { workspace, body } = incoming;
    this.#incoming = incoming;
    this.#match = match;
    this.operation = match.target.operation;
    this.path = path;
    this.query = query;
    this.undeclared = undeclared;
    if (several) this.several = several;
    this.search = incoming.url.search;
    this.body = body?.value;
    if (body?.text !== undefined) this.bodyText = body.text;
    if (body?.binary !== undefined) this.binary = body.binary;
    this.store = workspace.store;
    this.clock = workspace.clock;
    this.population = workspace.population;
    this.settings = incoming.settings;
    this.seed = workspace.seed;
  }

  header(name: string): string | undefined {
    return this.#incoming.request.headers.get(name) ?? undefined;
  }

  headerNames(): readonly string[] {
    return [...this.#incoming.request.headers.keys()];
  }

  url(path: string): string {
    const { official } = this.#incoming.visit;
    return (official?.base ?? this.#origin() + (this.#match.target.api.mounts[0] ?? '')) + path;
  }

  get address(): string {
    const { url, prefix } = this.#incoming;
    return url.origin + prefix + url.pathname + url.search;
  }

  get exchange(): string {
    return this.#incoming.record.id;
  }

  get caller(): Caller {
    return this.#incoming.caller;
  }

  get isStrict(): boolean {
    return isStrict(this.#incoming);
  }

  get delay(): number {
    return delayOf(this.#incoming) + (this.#incoming.planned?.delay ?? 0);
  }

  chance(key: string): number {
    return chance(this.seed, key);
  }

  get rows(): Rows {
    return ownRows(this.#match.target.api.plan, this.store, () => this.clock.now());
  }

  later(what: Later): void {
    defer(this.#match.target.api, what, { workspace: this.#incoming.workspace, now: this.clock.now(), exchange: this.exchange });
  }

  enter(change: RecordChange): void {
    this.#incoming.workspace.enter(change);
  }

  emit(event: Emitted): void {
    const { workspace } = this.#incoming;
    const { api } = this.#match.target;
    tell(event, {
      from: api,
      workspace,
      apis: api.beside,
      clock: this.clock,
      intent: intentOf(this.operation.method),
      depth: 0,
      exchange: this.exchange,
    });
  }

  asking(query: DecodedParameters['query']): Call {
    return new GatewayCall(this.#incoming, this.#match, { path: this.path, query, undeclared: this.undeclared });
  }

  relay(type: string): Relay | undefined {
    const { contract, plan } = this.#match.target.api;
    const relay = this.#incoming.workspace.callbacks.relay({ api: contract.slug, type });
    return (
      relay &&
      (async (message) => {
        const outcome = await relay(message);
        if ('failure' in outcome || !holdsLiveNumber(JSON.stringify(outcome.answer ?? null), [plan.publishedNumbers().fingerprints]))
          return outcome;
        return { failure: 'The receiver answered with an NHS number from the ranges issued to real patients.' };
      })
    );
  }

  cached<R extends Reply>(key: string, make: () => R | Problem): R | Problem {
    const { replies } = this.#incoming.workspace;
    const place = `${this.operation.id} ${this.population.asOf} ${this.#origin()} ${key}`;
    const known = replies.get(place);
    // What stands at this place was made by this operation for this key, so it is of the same type.
    if (known) return known as RenderedReply & R;
    const made = make();
    if (isProblem(made) || made.rendered !== undefined || made.body === undefined) return made;
    const { body, ...rest }: Reply = made;
    const reply: RenderedReply = { ...rest, rendered: JSON.stringify(body) };
    replies.put(place, reply);
    return reply as RenderedReply & R; // the same reply, its body as text
  }

  check(at: SchemaAt, value: Json): readonly SchemaFault[] {
    return this.#match.target.api.contract.check(at, value);
  }

  note(line: string): void {
    note(this.#incoming, line);
  }

  /** What only the sandbox's own API asks. */
  get visit(): Visit {
    return this.#incoming.visit;
  }

  get origin(): string {
    return this.#incoming.url.origin;
  }

  /** Where this workspace's links begin. */
  #origin(): string {
    return this.#incoming.url.origin + this.#incoming.prefix;
  }
}
