/** The `Call` that behaviours and inference work with, made from a request on its way. */
import type { Json } from '../contract/contract.ts';
import type { Call } from '../mock.ts';
import { chance } from '../workspace/keyed-hash.ts';
import type { Match } from './api.ts';
import { note, type Incoming } from './incoming.ts';

export interface Decoded {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, Json | undefined>>;
  readonly undeclared: readonly string[];
}

export function makeCall(incoming: Incoming, { target }: Match, decoded: Decoded): Call {
  const { workspace, url, request, body } = incoming;
  const { operation, api } = target;
  const mount = api.mounts[0] ?? '';
  return {
    operation,
    path: decoded.path,
    query: decoded.query,
    undeclared: decoded.undeclared,
    header: (name) => request.headers.get(name) ?? undefined,
    body: body?.value,
    ...(body?.text === undefined ? {} : { bodyText: body.text }),
    ...(body?.binary === undefined ? {} : { binary: body.binary }),
    url: (path) => url.origin + workspace.prefix + mount + path,
    store: workspace.store,
    clock: workspace.clock,
    population: workspace.population,
    settings: workspace.settings,
    seed: workspace.seed,
    chance: (key) => chance(workspace.seed, key),
    render(key, make) {
      const place = `${operation.id} ${url.origin}${workspace.prefix} ${key}`;
      const known = workspace.rendered.get(place);
      if (known !== undefined) return known;
      const text = JSON.stringify(make());
      workspace.rendered.put(place, text);
      return text;
    },
    check: (at, value) => api.contract.check(at, value),
    note: (line) => note(incoming, line),
  };
}
