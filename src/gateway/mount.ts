/** Puts APIs in their places, each read when somebody asks it for the first time. */
import type { AnyMock } from '../mock/mock.ts';
import { plannedContract } from '../plan/planned-contract.ts';
import type { Compatibility } from '../workspace/settings.ts';
import { lazily, lazilyLoaded } from '../contract/lazily.ts';
import { announcementOf, isAnnounced, mayEmit, type Intent, type Mountable, type Served } from './announced.ts';
import { mountsOf, type Api } from './api.ts';

/** What comes with the sandbox stands back where a contract that is served has its base. */
export function unlessServed(besides: readonly Mountable[], served: readonly Mountable[]): readonly Mountable[] {
  const taken = new Set(served.map((mountable) => announcementOf(mountable).basePath));
  return besides.filter((mountable) => !taken.has(announcementOf(mountable).basePath));
}

/** Those that come with the sandbox stand last. `pathOf` is asked only once every API is mounted. */
export function mountApis(
  served: readonly Mountable[],
  pathOf: (address: string, api: Api) => string | undefined,
  besides: readonly Mountable[] = [],
): readonly Api[] {
  const apis: Api[] = [];
  const alone = served.length === 1;
  for (const mountable of [...served, ...besides]) apis.push(mounted(mountable, { alone, pathOf, beside: apis }));
  return apis;
}

interface Mounting extends Pick<Api, 'beside'> {
  readonly alone: boolean;
  readonly pathOf: (address: string, api: Api) => string | undefined;
}

function mounted(mountable: Mountable, { alone, pathOf, beside }: Mounting): Api {
  const announced = announcementOf(mountable);
  const { slug } = announced;
  const whole = isAnnounced(mountable) ? onceLoaded(slug, async () => planned(await mountable.load())) : atHand(planned(mountable));
  const concerned = { read: lazily(() => concernedBy(api, 'read')), change: lazily(() => concernedBy(api, 'change')) };
  const open = new Set<Intent>();
  const api: Api = {
    slug,
    announced,
    get contract() {
      return whole.get().contract;
    },
    get mock() {
      return whole.get().mock;
    },
    get plan() {
      return whole.get().plan;
    },
    isRead: whole.isThere,
    reading: whole.loading,
    opening(intent) {
      if (open.has(intent)) return undefined;
      const reading = together(concerned[intent](), (one) => one.reading());
      if (!reading) open.add(intent);
      return reading;
    },
    beside,
    mounts: mountsOf(announced, { alone }),
    pathOf: (address) => pathOf(address, api),
    like: modesOf(() => api),
  };
  return api;
}

const planned = ({ contract, mock }: Served): Served & Pick<Api, 'plan'> => ({ ...plannedContract(contract), mock });

interface Loading<T> {
  isThere(): boolean;
  /** Throws where it has not been waited for. */
  get(): T;
  /** Undefined once it is there. */
  loading(): Promise<void> | undefined;
}

const atHand = <T>(value: T): Loading<T> => ({ isThere: () => true, get: () => value, loading: () => undefined });

function onceLoaded<T>(slug: string, load: () => Promise<T>): Loading<T> {
  let loaded: { readonly value: T } | undefined;
  const loading = lazilyLoaded(async () => {
    loaded = { value: await load() };
  });
  return {
    isThere: () => loaded !== undefined,
    get() {
      if (!loaded) throw new Error(`${slug} was asked for something before it was read`);
      return loaded.value;
    },
    loading: () => (loaded ? undefined : loading()),
  };
}

/** Each mode is loaded once. */
function modesOf(api: () => Api): Api['like'] {
  const known = new Map<Compatibility, Api | Promise<Api>>();
  return (mode) => {
    const { mock } = api();
    const load = mock?.compatibility?.[mode];
    if (!load) return api();
    const one = known.get(mode);
    if (one) return one;
    const kept = ({ default: own }: Awaited<ReturnType<typeof load>>): Api => {
      // It lets through only calls that its contract allows or that it checks itself, which is what its types promised.
      const like: Api = { ...api(), mode, mock: { ...(own as AnyMock), ...(mock.events && { events: mock.events }) } };
      known.set(mode, like);
      return like;
    };
    // What could not be loaded is tried again for the next request.
    const loading = load().then(kept, (error: unknown) => {
      known.delete(mode);
      throw error;
    });
    known.set(mode, loading);
    return loading;
  };
}

/** An API, and all that are told of what happens in it, or of what that leads to. */
function concernedBy(api: Api, intent: Intent): readonly Api[] {
  const found = new Set([api]);
  for (const one of found)
    for (const other of one.beside) if (other.announced.hears.some((type) => mayEmit(one.announced, type, intent))) found.add(other);
  return [...found];
}

/** What has to be waited for before any of them can be asked; undefined where nothing has. */
export const readFirst = (apis: readonly Api[], intent: Intent = 'change'): Promise<unknown> | undefined =>
  together(apis, (api) => api.opening(intent));

function together(apis: readonly Api[], loading: (api: Api) => Promise<unknown> | undefined): Promise<unknown> | undefined {
  let waits: Promise<unknown>[] | undefined;
  for (const api of apis) {
    const wait = loading(api);
    if (wait) (waits ??= []).push(wait);
  }
  return waits && Promise.all(waits);
}
