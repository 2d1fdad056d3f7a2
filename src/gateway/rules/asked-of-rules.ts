/** What a rule may ask about a request. Made only where a workspace has rules. */
import { lazily } from '../../contract/lazily.ts';
import type { Match } from '../api.ts';
import type { Incoming } from '../request/incoming.ts';
import { decodePath } from '../request/path.ts';
import type { AskedOfRules } from './match.ts';

export function askedOfRules(incoming: Incoming, { target: { api, operation } }: Match): AskedOfRules {
  const { request, url, method, body } = incoming;
  const segments = decodePath(url.pathname) ?? [];
  const mount = api.mounts.find((one) => one !== '' && url.pathname.startsWith(`${one}/`));
  const query = new URLSearchParams(url.search);
  return {
    api: api.contract.slug,
    operation: operation.id,
    method: method === 'HEAD' ? 'GET' : method,
    segments,
    base: mount === undefined ? 0 : mount.split('/').length - 1,
    query,
    headers: request.headers,
    body: body?.value,
    texts: lazily(() => [
      ...segments,
      ...query.values(),
      ...request.headers.values(),
      ...(body ? [body.text ?? new TextDecoder().decode(body.bytes)] : []),
    ]),
  };
}
