/** A whole sandbox inside this process, in Node or a browser, in memory. Nothing is shared between two of them. */
import { catalogueNames } from '../../generated/api-paths.ts';
import { isProblem, type Problem } from '../../mock/problem.ts';
import { createMemoryStore } from '../../workspace/store/memory-store.ts';
import { seedParts } from '../../workspace/seed-lines.ts';
import type { Store } from '../../workspace/store/store.ts';
import { daysInReach, isInReach } from '../../world/reach.ts';
import { defaultSeed } from '../../world/world.ts';
import { mustBeKnown } from './api-names.ts';
import { createClient } from './client.ts';
import { faultsIn } from './faults-kit.ts';
import { inboxIn } from './inbox-kit.ts';
import { journalIn } from './journal-kit.ts';
import { copiedStore } from './copy-store.ts';
import { instantOf, sandboxClock } from './sandbox-clock.ts';
import { openCommon, openHome, traceHeader, type Common } from './home-in-process.ts';
import type { Settings } from '../../workspace/settings.ts';
import type { InProcessSandbox, SandboxOptions, SeedData, SettingsChange } from './in-process-sandbox.ts';
import type { Standing } from './official-hosts.ts';
import { defaultOrigin } from './sandbox-origin.ts';

/** With what only those who put it before a network have to know. */
export interface StandingSandbox extends InProcessSandbox {
  standing(url: URL): Promise<Standing>;
  fork(): StandingSandbox;
}

/** `address` is where it stands, a folder included: `http://localhost:8787`, `https://ward.example/api`. */
export function createInProcessSandbox(options: SandboxOptions = {}, address: string = defaultOrigin): StandingSandbox {
  mustBeKnown(options.apis ?? [], catalogueNames);
  const { clock, asOf } = options;
  if (asOf !== undefined && !isInReach(asOf)) throw new RangeError(`asOf must be ${daysInReach}`);
  return begin(openCommon(options, address), {
    store: createMemoryStore(),
    madeWith: clock === undefined || clock === 'real' ? 'real' : instantOf(clock),
    data: options.data,
  });
}

interface Own {
  readonly store: Store;
  readonly madeWith: 'real' | number;
  /** What is still to be taken in. */
  readonly data: SeedData | undefined;
}

function begin(common: Common, own: Own): StandingSandbox {
  const { options } = common;
  const { seed = defaultSeed } = options;
  const { store, madeWith } = own;
  const home = openHome(common, own);
  const { workspace } = home;
  const control = createClient('sandbox-control', { origin: common.address, fetch: home.ask, headers: { Accept: 'application/json' } });
  const clock = sandboxClock(home);
  let { data } = own;
  let loading: Promise<unknown> | undefined;

  async function load(lines: SeedData): Promise<{ readonly rows: number; readonly notes: readonly string[] }> {
    const taken = { rows: 0, notes: [] as string[] };
    for (const { first, text } of seedParts(textOf(lines), linesAtMost)) {
      const { data: told, error } = await control.POST('/import', { params: { query: { firstLine: first } }, body: text });
      if (!told) throw new RangeError(error.detail);
      taken.rows += told.rows;
      taken.notes.push(...told.notes);
    }
    return taken;
  }

  /** Whoever asks first waits for the data to begin with. */
  async function begun(): Promise<void> {
    if (data === undefined) return;
    await (loading ??= load(data));
    data = undefined;
  }

  function settings(changes: SettingsChange = {}): Settings {
    mustBeRight(workspace.changeSettings(changes) ?? {});
    return { ...workspace.settings };
  }

  return {
    async ready() {
      await begun();
      return home.ready();
    },
    async fetch(asked, init) {
      if (data !== undefined) await begun();
      return home.fetch(asked instanceof Request && init === undefined ? asked : new Request(asked, init));
    },
    load,
    addPerson(person) {
      const [added] = mustBeRight(workspace.people.add([person]));
      if (!added) throw new RangeError('nobody was added');
      return added;
    },
    standing: home.standing,
    async explain(response) {
      const trace = typeof response === 'string' ? response : response.headers.get(traceHeader);
      const [, id] = /\/trace\/([^/?#]+)/.exec(trace ?? '') ?? [];
      if (id === undefined) throw new RangeError(`this is no response of a sandbox: it has no ${traceHeader}`);
      const { data: found } = await control.GET('/trace/{id}', { params: { path: { id } } });
      if (!found) throw new RangeError('this sandbox has kept no such exchange: it was reset since, or another one answered');
      return found;
    },
    async exchanges(limit = 1000) {
      const { data: kept, error } = await control.GET('/exchanges', { params: { query: { limit } } });
      if (!kept) throw new RangeError(error.detail);
      return kept.exchanges.toReversed();
    },
    reset() {
      workspace.reset();
      workspace.clock.unset();
    },
    snapshot(name = ownSnapshot) {
      mustBeRight(workspace.snapshots.take(name));
      return name;
    },
    restore(name = ownSnapshot) {
      mustBeRight(workspace.snapshots.restore(name));
    },
    settings,
    official: () => settings({ compatibility: 'official-sandbox' }),
    faults: faultsIn(control),
    inbox: inboxIn(control),
    journal: journalIn(control),
    async stub(written) {
      const { data: admitted, error } = await control.POST('/stubs', { body: written });
      if (!admitted) throw new RangeError(error.detail);
      const { id, warnings } = admitted;
      return { id, warnings, remove: async () => void (await control.DELETE('/stubs/{id}', { params: { path: { id } } })) };
    },
    export: () => [...workspace.exportLines()].join(''),
    import: (lines) => mustBeRight(workspace.importText(lines)),
    fork: () => begin(common, { store: copiedStore(store), madeWith, data }),
    setClock: clock.set,
    clock,
    seed,
    get population() {
      return workspace.population;
    },
  };
}

/** Lines that are taken in at a time. */
const linesAtMost = 2_000;

const textOf = (data: SeedData): string => (typeof data === 'string' ? data : data.map((line) => JSON.stringify(line)).join('\n'));

/** What a snapshot is called that nobody named. */
const ownSnapshot = 'snapshot';

function mustBeRight<T extends object>(answer: T | Problem): T {
  if (isProblem(answer)) throw new RangeError(answer.message);
  return answer;
}
