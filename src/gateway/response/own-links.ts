/** Published addresses as they go out: in this sandbox, with this workspace's prefix; as published where that is asked for. */
import { asPublished, unmarked } from '../../contract/published-links.ts';
import type { Incoming } from '../request/incoming.ts';

export function withOwnLinks({ api, url, settings, prefix, isOwn }: Incoming, text: string): string {
  if (isOwn) return text;
  if (!api || settings.examples === 'published' || settings.compatibility !== undefined) return asPublished(text);
  return unmarked(text, (begin, path) => {
    const here = api.pathOf(begin + path);
    if (here === undefined) return begin + path;
    return begin === '' ? prefix + here : url.origin + prefix + here;
  });
}
