/** Which APIs a path could be of, and the routes of those alone: the others need not be read for it. */
import type { Visit } from './visit.ts';
import { monitoredBases, routesOf, type Api, type Route } from './api.ts';
import { intentOf } from './announced.ts';
import { readFirst } from './mount.ts';
import type { RequestUrl } from './request/incoming.ts';
import { decodePath } from './request/path.ts';
import { indexRoutes, type RouteIndex } from './request/route-index.ts';

/** A request, and what is known of it before it is known what it is for. */
export interface Arrival {
  readonly request: Request;
  readonly visit: Visit;
  readonly url: RequestUrl;
}

type Answering = (arrival: Arrival) => Response | Promise<Response>;

/** APIs below whose bases a path lies: one as a rule, and none where nobody has it. */
export interface Routing {
  /** Undefined once all of them are open for a request of this method; what follows may be asked only then. */
  opening(method: string): Promise<unknown> | undefined;
  readonly index: RouteIndex;
  readonly answer: Answering;
}

export interface Routings {
  at(pathname: string): Routing;
  /** Of whichever path, whose APIs have to be open. */
  readonly index: RouteIndex;
}

interface Base {
  readonly api: Api;
  readonly segments: readonly string[];
}

export function openRoutings(
  served: readonly Api[],
  build: (apis: readonly Api[], routes: readonly Route[], index: RouteIndex) => Answering,
): Routings {
  const bases = served.flatMap((api) => [...basesOf(api)].map((base): Base => ({ api, segments: segmentsOf(base) })));
  const byFirst = Map.groupBy(bases, ({ segments: [first = ''] }) => first);
  const anywhere = byFirst.get('') ?? [];
  const known = new Map<string, Routing>();
  /** By the first segment, where there is nothing to tell apart: nearly always. */
  const alone = new Map<string, Routing>();

  function under(segments: readonly string[]): Routing {
    const [first = ''] = segments;
    const one = alone.get(first);
    if (one) return one;
    const here = first === '' ? [] : (byFirst.get(first) ?? []);
    const near = [...anywhere, ...here];
    // Whether the rest fits is then for its routes to say.
    if (here.length > 0 && near.every(({ api }) => api === here[0]?.api)) {
      const routing = routingOf(near);
      alone.set(first, routing);
      return routing;
    }
    return routingOf(near.filter((base) => base.segments.every((segment, i) => segments[i] === segment)));
  }

  function routingOf(near: readonly Base[]): Routing {
    const those = new Set(near.map(({ api }) => api));
    const apis = served.filter((api) => those.has(api));
    const key = apis.map(({ slug }) => slug).join(' ');
    const routing = known.get(key) ?? routingTo(apis);
    known.set(key, routing);
    return routing;
  }

  function routingTo(apis: readonly Api[]): Routing {
    let built: Pick<Routing, 'index' | 'answer'> | undefined;
    const whole = () => {
      if (built) return built;
      const routes = routesOf(apis);
      const index = indexRoutes(routes.flatMap(({ targets }) => targets));
      return (built = { index, answer: build(apis, routes, index) });
    };
    return {
      opening: (method) => readFirst(apis, intentOf(method)),
      get index() {
        return whole().index;
      },
      get answer() {
        return whole().answer;
      },
    };
  }

  return {
    at: (pathname) => alone.get(firstOf(pathname)) ?? under(segmentsOf(pathname)),
    index: { find: (segments) => under(segments).index.find(segments) },
  };
}

const basesOf = (api: Api): ReadonlySet<string> => new Set([...api.mounts, ...monitoredBases(api)]);

/** As it stands, which is enough to find a base that is asked for as it is written. */
function firstOf(pathname: string): string {
  const end = pathname.indexOf('/', 1);
  return pathname.slice(1, end < 0 ? undefined : end);
}

/** A path that cannot be decoded is looked for as it stands. */
const segmentsOf = (path: string): readonly string[] => (path === '' ? [] : (decodePath(path) ?? path.split('/').slice(1)));
