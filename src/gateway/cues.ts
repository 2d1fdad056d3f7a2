/** What mocks do without being asked by a request: what one of them has put off, once its time has come, and what follows from events. */
import { ownRows } from '../answer/state/own-rows.ts';
import type { Emitted, Cue, Later, MockEvents } from '../mock/event.ts';
import type { Rows } from '../mock/rows.ts';
import type { RecordChange } from '../clinical-record.ts';
import type { Population } from '../population.ts';
import { chance } from '../workspace/keyed-hash.ts';
import type { Settings } from '../workspace/settings.ts';
import type { Store } from '../workspace/store/store.ts';
import type { Clock } from '../workspace/time/clock.ts';
import { after } from '../workspace/time/duration.ts';
import type { Pending } from '../workspace/time/schedule.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { mayEmit, type Intent } from './announced.ts';
import type { Api } from './api.ts';
import { tellOutside } from './callbacks/tell-outside.ts';
import { deliverer, toDeliver } from '../workspace/callbacks/deliveries.ts';
import { changeLater, laterByStub } from './stubs/change-state.ts';

/** Events that follow from events that follow from events: no more than so many. */
const deepest = 8;

interface Scene {
  /** In which the event happened. */
  readonly from: Api;
  readonly workspace: Workspace;
  readonly apis: readonly Api[];
  readonly clock: Clock;
  /** Of the request that led here; what happens by itself changes something. */
  readonly intent: Intent;
  /** Events that led here. */
  readonly depth: number;
  /** The exchange that led here, at once or by something that was put off. */
  readonly exchange?: string | undefined;
}

/** Does what is due in a workspace. To be asked before a request is answered: it costs a comparison where nothing is. */
export function catchUp(workspace: Workspace, apis: readonly Api[]): readonly Pending[] {
  const now = workspace.clock.now();
  if (!workspace.schedule.isDue(now)) return nothing;
  return workspace.schedule.run(now, ({ api: slug, do: name, about, exchange }, due) => {
    if (slug === deliverer && name === toDeliver) return workspace.callbacks.deliveries.due(String(about));
    // What an API that is no longer served was to do is left undone.
    const api = apis.find((one) => one.slug === slug);
    if (api && name === laterByStub) changeLater(api, workspace, about, due);
    else if (api)
      handlerIn(
        api,
        'later',
        name,
      )?.(new MockCue(api, { from: api, workspace, apis, clock: { now: () => due }, intent: 'change', depth: 0, exchange }), about);
  });
}

const nothing: readonly Pending[] = [];

/** The same until nothing is due any more, up to so many thousands: what puts itself off without end has an end here. */
export function catchUpWhole(workspace: Workspace, apis: readonly Api[]): readonly Pending[] {
  const ran: Pending[] = [];
  for (let turn = 0; turn < mostTurns; turn++) {
    const done = catchUp(workspace, apis);
    if (done.length === 0) break;
    ran.push(...done);
  }
  return ran;
}

const mostTurns = 10;

interface Asking extends Pick<Scene, 'workspace' | 'exchange'> {
  readonly now: number;
}

export function defer(api: Api, what: Later, { workspace, now, exchange }: Asking): void {
  if (!handlerIn(api, 'later', what.do)) throw new RangeError(`the mock of ${api.slug} does nothing later that is called ${what.do}`);
  const due = 'at' in what ? what.at : after(now, what.in);
  workspace.schedule.put({ api: api.slug, do: what.do, about: what.about, ...(exchange !== undefined && { exchange }) }, due);
}

export function tell({ type, about }: Emitted, scene: Scene): void {
  if (scene.depth === deepest) throw new RangeError(`an event followed from ${deepest} others, and there would be no end: ${type}`);
  if (!mayEmit(scene.from.announced, type, scene.intent))
    throw new RangeError(
      `the mock of ${scene.from.slug} does not say that it emits ${type}${scene.intent === 'read' ? ' when it is only read' : ''}`,
    );
  const cueOf = (api: Api): Cue => new MockCue(api, { ...scene, depth: scene.depth + 1 });
  const hearing = scene.apis.filter(({ announced }) => announced.hears.includes(type));
  // Outside it is heard of before what follows from it.
  tellOutside({ type, about }, { ...scene, apis: hearing, cueOf });
  for (const api of hearing) handlerIn(api, 'on', type)?.(cueOf(api), about);
}

type Handler = NonNullable<MockEvents['on']>[string];

function handlerIn({ mock }: Api, kind: 'later' | 'on', name: string): Handler | undefined {
  const handlers = mock?.events?.[kind];
  return handlers && Object.hasOwn(handlers, name) ? handlers[name] : undefined;
}

class MockCue implements Cue {
  readonly store: Store;
  readonly clock: Clock;
  readonly population: Population;
  readonly settings: Settings;
  readonly seed: number;
  readonly #api: Api;
  readonly #scene: Scene;

  constructor(api: Api, scene: Scene) {
    const { workspace, clock } = scene;
    this.#api = api;
    this.#scene = scene;
    this.store = workspace.store;
    this.clock = clock;
    this.population = workspace.population;
    this.settings = workspace.settings;
    this.seed = workspace.seed;
  }

  chance(key: string): number {
    return chance(this.seed, key);
  }

  get rows(): Rows {
    return ownRows(this.#api.plan, this.store, () => this.clock.now());
  }

  later(what: Later): void {
    defer(this.#api, what, { ...this.#scene, now: this.clock.now() });
  }

  enter(change: RecordChange): void {
    this.#scene.workspace.enter(change);
  }

  emit(event: Emitted): void {
    tell(event, { ...this.#scene, from: this.#api });
  }
}
