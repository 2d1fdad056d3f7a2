/** A request that works to each API, to show to whoever has just got a sandbox or a workspace. */
import type { Operation } from '../../contract/contract.ts';
import { successOf } from '../../contract/documented.ts';
import { anyone } from '../../mock/caller.ts';
import { createMemoryStore } from '../../workspace/store/memory-store.ts';
import type { Settings } from '../../workspace/settings.ts';
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts';
import type { Api } from '../api.ts';
import { withCredentials } from './asked-credentials.ts';
import type { WireRequest } from './draft.ts';
import { askedApi, shownRequestTo } from './request-to.ts';
import type { Prepare } from './try-out.ts';

/** The world that a request is looked for in. */
export type Like = Pick<Workspace, 'seed' | 'clock' | 'population' | 'settings' | 'made'>;

/** Its targets are below the address of a workspace. */
export interface FirstRequests {
  /** Asks one of them for something that is there; undefined where nothing that was tried works. */
  first(like: Like): Promise<WireRequest | undefined>;
  /** By the slug of the API, where one works. */
  each(like: Like): Promise<ReadonlyMap<string, WireRequest>>;
}

/** APIs that are looked at for one, and operations of each that are tried. */
const apisAtMost = 3;
const operationsAtMost = 8;
/** Of one that wants more than its contract demands. */
const triesAtMost = 48;
/** Characters of a request that anybody would paste. */
const longest = 8_000;

/** Days for which requests are remembered: who is there on one may not be there on another. */
const daysAtMost = 3;

/** Found once for all workspaces that are served, as long as they are at the same day. */
export function openFirstRequests(apis: readonly Api[], prepare: Prepare): FirstRequests {
  const byDay = new Map<string, Map<Api, Promise<WireRequest | undefined>>>();

  function knownOn(day: string): Map<Api, Promise<WireRequest | undefined>> {
    const known = byDay.get(day) ?? new Map<Api, Promise<WireRequest | undefined>>();
    byDay.set(day, known);
    for (const oldest of byDay.keys()) {
      if (byDay.size <= daysAtMost) break;
      byDay.delete(oldest);
    }
    return known;
  }

  const to = (api: Api, like: Like): Promise<WireRequest | undefined> => {
    const known = knownOn(like.population.asOf);
    const found = known.get(api) ?? firstOf(api, like, prepare);
    known.set(api, found);
    // What could not be loaded is tried again for the next who asks.
    found.catch(() => known.delete(api));
    return found;
  };
  // A patient's record shows most, and rules of its own more than a contract alone.
  const telling = () => apis.toSorted((a, b) => Number(readsPatients(b)) - Number(readsPatients(a)) || rulesOf(b) - rulesOf(a));
  return {
    async first(like) {
      for (const api of telling().slice(0, apisAtMost)) {
        const found = await to(api, like);
        if (found?.method === 'GET') return withCredentials(found, { api }, like.settings);
      }
      return undefined;
    },
    async each(like) {
      const found = new Map<string, WireRequest>();
      for (const api of apis) {
        const first = await to(api, like);
        if (first) found.set(api.slug, withCredentials(first, { api }, like.settings));
      }
      return found;
    },
  };
}

/** As FHIR has it. */
const readsPatients = ({ announced }: Api): boolean =>
  announced.operations.some(({ method, path }) => method === 'get' && /^\/Patient\/\{[^}]+\}$/.test(path));

const rulesOf = ({ announced }: Api): number => announced.operations.filter(({ isRuled }) => isRuled).length;

/** What works where unknown ids are refused works under every setting; nothing but a read shows what is there. */
async function firstOf(api: Api, like: Like, prepare: Prepare): Promise<WireRequest | undefined> {
  await api.opening('read');
  const operations = api.contract.operations.filter(({ fragment }) => fragment === undefined);
  const reads = operations.filter(({ method }) => method === 'get').toSorted(bySimplicity);
  const others = operations.filter(({ method }) => method !== 'get');
  const { unknownIds } = like.settings;
  return (
    (await among(reads, 'refuse')) ??
    (await among(reads, unknownIds)) ??
    (await among(others, unknownIds)) ??
    (await among(reads, unknownIds, triesAtMost))
  );

  /** Tried out in a new workspace of the same world, so that nobody's changes or journal have a part in it. */
  async function among(some: readonly Operation[], setting: Settings['unknownIds'], tries = 1): Promise<WireRequest | undefined> {
    const settings = { ...like.settings, unknownIds: setting };
    const workspace = openWorkspace({ ...like, settings, id: 'first-request', secret: '', store: createMemoryStore() });
    const asked = askedApi(api, { workspace, prefix: '', caller: anyone }, prepare);
    for (const operation of some.slice(0, operationsAtMost)) {
      const found = await shownRequestTo(operation, asked, { tries });
      if (found?.works && JSON.stringify(found.request).length <= longest)
        return { ...found.request, headers: asDeclared(operation, found.request.headers) };
    }
    return undefined;
  }
}

/** Names of headers as the contract writes them. */
function asDeclared({ parameters }: Operation, headers: WireRequest['headers']): WireRequest['headers'] {
  const names = new Map(parameters.filter((one) => one.in === 'header').map(({ name }) => [name.toLowerCase(), name]));
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [names.get(name) ?? name, value]));
}

/** Bytes say nothing in a terminal. An item read by its id says most; the fewer parameters, the easier to read. */
function bySimplicity(a: Operation, b: Operation): number {
  const givesBytes = (operation: Operation): number =>
    Number(successOf(operation, [200])?.response.content.some(({ type }) => !/json|xml|^text\//.test(type)) ?? false);
  const readsItem = ({ path }: Operation): number => Number(path.includes('{'));
  const demanded = ({ parameters }: Operation): number => parameters.filter((one) => one.required || one.in === 'path').length;
  return givesBytes(a) - givesBytes(b) || readsItem(b) - readsItem(a) || demanded(a) - demanded(b);
}
