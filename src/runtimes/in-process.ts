/** A whole sandbox inside this process, in Node or a browser, in memory. Nothing is shared between two of them. */
import { type Limits, OWN_BODY_BYTES, SHARED_LIMITS } from '../contract/limits.ts';
import type { Beside } from '../contract/reading/several-files/contract-files.ts';
import type { Served } from '../gateway/api.ts';
import { createGateway, type Gateway } from '../gateway/gateway.ts';
import type { Population } from '../population.ts';
import { frozenClock, realClock, type Clock } from '../workspace/clock.ts';
import { createMemoryStore } from '../workspace/store/memory-store.ts';
import type { Settings } from '../workspace/settings.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import { defaultSeed } from '../world/world.ts';
import { populationOf } from './population.ts';

export interface SandboxOptions {
  /** Names of the catalogue; all of it where nothing is said and no contract is brought. */
  readonly apis?: readonly string[];
  /** Contracts of your own: OpenAPI 2.0 or 3.x, YAML or JSON. */
  readonly contracts?: readonly BroughtContract[];
  /** How large they may be; what a shared home takes unless you say more. */
  readonly contractLimits?: Partial<Limits>;
  readonly seed?: number;
  /** `real`, or the instant at which time stands still: `2026-01-01T00:00:00Z`. */
  readonly clock?: string;
  readonly settings?: Partial<Settings>;
  /** Told of a bug of ours, which the client sees as a 500. */
  readonly onBug?: (error: unknown) => void;
}

/**
 * A contract by its text, with the texts of the files it refers to by their paths below its folder (`schemas/pet.yaml`); or, on Node,
 * by its path: then those files are read from the folder. The name, or the file's, becomes the API's.
 */
export type BroughtContract =
  | { readonly name: string; readonly text: string; readonly files?: Readonly<Record<string, string>> }
  | { readonly path: string };

export interface InProcessSandbox {
  fetch(request: Request): Promise<Response>;
  /** Resolves once every contract is understood, with the gateway before them. `fetch` waits for it by itself. */
  ready(): Promise<Gateway>;
  /** Back to the world as it was, and to the time at which the clock stood. */
  reset(): void;
  /** Moves a clock that stands still. */
  setClock(instant: string): void;
  readonly clock: Clock;
  readonly seed: number;
  readonly population: Population;
}

export function createInProcessSandbox(options: SandboxOptions = {}): InProcessSandbox {
  const { seed = defaultSeed, settings = {}, onBug } = options;
  const clock = options.clock === undefined || options.clock === 'real' ? undefined : frozenClock(instantOf(options.clock));
  const population = populationOf(seed);
  // The secret hides a tenant's traces from other tenants; here there is one, and repeatable ids are worth more.
  const workspace = openWorkspace({
    id: 'default',
    secret: `seed ${seed}`,
    seed,
    clock: clock ?? realClock,
    store: createMemoryStore(),
    population,
    settings: { maxBody: OWN_BODY_BYTES, ...settings },
  });
  let gateway: Promise<Gateway> | undefined;
  const ready = (): Promise<Gateway> => (gateway ??= served(options).then((apis) => createGateway({ apis, ...(onBug && { onBug }) })));

  return {
    ready,
    fetch: async (request) => (await ready()).fetch(request, workspace),
    reset() {
      workspace.reset();
      if (options.clock !== undefined) clock?.set(instantOf(options.clock));
    },
    setClock(instant) {
      if (!clock) throw new RangeError('a real clock cannot be moved: create the sandbox with a clock, as in 2026-01-01T00:00:00Z');
      clock.set(instantOf(instant));
    },
    clock: workspace.clock,
    seed,
    population,
  };
}

/** Contracts are large, so they are loaded when the first request needs them. */
async function served({ apis, contracts = [], contractLimits = {} }: SandboxOptions): Promise<readonly Served[]> {
  const brought = contracts.length === 0 ? [] : await bring(contracts, { ...SHARED_LIMITS, ...contractLimits });
  if (apis?.length === 0 || (apis === undefined && brought.length > 0)) return brought;
  const { ownApis } = await import('./own-apis.ts');
  return [...(await ownApis(apis)), ...brought];
}

async function bring(contracts: readonly BroughtContract[], limits: Limits): Promise<readonly Served[]> {
  const { loadContract } = await import('../contract/load.ts');
  const { contractOnDisk } = await import('./contract-on-disk.ts');
  return contracts.map((brought) => {
    const file = 'path' in brought ? contractOnDisk(brought.path, limits) : { ...brought, beside: filesGiven(brought.files) };
    return { contract: loadContract(file, limits) };
  });
}

function filesGiven(files: Readonly<Record<string, string>> = {}): Beside {
  const texts = new Map(Object.entries(files).map(([path, text]) => [path.replace(/^\.\//, ''), text]));
  return (path) => {
    const text = texts.get(path);
    return text === undefined ? { problem: 'missing' } : { text };
  };
}

function instantOf(text: string): number {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new RangeError('a clock stands at an instant, as in 2026-01-01T00:00:00Z');
  return instant;
}
