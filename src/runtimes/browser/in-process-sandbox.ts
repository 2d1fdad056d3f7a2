/** What a sandbox in this process can do, and what may be chosen of it. */
import type { Limits } from '../../contract/limits.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import type { SomeMock } from '../../mock/mock.ts';
import type { IsoDate, Person, Population } from '../../population.ts';
import type { SeedRequest } from '../../workspace/seed-lines.ts';
import type { OwnPerson } from '../../world/own-person.ts';
import type { Settings } from '../../workspace/settings.ts';
import type { FaultsKit } from './faults-kit.ts';
import type { InboxKit } from './inbox-kit.ts';
import type { JournalKit } from './journal-kit.ts';
import type { CatalogueName } from './api-names.ts';

export interface SandboxOptions {
  /** Names of the catalogue; all of it where nothing is said and no contract is brought. */
  readonly apis?: readonly CatalogueName[];
  /** Contracts of your own: OpenAPI 2.0 or 3.x, YAML or JSON. */
  readonly contracts?: readonly BroughtContract[];
  /**
   * Rules of your own, by the name of the API that they are of, brought or of the catalogue: `{ parcels: { behaviours: { … } } }`, each as
   * `satisfies Mock<operations>` has it. They come before those of the API, which answers what they leave open.
   */
  readonly rules?: Readonly<Record<string, SomeMock>>;
  /** How large they may be; what a shared home takes unless you say more. */
  readonly contractLimits?: Partial<Limits>;
  readonly seed?: number;
  /** Data to begin with: what was exported, or lines of your own, as text or as objects. A reset keeps the people of it, and nothing else. */
  readonly data?: SeedData;
  /** `real`, or the instant at which time stands still: `2026-01-01T00:00:00Z`. */
  readonly clock?: string;
  /** The day for which the population is told, 2017-01-01 to 2040-12-31, wherever the clock stands: that of the clock, where nothing is said. */
  readonly asOf?: IsoDate;
  readonly settings?: Partial<Settings>;
  /** Told of a bug of ours, or in rules of yours, which the client sees as a 500. Where nobody is, the latter are printed. */
  readonly onBug?: (error: unknown) => void;
}

/**
 * A contract by its text, with the texts of the files it refers to by their paths below its folder (`schemas/pet.yaml`); or, on Node,
 * by its path: then those files are read from the folder. The name, or the file's, becomes the API's.
 */
export type BroughtContract =
  | { readonly name: string; readonly text: string; readonly files?: Readonly<Record<string, string>> }
  | { readonly path: string };

/** People and requests, `{ person }` and `{ api, operation, body }`; as text one JSON object a line, or what was exported. */
export type SeedData = string | readonly OwnLine[];
export type OwnLine = { readonly person: OwnPerson } | SeedRequest;

/** Why an answer is as it is: what was asked, which step answered, what is wrong with the request, and one that works. */
export type Explanation = components['schemas']['Explanation'];

/** What may be said of how a sandbox answers, as its own API has it. */
export type SettingsChange = Partial<components['schemas']['SettingsChange']>;

/** Where a clock is set to: real time, an instant at which it stands still, or so far ahead of real time (`{ by: 'PT2H' }`, `{ by: '-P1D' }`). */
export type ClockTo = string | { readonly by: string };

/** What a mock has put off, and did once its time had come. */
export interface RanAction {
  readonly api: string;
  readonly do: string;
  /** The instant at which it was due, and was done. */
  readonly due: string;
}

export interface SandboxClock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Forth or back: `real`, an instant at which it stands still, or how far it is ahead of real time. What is due runs before the next answer. */
  set(to: ClockTo): void;
  /** By a duration (`P1D`, `PT5S`, `P1M`) or to an instant: does everything that is due on the way, in its order, and gives what that was. */
  advance(by: string | { readonly to: string }): Promise<readonly RanAction[]>;
}

/** What some requests are answered, as the sandbox's own API has it. */
export type WrittenStub = components['schemas']['WrittenStub'];

export interface StubHandle {
  readonly id: string;
  /** What of it no contract documents. */
  readonly warnings: readonly string[];
  remove(): Promise<void>;
}

export interface InProcessSandbox {
  /** As the platform's own: a request, or its address and what else there is to say of it. */
  fetch(request: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** Why a response of this sandbox is as it is; instead of the response its `X-Sandbox-Trace` will do. */
  explain(response: Response | string): Promise<Explanation>;
  /** What was asked since it was made or reset, oldest first, each with its explanation: the last 1,000, or fewer. */
  exchanges(limit?: number): Promise<readonly Explanation[]>;
  /** Resolves once every contract is understood, with the gateway before them. `fetch` waits for it by itself. */
  ready(): Promise<Gateway>;
  /** Back to the world as it was, and to the time at which the clock stood. */
  reset(): void;
  /** Keeps everything as it is now under a name, to be restored as often as you like; one of the same name is replaced. Gives the name. */
  snapshot(name?: string): string;
  /** Back to a snapshot, settings and clock included. The exchanges go on. */
  restore(name?: string): void;
  /** How it answers, from the next request on, with what is to change; `null` takes a setting back to what it was made with. */
  settings(changes?: SettingsChange): Settings;
  /** From the next request on it is the official sandbox, where an API has one that is known; `settings({ compatibility: null })` takes that back. */
  official(): Settings;
  /** What goes wrong on purpose: `await sandbox.faults.add({ match: { nth: 2 }, effect: { type: 'latency', ms: 8000 } })`. */
  readonly faults: FaultsKit;
  /** What its APIs send by themselves: `await sandbox.inbox.next({ type: 'parcel-delivered' })`. */
  readonly inbox: InboxKit;
  /** What was asked of it, and whether it was what it should be: `await sandbox.journal.assert({ match: { method: 'PATCH' }, times: 1 })`. */
  readonly journal: JournalKit;
  /** Has some requests answered as the stub says, until it is removed. */
  stub(written: WrittenStub): Promise<StubHandle>;
  /** Everything that was written, as lines of JSON. */
  export(): string;
  /** Puts back what was exported, in place of what is here: all of it, or nothing where it throws. */
  import(lines: string): { readonly rows: number; readonly notes: readonly string[] };
  /** Brings a person of your own, whom every API finds from then on; a reset keeps them. Gives the record, with the number that it has. */
  addPerson(person: OwnPerson): Person;
  /** Takes in people and requests of your own, beside what is here: all of them, or nothing where it rejects. */
  load(data: SeedData): Promise<{ readonly rows: number; readonly notes: readonly string[] }>;
  /** Another sandbox with everything that was changed in this one; from then on neither sees what is written in the other. */
  fork(): InProcessSandbox;
  /** The same as `clock.set`. */
  setClock(to: ClockTo): void;
  readonly clock: SandboxClock;
  readonly seed: number;
  /** As of the day that it is in the sandbox, with the people whom it was brought. */
  readonly population: Population;
}
