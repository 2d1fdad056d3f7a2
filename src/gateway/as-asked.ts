/** What an API is to a request: itself, or what its mock makes of it in the workspace's mode of compatibility. */
import type { Api } from './api.ts';
import type { Incoming } from './request/incoming.ts';

/** A promise until the mode is loaded. The request is for it from here on. */
export function asAsked(incoming: Incoming, api: Api): Api | Promise<Api> {
  const { compatibility } = incoming.settings;
  if (compatibility === undefined) return api;
  const like = api.like(compatibility);
  if (!(like instanceof Promise)) return (incoming.api = like);
  return like.then((loaded) => (incoming.api = loaded));
}
